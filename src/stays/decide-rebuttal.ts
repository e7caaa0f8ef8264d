import { recordEvent } from '../audit/record-event.ts'
import type { Actor } from '../identity/actor.rules.ts'
import type { CommandId, PointId } from '../kernel/code.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import type { CivilDate, Instant } from '../kernel/time.ts'
import { findPoint } from '../places/registry.rules.ts'
import { rollBackOn, type Tx, takeInHand } from '../platform/database.ts'
import { cellOf } from '../platform/ids.ts'
import { cleanText } from '../portal/complaint.rules.ts'
import { tookPart } from './contest.queries.ts'
import { beganBy, dayAt, lawfulDays, type StayOnRecord } from './lawful.rules.ts'
import {
  assessEffect,
  assessLawfulThrough,
  type Cover,
  coverOf,
  type Hands,
  nextRebuttalState,
  type RebuttalCommand,
  type RebuttalEffect,
} from './rebuttal.rules.ts'
import { changeRebuttal, findRebuttal, lockRebuttal, type Rebuttal } from './rebuttal.store.ts'
import { missingOf } from './repair.rules.ts'
import { wasInTime } from './repair-stay.ts'
import { recordedBy, repairsOf, staysOf } from './stay.queries.ts'
import { changeStay, insertRepair } from './stay.store.ts'
import { inNameOf, mayAtPoint, reckoningOf, type StayCommand, type Stays, saidBefore, saidOf } from './stay-services.ts'

export type Decision = {
  readonly answer: string
  readonly effect: RebuttalEffect | null
  readonly ended: { readonly at: Instant; readonly point: string } | null
  /** Of a stay found lawful: through which day; absent: none is named. */
  readonly lawfulThrough?: CivilDate
}
export type RebuttalStep = StayCommand & { readonly id: string; readonly name: RebuttalCommand; readonly decision: Decision | null }

const eventOf = { take: 'RebuttalTaken', accept: 'RebuttalAccepted', 'not-accept': 'RebuttalNotAccepted' } as const satisfies Record<
  RebuttalCommand,
  string
>

/** One step of a rebuttal: taken in hand, accepted with what that corrects, or not, with the reason. */
export function stepInRebuttal(stays: Stays, step: RebuttalStep): Promise<Outcome<Rebuttal>> {
  const { requestId, actor, id, name, decision } = step
  const said = saidOf([id, name, decision])
  return rollBackOn(stays.database, inNameOf(stays, actor), async (tx) => {
    const found = await lockRebuttal(tx, id)
    if (!found || !mayAtPoint(stays, actor, 'rebuttal.decide', found.point)) return refuse('rebuttal.not-found')
    const before = await saidBefore(tx, requestId, [eventOf[name]], said)
    if (before) return before.ok ? accept(found) : before
    await takeInHand(tx, [found.holder])
    const began = found.stayBegan
    const stay =
      began === null ? null : ((await staysOf(tx, found.holder, { lock: true, all: true })).find((each) => beganBy(each) === began) ?? null)
    const hands = { recorded: await isOwn(tx, actor, found, stay), hand: handOf(found, actor) }
    const next = nextRebuttalState(found.state, name, hands)
    if (!next.ok) return next
    const now = stays.now()
    const effect = await settle(stays, tx, { ...step, found, stay, now })
    if (!effect.ok) return effect
    const changed = await findRebuttal(tx, id)
    if (!changed) return refuse('rebuttal.not-found')
    const { about, movement, lawfulThrough } = changed
    const told = {
      said,
      about,
      stay: found.stay,
      movement,
      effect: effect.value,
      ended: decision?.ended ?? null,
      ...(lawfulThrough && { lawfulThrough }),
    }
    const { holder, point: place } = found
    await recordEvent(tx, { id: requestId, cell: cellOf(holder), type: eventOf[name], subject: id, actor: actor.account, at: now, body: told, place })
    return accept(changed)
  })
}

const handOf = ({ takenBy }: Rebuttal, { account }: Actor): Hands['hand'] => (takenBy === null ? 'none' : takenBy === account ? 'mine' : 'other')

