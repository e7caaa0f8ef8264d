// Goal: less never allows more, and names carry no authority. Method: fast-check over grants, cases and instants.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type AreaCode, parseAreaCode } from '../kernel/code.ts'
import { addDays, type CivilDate, type Instant, instantOfMs } from '../kernel/time.ts'
import { actions, may, mayAnywhere, type Role, roles } from './authority.rules.ts'
import type { Grant } from './grant.rules.ts'
import { areaPlace, type Place, parsePlace, pointPlace, relationOf, statePlace } from './place.rules.ts'
import { grantable, rolePlaces } from './role-places.rules.ts'
import { grantOf } from './test-oracle.ts'

const district = (code: string): Place => areaPlace(code as AreaCode)
const unit = (id: string): Place => parsePlace(id, () => undefined) ?? assert.fail(id)
const places: readonly Place[] = [
  statePlace('KH'),
  statePlace('TH'),
  ...['KH:01', 'KH:02', 'TH:27', 'KH:0109', 'KH:0110', 'KH:0201', 'TH:2701', 'TH:0110'].map(district),
  pointPlace('kh-th/poipet', 'KH:0110' as AreaCode),
  pointPlace('kh-th/malai', 'KH:0109' as AreaCode),
  unit('KH:0110/border-unit-1'),
  unit('TH:2701/border-unit-1'),
]
const firstDay = '2026-11-20' as CivilDate
const aDay = fc.integer({ min: -5, max: 5 }).map((days) => addDays(firstDay, days))
const instant = fc.integer({ min: Date.UTC(2026, 10, 12), max: Date.UTC(2026, 10, 28) }).map(instantOfMs)
const staffRoles = roles.filter((role) => rolePlaces[role].length > 0)

/** A role where it can be held, most often one that counts. */
const grant: fc.Arbitrary<Grant> = fc
  .record({
    role: fc.constantFrom(...staffRoles),
    pick: fc.nat(),
    from: aDay,
    days: fc.option(fc.nat(6), { freq: 3 }),
    revokedAt: fc.option(instant, { freq: 1 }),
  })
  .map(({ role, pick, from, days, revokedAt }) => {
    const homes = places.filter(({ kind }) => (rolePlaces[role] as readonly string[]).includes(kind))
    return grantOf(role, homes[pick % homes.length] ?? assert.fail(role), { from, lastDay: days === null ? null : addDays(from, days), revokedAt })
  })
const grants = fc.array(grant, { maxLength: 6 })
const action = fc.constantFrom(...actions)
const subject = fc.option(fc.constantFrom(...places), { freq: 8 })

type Asked = { readonly grants: readonly Grant[]; readonly subject: Place | null; readonly now: Instant; readonly action: (typeof actions)[number] }
const allows = ({ grants, action, subject, now }: Asked): boolean => may(grants, action, subject, now).ok
const allowsAnywhere = ({ grants, action, now }: Asked): boolean => mayAnywhere(grants, action, now).ok
const asked = fc.record<Asked>({ grants, subject, now: instant, action })
const check = (run: (one: Asked, n: number) => void) => fc.assert(fc.property(asked, fc.nat(), run), { numRuns: 600 })

const weaker: [name: string, weaken: (grants: readonly Grant[], at: number, n: number) => readonly Grant[]][] = [
  ['removing a grant', (grants, at) => grants.toSpliced(at, 1)],
  [
    'ending a grant on a day',
    (grants, at, n) => change(grants, at, ({ lastDay, from }) => ({ lastDay: earliest(lastDay, addDays(from, (n % 8) - 1)) })),
  ],
  ['starting a grant later', (grants, at, n) => change(grants, at, ({ from }) => ({ from: addDays(from, n % 9) }))],
  [
    'revoking a grant',
    (grants, at, n) => change(grants, at, ({ revokedAt }) => ({ revokedAt: earliest(revokedAt, instantOfMs(Date.UTC(2026, 10, 12) + (n % 1e9))) })),
  ],
]
for (const [name, weaken] of weaker)
  test(`${name} never allows more`, () =>
    check((one, n) => {
      if (one.grants.length === 0) return
      const less = { ...one, grants: weaken(one.grants, n % one.grants.length, n) }
      if (allows(less)) assert.ok(allows(one))
      if (allowsAnywhere(less)) assert.ok(allowsAnywhere(one))
    }))

