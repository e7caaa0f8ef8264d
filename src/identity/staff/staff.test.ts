// Goal: staff administration holds on a real database, by its own login and over HTTP: who sees whom, who gives what, once however often, two people for a recovery.
import assert from 'node:assert/strict'
import { hash } from 'node:crypto'
import { test } from 'node:test'
import type { Instant } from '../../kernel/time.ts'
import { confirmRecovery } from './care-for-account.ts'
import { grantRole } from './change-roles.ts'
import { inviteStaff } from './invite-staff.ts'
import { openTestStaff, startsAt, today } from './test-staff.ts'

const staff = await openTestStaff()
const system = await staff.hire('System One', 'KH', ['system-administrator', 'KH'])
const system2 = await staff.hire('System Two', 'KH', ['system-administrator', 'KH'])
const office = await staff.hire('Office One', 'KH:0110', ['office-administrator', 'KH:0110'])
const office2 = await staff.hire('Office Two', 'KH:0110', ['office-administrator', 'KH:0110'])
const other = await staff.hire('Other Office', 'KH:0109', ['office-administrator', 'KH:0109'])
const clerk = await staff.hire('Clerk', 'KH:0110', ['clerk', 'KH:0110'])
const governor = await staff.hire('Governor', 'KH:0110', ['governor', 'KH:0110'])
const chief = await staff.hire('Chief', 'kh-th/poipet', ['chief-of-point', 'kh-th/poipet'])
const auditor = await staff.hire('Auditor', 'KH', ['auditor', 'KH'])

const role = (more: object = {}) => ({ role: 'clerk', place: 'KH:0110', from: today, lastDay: '2026-12-31', ...more })
const invitation = (more: object = {}) => ({ requestId: staff.requestId(), name: 'Sok Dara', home: 'KH:0110', first: role(), ...more })
const grant = (more: object = {}) => ({ requestId: staff.requestId(), ...role(), reason: 'cover for leave', ...more })
const eventsOf = async (subject: string, type: string) =>
  staff.owner.query.selectFrom('event').selectAll().where('subject', '=', subject).where('type', '=', type).execute()
const freshClerk = () => staff.hire('Fresh Clerk', 'KH:0110', ['clerk', 'KH:0110'])

test('an office administrator invites a clerk: account, role, link, event; the token is nowhere but in the link', async () => {
  const { status, body } = await staff.ask(office, 'POST', '/api/v1/staff', invitation({ nationalId: '010 203 040' }))
  assert.equal(status, 201, JSON.stringify(body))
  assert.equal(body.member.state, 'invited')
  assert.deepEqual(
    body.member.grants.map((each: { role: string; place: string; inForce: boolean }) => [each.role, each.place, each.inForce]),
    [['clerk', 'KH:0110', true]],
  )
  const [, token = ''] = /^\/enrol#([\w-]{43})$/.exec(body.link) ?? []
  const kept = await staff.owner.query.selectFrom('invitation').selectAll().where('account', '=', body.member.id).executeTakeFirstOrThrow()
  assert.deepEqual(kept.token_hash, hash('sha256', token, 'buffer'))
  assert.equal(kept.expires_at, '2026-03-05T03:00:00.000Z')
  const [event] = await eventsOf(body.member.id, 'StaffInvited')
  assert.deepEqual([event?.actor, event?.place, event?.about_staff], [office, 'KH:0110', true])
  assert.ok(
    !JSON.stringify(event?.body).includes('Dara') && !JSON.stringify(event?.body).includes(token) && !JSON.stringify(event?.body).includes('010'),
  )
})

test('ten invitations with one request id make one account and one link', async () => {
  const actor = await staff.actor(office)
  const command = {
    requestId: staff.requestId(),
    actor,
    name: 'Once',
    home: 'KH:0110',
    nationalId: null,
    familyBook: null,
    provider: null,
    first: { role: 'cashier', place: 'KH:0110', from: today, lastDay: null },
  } as const
  const answers = await Promise.all(Array.from({ length: 10 }, () => inviteStaff(staff.services, command)))
  const made = answers.map((answer) => (answer.ok ? answer.value : assert.fail(answer.refusal.code)))
  assert.equal(new Set(made.map(({ member }) => member.id)).size, 1)
  assert.equal(made.filter(({ added }) => added !== null).length, 1)
  assert.equal((await staff.owner.query.selectFrom('staff_account').select('id').where('name', '=', 'Once').execute()).length, 1)
  const changed = await inviteStaff(staff.services, { ...command, name: 'Twice' })
  assert.equal(!changed.ok && changed.refusal.code, 'request.id-reused')
})

