import { generateKeyPairSync, hash, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import type { AuthenticationResponseJSON } from '@simplewebauthn/server'
import type pg from 'pg'
import { openPrepared } from '../app/instance.ts'
import { takeFee } from '../app/payments-of-passes.ts'
import { prepareDatabase } from '../app/prepare-database.ts'
import type { Actor } from '../identity/actor.rules.ts'
import type { Role } from '../identity/authority-lists.rules.ts'
import { openCredentials } from '../identity/credentials.ts'
import type { AccountId } from '../identity/grant.rules.ts'
import { areaPlace, statePlace } from '../identity/place.rules.ts'
import { type Authenticator, makeAuthenticator } from '../identity/software-authenticator.ts'
import { readStateProfile } from '../instruments/states.ts'
import type { AreaCode, CommandId } from '../kernel/code.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { type CivilDate, epochMs, type Instant } from '../kernel/time.ts'
import { readConfig } from '../platform/config.ts'
import { type HolderBoundId, newCommandId } from '../platform/ids.ts'
import { openTestDatabase } from '../platform/postgres/test-cluster.ts'
import { applyForPass } from './apply-for-pass.ts'
import { approveApplication } from './change-application.ts'
import { madeUpApplicant } from './made-up-passes.ts'
import { signList } from './sign-list.ts'
import { openSigningKeys } from './signing-keys.ts'
import { type ListShown, makeSigningList, type SigningDesk } from './signing-list.ts'

export type Signer = { readonly actor: Actor; readonly authenticator: Authenticator }
export type TestDesk = {
  readonly desk: SigningDesk
  readonly clock: { now: Instant }
  readonly administrator: pg.Pool
  /** A member of staff with one role at an office, as the register has it, and a passkey of their own. */
  hire(role: Role, office?: string): Promise<Signer>
  /** Approved applications of made-up people, through the desk's own commands. */
  approved(count: number, office?: string, hands?: readonly Signer[]): Promise<HolderBoundId[]>
  requestId(): CommandId
}

export const poipet = 'KH:0110' as AreaCode

/** A desk that signs, on a real database through the application's own login. It ends with the test file. */
export async function openTestDesk(start = '2026-03-02T02:00:00.000Z'): Promise<TestDesk> {
  const clock = { now: start as Instant }
  const home = mkdtempSync(join(tmpdir(), 'spean-signing-'))
  const config = readConfig({ SPEAN_HOME: home, SPEAN_PORT: '0', SPEAN_LOG: 'silent', SPEAN_STATE: 'KH' })
  const { database, url } = await openTestDatabase()
  const connected = openPrepared(url, await prepareDatabase(url, config, clock.now), async () => {})
  after(async () => {
    await connected.close()
    rmSync(home, { recursive: true, force: true })
  })
  const desk: SigningDesk = {
    database: connected.database,
    state: 'KH',
    law: connected.law,
    now: () => clock.now,
    keys: await openSigningKeys(join(home, 'keys'), 'KH', clock.now),
    profile: readStateProfile('KH'),
    fingerprint: (text) => hash('sha256', text),
    credentials: openCredentials(connected.identity),
    origin: 'http://localhost:8080',
  }
  const requestId = () => newCommandId(epochMs(clock.now))
  const hire = (role: Role, office: string = poipet) => hireOne(database.pool, { role, office: office as AreaCode, at: clock.now })
  let [people, own] = [0, undefined as Promise<Signer[]> | undefined]
  return {
    desk,
    clock,
    administrator: database.pool,
    hire,
    requestId,
    async approved(count, office = poipet, hands) {
      own ??= Promise.all((['clerk', 'cashier', 'reviewer'] as const).map((role) => hire(role, office)))
      const [clerk, cashier, reviewer] = (hands ?? (await own)).map(({ actor }) => actor)
      const ids: HolderBoundId[] = []
      for (let turn = 0; turn < count; turn += 1) {
        people += 1
        const applicant = madeUpApplicant(people, 'KH', office as AreaCode)
        // Two small pictures of each person's own: what they show is not asked here.
        const photo = { portrait: hash('sha256', `portrait ${people}`, 'buffer'), chip: hash('sha256', `chip ${people}`, 'buffer') }
        if (!clerk || !cashier || !reviewer) throw new Error('no hands')
        const taken = accepted(
          await applyForPass(desk, { requestId: requestId(), actor: clerk, office: office as AreaCode, applicant, photo, madeUp: true }),
        )
        accepted(await takeFee(desk, cashier, taken))
        accepted(await approveApplication(desk, { requestId: requestId(), actor: reviewer, application: taken.id }))
        ids.push(taken.id)
      }
      return ids
    },
  }
}

/** A governor at work: shows lists of approved applications, answers with a passkey, sends the answer. */
export function openSignersDesk(t: TestDesk, governor: Signer) {
  const { desk, administrator } = t
  return {
    show: async (count: number, signer = governor): Promise<ListShown> =>
      accepted(await makeSigningList(desk, signer.actor, await t.approved(count))),
    answer: (
      shown: ListShown,
      { authenticator }: Signer = governor,
      change: { userVerified?: boolean; signCount?: number; origin?: string; rpId?: string } = {},
    ) => authenticator.get({ challenge: shown.options.challenge, origin: desk.origin, rpId: 'localhost', userVerified: true, ...change }),
    sign: (shown: Pick<ListShown, 'list'>, assertion: AuthenticationResponseJSON, signer = governor, requestId = t.requestId()) =>
      signList(desk, { requestId, actor: signer.actor, list: shown.list, assertion }),
    passesOf: async (list: string): Promise<number> =>
      Number((await administrator.query('select count(*) as n from pass where signing_list = $1', [list])).rows[0]?.n),
  }
}

export const codeOf = (outcome: { ok: true } | { ok: false; refusal: { code: string } }): string => (outcome.ok ? 'ok' : outcome.refusal.code)

export function accepted<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`)
  return outcome.value
}

async function hireOne(pool: pg.Pool, { role, office, at }: { role: Role; office: AreaCode; at: Instant }): Promise<Signer> {
  const account = newCommandId(epochMs(at)) as string as AccountId
  const grant = {
    id: randomUUID(),
    account,
    role,
    place: office.includes(':') ? areaPlace(office) : statePlace('KH'),
    from: '2026-01-01' as CivilDate,
    lastDay: '2026-12-31' as CivilDate,
    revokedAt: null,
  }
  const [name, hired] = [`${role} of ${office}`, '2026-01-01T00:00:00Z']
  await pool.query(
    "insert into staff_account values ($1, $2, $1 || '@staff.invalid', false, null, $3, $3, $4, nullif($4::text, 'KH'), null, null, 'active', true)",
    [account, name, hired, office],
  )
  await pool.query(
    "insert into role_grant (id, account, role, place, area, valid_from, last_day, granted_by, granted_at) values ($1, $2, $3, $4, nullif($4, 'KH'), $5, $6, $7, $8)",
    [grant.id, account, role, office, grant.from, grant.lastDay, 'the test', hired],
  )
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const authenticator = makeAuthenticator({ privateKey, credentialId: hash('sha256', account, 'buffer') })
  await pool.query(
    "insert into passkey (id, account, public_key, sign_count, transports, backed_up, name, created_at) values ($1, $2, $3, 0, '{internal}', false, 'test', $4)",
    [authenticator.credentialId, account, authenticator.publicKey, hired],
  )
  return { actor: { account, name, grants: [grant], nationalId: null, familyBook: null }, authenticator }
}
