import { findEvent, keeps, recordEvent } from '../../audit/record-event.ts'
import type { Actor } from '../../identity/actor.rules.ts'
import { may } from '../../identity/authority.rules.ts'
import { areaPlace } from '../../identity/place.rules.ts'
import type { AreaCode, CommandId } from '../../kernel/code.ts'
import { accept, type Outcome, refuse } from '../../kernel/outcome.ts'
import { borderZone, civilDateAt } from '../../kernel/time.ts'
import { brokeUnique, inTransaction, rollBackOn, type Tx } from '../../platform/database.ts'
import type { Cell } from '../../platform/ids.ts'
import { type Issuing, inNameOf } from '../issuing.ts'
import { officesOn } from '../mandate.queries.ts'
import { type Stock, stockOf } from './booklet.queries.ts'
import { nextBookletState, numbersOfBatch, parseBookletNumber } from './booklet.rules.ts'
import { findBookletForUpdate, insertBatch, updateBooklet } from './booklet.store.ts'

type InOffice = { readonly requestId: CommandId; readonly actor: Actor; readonly office: AreaCode }
export type ReceiveBooklets = InOffice & { readonly first: string; readonly count: number }
export type SpoilBooklet = InOffice & { readonly number: string; readonly reason: string }

/** Takes a run of numbered booklets into the office's stock. A number comes in once, in the whole state. */
export async function receiveBooklets(issuing: Issuing, command: ReceiveBooklets): Promise<Outcome<Stock>> {
  const at = issuing.now()
  const { office, actor, requestId } = command
  const allowed = may(actor.grants, 'booklet.receive', areaPlace(office), at)
  if (!allowed.ok) return allowed
  const first = parseBookletNumber(command.first)
  const numbers = first === undefined ? refuse('booklet.number') : numbersOfBatch(first, command.count)
  if (!numbers.ok || first === undefined) return refuse('booklet.number')
  const body = { office, first, count: command.count }
  try {
    return await rollBackOn(issuing.database, inNameOf(issuing, actor), async (tx) => {
      const again = await sameAgain(tx, requestId, 'BookletsReceived', office, body)
      if (again) return again.ok ? accept(await stockOf(tx, office)) : again
      if (!(await officesOn(tx, civilDateAt(at, borderZone))).some(({ id }) => id === office)) return refuse('office.unknown', { about: { office } })
      await insertBatch(tx, { id: requestId, office, first, numbers: numbers.value, at, by: actor.account })
      await recordEvent(tx, {
        id: requestId,
        cell: 0 as Cell,
        type: 'BookletsReceived',
        subject: office,
        actor: actor.account,
        place: office,
        at,
        body,
      })
      return accept(await stockOf(tx, office))
    })
  } catch (error) {
    if (!brokeUnique(error, 'booklet_pkey')) throw error
    return refuse('booklet.already-received')
  }
}

/** A booklet that was spoilt before it was ever used. */
export function spoilBooklet(issuing: Issuing, command: SpoilBooklet): Promise<Outcome<Stock>> {
  const at = issuing.now()
  const { office, actor, requestId, reason } = command
  return rollBackOn(issuing.database, inNameOf(issuing, actor), async (tx) => {
    const allowed = may(actor.grants, 'pass.print', areaPlace(office), at)
    if (!allowed.ok) return allowed
    const number = parseBookletNumber(command.number)
    const booklet = number === undefined ? undefined : await findBookletForUpdate(tx, number)
    if (!booklet || booklet.office !== office) return refuse('booklet.unknown', { about: { number: command.number.slice(0, 20) } })
    const body = { booklet: booklet.number, reason }
    const again = await sameAgain(tx, requestId, 'BookletSpoilt', booklet.number, body)
    if (again) return again.ok ? accept(await stockOf(tx, office)) : again
    // A booklet with a pass in it is spoilt from its case, which then wants another one.
    if (booklet.state === 'used') return refuse('booklet.already-used', { about: { number: booklet.number } })
    const next = nextBookletState(booklet.state, 'spoil')
    if (!next.ok) return refuse(next.refusal.code, { about: { number: booklet.number } })
    await updateBooklet(tx, booklet.number, { state: next.value, at, by: actor.account, reason })
    await recordEvent(tx, {
      id: requestId,
      cell: 0 as Cell,
      type: 'BookletSpoilt',
      subject: booklet.number,
      actor: actor.account,
      place: office,
      at,
      body,
    })
    return accept(await stockOf(tx, office))
  })
}

export async function readStock(issuing: Issuing, actor: Actor, office: AreaCode): Promise<Outcome<Stock>> {
  const allowed = may(actor.grants, 'booklet.read', areaPlace(office), issuing.now())
  if (!allowed.ok) return allowed
  return inTransaction(issuing.database, inNameOf(issuing, actor), async (tx) => accept(await stockOf(tx, office)))
}

/** The command came before with the same contents; refused where its id said something else. Undefined: it is new. */
async function sameAgain(tx: Tx, id: CommandId, type: string, subject: string, body: object): Promise<Outcome<undefined> | undefined> {
  const event = await findEvent(tx, id)
  if (!event) return undefined
  const same = event.type === type && event.subject === subject && keeps(event, body)
  return same ? accept(undefined) : refuse('request.id-reused', { about: { id } })
}
