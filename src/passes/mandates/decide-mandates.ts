import { hash } from 'node:crypto'
import { findEvent, recordEvent } from '../../audit/record-event.ts'
import type { Actor } from '../../identity/actor.rules.ts'
import { may } from '../../identity/authority.rules.ts'
import { areaPlace, statePlace } from '../../identity/place.rules.ts'
import type { AreaCode, CommandId, InstrumentId } from '../../kernel/code.ts'
import type { Text } from '../../kernel/language.ts'
import { accept, type Outcome, refuse } from '../../kernel/outcome.ts'
import { borderZone, type CivilDate, civilDateAt, epochMs, type Instant } from '../../kernel/time.ts'
import { rollBackOn, type Tx } from '../../platform/database.ts'
import { cellOf, type HolderBoundId, newCommandId } from '../../platform/ids.ts'
import { type Issuing, inNameOf } from '../issuing.ts'
import { mandatesForDecision } from '../mandate.queries.ts'
import type { Mandate } from '../mandate.rules.ts'
import { mandatesToEnd, type WantedOffices } from './decision.rules.ts'

/** The text of the different decision, as it is entered beside the other instruments. */
export type DecidingInstrument = {
  readonly id: InstrumentId
  readonly kind: 'order' | 'decision' | 'notice' | 'agreement'
  readonly title: Text
  readonly issuer: string
  readonly signedOn: CivilDate
  readonly source: string
}
export type DecideMandates = {
  readonly requestId: CommandId
  readonly actor: Actor
  /** Under which the mandates were given. */
  readonly instrument: InstrumentId
  readonly offices: WantedOffices
  readonly decision: DecidingInstrument
  /** From when on nobody signs under them; null: from now. */
  readonly at: Instant | null
}
export type Decided = { readonly decision: string; readonly at: string; readonly mandates: readonly string[] }

const entered = 'MandateDecisionEntered'

/** Enters a different decision and ends mandates by it: from its instant on nobody signs under them. What was signed before stays valid. */
export async function decideMandates(issuing: Issuing, command: DecideMandates): Promise<Outcome<Decided>> {
  const { actor, requestId, decision } = command
  const allowed = may(actor.grants, 'mandate.decide', statePlace(issuing.state), issuing.now())
  if (!allowed.ok) return allowed
  const said = hash('sha256', JSON.stringify([command.instrument, command.offices, decision, command.at]), 'base64')
  return rollBackOn(issuing.database, inNameOf(issuing, actor), async (tx) => {
    const mandates = await mandatesForDecision(tx, command.instrument, issuing.state)
    const before = await findEvent(tx, requestId)
    if (before) return answerAgain(before, said, requestId)
    // After the lock: whoever signed under these mandates until now has a time before this one.
    const now = issuing.now()
    const at = command.at ?? now
    if (at < now) return refuse('time.invalid', { about: { at, now } })
    if (decision.signedOn > civilDateAt(now, borderZone)) return refuse('time.invalid', { about: { signedOn: decision.signedOn, now } })
    const ending = mandatesToEnd(mandates, command.offices, at)
    if (!ending.ok) return ending
    const known = await enterInstrument(tx, decision, at)
    if (!known.ok) return known
    const ids = ending.value.map(({ id }) => id)
    await tx.updateTable('mandate').set({ revoked_at: at, revoked_by: decision.id }).where('id', 'in', ids).execute()
    const decided: Decided = { decision: decision.id, at, mandates: ids }
    await recordEvent(tx, {
      id: requestId,
      cell: cellOf(requestId as string as HolderBoundId),
      type: entered,
      subject: decision.id,
      actor: actor.account,
      place: issuing.state,
      at: now,
      body: { said, decided, instrument: command.instrument, text: decision },
    })
    for (const mandate of ending.value) await recordEnd(tx, mandate, { actor, decision: requestId, by: decision.id, now, at })
    return accept(decided)
  })
}

function answerAgain(event: { readonly type: string; readonly body: object }, said: string, id: string): Outcome<Decided> {
  const { body } = event
  const same = event.type === entered && 'said' in body && body.said === said && 'decided' in body
  return same ? accept(body.decided as Decided) : refuse('request.id-reused', { about: { id } })
}

/** One decision may end mandates in several steps; under its id it stays the same text. */
async function enterInstrument(tx: Tx, decision: DecidingInstrument, at: Instant): Promise<Outcome<undefined>> {
  const { id, kind, issuer, source } = decision
  await tx
    .insertInto('instrument')
    .values({
      id,
      kind,
      issuer,
      source,
      title: JSON.stringify(decision.title),
      signed_on: decision.signedOn,
      in_force_from: civilDateAt(at, borderZone),
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
  const kept = await tx.selectFrom('instrument').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const { km, th, en } = kept.title as Text
  const text = ({ title }: { readonly title: Text }) => [title.km, title.th, title.en]
  const same =
    kept.kind === kind &&
    kept.issuer === issuer &&
    kept.source === source &&
    kept.signed_on === decision.signedOn &&
    text({ title: { km, th, en } }).every((words, index) => words === text(decision)[index])
  return same ? accept(undefined) : refuse('request.id-reused', { about: { id } })
}

type End = { readonly actor: Actor; readonly decision: CommandId; readonly by: InstrumentId; readonly now: Instant; readonly at: Instant }

async function recordEnd(tx: Tx, mandate: Mandate, { actor, decision, by, now, at }: End): Promise<void> {
  const id = newCommandId(epochMs(now))
  await recordEvent(tx, {
    id,
    cell: cellOf(id as string as HolderBoundId),
    type: 'MandateRevoked',
    subject: mandate.id,
    actor: actor.account,
    place: areaPlace(mandate.office as AreaCode).id,
    at: now,
    body: { instrument: mandate.instrument, revokedAt: at, revokedBy: by, decision, before: mandate.revokedAt },
  })
}
