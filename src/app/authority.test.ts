// Goal: over HTTP everybody may do what the texts allow and nothing else, and the database alone shows nothing foreign. Method: role × action × relation × time against vectors/authority, each cell a request to a whole instance; then the same readings with the program's own check fooled.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { type Action, actions, type Role, roles } from '../identity/authority-lists.rules.ts'
import { type GrantTime, grantTimes } from '../identity/grant.rules.ts'
import { rolePlaces } from '../identity/held-roles.rules.ts'
import { areaPlace, type Place, type Relation, relationOf, relations, statePlace } from '../identity/place.rules.ts'
import { madeUpAccount } from '../identity/staff/made-up-staff.ts'
import { endMs, firstMs, grantOf, instantOf, readOracle } from '../identity/test-oracle.ts'
import type { AreaCode } from '../kernel/code.ts'
import { type CivilDate, epochMs, instantOfMs } from '../kernel/time.ts'
import { showsPhoto } from '../passes/fields.rules.ts'
import { newCommandId } from '../platform/ids.ts'
import { createServer } from './server.ts'
import { grantId, type Holder, openMatrix } from './test-authority.ts'
import { type Answer, ask, blind, instrument, isKeptOut, searchFor, span } from './test-authority-ask.ts'
import { makeProbes, subjectOf } from './test-authority-probes.ts'

const matrix = await openMatrix()
const { open, holders, offices, points, staff, traveller } = matrix
const probes = await makeProbes(matrix)
const oracle = readOracle()
const whereOf = new Map(oracle.rows.map(({ role, action, relations: where }) => [`${role} ${action}`, where]))
const isAllowed = (role: Role, action: Action, relation: Relation, time: GrantTime = 'inside'): boolean =>
  oracle.times.get(time) === true && whereOf.get(`${role} ${action}`)?.includes(relation) === true
const mayAt = ({ role, place: mine }: Holder, action: Action, place: Place): boolean => isAllowed(role, action, relationOf(mine, place))
const read = (holder: Holder, url: string, from = matrix): Promise<Answer> => ask(from, holder, { method: 'GET', url })
const rowsOf = <T>({ status, body }: Answer): T[] => (status === 200 ? (JSON.parse(body) as T[]) : [])
const nameOf = ({ role, place }: Holder): string => `${role} at ${place.id}`

/** At most so many requests at once. */
async function inTurns<T>(work: readonly (() => Promise<T>)[], atOnce = 8): Promise<T[]> {
  const done: T[] = []
  const rest = work.values()
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const each of rest) done.push(await each())
    }),
  )
  return done
}

const asked = { cells: 0, blindChecked: 0 }
const unreachable = new Map<string, number>()
for (const time of grantTimes)
  test(`every cell over HTTP, ${time}`, async (t) => {
    await matrix.at(instantOf[time], time === 'revoked' ? { revokedAt: instantOf.revoked } : {})
    const work: (() => Promise<string | undefined>)[] = []
    for (const holder of holders)
      for (const action of actions) {
        const probe = probes[action]
        const random = probe.ask(null)
        for (const relation of relations) {
          const found = subjectOf(probe, holder, relation)
          if (typeof found === 'string') {
            unreachable.set(found, (unreachable.get(found) ?? 0) + 1)
            continue
          }
          work.push(async () => {
            const name = `${holder.role} at ${holder.place.id}, ${action}, ${relation}`
            const answer = await ask(matrix, holder, found.request)
            asked.cells += 1
            const letIn = probe.answers ? probe.answers(answer, found.place) : !isKeptOut(answer)
            if (answer.status >= 500) return `${name}: ${answer.status} ${answer.body.slice(0, 200)}`
            if (letIn !== isAllowed(holder.role, action, relation, time))
              return `${name}: ${letIn ? 'let in' : 'kept out'}, ${answer.status} ${answer.code}`
            if (letIn || answer.status !== 404 || !random || relation === 'none') return undefined
            asked.blindChecked += 1
            const other = await ask(matrix, holder, random)
            const same = other.status === answer.status && blind(other.body, random) === blind(answer.body, found.request)
            return same ? undefined : `${name}: a foreign id answers ${answer.body}, a random one ${other.body}`
          })
        }
      }
    const wrong = (await inTurns(work)).filter((line) => line !== undefined)
    t.diagnostic(`${work.length} cells asked over HTTP, ${wrong.length} differ from the oracle`)
    assert.deepEqual(wrong, [])
  })

