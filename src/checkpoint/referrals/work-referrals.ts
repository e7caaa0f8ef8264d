import { recordReads } from '../../audit/record-read.ts'
import type { Actor } from '../../identity/actor.rules.ts'
import { mayAnywhere } from '../../identity/authority.rules.ts'
import type { CommandId } from '../../kernel/code.ts'
import { accept, type Outcome, refuse } from '../../kernel/outcome.ts'
import { epochMs, hourMs, instantOfMs, parseCivilDate, spanOfDay } from '../../kernel/time.ts'
import { inTransaction, type Tx } from '../../platform/database.ts'
import { explainHits } from '../../watchlist/read-watchlist.ts'
import type { EntryAnswer } from '../../watchlist/watch.api.ts'
import { type PointServices, pointCommand, standingAt } from '../point-services.ts'
import { isLed } from '../shifts/shift.queries.ts'
import { findReferral, numbersOf, type ReferralRow, referralsOf } from './referral.queries.ts'
import {
  careReasons,
  type Decision,
  decideConfirmation,
  decideReferral,
  type ListState,
  type Receiver,
  type ShownReferral,
} from './referral.rules.ts'
import { writeConfirmation, writeDecision } from './referral.store.ts'

export type ListReferrals = { readonly point: string; readonly state?: ListState | undefined; readonly day?: string | undefined }

/** Who waits, and who waited. Each holder that is shown by number is on record as read. */
export async function readReferrals(services: PointServices, actor: Actor, asked: ListReferrals): Promise<Outcome<ShownReferral[]>> {
  const day = asked.day === undefined ? undefined : parseCivilDate(asked.day)
  if (asked.day !== undefined && !day) return refuse('time.invalid')
  const standing = standingAt(services, actor, 'movement.read', asked.point)
  if (!standing.ok) return standing
  const at = services.now()
  return inTransaction(services.database, { account: actor.account, at }, async (tx) => {
    const rows = await referralsOf(tx, asked.point, { state: asked.state, ...(day && spanOfDay(day)) })
    return accept(await shownTo(services, actor, tx, rows))
  })
}

export async function shownTo(services: PointServices, actor: Actor, tx: Tx, rows: readonly ReferralRow[]): Promise<ShownReferral[]> {
  const { now } = services
  const countsHits = rows.length > 0 && mayAnywhere(actor.grants, 'watch.read', now()).ok
  const numbers = await numbersOf(tx, rows)
  const [place] = rows.map(({ point }) => point)
  await recordReads(tx, { account: actor.account, subjects: [...numbers.values()], place: place ?? '', at: now() })
  return rows.map((row) => ({
    movement: row.movement,
    number: numbers.get(row.movement) ?? null,
    point: row.point,
    lane: row.lane,
    direction: row.direction,
    since: row.occurredAt,
    reasons: row.reasons,
    // How many came near is for those who may see which.
    hits: countsHits ? row.hits.length : Math.min(1, row.hits.length),
    care: row.reasons.some((reason) => careReasons.includes(reason)),
    mine: row.recordedBy === actor.account,
    state: row.state,
    to: row.to,
    reason: row.reason,
    decidedAt: row.decidedAt,
    decidedBy: row.decidedBy,
    confirm: row.confirm,
    confirmReason: row.confirmReason,
    usedBy: row.usedBy,
  }))
}

type Done = ShownReferral & { readonly again: boolean }
export type DecideReferral = {
  readonly requestId: string
  readonly decision: Decision
  readonly reason: string
  readonly to?: Receiver | null | undefined
}

type Word = { readonly movement: string; readonly by: 'point' | 'province' }

