import type { CommandId } from '../kernel/code.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import { epochMs, type Instant } from '../kernel/time.ts'
import type { Stay } from './stay.rules.ts'

/** A movement that somebody wants to take back, and what is on record around it. */
export type UndoFacts = {
  readonly movement: CommandId
  readonly recordedAt: Instant
  readonly undoneAt: Instant | null
  /** The stay it opened or closed; null: it changed none. */
  readonly stayNumber: number | null
  /** Of who asks: recorded it themselves, or leads the point. */
  readonly own: boolean
  readonly leads: boolean
  /** Something of this holder was recorded after it. */
  readonly followed: boolean
  /** State of the referral that it opened. */
  readonly referral: string | null
  /** The holder's latest stay and the one before it. */
  readonly latest: Stay | null
  readonly before: Stay | null
  /** The latest was extended, found lawful, or has on it what the neighbour told them. */
  readonly isWorkedOn: boolean
  /** When somebody wrote down what was found out about an end of theirs that no gate recorded. */
  readonly repairs: { readonly latest: Instant | null; readonly before: Instant | null }
}

export type UndoneStays = { readonly removed: Stay | null; readonly reopened: Stay | null }

/** May it be undone, and what becomes of the stays. */
export function decideUndo(facts: UndoFacts, { now, secondsMax }: { readonly now: Instant; readonly secondsMax: number }): Outcome<UndoneStays> {
  if (!facts.own && !facts.leads) return refuse('undo.not-yours')
  if (facts.undoneAt !== null) return refuse('undo.already')
  if (epochMs(now) - epochMs(facts.recordedAt) > secondsMax * 1000) return refuse('undo.too-late', { about: { seconds: secondsMax } })
  // A referral that was decided is something that came after, too.
  if (facts.followed || (facts.referral !== null && facts.referral !== 'open')) return refuse('undo.not-last')
  const { latest, before } = facts.repairs
  const isSince = (at: Instant | null) => at !== null && epochMs(at) >= epochMs(facts.recordedAt)
  if (facts.stayNumber !== null && (isSince(latest) || isSince(before))) return refuse('undo.not-last')
  if (facts.stayNumber === null) return accept({ removed: null, reopened: null })
  const stays = staysBefore(facts)
  // What somebody wrote on a stay goes with no slip of the gate's.
  const isLost = stays?.removed?.opened != null && facts.isWorkedOn
  return stays && !isLost ? accept(stays) : refuse('undo.not-last')
}

/** Every way in which a movement changes stays (stay.rules.ts), backwards; undefined: another has changed the stay since. */
function staysBefore({ movement, stayNumber, latest, before, repairs }: UndoFacts): UndoneStays | undefined {
  if (!latest || latest.number !== stayNumber) return undefined
  if (latest.closed) {
    if (latest.closed.movement !== movement) return undefined
    return latest.opened ? { removed: null, reopened: openAgain(latest) } : { removed: latest, reopened: null }
  }
  if (latest.state !== 'open' || latest.opened?.movement !== movement) return undefined
  // The stay before was left unmatched by this opening, unless its end was found out before: then a decision left it so.
  const left = before?.state === 'unmatched' && before.opened !== null && before.closed === null && repairs.before === null
  return { removed: latest, reopened: left ? openAgain(before) : null }
}

const openAgain = (stay: Stay): Stay => ({ ...stay, state: 'open', closed: null, version: stay.version + 1 })