test('a new link for somebody who has not enrolled voids the first one', async () => {
  const first = await staff.ask(office, 'POST', '/api/v1/staff', invitation())
  const again = await staff.ask(office, 'POST', `/api/v1/staff/${first.body.member.id}/invitation`, { requestId: staff.requestId() })
  assert.equal(again.status, 200)
  assert.notEqual(again.body.link, first.body.link)
  const good = await staff.owner.query
    .selectFrom('invitation')
    .select('id')
    .where('account', '=', first.body.member.id)
    .where('expires_at', '>', startsAt)
    .where('used_at', 'is', null)
    .execute()
  assert.equal(good.length, 1)
  const enrolled = await staff.ask(office, 'POST', `/api/v1/staff/${clerk}/invitation`, { requestId: staff.requestId() })
  assert.deepEqual([enrolled.status, enrolled.body.code], [404, 'invitation.invalid'])
})

test('nobody climbs: every way up is refused', async () => {
  const person = await freshClerk()
  const to = (account: string) => `/api/v1/staff/${account}/grants`
  const climbs: [who: string, whom: string, body: object, code: string][] = [
    [office, person, grant({ role: 'governor' }), 'staff.role-not-yours'],
    [office, person, grant({ role: 'office-administrator' }), 'staff.role-not-yours'],
    [office, person, grant({ place: 'KH:0109' }), 'authority.place'],
    [office, person, grant({ place: 'KH:01' }), 'authority.place'],
    [office, person, grant({ role: 'checkpoint-officer', place: 'kh-th/poipet' }), 'staff.role-not-yours'],
    [office, office, grant(), 'authority.own-case'],
    [system, system, grant({ role: 'governor' }), 'authority.own-case'],
    [clerk, person, grant(), 'authority.role'],
    [governor, person, grant(), 'authority.role'],
    [auditor, person, grant(), 'authority.role'],
    [other, person, grant({ place: 'KH:0109' }), 'staff.not-found'],
    [office, person, grant({ role: 'resident' }), 'staff.role-place'],
    [office, person, grant({ place: 'kh-th/poipet' }), 'staff.role-place'],
    [office, person, grant({ place: 'KH:011001' }), 'staff.role-place'],
    [system, person, grant({ place: 'TH:2701' }), 'area.unknown'],
    [system, person, grant({ role: 'system-administrator', place: 'TH' }), 'authority.place'],
    [office, person, grant({ place: 'KH:0199' }), 'area.unknown'],
    [office, person, grant({ from: '2026-03-01' }), 'staff.dates'],
    [office, person, grant({ from: '2026-05-01', lastDay: '2026-04-30' }), 'staff.dates'],
    [office, person, grant({ lastDay: '2046-03-02' }), 'staff.dates'],
    [office, person, grant({ from: '2028-01-01', lastDay: '2028-02-01' }), 'staff.dates'],
    [office, person, grant({ from: '2026-02-30' }), 'staff.dates'],
  ]
  for (const [who, whom, body, code] of climbs) {
    const answer = await staff.ask(who, 'POST', to(whom), body)
    assert.equal(answer.body.code, code, JSON.stringify(body))
  }
  assert.equal((await staff.owner.query.selectFrom('role_grant').select('id').where('account', '=', person).execute()).length, 1)
  const invited = await staff.ask(office, 'POST', '/api/v1/staff', invitation({ first: role({ role: 'governor' }) }))
  assert.equal(invited.body.code, 'staff.role-not-yours')
  const elsewhere = await staff.ask(office, 'POST', '/api/v1/staff', invitation({ home: 'KH:0109' }))
  assert.equal(elsewhere.body.code, 'authority.place')
})