/** The chief's word; while no chief but the one who referred is on shift, that of another officer or of the province. */
export async function decideOn(services: PointServices, actor: Actor, { movement, by }: Word, body: DecideReferral): Promise<Outcome<Done>> {
  const { requestId, decision, reason, to = null } = body
  const command = { requestId: requestId as CommandId, type: 'ReferralDecided', body: { movement, decision, reason, to } }
  const done = await pointCommand(services, actor, command, async (tx, now) => {
    const referral = await findReferral(tx, movement, true)
    const standing = referral && standingAt(services, actor, by === 'point' ? 'referral.decide' : 'referral.oversee', referral.point)
    if (!referral || !standing?.ok) return refuse('referral.not-found')
    const { leads } = standing.value
    const since = instantOfMs(epochMs(now) - services.parameters('session.hours-max', now) * hourMs)
    const led = !leads && (await isLed(tx, referral.point, { except: referral.recordedBy, since }))
    const decided = decideReferral(referral, { account: actor.account, leads, led, oversees: by === 'province' }, { decision, to })
    if (!decided.ok) return decided
    await writeDecision(tx, referral, { state: decision, to, reason, at: now, by: actor.account, confirm: decided.value.confirm })
    // Somebody else stood there with a pass: whoever keeps the event's list of this point finds it by that word.
    const lent = referral.reasons.includes('face-differs') && (decision === 'turned-back' || decision === 'handed-over')
    return accept({ subject: referral.holder, point: referral.point, cell: referral.cell, body: { movement, decision, reason, to, lent } })
  })
  return done.ok ? shown(services, actor, movement, done.value.again) : done
}

export type ConfirmReferral = { readonly requestId: string; readonly confirms: boolean; readonly reason: string }

export async function confirmDecision(services: PointServices, actor: Actor, { movement, by }: Word, body: ConfirmReferral): Promise<Outcome<Done>> {
  const { requestId, confirms, reason } = body
  const command = { requestId: requestId as CommandId, type: 'ReferralConfirmed', body: { movement, confirms, reason } }
  const done = await pointCommand(services, actor, command, async (tx) => {
    const referral = await findReferral(tx, movement, true)
    const standing = referral && standingAt(services, actor, by === 'point' ? 'point.lead' : 'referral.oversee', referral.point)
    if (!referral || !standing?.ok) return refuse('referral.not-found')
    const decided = decideConfirmation(referral, actor, confirms)
    if (!decided.ok) return decided
    await writeConfirmation(tx, referral, { confirm: decided.value.confirm, by: actor.account, reason })
    return accept({ subject: referral.holder, point: referral.point, cell: referral.cell, body: { movement, confirms, reason } })
  })
  return done.ok ? shown(services, actor, movement, done.value.again) : done
}

/** As it stands after the command, or at its second arrival. */
async function shown(services: PointServices, actor: Actor, movement: string, again: boolean): Promise<Outcome<Done>> {
  const row = await inTransaction(services.database, { account: actor.account, at: services.now() }, async (tx) => {
    const referral = await findReferral(tx, movement)
    return referral && (await shownTo(services, actor, tx, [referral]))[0]
  })
  if (!row) return refuse('referral.not-found')
  services.live.changed(row.point)
  return accept({ ...row, again })
}

/** One referral, for whoever reads movements where it was made; the reading is on record. */
export async function oneReferral(
  services: PointServices,
  actor: Actor,
  movement: string,
): Promise<Outcome<{ readonly referral: ShownReferral; readonly id: CommandId }>> {
  return inTransaction(services.database, { account: actor.account, at: services.now() }, async (tx) => {
    const row = await findReferral(tx, movement)
    if (!row || !standingAt(services, actor, 'movement.read', row.point).ok) return refuse('referral.not-found')
    const [referral] = await shownTo(services, actor, tx, [row])
    return referral ? accept({ referral, id: row.movement }) : refuse('referral.not-found')
  })
}

/** The watchlist's entries behind a referral, as far as this person may see them. */
export async function readHits(services: PointServices, actor: Actor, movement: string): Promise<Outcome<EntryAnswer[]>> {
  const referral = await inTransaction(services.database, { account: actor.account, at: services.now() }, (tx) => findReferral(tx, movement))
  const standing = referral && standingAt(services, actor, 'movement.read', referral.point)
  if (!referral || !standing?.ok) return refuse('referral.not-found')
  return accept(await explainHits(services, actor, referral.hits))
}