test('the count of cells, and those that cannot be asked', (t) => {
  const left = [...unreachable].map(([why, n]) => `${n} ${why}`)
  t.diagnostic(`${asked.cells} cells asked over HTTP; ${asked.blindChecked} foreign ids compared with random ones; not asked: ${left.join('; ')}`)
  const total = holders.length * actions.length * relations.length * grantTimes.length
  assert.equal(asked.cells + [...unreachable.values()].reduce((sum, n) => sum + n, 0), total)
})

test('every action of the table is named by a route, and every route names what it needs', async () => {
  const { paths } = (await open.server.inject({ url: '/api/openapi.json' })).json() as {
    paths: Record<string, Record<string, { description?: string }>>
  }
  const named = Object.values(paths).flatMap((path) =>
    Object.values(path).map(({ description }) => /^Needs: ([a-z.-]+)[.]/.exec(description ?? '')?.[1] ?? 'public'),
  )
  assert.deepEqual(
    named.filter((need) => !['public', 'signed-in', 'demonstration'].includes(need) && !(actions as readonly string[]).includes(need)),
    [],
  )
  assert.deepEqual(
    actions.filter((action) => !named.includes(action) && action !== 'operations.read'),
    [],
  )
})

for (const holder of holders)
  test(`lists, photos, exports, searches and counts agree with single readings: ${nameOf(holder)}`, async () => {
    await matrix.at(instantOf.inside)
    const name = nameOf(holder)
    const counts = new Map<string, number>()
    for (const subject of offices) {
      const { place, application, number } = subject
      const single = (await read(holder, `/api/v1/applications/${application}`)).status
      assert.equal(single === 200, mayAt(holder, 'application.read', place), `${name}, application at ${place.id}`)
      const face = showsPhoto([holder.role])
      const photo = await read(holder, `/api/v1/applications/${application}/photo`)
      assert.equal(photo.status, single === 200 && !face ? 403 : single, `${name}, photo at ${place.id}`)
      const listed = rowsOf<{ id: string }>(await read(holder, `/api/v1/applications?office=${place.id}`)).map(({ id }) => id)
      assert.equal(listed.includes(application), single === 200, `${name}, list of ${place.id}`)
      const pass = (await read(holder, `/api/v1/passes/${number}`)).status
      assert.equal(pass === 200, mayAt(holder, 'pass.read', place), `${name}, pass at ${place.id}`)
      const portrait = await read(holder, `/api/v1/passes/${number}/photo`)
      assert.equal(portrait.status, pass === 200 && !face ? 403 : pass, `${name}, photo of the pass at ${place.id}`)
      const found = await ask(matrix, holder, searchFor(subject))
      assert.equal(found.body.includes(application), mayAt(holder, 'person.search', place), `${name}, search at ${place.id}`)
      const counted = rowsOf<{ issued: number }>(await read(holder, `/api/v1/pass-counts?office=${place.id}`))
      counts.set(
        place.id,
        counted.reduce((sum, { issued }) => sum + issued, 0),
      )
    }
    await signedAgree(holder)
    const all = await read(holder, '/api/v1/pass-counts')
    const total = rowsOf<{ issued: number }>(all).reduce((sum, { issued }) => sum + issued, 0)
    const parts = [...counts.values()].reduce((sum, n) => sum + n, 0)
    assert.equal(total, parts, `${name}, passes counted together and office by office`)
    await movementsAgree(holder)
    await staffAgree(holder)
  })

/** Passes under an instrument: page, file and count. Names only for those who may read the pass. */
async function signedAgree(holder: Holder): Promise<void> {
  const query = `instrument=${instrument}&${span}`
  const listed = rowsOf<{ number: string; holder: object | null }>(await read(holder, `/api/v1/mandates/passes?${query}`))
  const file = await read(holder, `/api/v1/mandates/passes.csv?${query}`)
  const count = await read(holder, `/api/v1/mandates/passes/count?${query}`)
  for (const { place, number } of offices) {
    const row = listed.find((each) => each.number === number)
    assert.equal(row !== undefined, mayAt(holder, 'mandate.passes', place), `${nameOf(holder)}, signed passes of ${place.id}`)
    assert.equal(
      row !== undefined && row.holder !== null,
      row !== undefined && mayAt(holder, 'pass.read', place),
      `${nameOf(holder)}, names at ${place.id}`,
    )
    assert.equal(file.status === 200 && file.body.includes(number), row !== undefined, `${nameOf(holder)}, file of ${place.id}`)
  }
  assert.equal(
    count.status === 200 ? (JSON.parse(count.body) as { count: number }).count : 0,
    listed.length,
    `${nameOf(holder)}, count of signed passes`,
  )
}