test("a ministry's own sign-in is bound to one account by an invitation, on issuer and subject", async () => {
  const provider = { id: 'ministry', sub: 'officer-17' }
  const { status, body } = await staff.ask(office, 'POST', '/api/v1/staff', invitation({ provider }))
  assert.deepEqual([status, body.member.state], [201, 'active'])
  const kept = await staff.owner.query.selectFrom('sign_in_account').select(['subject', 'linked_by']).where('account', '=', body.member.id).execute()
  assert.deepEqual(kept, [{ subject: 'https://sign-in.ministry.test#officer-17', linked_by: office }])
  const second = await staff.ask(office, 'POST', '/api/v1/staff', invitation({ name: 'Second', provider }))
  assert.equal(second.body.code, 'request.id-reused')
  assert.equal((await staff.owner.query.selectFrom('staff_account').select('id').where('name', '=', 'Second').execute()).length, 0)
  const unknown = await staff.ask(office, 'POST', '/api/v1/staff', invitation({ provider: { id: 'nobody', sub: 'x' } }))
  assert.equal(unknown.body.code, 'request.malformed')
})

test('nobody makes a second account for himself and gives it a role', async () => {
  await staff.owner.query.updateTable('staff_account').set({ national_id: '120-450-780' }).where('id', '=', office2).execute()
  const answer = await staff.ask(office2, 'POST', '/api/v1/staff', invitation({ nationalId: '120 450 780' }))
  assert.equal(answer.body.code, 'authority.own-case')
})

test('a role is given once for one request, and a repeat by another person is refused', async () => {
  const person = await freshClerk()
  const body = grant({ role: 'printer' })
  const [first, ...others] = await Promise.all(Array.from({ length: 5 }, () => staff.ask(office, 'POST', `/api/v1/staff/${person}/grants`, body)))
  assert.equal(first?.status, 200)
  for (const again of others) assert.deepEqual(again.body, first?.body)
  assert.equal(first?.body.grants.length, 2)
  const stranger = await staff.ask(office2, 'POST', `/api/v1/staff/${person}/grants`, body)
  assert.equal(stranger.body.code, 'request.id-reused')
  assert.equal((await eventsOf(person, 'RoleGranted')).length, 1)
})

test('a role is never lengthened: a longer one is a new grant, by somebody who may give it', async () => {
  const person = await freshClerk()
  const given = await staff.ask(office, 'POST', `/api/v1/staff/${person}/grants`, grant({ role: 'reviewer', lastDay: '2026-03-31' }))
  const before = given.body.grants.find((each: { role: string }) => each.role === 'reviewer')
  const longer = await staff.ask(office, 'POST', `/api/v1/staff/${person}/grants`, grant({ role: 'reviewer', lastDay: '2027-03-31' }))
  const after = longer.body.grants.filter((each: { role: string }) => each.role === 'reviewer')
  assert.equal(after.length, 2)
  assert.deepEqual(
    after.find((each: { id: string }) => each.id === before.id),
    before,
  )
})

test('an ended role stops at the next request, and its event says who ended it', async () => {
  const admin = await staff.hire('Soon Gone', 'KH:0110', ['office-administrator', 'KH:0110'])
  const { body } = await staff.ask(system, 'GET', `/api/v1/staff/${admin}`)
  assert.equal((await staff.ask(admin, 'GET', '/api/v1/staff')).status, 200)
  const path = `/api/v1/staff/${admin}/grants/${body.grants[0].id}/end`
  const refused = await staff.ask(office, 'POST', path, { requestId: staff.requestId(), reason: 'rival' })
  assert.equal(refused.body.code, 'staff.role-not-yours')
  const ended = await staff.ask(system, 'POST', path, { requestId: staff.requestId(), reason: 'moved away' })
  assert.deepEqual([ended.status, ended.body.grants[0].revokedAt, ended.body.grants[0].inForce], [200, startsAt, false])
  const next = await staff.ask(admin, 'GET', '/api/v1/staff')
  assert.deepEqual([next.status, next.body.code], [403, 'authority.revoked'])
  const again = await staff.ask(system2, 'POST', path, { requestId: staff.requestId(), reason: 'again' })
  assert.equal(again.body.grants[0].revokedAt, startsAt)
  assert.deepEqual(
    (await eventsOf(admin, 'RoleEnded')).map(({ actor }) => actor),
    [system],
  )
})

