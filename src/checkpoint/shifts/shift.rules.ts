import { accept, type Outcome, refuse } from '../../kernel/outcome.ts'
import { epochMs, type Instant } from '../../kernel/time.ts'

export type Shift = {
  readonly id: string
  readonly point: string
  readonly lane: string
  readonly officer: string
  readonly officerName: string
  readonly leads: boolean
  readonly startedAt: Instant
  readonly seenAt: Instant
  readonly endedAt: Instant | null
  readonly endedBy: string | null
  readonly endedHow: string | null
  readonly note: string | null
}

export type Begin = {
  readonly officer: string
  readonly leads: boolean
  readonly takeOver: boolean
  readonly now: Instant
  /** So long without a record, and a lane is free to whoever asks for it. */
  readonly idleMinutes: number
}
/** What beginning a shift ends: `moved`: the officer's own earlier one; `taken-over`: another's at that lane. */
export type Ending = { readonly shift: Shift; readonly how: 'moved' | 'taken-over' }

/** Given who works at the lane now, and where this officer works now. */
export function decideBegin(
  begin: Begin,
  at: { readonly lane: string; readonly there: Shift | null; readonly mine: Shift | null },
): Outcome<Ending[]> {
  const own: Ending[] = at.mine ? [{ shift: at.mine, how: 'moved' }] : []
  if (!at.there || at.there.officer === begin.officer) return accept(own)
  const idleMs = epochMs(begin.now) - epochMs(at.there.seenAt)
  const mayTakeOver = begin.leads || idleMs >= begin.idleMinutes * 60_000
  if (!begin.takeOver || !mayTakeOver)
    return refuse('shift.lane-taken', { about: { lane: at.lane, since: at.there.startedAt, minutes: begin.idleMinutes } })
  return accept([...own, { shift: at.there, how: 'taken-over' }])
}

/** One's own, or any at the point that one leads. */
export function decideEnd(shift: Shift, { officer, leads }: { readonly officer: string; readonly leads: boolean }): Outcome<undefined> {
  if (shift.officer !== officer && !leads) return refuse('shift.not-yours')
  return shift.endedAt === null ? accept(undefined) : refuse('shift.ended')
}
