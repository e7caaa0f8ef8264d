import type { Instant } from '../../kernel/time.ts'
import type { Tx } from '../../platform/database.ts'
import type { LiveWatchlist } from '../../watchlist/live-watchlist.ts'
import { judgedHits, type ReferralRow } from './referral.queries.ts'
import { openReferral } from './referral.store.ts'

/** Who drove, by the movement that let them through. */
export type Driven = Pick<ReferralRow, 'cell' | 'movement' | 'holder' | 'point' | 'lane' | 'direction' | 'occurredAt'> & {
  readonly document: { readonly issuer: string; readonly number: string } | null
}
type Written = { readonly plates: readonly string[]; readonly by: string; readonly at: Instant }

/**
 * Refers who drove a vehicle whose plates, as its sheet has them, come near the watchlist. What somebody in charge had before them already is not referred again. True: somebody is to decide now.
 * The movement stands: nobody is called back by a sheet, but today's next passage of the driver waits for the decision.
 */
export async function referDriver(watchlist: LiveWatchlist, tx: Tx, driven: Driven, { plates, by, at }: Written): Promise<boolean> {
  const { document } = driven
  const subject = { names: null, birthDate: null, documents: document ? [document] : [], plates, passNumber: null }
  const near = watchlist.size === 0 ? [] : watchlist.match(subject, at).filter(({ kind }) => kind === 'plate')
  if (near.length === 0) return false
  const judged = await judgedHits(tx, driven)
  const hits = near.map(({ entry }) => entry).filter((entry) => !judged.includes(entry))
  if (hits.length === 0) return false
  await openReferral(tx, driven, { reasons: ['listed'], hits: [...judged, ...hits], by })
  return true
}