/** Did this account record what is contested, decide on it, or write the rebuttal in? */
export async function isOwn(tx: Tx, { account }: Actor, { holder, movement, madeBy }: Rebuttal, stay: StayOnRecord | null): Promise<boolean> {
  if (madeBy === account) return true
  const movements = movement ? [movement] : [stay?.opened?.movement, stay?.closed?.movement].filter((id): id is CommandId => id !== undefined)
  if (await recordedBy(tx, account, holder, movements)) return true
  return tookPart(tx, account, holder, { movements, stay: stay?.number ?? null })
}

type Settling = RebuttalStep & { readonly found: Rebuttal; readonly stay: StayOnRecord | null; readonly now: Instant }

async function settle(stays: Stays, tx: Tx, { actor, name, decision, found, stay, now }: Settling): Promise<Outcome<RebuttalEffect | null>> {
  if (name === 'take') {
    await changeRebuttal(tx, found, { state: 'in-hand', taken_by: actor.account, taken_at: now })
    return accept(null)
  }
  const answer = cleanText(decision?.answer ?? '')
  if (decision === null || answer === '') return refuse('request.malformed', { about: { where: 'body/answer', why: 'nothing in it can be read' } })
  const decided = { answer, decided_by: actor.account, decided_at: now }
  if (name === 'not-accept') {
    await changeRebuttal(tx, found, { ...decided, state: 'not-accepted', effect: null, lawful_through: null })
    return accept(null)
  }
  const effect = assessEffect(found.about, decision.effect, { stay, endedAt: decision.ended?.at ?? null, now })
  if (!effect.ok) return effect
  const point = decision.ended && findPoint(stays.registry.current, decision.ended.point)?.id
  if (decision.ended && !point) return refuse('point.unknown')
  const through = await throughOf(stays, tx, { found, stay, now, effect: effect.value, named: decision.lawfulThrough ?? null })
  if (!through.ok) return through
  await changeRebuttal(tx, found, { ...decided, state: 'accepted', effect: effect.value, lawful_through: through.value })
  if (through.value !== null && stay)
    await changeStay(tx, { holder: found.holder, number: stay.number }, { lawful_by: found.id, lawful_through: through.value })
  if (decision.ended && point && stay) await end(stays, tx, { actor, found, stay, now, at: decision.ended.at, point })
  return effect
}

type Finding = Pick<Settling, 'found' | 'stay' | 'now'> & { readonly effect: RebuttalEffect; readonly named: CivilDate | null }

/** The day through which the stay is found lawful; null: that is not what was decided. */
async function throughOf(stays: Stays, tx: Tx, { found, stay, now, effect, named }: Finding): Promise<Outcome<CivilDate | null>> {
  if (effect !== 'lawful') return named === null ? accept(null) : refuse('rebuttal.effect')
  return assessLawfulThrough(named, await coverOfStay(stays, tx, { found, stay, now }))
}

/** What accepting that an overstay was none would cover. */
export async function coverOfStay(stays: Stays, tx: Tx, { found, stay, now }: Pick<Settling, 'found' | 'stay' | 'now'>): Promise<Cover> {
  const repair = stay?.state === 'unmatched' ? (await repairsOf(tx, found.holder)).get(stay.number) : undefined
  const endedAt = stay?.closed?.at ?? repair?.at ?? null
  return coverOf({
    endedOn: endedAt && dayAt(endedAt),
    until: stay && lawfulDays(reckoningOf(stays), stay, now).until,
    lawfulThrough: stay?.lawfulThrough ?? null,
    today: dayAt(now),
    daysMax: stays.parameters('rebuttal.lawful-days-max', now),
  })
}

/** The stay's other end was recorded by no gate: it stays unmatched, and the repair beside it says when it was. */
async function end(
  stays: Stays,
  tx: Tx,
  { actor, found, stay, now, at, point }: Pick<Settling, 'actor' | 'found' | 'now'> & { stay: StayOnRecord; at: Instant; point: PointId },
): Promise<void> {
  const key = { holder: found.holder, number: stay.number }
  await changeStay(tx, key, { state: 'unmatched' })
  const missing = missingOf(stays.state, { ...stay, state: 'unmatched' }) ?? 'exit'
  const repair = { missing, at, point, basis: 'rebuttal', evidence: found.id, inTime: wasInTime(stays, stay, at), repairedAt: now } as const
  await insertRepair(tx, key, { ...repair, repairedBy: actor.account })
}
