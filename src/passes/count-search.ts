import { recordRead } from '../audit/record-read.ts'
import type { Actor } from '../identity/actor.rules.ts'
import type { OperatingParameters } from '../instruments/operating-parameters.ts'
import type { AreaCode } from '../kernel/code.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import { borderZone, civilDateAt, clockTimeAt, type Instant } from '../kernel/time.ts'
import { rollBackOn, type Tx } from '../platform/database.ts'
import { type Issuing, inNameOf } from './issuing.ts'

/** What is counted apart: looking for somebody, comparing an applicant with the register, and looking into the watchlist. */
export type SearchKind = 'search' | 'near' | 'watch'
export type SearchLimits = { readonly perHour: number; readonly perDay: number }
export type SearchesLeft = { readonly thisHour: number; readonly today: number }

/** Counts this search by the hour and the day of the border's clock, in the record of readings. Two at once wait for each other on the hour's row. Undefined: one too many. */
export async function countSearch(
  tx: Tx,
  { perHour, perDay }: SearchLimits,
  by: { kind: SearchKind; account: string; place: string; now: Instant },
): Promise<SearchesLeft | undefined> {
  const { kind, account, place, now } = by
  const hour = `${kind}/${clockTimeAt(now, borderZone).slice(0, 2)}`
  await recordRead(tx, { account, subject: hour, place, at: now })
  const rows = await tx
    .selectFrom('person_read')
    .select(['subject', 'n'])
    .where('day', '=', civilDateAt(now, borderZone))
    .where('account', '=', account)
    .where('subject', 'like', `${kind}/%`)
    .execute()
  const sum = (counted: typeof rows) => counted.reduce((total, { n }) => total + n, 0)
  const left = { thisHour: perHour - sum(rows.filter(({ subject }) => subject === hour)), today: perDay - sum(rows) }
  return left.thisHour < 0 || left.today < 0 ? undefined : left
}

export type Comparing = Issuing & { readonly parameters: OperatingParameters }

/**
 * Counts a comparison with the register, in a transaction of its own: it stays counted whatever comes of it, and those who ask at once wait for each other's count,
 * not for each other's work. Refused: one too many.
 */
export function countComparison(comparing: Comparing, actor: Actor, place: AreaCode): Promise<Outcome<SearchesLeft>> {
  const [now, { parameters }] = [comparing.now(), comparing]
  const limits = { perHour: parameters('near-people.per-hour-max', now), perDay: parameters('near-people.per-day-max', now) }
  return rollBackOn(comparing.database, inNameOf(comparing, actor), async (tx) => {
    const left = await countSearch(tx, limits, { kind: 'near', account: actor.account, place, now })
    return left ? accept(left) : refuse('search.too-many', { about: limits })
  })
}