async function movementsAgree(holder: Holder): Promise<void> {
  const days = 'from=2026-11-01&until=2026-11-30'
  const together = rowsOf<{ point: string }>(await read(holder, `/api/v1/counts?${days}`)).map(({ point }) => point)
  for (const point of points) {
    const alone = await read(holder, `/api/v1/counts?point=${point.id}&${days}`)
    assert.equal(alone.status === 200, mayAt(holder, 'movement.count', point), `${nameOf(holder)}, counts of ${point.id}`)
    assert.equal(together.includes(point.id), alone.status === 200, `${nameOf(holder)}, counts of ${point.id} among all`)
  }
}

async function staffAgree(holder: Holder): Promise<void> {
  const own = rowsOf<{ id: string }>(await read(holder, '/api/v1/staff')).map(({ id }) => id)
  for (const { place, account } of staff) {
    const single = (await read(holder, `/api/v1/staff/${account}`)).status === 200
    assert.equal(single, mayAt(holder, 'staff.read', place), `${nameOf(holder)}, staff of ${place.id}`)
    if (own.includes(account)) assert.ok(single, `${nameOf(holder)}, listed and not read: ${place.id}`)
    const there = rowsOf<{ id: string }>(await read(holder, `/api/v1/staff?place=${place.id}`)).map(({ id }) => id)
    assert.equal(there.includes(account), single && place.state === 'KH', `${nameOf(holder)}, staff listed of ${place.id}`)
  }
}

/** The same instance whose program believes that everybody holds every role everywhere; the database reads the roles itself. */
async function openFooled() {
  const everywhere = [
    statePlace('KH'),
    statePlace('TH'),
    ...['KH:01', 'KH:02', 'TH:27'].map((id) => areaPlace(id as AreaCode)),
    ...offices.map(({ place }) => place),
    ...points,
  ]
  const grants = roles.flatMap((role) =>
    everywhere
      .filter(({ kind }) => (rolePlaces[role] as readonly string[]).includes(kind))
      .map((place) => grantOf(role, place, { from: '2020-01-01' as CivilDate, lastDay: null })),
  )
  const { signIn } = open.instance
  const sessions: typeof signIn.sessions = {
    recall: () => undefined,
    async readSession(cookie, now) {
      const found = await signIn.sessions.readSession(cookie, now)
      return typeof found === 'string' ? found : { ...found, grants: grants.map((grant) => ({ ...grant, account: found.account })) }
    },
  }
  const server = await createServer({ ...open.instance, signIn: { ...signIn, sessions } }, undefined, { check: false })
  after(() => server.close())
  return { ...matrix, open: { ...open, server } }
}

/** Who took every case of the matrix. */
const clerkOfCases = madeUpAccount({ place: { id: 'KH:0110' }, role: 'clerk' })
const fooledTimes = ['before', 'inside', 'after', 'revoked'] as const

test('row-level security alone: the same readings with the program’s check fooled show nothing foreign', async (t) => {
  const fooled = await openFooled()
  const seen = { foreign: 0, own: 0 }
  for (const time of fooledTimes) {
    await matrix.at(instantOf[time], time === 'revoked' ? { revokedAt: instantOf.revoked } : {})
    const mayNow = (holder: Holder, action: Action, place: Place) => oracle.times.get(time) === true && mayAt(holder, action, place)
    const look = async (holder: Holder): Promise<void> => {
      // Outside its time a role is nobody's: its own office and a foreign one say so.
      for (const subject of time === 'inside' ? offices : offices.slice(0, 2)) {
        const { place, application, number } = subject
        const name = `${nameOf(holder)}, ${time}, ${place.id}`
        const seesPass = mayNow(holder, 'pass.read', place)
        // Whoever sees a pass sees the application it came from.
        const seesCase = seesPass || mayNow(holder, 'application.read', place)
        const ofCase = [`/api/v1/applications/${application}`, `/api/v1/applications/${application}/photo`]
        const ofPass = [`/api/v1/passes/${number}`, `/api/v1/passes/${number}/photo`, `/api/v1/passes/${number}/evidence`]
        for (const [url, sees] of [...ofCase.map((url) => [url, seesCase] as const), ...ofPass.map((url) => [url, seesPass] as const)]) {
          const { status } = await read(holder, url, fooled)
          seen[sees ? 'own' : 'foreign'] += 1
          if (!sees) assert.equal(status, 404, `${name}: ${url}`)
          else if (!url.endsWith('evidence')) assert.equal(status, 200, `${name}: ${url}`)
        }
        if (!seesPass) assert.equal((await read(holder, `/api/v1/passes/${number}/page.pdf`, fooled)).status, 404, `${name}: the page`)
        const listed = await read(holder, `/api/v1/applications?office=${place.id}`, fooled)
        assert.equal(listed.body.includes(application), seesCase, `${name}: the list`)
        const signed = await read(holder, `/api/v1/mandates/passes.csv?instrument=${instrument}&${span}`, fooled)
        assert.equal(signed.body.includes(number), seesPass, `${name}: the file`)
        const handled = await read(holder, `/api/v1/handled-passes.csv?account=${clerkOfCases}&${span}`, fooled)
        assert.equal(handled.body.includes(number), seesPass, `${name}: the file of what one person handled`)
        const found = await ask(fooled, holder, searchFor(subject))
        assert.deepEqual([found.status, found.body.includes(number)], [200, seesPass], `${name}: the search`)
      }
      const crossed = rowsOf<{ point: string }>(await read(holder, `/api/v1/movements?number=${traveller}`, fooled))
      const mayRead = points.filter((point) => mayNow(holder, 'movement.read', point)).map(({ id }) => id)
      assert.deepEqual([...new Set(crossed.map(({ point }) => point))].sort(), mayRead.sort(), `${nameOf(holder)}, ${time}: movements`)
    }
    await inTurns(holders.map((holder) => () => look(holder)))
  }
  t.diagnostic(`${seen.foreign} readings of one foreign record, no row shown; ${seen.own} of one's own, which answer`)
  assert.ok(seen.foreign > 800 && seen.own > 100)
})

