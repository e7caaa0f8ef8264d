import { recordRead } from '../audit/record-read.ts'
import type { Actor } from '../identity/actor.rules.ts'
import { may } from '../identity/authority.rules.ts'
import { type Place, pointPlace, statePlace } from '../identity/place.rules.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import { parseCivilDate } from '../kernel/time.ts'
import { findPhotoOf, findRegistered, type RegisteredPass } from '../passes/pass.queries.ts'
import { findPoint } from '../places/registry.rules.ts'
import { inTransaction, type Tx, takeInHand } from '../platform/database.ts'
import { countsByDay, findHolderOf, movementsOf } from './movement.queries.ts'
import type { MovementServices } from './movements.routes.ts'

/** A crossing point as a place, on the instance's own side. */
export function placeOfPoint({ registry, state }: Pick<MovementServices, 'registry' | 'state'>, id: string): Place | undefined {
  const area = findPoint(registry.current, id)?.areas[state]?.at(-1)?.value
  return area && pointPlace(id, area)
}

/** The pass of somebody who stands at the point with it, whichever office issued it. Ask the authority table for the point first. */
export const presentedPass = (services: MovementServices, actor: Actor, point: string, number: string): Promise<RegisteredPass | undefined> =>
  inHand(services, actor, point, number, (tx) => findRegistered(tx, number))

export const presentedPhoto = (services: MovementServices, actor: Actor, point: string, number: string): Promise<Buffer | undefined> =>
  inHand(services, actor, point, number, (tx) => findPhotoOf(tx, number))

function inHand<T>(
  services: MovementServices,
  actor: Actor,
  point: string,
  number: string,
  find: (tx: Tx) => Promise<T | undefined>,
): Promise<T | undefined> {
  const at = services.now()
  return inTransaction(services.database, { account: actor.account, at }, async (tx) => {
    await takeInHand(tx, [number])
    const found = await find(tx)
    if (found !== undefined) await recordRead(tx, { account: actor.account, subject: number, place: point, at })
    return found
  })
}

/** A holder's movements: at the officer's own point, or all of them for those who read the state's. Row-level security draws that line; an unknown number answers as one that never crossed there. */
export function readMovements(services: MovementServices, actor: Actor, asked: { number: string; limit?: number }) {
  const { database, now } = services
  const [number, at] = [asked.number.toUpperCase(), now()]
  return inTransaction(database, { account: actor.account, at }, async (tx) => {
    await takeInHand(tx, [number])
    const holder = await findHolderOf(tx, number)
    if (!holder) return []
    const rows = await movementsOf(tx, holder, asked.limit ?? 20)
    for (const place of readingPlaces(services, actor, rows)) await recordRead(tx, { account: actor.account, subject: number, place, at })
    return rows
  })
}

/** The places of the roles by which these movements are read: their chiefs see the reading. */
function readingPlaces(services: MovementServices, { grants }: Actor, rows: readonly { point: string }[]): Set<string> {
  const allowed = [...new Set(rows.map(({ point }) => point))].flatMap((id) => {
    const place = placeOfPoint(services, id)
    const answer = place && may(grants, 'movement.read', place, services.now())
    return answer?.ok ? [answer.value.place.id] : []
  })
  return new Set(allowed)
}

/** Counts of the point asked for; without one, of every point that the caller may count. */
export async function readCounts(
  services: MovementServices,
  actor: Actor,
  query: { point?: string; from: string; until: string },
): Promise<Outcome<Awaited<ReturnType<typeof countsByDay>>>> {
  const [from, until, now] = [parseCivilDate(query.from), parseCivilDate(query.until), services.now()]
  if (!from || !until) return refuse('time.invalid')
  const mayCount = (place: Place) => may(actor.grants, 'movement.count', place, now)
  // The whole state is for those who hold their role at the state: an analyst of a province counts its points.
  const ofState = actor.grants.filter(({ place }) => place.kind === 'state')
  if (query.point === undefined && may(ofState, 'movement.count', statePlace(services.state), now).ok)
    return accept(await countsByDay(services.database.query, { points: undefined, from, until }))
  const asked = query.point === undefined ? services.registry.current.points.map(({ id }) => id) : [query.point]
  const places = asked.flatMap((id) => placeOfPoint(services, id) ?? [])
  if (places.length === 0) return refuse('point.unknown')
  const allowed = places.filter((place) => mayCount(place).ok)
  const [first] = places
  if (allowed.length === 0 && query.point !== undefined && first) {
    const refused = mayCount(first)
    if (!refused.ok) return refused
  }
  return accept(await countsByDay(services.database.query, { points: allowed.map(({ id }) => id), from, until }))
}