test('a role that was taken while its holder acts no longer serves: the command reads it again', async () => {
  const admin = await staff.hire('Racing', 'KH:0110', ['office-administrator', 'KH:0110'])
  const actor = await staff.actor(admin)
  await staff.owner.query.updateTable('role_grant').set({ revoked_at: startsAt, revoked_by: system }).where('account', '=', admin).execute()
  const late = await grantRole(staff.services, {
    requestId: staff.requestId(),
    actor,
    member: clerk,
    role: 'printer',
    place: 'KH:0110',
    from: today,
    lastDay: null,
    reason: 'late',
  })
  assert.equal(!late.ok && late.refusal.code, 'staff.not-found')
})

test('two administrators who end each other at once: one of them remains', async () => {
  const [one, two] = [await staff.hire('One', 'KH', ['system-administrator', 'KH']), await staff.hire('Two', 'KH', ['system-administrator', 'KH'])]
  const of = async (account: string) => (await staff.actor(account)).grants[0]?.id
  const [ofOne, ofTwo] = [await of(one), await of(two)]
  const end = (who: string, whom: string, which: string | undefined) =>
    staff.ask(who, 'POST', `/api/v1/staff/${whom}/grants/${which}/end`, { requestId: staff.requestId(), reason: 'quarrel' })
  await Promise.all([end(one, two, ofTwo), end(two, one, ofOne)])
  const left = await staff.owner.query
    .selectFrom('role_grant')
    .select('id')
    .where('account', 'in', [one, two])
    .where('revoked_at', 'is', null)
    .execute()
  assert.equal(left.length, 1)
})

test('a recovery needs two different administrators, and the second one gets the link once', async () => {
  const person = await freshClerk()
  const path = (name: string) => `/api/v1/staff/${person}/${name}`
  const none = await staff.ask(office, 'POST', path('confirmation'), { requestId: staff.requestId() })
  assert.equal(none.body.code, 'invitation.invalid')
  const begun = await staff.ask(office, 'POST', path('recovery'), { requestId: staff.requestId(), reason: 'lost the key' })
  assert.deepEqual(begun.body.recovery, { madeBy: office, madeAt: startsAt, confirmed: false })
  const alone = await staff.ask(office, 'POST', path('confirmation'), { requestId: staff.requestId() })
  assert.equal(alone.body.code, 'authority.two-people')
  const actor = await staff.actor(office2)
  const confirmations = await Promise.all(
    Array.from({ length: 10 }, () => confirmRecovery(staff.services, { requestId: staff.requestId(), actor, member: person })),
  )
  assert.equal(confirmations.filter((each) => each.ok && each.value.added !== null).length, 1)
  assert.equal(confirmations.filter((each) => !each.ok).length, 0)
  assert.equal((await eventsOf(person, 'RecoveryConfirmed')).length, 1)
  assert.equal((await eventsOf(person, 'RecoveryBegun')).length, 1)
})

test('two office administrators do not take over their governor, nor their chief of point', async () => {
  for (const whom of [governor, chief, other, system]) {
    const answer = await staff.ask(office, 'POST', `/api/v1/staff/${whom}/recovery`, { requestId: staff.requestId(), reason: 'takeover' })
    assert.ok(['staff.role-not-yours', 'staff.not-found'].includes(answer.body.code), answer.body.code)
  }
  for (const name of ['sessions/end', 'closing']) {
    const answer = await staff.ask(office, 'POST', `/api/v1/staff/${governor}/${name}`, { requestId: staff.requestId(), reason: 'takeover' })
    assert.equal(answer.body.code, 'staff.role-not-yours')
  }
  const own = await staff.ask(system, 'POST', `/api/v1/staff/${system}/recovery`, { requestId: staff.requestId(), reason: 'me' })
  assert.equal(own.body.code, 'authority.own-case')
})

