// Goal: an address begins a replacement of a pass or nothing at all. Method: every cause there and back; addresses that were tampered with.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { replacementCauses } from '../../../passes/application.rules.ts'
import { askedReplacement, replacementPath } from './asked-replacement.ts'

test('what a page asks for is what the form reads', () => {
  for (const cause of replacementCauses)
    assert.deepEqual(askedReplacement(replacementPath('KH00012345678', cause).slice(2)), { replaces: 'KH00012345678', cause })
})

for (const search of [
  '',
  'draft=01980000-0000-7000-8000-00000000dead',
  'replaces=KH00012345678',
  'cause=lost',
  'replaces=&cause=lost',
  'replaces=KH00012345678&cause=ugly',
  'replaces=KH00012345678&cause=toString',
  'replaces=kh00012345678&cause=lost',
  'replaces=KH0001234567890123&cause=lost',
  'replaces=%3Cscript%3E&cause=lost',
])
  test(`nothing is asked by "${search}"`, () => assert.equal(askedReplacement(search), undefined))
