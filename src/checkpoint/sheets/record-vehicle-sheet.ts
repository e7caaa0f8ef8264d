import { hash } from 'node:crypto'
import { recordEvent } from '../../audit/record-event.ts'
import type { Actor } from '../../identity/actor.rules.ts'
import type { CommandId } from '../../kernel/code.ts'
import { accept, type Outcome, refuse } from '../../kernel/outcome.ts'
import { dayMs, epochMs, type Instant, parseInstant } from '../../kernel/time.ts'
import type { Tx } from '../../platform/database.ts'
import type { Cell } from '../../platform/ids.ts'
import { type Driven, referDriver } from '../referrals/refer-driver.ts'
import { findReferral } from '../referrals/referral.queries.ts'
import { cellOfSheet, type FoundMovement, findMovements, lockVehicleSheet } from './sheet.queries.ts'
import { insertVehicleSheet } from './sheet.store.ts'
import { mayAtPoint, once, type Sheets } from './sheet-services.ts'
import { readVehicleSheet, type VehicleSheet } from './sheet-views.ts'
import type { VehicleSheetBody } from './sheets.api.ts'
import { assessMovements, assessReplaced, assessRiders, assessVehicle, type Plates, type Rider } from './vehicle-sheet.rules.ts'

export type Recorded<T> = T & { readonly again: boolean }
/** `referred`: somebody in charge is to decide on who drove it. */
export type RecordedVehicle = Recorded<VehicleSheet> & { readonly referred: boolean }

/** Who crossed in which vehicle: the driver's and the passengers' movements, linked once each. A correction names the sheet it replaces. */
export async function recordVehicleSheet(sheets: Sheets, actor: Actor, body: VehicleSheetBody): Promise<Outcome<RecordedVehicle>> {
  const occurredAt = parseInstant(body.occurredAt)
  if (!occurredAt) return refuse('time.invalid')
  const allowed = mayAtPoint(sheets, actor, 'sheet.record', body.point)
  if (!allowed.ok) return allowed as Outcome<never>
  const timely = assessTime(sheets, occurredAt)
  if (!timely.ok) return timely
  const plates = assessVehicle(
    { wheels: body.wheels, plate: body.plate, trailerPlate: body.trailerPlate ?? null },
    sheets.classes(body.class, occurredAt),
  )
  if (!plates.ok) return plates
  const riders = assessRiders({ driver: (body.driver ?? null) as CommandId | null, passengers: body.passengers as CommandId[] })
  if (!riders.ok) return riders
  const [id, said] = [body.id as CommandId, hash('sha256', JSON.stringify(body), 'base64')]
  const command = { ...body, id, occurredAt, plates: plates.value, riders: riders.value }
  const recorded = await once(sheets, actor, {
    id,
    event: 'VehicleSheetRecorded',
    said,
    again: (tx) => readBack(tx, id, true),
    write: (tx) => write(sheets, actor, tx, command, said),
  })
  if (recorded.ok && recorded.value.referred) sheets.live.changed(recorded.value.point)
  return recorded
}

/** Neither in the future, nor of a day so long ago that no parameter was set for it. */
function assessTime({ parameters, now: clock }: Sheets, occurredAt: Instant): Outcome<undefined> {
  const now = clock()
  const aheadMs = epochMs(occurredAt) - epochMs(now)
  const daysMax = parameters('sheet.days-back-max', now)
  if (aheadMs > parameters('sheet.minutes-ahead-max', now) * 60_000) return refuse('sheet.in-future')
  return -aheadMs > daysMax * dayMs ? refuse('movement.too-old', { about: { daysMax } }) : accept(undefined)
}

type Command = Omit<VehicleSheetBody, 'id'> & {
  readonly id: CommandId
  readonly occurredAt: Instant
  readonly plates: Plates
  readonly riders: readonly Rider[]
}

async function write(sheets: Sheets, actor: Actor, tx: Tx, command: Command, said: string): Promise<Outcome<RecordedVehicle>> {
  const { id, point, lane, direction, occurredAt, replaces, class: kind, wheels } = command
  const old = replaces ? await lockVehicleSheet(tx, replaces) : undefined
  if (replaces) {
    const assessed = assessReplaced(old && { ...old, replacedBy: old.replaced_by }, command)
    if (!assessed.ok) return assessed
  }
  const found = await findMovements(
    tx,
    command.riders.map(({ movement }) => movement),
  )
  const minutesMax = sheets.parameters('sheet.minutes-from-movement-max', occurredAt)
  const riders = assessMovements(command.riders, found, { point, direction, occurredAt, minutesMax })
  if (!riders.ok) return riders
  const at = sheets.now()
  const referred = await referDriver(sheets.watchlist, tx, driverOf(found, command), { plates: platesOf(command.plates), by: actor.account, at })
  // Plates stay with the sheet: an event names ids alone.
  const told = { said, direction, class: kind, wheels, riders: command.riders, replaces: replaces ?? null, ...(referred && { referred }) }
  const event = { id, cell: cellOfSheet(id) as Cell, type: 'VehicleSheetRecorded', subject: id, actor: actor.account, at, place: point }
  await recordEvent(tx, { ...event, body: told })
  await insertVehicleSheet(tx, {
    ...command.plates,
    id,
    replaces: old,
    point,
    lane,
    direction,
    occurredAt,
    class: kind,
    wheels,
    riders: riders.value,
    recordedAt: at,
    recordedBy: actor.account,
  })
  return readBack(tx, id, false)
}

const platesOf = ({ plate, trailer }: Plates): string[] => [plate, trailer].flatMap((each) => each?.written ?? [])

function driverOf(found: readonly FoundMovement[], { driver }: Pick<Command, 'driver'>): Driven {
  const drove = found.find(({ id }) => id === driver)
  if (!drove) throw new Error('a sheet without its driver was not refused')
  const { documentIssuer: issuer, documentNumber: number, id: movement, ...rest } = drove
  return { ...rest, movement, document: issuer !== null && number !== null ? { issuer, number } : null }
}

async function readBack(tx: Tx, id: CommandId, again: boolean): Promise<Outcome<RecordedVehicle>> {
  const sheet = await readVehicleSheet(tx, id)
  return sheet ? accept({ ...sheet, again, referred: (await findReferral(tx, sheet.driver))?.state === 'open' }) : refuse('sheet.not-found')
}
