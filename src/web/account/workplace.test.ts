// Goal: a link to the sign-in page cannot send people to another site. Method: addresses that browsers read as another origin.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ownPath, wayBack, workplaceOf } from './workplace.ts'

const origin = 'https://pass.example'

test('a path of our own stays as it is', () => {
  for (const path of ['/desk', '/desk/queue?state=paid', '/account#roles', '/']) assert.equal(ownPath(path, origin), path)
})

test('anything that leads elsewhere is left out', () => {
  const elsewhere = [
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'https://evil.example/desk',
    'javascript:alert(1)',
    'desk',
    '',
    '/\t/evil.example',
    '///evil.example',
  ]
  for (const next of [...elsewhere, null]) assert.equal(ownPath(next, origin), undefined, String(next))
})

test('the first role says where the day begins; without one there is the account', () => {
  assert.equal(workplaceOf(['checkpoint-officer', 'clerk']), '/gate')
  assert.equal(workplaceOf(['clerk']), '/desk')
  assert.equal(workplaceOf([]), '/account')
})

test('in the demonstration one comes back to the page one left, if the new role works there', () => {
  assert.equal(wayBack('/desk/applications/x?a=1', '/desk/queue'), '/desk/applications/x?a=1')
  assert.equal(wayBack('/gate', '/gate'), '/gate')
  assert.equal(wayBack('/gate', '/desk/queue'), '/desk/queue')
  assert.equal(wayBack('/desk', '/gate'), '/gate')
  assert.equal(wayBack(undefined, '/desk'), '/desk')
})
