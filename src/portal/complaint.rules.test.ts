// Goal: every state answers every command, and free text is kept as it was meant. Method: whole tables.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cleanText, complaintCommands, complaintStates, nextComplaintState, plainSecret, readSum, sumPattern } from './complaint.rules.ts'

const expected = {
  received: ['in-hand', 'complaint.received', 'closed'],
  'in-hand': ['complaint.in-hand', 'answered', 'closed'],
  answered: ['complaint.answered', 'complaint.answered', 'complaint.answered'],
  closed: ['complaint.closed', 'complaint.closed', 'complaint.closed'],
} as const
for (const state of complaintStates)
  for (const [index, command] of complaintCommands.entries())
    test(`${state}, ${command}`, () => {
      const said = (hand: 'mine' | 'other' | 'none') => Object.values(nextComplaintState(state, command, hand))[0]
      assert.equal(said(state === 'received' ? 'none' : 'mine'), expected[state][index])
      // In somebody else's hand, nothing happens; what is over says so to everybody.
      assert.equal(said('other'), state === 'in-hand' ? 'complaint.in-hand' : expected[state][index])
    })

for (const [typed, kept] of [
  ['  They asked 50,000 riel.  ', 'They asked 50,000 riel.'],
  ['one\r\n\r\n\r\n\r\ntwo', 'one\n\ntwo'],
  ['a\u202eb\u0007c\u2066d', 'abcd'],
  ['ខ្ញុំ\u200bបាន​បង់', 'ខ្ញុំ\u200bបាន​បង់'],
  ['=HYPERLINK("http://x","y")', '=HYPERLINK("http://x","y")'],
  ['<script>alert(1)</script>', '<script>alert(1)</script>'],
  ['\u202e\u200e\u0000 \n', ''],
] as const)
  test(`kept of ${JSON.stringify(typed)}`, () => assert.equal(cleanText(typed), kept))

for (const [typed, sum] of [
  ['50000', 50_000],
  ['50,000', 50_000],
  ['50.000', 50_000],
  ['50 000 riel', 50_000],
  ['៥០ ០០០ រៀល', 50_000],
  ['៥០\u00a0០០០៛', 50_000],
  ['๒๐๐ บาท', 200],
  ['$ 10', 10],
  ['about 1,500,000', 1_500_000],
  ['', undefined],
  ['0', undefined],
  ['a lot', undefined],
  ['20.5', undefined],
  ['50,00', undefined],
  ['20 to 50', undefined],
  ['1e5', undefined],
  ['½', undefined],
] as const)
  test(`a sum that was asked for, typed ${JSON.stringify(typed)}`, () => {
    assert.equal(readSum(typed), sum)
    // As a browser takes a field's pattern.
    assert.equal(new RegExp(`^(?:${sumPattern})$`, 'v').test(typed), sum !== undefined || typed === '0')
  })

test('a secret word is the same however a phone writes it', () => {
  for (const typed of ['Blue Bridge', ' blue  bridge', 'BLUEBRIDGE', 'ｂｌｕｅｂｒｉｄｇｅ']) assert.equal(plainSecret(typed), 'bluebridge')
})