test('closing an account ends its roles, sessions, passkeys and links; no role is given to it again', async () => {
  const person = await freshClerk()
  const session = {
    id: `s-${person}`,
    token: `${person}-token-of-the-session`,
    account: person,
    how: 'passkey',
    created_at: startsAt,
    updated_at: startsAt,
    expires_at: startsAt,
    last_seen_at: startsAt,
  } as const
  await staff.owner.query.insertInto('session').values(session).execute()
  const key = {
    id: `key-of-${person}`,
    account: person,
    public_key: Buffer.of(1),
    sign_count: 0,
    transports: [],
    backed_up: false,
    name: 'key',
    created_at: startsAt,
  } as const
  await staff.owner.query.insertInto('passkey').values(key).execute()
  const closed = await staff.ask(office, 'POST', `/api/v1/staff/${person}/closing`, { requestId: staff.requestId(), reason: 'retired' })
  assert.deepEqual([closed.status, closed.body.state, closed.body.grants[0].inForce], [200, 'closed', false])
  assert.equal((await staff.owner.query.selectFrom('session').select('id').where('account', '=', person).execute()).length, 0)
  assert.equal(
    (await staff.owner.query.selectFrom('passkey').select('revoked_by').where('account', '=', person).executeTakeFirst())?.revoked_by,
    office,
  )
  const given = await staff.ask(office, 'POST', `/api/v1/staff/${person}/grants`, grant())
  assert.deepEqual([given.status, given.body.code], [404, 'staff.not-found'])
})

test('sessions end for a person of one own office', async () => {
  const person = await freshClerk()
  const rows = [1, 2].map((n) => ({
    id: `s${n}-${person}`,
    token: `${n}-${person}-token-of-a-session`,
    account: person,
    how: 'passkey' as const,
    created_at: startsAt,
    updated_at: startsAt,
    expires_at: startsAt,
    last_seen_at: startsAt,
  }))
  await staff.owner.query.insertInto('session').values(rows).execute()
  const answer = await staff.ask(office, 'POST', `/api/v1/staff/${person}/sessions/end`, { requestId: staff.requestId(), reason: 'stolen laptop' })
  assert.deepEqual(answer.body, { ended: 2 })
})

test('a foreign account answers like one that never was, for every route', async () => {
  const random = '0199f000-0000-7000-8000-000000000000'
  const body = () => ({ requestId: staff.requestId(), reason: 'why' })
  for (const who of [other, chief]) {
    for (const [method, path, payload] of [
      ['GET', '', undefined],
      ['GET', '/events', undefined],
      ['GET', '/reads', undefined],
      ['POST', '/grants', grant()],
      ['POST', '/recovery', body()],
      ['POST', '/sessions/end', body()],
      ['POST', '/closing', body()],
    ] as const) {
      const [foreign, unknown] = [
        await staff.ask(who, method, `/api/v1/staff/${system}${path}`, payload),
        await staff.ask(who, method, `/api/v1/staff/${random}${path}`, payload),
      ]
      assert.deepEqual(foreign, unknown, `${method} ${path}`)
      assert.ok([404, 403].includes(foreign.status))
    }
  }
  const read = await staff.ask(other, 'GET', `/api/v1/staff/${clerk}`)
  assert.deepEqual([read.status, read.body.code], [404, 'staff.not-found'])
})

test('lists hold whom the single reading shows, and a foreign place is refused', async () => {
  for (const [who, place] of [
    [office, undefined],
    [governor, 'KH:0110'],
    [system, 'KH'],
    [system, 'KH:0110'],
    [chief, undefined],
  ] as const) {
    const list = await staff.ask(who, 'GET', `/api/v1/staff${place ? `?place=${place}` : ''}`)
    assert.equal(list.status, 200)
    assert.ok(list.body.length > 0)
    for (const member of list.body) assert.deepEqual((await staff.ask(who, 'GET', `/api/v1/staff/${member.id}`)).body, member)
  }
  const names = (await staff.ask(governor, 'GET', '/api/v1/staff')).body.map(({ name }: { name: string }) => name)
  assert.ok(names.includes('Chief') && names.includes('Clerk') && !names.includes('Other Office') && !names.includes('System One'))
  const foreign = await staff.ask(office, 'GET', '/api/v1/staff?place=KH:0109')
  assert.deepEqual([foreign.status, foreign.body.code], [403, 'authority.place'])
  assert.equal((await staff.ask(clerk, 'GET', '/api/v1/staff')).body.code, 'authority.role')
})

