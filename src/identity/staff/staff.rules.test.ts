// Goal: who gives which role, where, and for which days, is decided as the texts say. Method: every giver against every role, from the oracle's own list; days by the table; properties.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, type CivilDate, type Instant } from '../../kernel/time.ts'
import type { Actor } from '../actor.rules.ts'
import { type Role, roles } from '../authority-lists.rules.ts'
import type { AccountId, Grant } from '../grant.rules.ts'
import type { Place } from '../place.rules.ts'
import { placeOfKind, readOracle } from '../test-oracle.ts'
import { assessCare, assessGrant, isPlaceOf, type Member, seenBy } from './staff.rules.ts'

const now = '2026-03-02T03:00:00.000Z' as Instant
const today = '2026-03-02' as CivilDate
const limits = { startsWithinDays: 366, lastsDaysMax: 3_660 }
const account = (name: string) => name as AccountId
const grant = (role: Role, place: Place, more: Partial<Grant> = {}): Grant => ({
  id: `${role} ${place.id}`,
  account: account('me'),
  role,
  place,
  from: '2026-01-01' as CivilDate,
  lastDay: null,
  revokedAt: null,
  ...more,
})
const actor = (...grants: Grant[]): Actor => ({ account: account('me'), name: 'Me', grants, nationalId: null, familyBook: null })
const person = (...grants: Grant[]): Member => ({
  id: account('other'),
  name: 'Other',
  home: placeOfKind.district,
  nationalId: null,
  state: 'active',
  madeUp: false,
  createdAt: now,
  grants,
})
const wanted = (role: Role, place: Place, from = today, lastDay: CivilDate | null = null) => ({ role, place, from, lastDay })

const oracle = readOracle().roles
/** A place where the role is held, next to the giver's own: the oracle's places all lie in one district. */
const placesOf = (role: Role): Place[] => (oracle.find((row) => row.role === role)?.heldAt ?? []).map((kind) => placeOfKind[kind])

test('every giver against every role: exactly those that the texts let it give', () => {
  for (const giver of oracle)
    for (const seat of placesOf(giver.role))
      for (const given of roles)
        for (const place of placesOf(given)) {
          const answer = assessGrant(actor(grant(giver.role, seat)), person(), wanted(given, place), { now, limits })
          // An office's administrator gives at the very office.
          const reaches = seat.kind === 'state' || seat.id === place.id
          assert.equal(answer.ok, giver.gives.includes(given) && reaches, `${giver.role} at ${seat.id} gives ${given} at ${place.id}`)
        }
})

test('a role is held where the texts say, and at no other kind of place', () => {
  for (const { role, heldAt } of oracle)
    for (const [kind, place] of Object.entries(placeOfKind)) assert.equal(isPlaceOf(role, place), heldAt.includes(kind as Place['kind']))
})

for (const [from, lastDay, good] of [
  [0, null, true],
  [0, 0, true],
  [-1, null, false],
  [-1, 30, false],
  [366, 400, true],
  [367, 400, false],
  [10, 9, false],
  [0, 3_660, true],
  [0, 3_661, false],
] as const)
  test(`from day ${from} to day ${lastDay}: ${good ? 'given' : 'refused'}`, () => {
    const days = wanted('clerk', placeOfKind.district, addDays(today, from), lastDay === null ? null : addDays(today, lastDay))
    const answer = assessGrant(actor(grant('office-administrator', placeOfKind.district)), person(), days, { now, limits })
    assert.deepEqual(answer.ok || answer.refusal.code, good || 'staff.dates')
  })

test('the reach of one role and the gifts of another are not put together', () => {
  const split = actor(grant('office-administrator', placeOfKind.province), grant('system-administrator', placeOfKind.state, { revokedAt: now }))
  const answer = assessGrant(split, person(), wanted('clerk', placeOfKind.district), { now, limits })
  assert.equal(answer.ok, false)
})

test('whoever takes an account in hand could give every role it has, those to come too', () => {
  const office = actor(grant('office-administrator', placeOfKind.district))
  const later = { from: '2026-06-01' as CivilDate }
  assert.equal(assessCare(office, person(grant('clerk', placeOfKind.district)), 'staff.recover', now).ok, true)
  assert.equal(
    assessCare(office, person(grant('clerk', placeOfKind.district), grant('governor', placeOfKind.district, later)), 'staff.recover', now).ok,
    false,
  )
  assert.equal(assessCare(office, person(grant('governor', placeOfKind.district, { revokedAt: now })), 'staff.recover', now).ok, true)
})

test('a role less never allows more: neither giving, nor taking in hand, nor seeing', () => {
  const place = fc.constantFrom(...Object.values(placeOfKind))
  const held = fc.record({ role: fc.constantFrom(...roles), place }).map(({ role, place: at }) => grant(role, at))
  fc.assert(
    fc.property(
      fc.array(held, { minLength: 1, maxLength: 5 }),
      fc.nat(),
      fc.constantFrom(...roles),
      place,
      fc.array(held, { maxLength: 3 }),
      (mine, which, role, at, theirs) => {
        const [all, fewer] = [actor(...mine), actor(...mine.filter((_, index) => index !== which % mine.length))]
        const allows = (who: Actor) => [
          assessGrant(who, person(), wanted(role, at), { now, limits }).ok,
          assessCare(who, person(...theirs), 'staff.recover', now).ok,
          seenBy(who, person(...theirs), now) !== undefined,
        ]
        const [before, after] = [allows(all), allows(fewer)]
        for (const [index, allowed] of after.entries()) assert.ok(!allowed || before[index])
      },
    ),
  )
})
