// Goal: nobody who needs care, and nobody going home, is offered "turned back"; there is always somebody to call. Method: every reason of the verdict's table, and the file of contacts.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { careReasons, decisions, receivers } from '../../../checkpoint/referrals/referral.rules.ts'
import type { CivilDate, Instant } from '../../../kernel/time.ts'
import { reasons } from '../../../movements/verdict-table.rules.ts'
import { type Contact, caresOf, contactsFor, decisionsFor, needsCare, oldestFirst, waitedMinutes } from './referral-view.rules.ts'

const { contacts } = JSON.parse(readFileSync(new URL('../../../../data/care-contacts.json', import.meta.url), 'utf8')) as { contacts: Contact[] }
const day = '2026-11-20' as CivilDate
const homeward = ['going-home-to-officer', 'in-office-going-home']

for (const reason of reasons)
  test(`${reason}: turned back is offered unless somebody has to be cared for or goes home`, () => {
    const isCare = careReasons.includes(reason)
    const offered = decisionsFor(['genuine', reason, 'standing'])
    assert.equal(offered.includes('turned-back'), !isCare && !homeward.includes(reason))
    for (const each of offered) assert.ok(decisions.includes(each))
    assert.ok(!decisionsFor([reason], { isAfterwards: true }).includes('turned-back'))
    assert.ok(offered.includes('let-pass') && offered.includes('handed-over'))
    assert.equal(needsCare([reason]), isCare)
    if (isCare) assert.equal(offered[0], 'handed-over')
  })

test('the reasons of care are reasons of the table, and no other reason of it begins with care', () => {
  for (const reason of careReasons) assert.ok((reasons as readonly string[]).includes(reason), reason)
  const others = reasons.filter((reason) => reason.startsWith('care-') && !needsCare([reason]))
  assert.deepEqual(others, ['care-other'])
})

for (const state of ['KH', 'TH'])
  for (const reason of careReasons.filter((each) => each !== 'care-first'))
    test(`${state}, ${reason}: there is somebody to call`, () => {
      const found = contactsFor(contacts, { state, reasons: [reason], day })
      assert.ok(found.length > 0)
      for (const { to, phone } of found) {
        assert.ok(receivers.includes(to))
        if (phone !== null) assert.match(phone, /^[0-9+ ]{3,16}$/)
      }
    })

test('two cares are called for in turn, each once; without a care nobody is', () => {
  assert.deepEqual(caresOf(['child-alone', 'care-child', 'care-medical', 'closed']), ['care-child', 'care-medical'])
  assert.deepEqual(contactsFor(contacts, { state: 'KH', reasons: ['listed'], day }), [])
  assert.deepEqual(contactsFor(contacts, { state: 'KH', reasons: ['care-medical'], day: '2019-12-31' as CivilDate }), [])
})

test('who waits longest stands first, and nobody has waited less than no time', () => {
  const row = (movement: string, since: string) => ({ movement, since })
  const rows = [row('b', '2026-11-20T02:00:00.000Z'), row('c', '2026-11-20T01:00:00.000Z'), row('a', '2026-11-20T02:00:00.000Z')]
  assert.deepEqual(
    oldestFirst(rows).map(({ movement }) => movement),
    ['c', 'a', 'b'],
  )
  const at = (text: string) => text as Instant
  assert.equal(waitedMinutes(at('2026-11-20T01:00:00Z'), at('2026-11-20T01:59:59Z')), 59)
  assert.equal(waitedMinutes(at('2026-11-20T01:00:00Z'), at('2026-11-20T00:00:00Z')), 0)
})
