// Goal: an address begins an extension or a replacement of a pass or nothing at all, and the case says which. Method: every wish there and back; addresses that were tampered with.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { passWishes } from '../../../passes/about-pass.rules.ts'
import { replacementCauses } from '../../../passes/application.rules.ts'
import { aboutPass, aboutPassPath, askedAboutPass } from './about-pass.ts'

test('what a page asks for is what the form reads', () => {
  for (const cause of passWishes)
    assert.deepEqual(askedAboutPass(aboutPassPath('KH00012345678', cause).slice(2)), { replaces: 'KH00012345678', cause })
})

for (const search of [
  '',
  'draft=01980000-0000-7000-8000-00000000dead',
  'pass=KH00012345678',
  'wish=lost',
  'pass=&wish=extension',
  'pass=KH00012345678&wish=ugly',
  'pass=KH00012345678&wish=toString',
  'pass=kh00012345678&wish=lost',
  'pass=KH0001234567890123&wish=lost',
  'pass=%3Cscript%3E&wish=extension',
])
  test(`nothing is asked by "${search}"`, () => assert.equal(askedAboutPass(search), undefined))

test('a first pass names none; an extension and a replacement name the pass as it is printed or typed', () => {
  assert.deepEqual(aboutPass({ cause: '', replaces: 'KH00012345678' }), {})
  assert.deepEqual(aboutPass({ cause: 'extension', replaces: 'KH0001 2345-678' }), { extends: { number: 'KH00012345678' } })
  for (const cause of replacementCauses)
    assert.deepEqual(aboutPass({ cause, replaces: 'KH00012345678' }), { replaces: { number: 'KH00012345678', cause } })
})
