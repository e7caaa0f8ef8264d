import { lawOn } from '../instruments/law.rules.ts'
import { accept, type Outcome } from '../kernel/outcome.ts'
import { epochMs, type Instant } from '../kernel/time.ts'
import { otherState } from '../movements/facts.rules.ts'
import type { Tx } from '../platform/database.ts'
import { findingsOf, type StoppedPass, stoppedPasses, turnedBackOf } from './contest.queries.ts'
import { type Decision, subjectOf, toldReasons } from './contest.rules.ts'
import { dayAt } from './lawful.rules.ts'
import { asHolder, type Proof, type Proven } from './prove-record.ts'
import { type Rebuttal, rebuttalsOf } from './rebuttal.store.ts'
import { type ContestedMovement, latestMovements, movementOf, repairsOf, staysOf } from './stay.queries.ts'
import type { Stays } from './stay-services.ts'
import { type StayView, viewOf } from './stay-view.ts'

/** A pass that its holder's state stopped, and why: whatever a gate said of it. */
export type ToldPass = { readonly end: string } & Pick<StoppedPass, 'state' | 'reason'>
export type FollowedRecord = {
  readonly decisions: readonly Decision[]
  readonly passes: readonly ToldPass[]
  readonly rebuttals: readonly Rebuttal[]
}
const movementsMax = 50

/** What went against somebody, each with its reasons and texts, and what became of what they contested. Nothing of where they went unhindered. */
export const followRecord = (stays: Stays, address: string, proof: Proof): Promise<Outcome<FollowedRecord>> =>
  asHolder(stays, address, proof, async (tx, proven) => {
    const { holder, only } = proven
    const rebuttals = (await rebuttalsOf(tx, holder)).filter(({ movement }) => only === null || movement === only)
    const decisions = [...(await againstAtGates(tx, proven)), ...(only === null ? await overstays(stays, tx, proven) : [])]
    const passes = await stoppedOf(tx, proven, stays.now())
    return accept({ decisions: decisions.sort((one, other) => (one.at < other.at ? 1 : -1)), passes, rebuttals })
  })

/** Of one whose last day is over, nothing is to be contested any more. */
async function stoppedOf(tx: Tx, { by }: Proven, now: Instant): Promise<ToldPass[]> {
  const found = by === null ? [] : await stoppedPasses(tx, by.number, by.born)
  return found
    .filter(({ expiresAt }) => epochMs(expiresAt) > epochMs(now))
    .map(({ number, state, reason }) => ({ end: number.slice(-4), state, reason }))
}

async function againstAtGates(tx: Tx, { holder, only }: Proven): Promise<Decision[]> {
  const found = only === null ? await latestMovements(tx, holder, movementsMax) : [await movementOf(tx, holder, only)]
  const against = found.filter((movement): movement is ContestedMovement => movement !== undefined && subjectOf[movement.outcome] !== null)
  const ids = against.map(({ id }) => id)
  const findings = await findingsOf(tx, holder, ids)
  const turnedBack = await turnedBackOf(tx, holder, ids)
  return against.flatMap(({ id, at, point, direction, outcome }): Decision[] => {
    const about = subjectOf[outcome]
    if (about === null) return []
    const reasons = toldReasons(findings.get(id) ?? [])
    return [{ about, movement: id, stay: null, at, point, direction, outcome, reasons, turnedBack: turnedBack.get(id) ?? null, overstay: null }]
  })
}

async function overstays(stays: Stays, tx: Tx, { holder }: Proven): Promise<Decision[]> {
  const repairs = await repairsOf(tx, holder)
  const now = stays.now()
  const views = (await staysOf(tx, holder)).map((stay) => viewOf(stays, stay, repairs.get(stay.number) ?? null, now))
  return views.filter(({ over }) => over).flatMap((view) => overstayOf(stays, view))
}

function overstayOf({ law, state }: Stays, { number, opened, until, daysOver, tolled, ours }: StayView): Decision[] {
  if (opened === null || until === null) return []
  const row = lawOn(law, 'stay.days', ours ? otherState(state, law) : state, dayAt(opened.at))
  const reason = { rule: 'stay.days', reason: ours ? 'late-own-national' : 'late-foreigner', effect: null, about: {} } as const
  const reasons = [{ ...reason, instruments: [row?.instrument ?? law.instrument] }]
  const none = { movement: null, direction: null, outcome: null, turnedBack: null } as const
  return [{ ...none, about: 'overstay', stay: number, at: opened.at, point: opened.point, reasons, overstay: { until, daysOver, tolled, ours } }]
}
