import type { Instant } from '../kernel/time.ts'
import type { LiveWatchlist } from '../watchlist/live-watchlist.ts'
import type { WatchHit } from '../watchlist/watch-match.rules.ts'
import type { MovementRecord, MovementRequest } from './record.rules.ts'

/** What a lane asks of the list; memory alone answers. */
export type Watching = Pick<LiveWatchlist, 'size' | 'match'>
/** For whoever may not learn that somebody is on the list. */
export const watchesNobody: Watching = { size: 0, match: () => [] }

/**
 * Entries of the watchlist that come near a document, whom it names, and plates. Never why. A typed number names whom the register says.
 * Of the day on which the record hears of it: a lane's clock that is a day behind, or a day that somebody writes back, hides nobody from an entry of since.
 */
export function askWatchlist(
  list: Watching,
  { document, plate, trailerPlate, occurredAt, toldAt }: MovementRequest,
  pass: MovementRecord['pass'],
  receivedAt: Instant,
): readonly WatchHit[] {
  if (list.size === 0) return []
  const heardAt = toldAt ?? receivedAt
  const { kind, issuer, number, nationality } = document
  const known = document.check.code === 'TYPED' ? pass : null
  const bearer = document.bearer ?? known?.bearer ?? null
  return list.match(
    {
      names: bearer && { local: bearer.local ?? '', given: bearer.given, family: bearer.family },
      birthDate: document.birthDate ?? known?.birthDate ?? null,
      sex: bearer?.sex ?? null,
      nationality,
      // Whoever signed a pass issued it, whatever its number looks like: a partner's may bear a number of ours.
      documents: issuer !== null && number !== null ? [{ issuer, number }] : [],
      plates: [plate, trailerPlate].filter((each) => each !== null),
      passNumber: kind === 'passport' || issuer !== null ? null : number,
    },
    heardAt > occurredAt ? heardAt : occurredAt,
  )
}
