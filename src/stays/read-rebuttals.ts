import { recordRead } from '../audit/record-read.ts'
import type { Actor } from '../identity/actor.rules.ts'
import { latinDigits } from '../kernel/digits.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import type { Finding } from '../movements/finding.rules.ts'
import { parseNumber } from '../passes/follow-number.rules.ts'
import { inTransaction, type Tx, takeInHand } from '../platform/database.ts'
import { findingsOf } from './contest.queries.ts'
import { coverOfStay, isOwn } from './decide-rebuttal.ts'
import { beganBy } from './lawful.rules.ts'
import { pointsFor } from './read-overstays.ts'
import type { Cover, RebuttalSubject } from './rebuttal.rules.ts'
import { findPicture, findRebuttal, listRebuttals, type Rebuttal } from './rebuttal.store.ts'
import { type ContestedMovement, movementOf, repairsOf, staysOf } from './stay.queries.ts'
import { inNameOf, mayAtPoint, type Stays } from './stay-services.ts'
import { type StayView, viewOf } from './stay-view.ts'

export type RebuttalsQuery = {
  readonly which?: 'waiting' | 'decided' | undefined
  readonly point?: string | undefined
  readonly area?: string | undefined
  readonly about?: RebuttalSubject | undefined
  readonly number?: string | undefined
  readonly offset?: number | undefined
  readonly limit?: number | undefined
}
const pageMax = 50

/** Rebuttals at the reader's places. */
export async function readRebuttals(
  stays: Stays,
  actor: Actor,
  query: RebuttalsQuery,
): Promise<Outcome<{ readonly count: number; readonly rows: readonly Rebuttal[] }>> {
  const points = pointsFor(stays, actor, query)
  if (!points.ok) return points
  const { which = 'waiting', about, offset = 0, limit = pageMax } = query
  const number = query.number === undefined ? undefined : (parseNumber(query.number, 'contest') ?? plainDocument(query.number))
  return inTransaction(stays.database, inNameOf(stays, actor), async (tx) => {
    const listed = await listRebuttals(tx, { which, points: points.value, about, number, offset, limit })
    for (const place of new Set(listed.rows.map(({ point }) => point)))
      await recordRead(tx, { account: actor.account, subject: 'rebuttals', place, at: stays.now() })
    return accept(listed)
  })
}

const plainDocument = (typed: string): string => latinDigits(typed).toUpperCase().replace(/[\s-]/g, '')

export type OpenRebuttal = Rebuttal & {
  /** The reader recorded what is contested, decided on it, or wrote this in. */
  readonly own: boolean
  readonly contested: (ContestedMovement & { readonly reasons: readonly Finding[] }) | null
  readonly standing: StayView | null
  /** Of an overstay that waits: what accepting it as lawful covers. */
  readonly covers: Cover | null
}

/** One rebuttal with what it contests; the look is on record. */
export function readRebuttal(stays: Stays, actor: Actor, id: string): Promise<Outcome<OpenRebuttal>> {
  return inTransaction(stays.database, inNameOf(stays, actor), async (tx) => {
    const found = await findRebuttal(tx, id)
    if (!found || !mayAtPoint(stays, actor, 'stay.read', found.point)) return refuse('rebuttal.not-found')
    await recordRead(tx, { account: actor.account, subject: `rebuttal ${id}`, place: found.point, at: stays.now() })
    // Whoever answers for the point may see what is contested there, wherever else that person went.
    await takeInHand(tx, [found.holder])
    const stay =
      found.stayBegan === null ? null : ((await staysOf(tx, found.holder, { all: true })).find((each) => beganBy(each) === found.stayBegan) ?? null)
    const repair = stay && ((await repairsOf(tx, found.holder)).get(stay.number) ?? null)
    const [now, waits] = [stays.now(), found.about === 'overstay' && (found.state === 'received' || found.state === 'in-hand')]
    return accept({
      ...found,
      own: await isOwn(tx, actor, found, stay),
      contested: await contestedOf(tx, found),
      standing: stay && viewOf(stays, stay, repair, now),
      covers: waits ? await coverOfStay(stays, tx, { found, stay, now }) : null,
    })
  })
}

async function contestedOf(tx: Tx, { holder, movement: id }: Rebuttal): Promise<OpenRebuttal['contested']> {
  const movement = id === null ? undefined : await movementOf(tx, holder, id)
  if (!movement) return null
  const findings = (await findingsOf(tx, holder, [movement.id])).get(movement.id) ?? []
  const reasons = findings.filter(({ effect }) => effect !== 'admit').map((finding) => ({ ...finding, about: finding.about ?? {} }))
  return { ...movement, reasons }
}

/** A picture that came with a rebuttal; the look is on record. */
export function readPicture(stays: Stays, actor: Actor, { id, page }: { id: string; page: number }): Promise<Outcome<Buffer>> {
  return inTransaction(stays.database, inNameOf(stays, actor), async (tx) => {
    const found = await findRebuttal(tx, id)
    const image = found && mayAtPoint(stays, actor, 'stay.read', found.point) ? await findPicture(tx, found, page) : undefined
    if (!found || !image) return refuse('rebuttal.not-found')
    await recordRead(tx, { account: actor.account, subject: `rebuttal ${id}`, place: found.point, at: stays.now() })
    return accept(image)
  })
}
