// Goal: no case goes through one pair of hands twice where it needs two, and nobody decides on their own. Method: every deed against every hand; numbers as people write them.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Actor } from '../identity/actor.rules.ts'
import type { AccountId } from '../identity/grant.rules.ts'
import { assessHands, type Deed, type Hands, isOwnCase, type Subject } from './separation.rules.ts'

const me = 'me' as AccountId
const actor: Actor = { account: me, name: 'A', grants: [], nationalId: '010 203 04', familyBook: 'កខ-77' }
const nobody: Hands = { takenBy: null, correctedBy: [], approvedBy: null, signedBy: null, printedBy: null, collectedBy: null }
const stranger: Subject = { nationalId: '99', familyBook: null }

const kept: readonly (keyof Hands)[] = ['takenBy', 'correctedBy', 'approvedBy', 'signedBy', 'printedBy', 'collectedBy']
/** Of several who corrected, each counts. */
const held = (hand: keyof Hands, account: string) => (hand === 'correctedBy' ? ['a third', account] : account)
/** From the issue: maker ≠ checker ≠ printer. */
const barred: Record<Deed, readonly (keyof Hands)[]> = {
  submit: [],
  correct: [],
  pay: [],
  'take-up': ['takenBy', 'correctedBy'],
  release: [],
  return: ['takenBy', 'correctedBy'],
  approve: ['takenBy', 'correctedBy'],
  reject: ['takenBy', 'correctedBy'],
  'hold-back': ['takenBy', 'correctedBy'],
  sign: ['takenBy', 'correctedBy'],
  print: ['takenBy', 'correctedBy', 'approvedBy', 'signedBy'],
  produce: ['takenBy', 'correctedBy', 'approvedBy', 'signedBy'],
  spoil: [],
  collect: ['takenBy', 'correctedBy', 'approvedBy', 'signedBy'],
  withdraw: [],
}
for (const deed of Object.keys(barred) as Deed[])
  for (const hand of kept)
    test(`${deed} by the one whose hand is "${hand}": ${barred[deed].includes(hand) ? 'refused' : 'allowed'}`, () => {
      const answer = assessHands(actor, deed, { ...nobody, [hand]: held(hand, me) }, stranger)
      assert.equal(answer.ok ? 'allowed' : answer.refusal.code, barred[deed].includes(hand) ? 'authority.same-hands' : 'allowed')
      assert.ok(assessHands(actor, deed, { ...nobody, [hand]: held(hand, 'another') }, stranger).ok)
    })

const own: [subject: Subject, mine: boolean][] = [
  [{ nationalId: '01020304', familyBook: null }, true],
  [{ nationalId: '010-203.04', familyBook: null }, true],
  [{ nationalId: '٠١', familyBook: 'កខ 77' }, true],
  [{ nationalId: '０１０２０３０４', familyBook: null }, true],
  [{ nationalId: '01020305', familyBook: 'កខ-78' }, false],
  [{ nationalId: '', familyBook: '' }, false],
]
for (const [subject, mine] of own)
  test(`identity ${subject.nationalId}, book ${subject.familyBook}: ${mine ? 'one’s own' : 'another’s'}`, () => {
    assert.equal(isOwnCase(actor, subject), mine)
    for (const deed of Object.keys(barred) as Deed[]) assert.equal(assessHands(actor, deed, nobody, subject).ok, !mine)
  })

test('whose numbers are not known owns no case, whatever is written there', () => {
  const unknown = { ...actor, nationalId: null, familyBook: null }
  fc.assert(fc.property(fc.string(), fc.option(fc.string()), (nationalId, familyBook) => !isOwnCase(unknown, { nationalId, familyBook })))
})
