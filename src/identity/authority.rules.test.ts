// Goal: the table allows what the texts allow, and nothing else. Method: every cell against the oracle of vectors/authority, then every cell again with real places and instants.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mayActor } from './actor.rules.ts'
import { type Action, actions, answerOf, may, mayAnywhere, type Role, relationsOf, roles, timeAnswers } from './authority.rules.ts'
import { type GrantTime, grantTimes } from './grant.rules.ts'
import { type Relation, relationOf, relations } from './place.rules.ts'
import { grantable, rolePlaces } from './role-places.rules.ts'
import { account, grantOf, instantOf, placeOfKind, readOracle, subjectAt } from './test-oracle.ts'

const oracle = readOracle()
const cellOf = new Map(oracle.rows.map((row) => [`${row.role} ${row.action}`, row]))

/** Where the code is to allow it. */
const whereOf = (role: Role, action: Action): readonly Relation[] => cellOf.get(`${role} ${action}`)?.relations ?? []
const isAllowed = (cell: { role: Role; action: Action; relation: Relation; time: GrantTime }): boolean =>
  oracle.times.get(cell.time) === true && whereOf(cell.role, cell.action).includes(cell.relation)

test('the oracle has a row for every pair, a text behind each, and no other', () => {
  const pairs = roles.flatMap((role) => actions.map((action) => `${role} ${action}`))
  assert.deepEqual([...cellOf.keys()].sort(), [...pairs].sort())
  assert.equal(oracle.rows.length, pairs.length)
  for (const { role, action, relations: where, standsOn } of oracle.rows) {
    assert.ok(standsOn.length > 5, `${role} ${action} stands on nothing`)
    for (const relation of where) assert.ok(relations.includes(relation), `${role} ${action}: ${relation}`)
  }
  assert.deepEqual([...oracle.times.keys()], [...grantTimes])
  assert.deepEqual(
    oracle.roles.map(({ role }) => role),
    [...roles],
  )
})

test('every cell of role × action × relation × time is answered as the oracle says', (t) => {
  const wrong: string[] = []
  let cells = 0
  for (const role of roles)
    for (const action of actions)
      for (const relation of relations)
        for (const time of grantTimes) {
          cells += 1
          const cell = { role, action, relation, time }
          if ((answerOf(cell) === 'allowed') !== isAllowed(cell)) wrong.push(`${role} ${action} ${relation} ${time}: ${answerOf(cell)}`)
        }
  t.diagnostic(`${cells} cells compared with the oracle, ${wrong.length} differ`)
  assert.equal(cells, oracle.rows.length * relations.length * grantTimes.length)
  assert.deepEqual(wrong, [])
})

/** The refusal a cell of the oracle must bring: the role's own first, then the time's, then the place's. */
function refusalOf(cell: { role: Role; action: Action; relation: Relation; time: GrantTime }): string {
  const late = { before: 'authority.not-started', after: 'authority.ended', revoked: 'authority.revoked', start: '', inside: '', end: '' }
  const where = whereOf(cell.role, cell.action)
  if (where.length === 0) return 'authority.role'
  return late[cell.time] || (where.includes(cell.relation) ? 'allowed' : 'authority.place')
}

test('every cell again with real places and instants: may and mayAnywhere agree with it, and say why not', (t) => {
  let cells = 0
  let unreachable = 0
  for (const { role, heldAt } of oracle.roles)
    for (const kind of heldAt)
      for (const relation of relations) {
        const subject = subjectAt[kind][relation]
        if (subject === undefined) unreachable += 1
        if (subject === undefined) continue
        assert.equal(relationOf(placeOfKind[kind], subject), relation)
        for (const action of actions)
          for (const time of grantTimes) {
            cells += 1
            const grant = grantOf(role, placeOfKind[kind], time === 'revoked' ? { revokedAt: instantOf.revoked } : {})
            const expected = refusalOf({ role, action, relation, time })
            const name = `${role} at ${kind}, ${action}, ${relation}, ${time}`
            assert.equal(answerOf({ role, action, relation, time }), expected, name)
            const answer = may([grant], action, subject, instantOf[time])
            assert.equal(answer.ok ? 'allowed' : answer.refusal.code, expected, name)
            const anywhere = mayAnywhere([grant], action, instantOf[time])
            assert.equal(anywhere.ok ? 'allowed' : anywhere.refusal.code, expected === 'authority.place' ? 'allowed' : expected, name)
            if (answer.ok) assert.equal(answer.value, grant)
          }
      }
  t.diagnostic(`${cells} cells with real places and instants; ${unreachable} relations cannot be reached from a kind of place`)
  assert.ok(cells > 20_000)
})

test('roles are held at, and given by, whom the oracle says', () => {
  for (const { role, heldAt, gives } of oracle.roles) {
    assert.deepEqual([...rolePlaces[role]], heldAt, `${role} is held at`)
    assert.deepEqual([...(grantable[role] ?? [])], gives, `${role} gives`)
  }
})

test('where a role may do something is told as the oracle says, in its order', () => {
  for (const role of roles) for (const action of actions) assert.deepEqual([...relationsOf(role, action)], whereOf(role, action), `${role} ${action}`)
})

test('a role counts from its first second to its last', () => {
  assert.deepEqual(timeAnswers, {
    before: 'authority.not-started',
    start: 'allowed',
    inside: 'allowed',
    end: 'allowed',
    after: 'authority.ended',
    revoked: 'authority.revoked',
  })
})

test('nobody without a grant may do anything, and the reason is the role', () => {
  for (const action of actions)
    for (const answer of [may([], action, placeOfKind.district, instantOf.inside), mayAnywhere([], action, instantOf.inside)])
      assert.deepEqual(answer, { ok: false, refusal: { code: 'authority.role' } })
})

const poipet = placeOfKind.district
const clerk = grantOf('clerk', poipet)
const ladder: [name: string, code: string, grant: typeof clerk][] = [
  ['no such role', 'authority.role', grantOf('cashier', poipet)],
  ['not yet begun', 'authority.not-started', { ...clerk, from: clerk.lastDay ?? clerk.from }],
  ['ended', 'authority.ended', { ...clerk, lastDay: clerk.from }],
  ['revoked', 'authority.revoked', { ...clerk, revokedAt: instantOf.inside }],
  ['elsewhere', 'authority.place', grantOf('clerk', placeOfKind.province)],
]
for (const [low, [lowName, , lower]] of ladder.entries())
  for (const [highName, code, higher] of ladder.slice(low))
    test(`of two refusals the nearest is told, in any order: ${lowName} and ${highName} → ${code}`, () => {
      for (const grants of [
        [lower, higher],
        [higher, lower],
      ]) {
        const answer = may(grants, 'application.take', poipet, instantOf.inside)
        assert.equal(answer.ok ? 'allowed' : answer.refusal.code, code)
      }
    })

test('the grant that allows it is the one returned, wherever it stands', () => {
  const others = ladder.map(([, , grant]) => grant)
  for (const grants of [
    [clerk, ...others],
    [...others, clerk],
  ]) {
    const answer = may(grants, 'application.take', poipet, instantOf.inside)
    assert.equal(answer.ok && answer.value, clerk)
  }
})

test('an actor may what its grants may', () => {
  const actor = { account, name: 'made up', grants: [clerk], nationalId: null, familyBook: null }
  assert.ok(mayActor(actor, 'application.take', poipet, instantOf.inside).ok)
  assert.ok(!mayActor(actor, 'pass.sign', poipet, instantOf.inside).ok)
})
