import type { Instant } from '../kernel/time.ts'
import type { LiveWatchlist } from '../watchlist/live-watchlist.ts'
import type { WatchHit } from '../watchlist/watch-match.rules.ts'
import type { PresentedDocument } from './record.rules.ts'

/** Entries of the watchlist that come near a document, whom it names, and a plate. Never why. */
export function askWatchlist(list: LiveWatchlist, document: PresentedDocument, plate: string | null, at: Instant): readonly WatchHit[] {
  const { kind, issuer, number, nationality, birthDate, bearer } = document
  if (list.size === 0) return []
  const isPassport = kind === 'passport'
  return list.match(
    {
      names: bearer && { local: bearer.local ?? '', given: bearer.given, family: bearer.family },
      birthDate,
      sex: bearer?.sex ?? null,
      nationality,
      documents: isPassport && issuer !== null && number !== null ? [{ issuer, number }] : [],
      plate,
      passNumber: isPassport ? null : number,
    },
    at,
  )
}