test('with a hole in one policy the same reading shows the row: it is the database that kept it shut', async () => {
  const fooled = await openFooled()
  await matrix.at(instantOf.inside)
  const cashier = holders.find(({ role, kind }) => role === 'cashier' && kind === 'province') ?? assert.fail()
  const url = `/api/v1/passes/${offices[0]?.number}`
  assert.equal((await read(cashier, url, fooled)).status, 404)
  await open.administrator.query('create policy hole on pass for select to spean_app using (true)')
  const shown = await read(cashier, url, fooled)
  await open.administrator.query('drop policy hole on pass')
  assert.equal(shown.status, 200, shown.body)
  assert.equal((await read(cashier, url, fooled)).status, 404)
})

const clerk = holders.find(({ role, kind }) => role === 'clerk' && kind === 'district') ?? assert.fail()
const ownCase = `/api/v1/applications/${offices[0]?.application}`
const second = 1_000
const edges: [name: string, ms: number, status: number, code: string][] = [
  ['a second before its first day', firstMs - second, 403, 'authority.not-started'],
  ['a millisecond before its first day', firstMs - 1, 403, 'authority.not-started'],
  ['its first millisecond', firstMs, 200, ''],
  ['a second after it began', firstMs + second, 200, ''],
  ['a second before its end', endMs - second, 200, ''],
  ['its last millisecond', endMs - 1, 200, ''],
  ['the first millisecond after', endMs, 403, 'authority.ended'],
  ['a second after', endMs + second, 403, 'authority.ended'],
]
for (const [name, ms, status, code] of edges)
  test(`a role, ${name}: ${status} ${code}`, async () => {
    await matrix.at(instantOfMs(ms))
    const answer = await read(clerk, ownCase)
    assert.deepEqual([answer.status, answer.code], [status, code])
  })

test('a role that is ended stops at the very next request of a session that goes on', async () => {
  await matrix.at(instantOf.inside)
  assert.equal((await read(clerk, ownCase)).status, 200)
  const administrator = await open.as('system-administrator', 'KH')
  await matrix.at(instantOf.inside)
  const grant = grantId(holders.indexOf(clerk))
  const payload = { requestId: newCommandId(epochMs(open.clock.now)), reason: 'asked by the matrix' }
  const ended = await ask(matrix, { headers: administrator }, { method: 'POST', url: `/api/v1/staff/${clerk.account}/grants/${grant}/end`, payload })
  assert.equal(ended.status, 200, ended.body)
  const next = await read(clerk, ownCase)
  assert.deepEqual([next.status, next.code], [403, 'authority.revoked'])
})

test('without a session, or with a cookie made up, nothing of the table is reached', async () => {
  for (const action of actions) {
    const probe = probes[action]
    const request = probe.ask(probe.places[0] ?? null) ?? assert.fail(action)
    for (const headers of [
      { origin: 'http://localhost:80', cookie: '' },
      { origin: 'http://localhost:80', cookie: '__Host-spean-session=made-up.c2ln' },
    ]) {
      const answer = await ask(matrix, { headers }, request)
      assert.deepEqual([answer.status, answer.code], [401, 'session.none'], action)
    }
  }
})
