import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import type pg from 'pg'
import { prepareDatabase } from '../app/prepare-database.ts'
import type { Actor } from '../identity/actor.rules.ts'
import type { Role } from '../identity/authority-lists.rules.ts'
import type { AccountId, Grant } from '../identity/grant.rules.ts'
import { areaPlace } from '../identity/place.rules.ts'
import { readOperatingParameters } from '../instruments/operating-parameters.ts'
import type { AreaCode, CommandId, InstrumentId } from '../kernel/code.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import { type CivilDate, epochMs, type Instant, instantOfMs } from '../kernel/time.ts'
import { readConfig } from '../platform/config.ts'
import { openDatabase } from '../platform/database.ts'
import { type HolderBoundId, newCommandId, newHolderBoundId } from '../platform/ids.ts'
import { openTestDatabase } from '../platform/postgres/test-cluster.ts'
import { bakongGateway } from './bank/bakong-gateway.ts'
import { type MadeUpBank, openMadeUpBank } from './bank/made-up-bank.ts'
import type { ChargeShown } from './charge.queries.ts'
import type { Charge, Standing } from './charge.rules.ts'
import type { ChargeFound, Paid, Payments } from './payment-services.ts'
import { requestPayment } from './request-payment.ts'

export const poipet = 'KH:0110' as AreaCode
const malai = 'KH:0109' as AreaCode
export const instrument = 'kh/order-2024-01-01' as InstrumentId

export type Till = {
  readonly payments: Payments
  readonly bank: MadeUpBank
  readonly clock: { now: Instant }
  /** Past every wall: what is really in the tables. */
  readonly administrator: pg.Pool
  /** What the hooks were told. */
  readonly told: { readonly paid: Paid[]; readonly reversed: Paid[] }
  /** While set, what is paid for does not take a payment. */
  readonly closed: Set<string>
  person(name: string, role: Role, place?: string): Promise<Actor>
  /** Something to be paid: 20,000 riel at Poipet unless said otherwise. */
  charge(change?: Partial<Charge> & { standing?: Standing; own?: boolean }): HolderBoundId
  id(): CommandId
  later(seconds: number): Instant
  /** Asks for a code; its payload, hash and id. */
  code(actor: Actor, subject: HolderBoundId): Promise<{ payload: string; hash: string; id: HolderBoundId }>
}

/** A migrated database, the program's own login on it, charges that stand for nothing else, and a made-up bank; it ends with the test file. */
export async function openTill(now: Instant): Promise<Till> {
  const home = mkdtempSync(join(tmpdir(), 'spean-till-'))
  const { database: past, url } = await openTestDatabase()
  const { logins } = await prepareDatabase(url, readConfig({ SPEAN_HOME: home, SPEAN_STATE: 'KH' }), now)
  const database = openDatabase(logins.app)
  const clock = { now }
  const bank = await openMadeUpBank({ now: () => epochMs(clock.now) })
  after(async () => {
    await bank.close()
    await database.close()
    rmSync(home, { recursive: true, force: true })
  })
  const charges = new Map<string, ChargeFound>()
  const closed = new Set<string>()
  const told: Till['told'] = { paid: [], reversed: [] }
  const hook =
    (list: Paid[]) =>
    async (_tx: unknown, paid: Paid): Promise<Outcome<unknown>> => {
      if (closed.has(paid.subject)) return refuse('charge.closed')
      list.push(paid)
      return accept(undefined)
    }
  const receiver = (office: string) => ({
    kind: 'merchant' as const,
    account: `office_${office.slice(3)}@devb`,
    merchantId: office,
    acquiringBank: 'Dev Bank',
  })
  const merchants = new Map([poipet, malai].map((office) => [office, { receiver: receiver(office), name: 'One Window', city: 'Banteay' }]))
  const payments: Payments = {
    database,
    now: () => clock.now,
    parameters: readOperatingParameters(),
    findCharge: async (_tx, subject) => charges.get(subject),
    hooks: { hold: async () => undefined, onPaid: hook(told.paid), onReversed: hook(told.reversed) },
    gateway: bakongGateway({ url: bank.url, token: () => bank.token, merchants, limits: { patienceMs: 2_000, bytesMax: 10_000 } }),
  }
  const id = () => newCommandId(epochMs(clock.now))
  return {
    payments,
    bank,
    clock,
    administrator: past.pool,
    told,
    closed,
    id,
    later: (seconds) => instantOfMs(epochMs(clock.now) + seconds * 1000),
    async person(name, role, place = poipet) {
      const account = `account-${name}` as AccountId
      const grant: Grant = {
        id: id(),
        account,
        role,
        place: areaPlace(place as AreaCode),
        from: '2024-01-01' as CivilDate,
        lastDay: null,
        revokedAt: null,
      }
      await past.pool.query(
        "insert into role_grant (id, account, role, place, area, valid_from, granted_by, granted_at) values ($1, $2, $3, $4, $4, $5, 'test', '2024-01-01')",
        [grant.id, account, role, place, grant.from],
      )
      return { account, name, grants: [grant], nationalId: null, familyBook: null }
    },
    charge({ standing = 'open', own = false, ...change } = {}) {
      const subject = newHolderBoundId(epochMs(clock.now))
      charges.set(subject, { charge: { office: poipet, amount: 20_000, currency: 'KHR', instrument, ...change }, standing, own })
      return subject
    },
    async code(actor, subject) {
      const shown = await requestPayment(payments, { requestId: id(), actor, subject })
      assert.ok(shown.ok, JSON.stringify(shown))
      const [request] = shown.value.requests
      return { ...(request ?? assert.fail()), id: request?.id as HolderBoundId }
    },
  }
}

/** What a refusal says, or what was answered instead. */
export const codeOf = (outcome: Outcome<unknown>): string => (outcome.ok ? 'accepted' : outcome.refusal.code)
export const shownOf = (outcome: Outcome<ChargeShown>): ChargeShown => (outcome.ok ? outcome.value : assert.fail(JSON.stringify(outcome.refusal)))
