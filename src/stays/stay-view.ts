import { recordRead } from '../audit/record-read.ts'
import type { Actor } from '../identity/actor.rules.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import type { CivilDate, Instant } from '../kernel/time.ts'
import { inTransaction } from '../platform/database.ts'
import { decideExtension, type Extension } from './extension.rules.ts'
import { isOurs, type LawfulDays, lawfulDays, type StayOnRecord } from './lawful.rules.ts'
import { type Rebuttal, rebuttalsOf } from './rebuttal.store.ts'
import { missingOf, type Repair } from './repair.rules.ts'
import { type ContestedMovement, latestMovements, repairsOf, staysOf, type TypedDocument, takeHolderInHand } from './stay.queries.ts'
import { inNameOf, mayAtPoint, pointsOf, reckoningOf, type Stays, staysFor } from './stay-services.ts'

/** A stay as it is shown: with its days, what is missing, and whether it can still be extended. */
export type StayView = Omit<StayOnRecord, 'version'> &
  LawfulDays & {
    readonly ours: boolean
    readonly missing: 'exit' | 'entry' | null
    readonly repair: Repair | null
    /** Where an extension would lead; null: there is none, for the reason beside it. */
    readonly extendsTo: string | null
    readonly noExtension: string | null
  }

export function viewOf(stays: Stays, stay: StayOnRecord, repair: Repair | null, now: Instant): StayView {
  const { version: _, ...shown } = stay
  const days = lawfulDays(reckoningOf(stays), stay, stay.closed?.at ?? repair?.at ?? now)
  const { state, law } = stays
  const over = stay.state === 'open' && days.over
  const toldBeyondDaysMax = stays.parameters('stay.told-beyond-days-max', now)
  const extension = decideExtension(stay, { state, law, lawful: days, toldUntil: null, toldBeyondDaysMax })
  return {
    ...shown,
    ...days,
    over,
    daysOver: over ? days.daysOver : 0,
    ours: isOurs(state, stay.document),
    missing: repair ? null : missingOf(state, stay),
    repair,
    extendsTo: extension.ok ? extendedDays(stays, stay, extension.value, now) : null,
    noExtension: extension.ok ? null : extension.refusal.code,
  }
}

/** The last lawful day that an extension leads to, as whoever asks is told it: tolled days counted in, as the stay itself is shown. */
export function extendedDays(stays: Stays, stay: StayOnRecord, { until }: Extension, now: Instant): CivilDate {
  return lawfulDays(reckoningOf(stays), { ...stay, lawfulUntil: until }, now).until ?? until
}

export type HolderStays = {
  readonly stays: readonly StayView[]
  readonly movements: readonly ContestedMovement[]
  readonly rebuttals: readonly Rebuttal[]
}
const movementsMax = 10

/** The stays of whoever stands here with a document, and the movements that they may contest. Each look is on record. */
export function readStays(stays: Stays, actor: Actor, document: TypedDocument): Promise<Outcome<HolderStays>> {
  const at = stays.now()
  return inTransaction(stays.database, inNameOf(stays, actor), async (tx) => {
    const holder = await takeHolderInHand(tx, stays.state, document)
    const mine = holder ? staysFor(stays, actor, 'stay.look', await staysOf(tx, holder)) : []
    const movements = holder ? await latestMovements(tx, holder, movementsMax) : []
    const shown = movements.filter(({ point }) => mayAtPoint(stays, actor, 'stay.look', point))
    // Somebody refused at the first gate has no stay, and may contest that.
    if (!holder || (mine.length === 0 && shown.length === 0)) return refuse('stay.not-found')
    const repairs = await repairsOf(tx, holder)
    const place = mine.flatMap(pointsOf)[0] ?? shown[0]?.point ?? stays.state
    await recordRead(tx, { account: actor.account, subject: document.number.toUpperCase(), place, at })
    return accept({
      stays: mine.map((stay) => viewOf(stays, stay, repairs.get(stay.number) ?? null, at)),
      movements: shown,
      rebuttals: await rebuttalsOf(tx, holder),
    })
  })
}