test('a person with a role here and a home elsewhere: this role is seen, the others are not', async () => {
  const person = await staff.hire('Two Places', 'KH:0211', ['clerk', 'KH:0211'], ['clerk', 'KH:0110'])
  const seen = await staff.ask(office, 'GET', `/api/v1/staff/${person}`)
  assert.deepEqual(
    seen.body.grants.map(({ place }: { place: string }) => place),
    ['KH:0110'],
  )
  const events = await staff.ask(governor, 'GET', `/api/v1/staff/${person}/events`)
  assert.deepEqual([events.status, events.body.code], [403, 'authority.place'])
})

test('one sees what is on record about oneself, and the chief sees it too; a colleague does not', async () => {
  const person = await freshClerk()
  await staff.ask(office, 'POST', `/api/v1/staff/${person}/grants`, grant({ role: 'cashier' }))
  staff.clock.now = '2026-03-02T03:00:01.000Z' as Instant
  await staff.ask(office, 'POST', `/api/v1/staff/${person}/grants`, grant({ role: 'printer' }))
  const own = await staff.ask(person, 'GET', '/api/v1/account/events')
  assert.deepEqual(
    own.body.map((event: { type: string; body: { role: string } }) => [event.type, event.body.role]),
    [
      ['RoleGranted', 'printer'],
      ['RoleGranted', 'cashier'],
    ],
  )
  assert.deepEqual((await staff.ask(governor, 'GET', `/api/v1/staff/${person}/events`)).body, own.body)
  const older = await staff.ask(governor, 'GET', `/api/v1/staff/${person}/events?before=${startsAt.replace('00.000Z', '01.000Z')}&limit=1`)
  assert.equal(older.body[0].body.role, 'cashier')
  assert.ok(!('said' in own.body[0].body))
  const colleague = await staff.ask(clerk, 'GET', `/api/v1/staff/${person}/events`)
  assert.equal(colleague.status, 403)
  staff.clock.now = startsAt
})

test('whose records a person read: the chief sees those of his own office, by day, and no others', async () => {
  const person = await freshClerk()
  const read = (day: string, subject: string, place: string, n: number) => ({
    day,
    account: person,
    subject,
    place,
    n,
    first_at: startsAt,
    last_at: startsAt,
  })
  await staff.owner.query
    .insertInto('person_read')
    .values([
      read('2026-03-01', 'case-1', 'KH:0110', 2),
      read('2026-03-02', 'case-1', 'KH:0110', 1),
      read('2026-03-02', 'case-2', 'KH:0110', 4),
      read('2026-03-02', 'case-3', 'KH:0109', 9),
    ])
    .execute()
  const seen = await staff.ask(governor, 'GET', `/api/v1/staff/${person}/reads`)
  assert.deepEqual(seen.body.days, [
    { day: '2026-03-02', records: 2, n: 5 },
    { day: '2026-03-01', records: 1, n: 2 },
  ])
  assert.deepEqual(seen.body.reads.map(({ subject }: { subject: string }) => subject).toSorted(), ['case-1', 'case-2'])
  const first = await staff.ask(governor, 'GET', `/api/v1/staff/${person}/reads?day=2026-03-01`)
  assert.deepEqual(
    first.body.reads.map(({ n }: { n: number }) => n),
    [2],
  )
  const own = await staff.ask(person, 'GET', '/api/v1/account/reads')
  assert.equal(own.body.days[0].records, 3)
  assert.equal((await staff.ask(system, 'GET', `/api/v1/staff/${person}/reads`)).body.days[0].records, 3)
})

test('who am I: my roles, ended ones too, and what I may do', async () => {
  const { body } = await staff.ask(office, 'GET', '/api/v1/account')
  assert.deepEqual([body.id, body.home, body.gives], [office, 'KH:0110', ['clerk', 'cashier', 'reviewer', 'printer']])
  assert.deepEqual(
    body.may.find(({ action }: { action: string }) => action === 'staff.invite'),
    { action: 'staff.invite', places: [{ place: 'KH:0110', relations: ['own-district'] }] },
  )
  assert.equal(
    body.may.find(({ action }: { action: string }) => action === 'pass.sign'),
    undefined,
  )
  const none = await staff.server.inject({ method: 'GET', url: '/api/v1/account' })
  assert.equal(none.statusCode, 401)
})