const change = (grants: readonly Grant[], at: number, by: (grant: Grant) => Partial<Grant>): readonly Grant[] =>
  grants.map((grant, index) => (index === at ? { ...grant, ...by(grant) } : grant))
const earliest = <T extends string>(one: T | null, other: T): T => (one !== null && one < other ? one : other)

test('the order of grants changes nothing', () =>
  check((one) => {
    const reversed = { ...one, grants: one.grants.toReversed() }
    assert.equal(allows(reversed), allows(one))
    assert.equal(allowsAnywhere(reversed), allowsAnywhere(one))
    const [there, back] = [may(one.grants, one.action, one.subject, one.now), may(reversed.grants, one.action, one.subject, one.now)]
    if (!there.ok && !back.ok) assert.equal(there.refusal.code, back.refusal.code)
  }))

test('what is allowed for one case is allowed somewhere; nothing is allowed for a case without a place', () =>
  check((one) => {
    if (allows(one)) assert.ok(allowsAnywhere(one))
    assert.equal(allows({ ...one, subject: null }), false)
  }))

test('no grant of one state allows anything on another state’s case', () =>
  check((one) => {
    const answer = may(one.grants, one.action, one.subject, one.now)
    if (answer.ok) assert.equal(answer.value.place.state, one.subject?.state)
  }))

test('no grant below the state allows anything on another province’s case', () =>
  check((one) => {
    const answer = may(one.grants, one.action, one.subject, one.now)
    if (answer.ok && answer.value.place.area !== null) assert.notEqual(relationOf(answer.value.place, one.subject), 'other-province')
  }))

/** Gives the districts of every province other numbers: those of 01–99 turned by `by`, so that no two fall together. */
function renamed(place: Place, by: number): Place {
  if (place.area === null || place.area.length < 7) return place
  const number = ((Number(place.area.slice(5, 7)) - 1 + by) % 99) + 1
  const area = parseAreaCode(`${place.area.slice(0, 5)}${String(number).padStart(2, '0')}${place.area.slice(7)}`) ?? assert.fail()
  return { ...place, area, id: place.id.replace(place.area, area) }
}

test('renaming the districts changes nothing', () =>
  check((one, n) => {
    const by = n % 98
    const other = {
      ...one,
      grants: one.grants.map((grant) => ({ ...grant, place: renamed(grant.place, by) })),
      subject: one.subject && renamed(one.subject, by),
    }
    assert.equal(allows(other), allows(one))
  }))

test('nobody gives a role that its giver’s place cannot hold, and only the system’s administrator can give its own role', () => {
  const givers = Object.keys(grantable) as Role[]
  for (const giver of givers) assert.equal(grantable[giver]?.includes(giver), giver === 'system-administrator', giver)
  for (const giver of givers) assert.ok(!grantable[giver]?.includes('resident'))
  for (const given of grantable['office-administrator'] ?? [])
    assert.deepEqual(rolePlaces[given], rolePlaces['office-administrator'], `${given} is held where an office’s administrator is`)
})

test('from an office’s administrator no chain of gifts leads to a role that gives, approves by mandate or signs', () => {
  const reached = new Set<Role>(['office-administrator'])
  for (const role of reached) for (const given of grantable[role] ?? []) reached.add(given)
  for (const role of reached)
    for (const forbidden of ['pass.sign', 'mandate.decide', 'pass.revoke'] as const)
      assert.equal(
        mayAnywhere([grantOf(role, district('KH:0110'))], forbidden, instantOfMs(Date.UTC(2026, 10, 21))).ok,
        false,
        `${role} ${forbidden}`,
      )
  assert.deepEqual(
    [...reached].filter((role) => grantable[role]),
    ['office-administrator'],
  )
})
