import { findEvent, recordEvent } from '../../audit/record-event.ts'
import { recordRead } from '../../audit/record-read.ts'
import type { Actor } from '../../identity/actor.rules.ts'
import { may } from '../../identity/authority.rules.ts'
import { areaPlace } from '../../identity/place.rules.ts'
import type { AreaCode, CommandId } from '../../kernel/code.ts'
import { accept, type Outcome, refuse } from '../../kernel/outcome.ts'
import { addDays, borderZone, type CivilDate, civilDateAt, type Instant } from '../../kernel/time.ts'
import { inTransaction, rollBackOn } from '../../platform/database.ts'
import type { Cell } from '../../platform/ids.ts'
import { waitsOnOffice } from '../due.rules.ts'
import { type Issuing, inNameOf } from '../issuing.ts'
import { officesOn } from '../mandate.queries.ts'
import { countOffices } from '../numbers/numbers.queries.ts'
import type { PassServices } from '../pass-services.ts'
import {
  atWorkOn,
  type CapacityEntry,
  capacityEntries,
  type Deeds,
  deedsBetween,
  outputOn,
  type Printers,
  printersOn,
  staffOf,
} from './capacity.queries.ts'
import { daysToClear, isOddTime, lastWorkingDays } from './capacity.rules.ts'
import { insertCapacity } from './province.store.ts'

export type ProvinceServices = Pick<PassServices, 'database' | 'law' | 'calendar' | 'parameters' | 'now'>
const daysShown = 10
const spanDaysMax = 92
const entriesMax = 100

export type OfficeCapacity = {
  readonly office: AreaCode
  readonly printers: Omit<Printers, 'office'> | null
  /** With a role of the office's work; and of them all, those who did something in a case today. */
  readonly staff: number
  readonly atWork: number
  readonly output: readonly { readonly day: CivilDate; readonly issued: number; readonly produced: number }[]
  /** Waits for the office; and how many working days that is at the pace of those days. */
  readonly waiting: number
  readonly daysToClear: number | null
}

/** What each office of a province has to work with, what it made in the last ten working days, and what waits. */
export async function readCapacity(
  services: ProvinceServices,
  actor: Actor,
  province: AreaCode,
): Promise<Outcome<{ asOf: Instant; offices: OfficeCapacity[] }>> {
  const asOf = services.now()
  const allowed = may(actor.grants, 'office.workload', areaPlace(province), asOf)
  if (!allowed.ok) return allowed
  const today = civilDateAt(asOf, borderZone)
  const pattern = `${province}%`
  const days = lastWorkingDays(services.calendar, today, daysShown)
  return inTransaction(services.database, inNameOf(services, actor), async (tx) => {
    const [printers, staff, atWork, output] = [
      new Map((await printersOn(tx, pattern, today)).map(({ office, ...row }) => [office, row])),
      await staffOf(tx, pattern),
      await atWorkOn(tx, pattern, today),
      await outputOn(tx, pattern, days),
    ]
    const { pending } = await countOffices(tx, { offices: pattern, on: today, since: today })
    const offices = (await officesOn(tx, today)).filter(({ id }) => id.startsWith(province))
    const capacityOf = (office: AreaCode): OfficeCapacity => {
      const made = days.map((day) => {
        const row = output.find((each) => each.office === office && each.day === day)
        return { day, issued: row?.issued ?? 0, produced: row?.produced ?? 0 }
      })
      const waiting = pending.filter((row) => row.office === office && waitsOnOffice(row.state)).reduce((sum, { n }) => sum + n, 0)
      const pace = daysToClear(
        waiting,
        made.map(({ produced }) => produced),
      )
      const [people, here] = [staff.get(office) ?? 0, atWork.get(office) ?? 0]
      return { office, printers: printers.get(office) ?? null, staff: people, atWork: here, output: made, waiting, daysToClear: pace }
    }
    return accept({ asOf, offices: offices.map(({ id }) => capacityOf(id)) })
  })
}

export type Hour = Deeds & { readonly odd: boolean }
/** Who did how much in which hour at an office; `odd`: outside the counter's hours, or on a day without work. Reading it is kept. */
export async function readHours(
  services: ProvinceServices,
  actor: Actor,
  { office, from, until }: { office: AreaCode; from: CivilDate; until: CivilDate },
): Promise<Outcome<{ asOf: Instant; hours: Hour[] }>> {
  const asOf = services.now()
  const allowed = may(actor.grants, 'office.workload', areaPlace(office), asOf)
  if (!allowed.ok) return allowed
  if (until < from || addDays(from, spanDaysMax) < until) return refuse('request.malformed')
  const open = { opens: services.parameters('office.opens-hour', asOf), closes: services.parameters('office.closes-hour', asOf) }
  return inTransaction(services.database, inNameOf(services, actor), async (tx) => {
    await recordRead(tx, { account: actor.account, subject: `hours of ${office}`, place: office, at: asOf })
    const deeds = await deedsBetween(tx, office, { from, until })
    return accept({ asOf, hours: deeds.map((deed) => ({ ...deed, odd: isOddTime(services.calendar, deed, open) })) })
  })
}

/** What was entered about an office, for whoever may enter more: the rows in force, those to come and those of before. */
export async function readEntries(services: ProvinceServices, actor: Actor, office: AreaCode): Promise<Outcome<readonly CapacityEntry[]>> {
  const allowed = may(actor.grants, 'office.equip', areaPlace(office), services.now())
  if (!allowed.ok) return allowed
  return inTransaction(services.database, inNameOf(services, actor), async (tx) => accept(await capacityEntries(tx, office, entriesMax)))
}

export type EquipOffice = {
  readonly requestId: CommandId
  readonly actor: Actor
  readonly office: AreaCode
  readonly from: CivilDate
  readonly printers: number
  readonly instrument: string
}
/** Enters what an office has from a day on, by which paper. A row is never changed: the next one counts. */
export function equipOffice(issuing: Issuing, command: EquipOffice): Promise<Outcome<Printers>> {
  const { requestId, actor, office, from, printers, instrument } = command
  const at = issuing.now()
  const body = { office, from, printers, instrument }
  const said = { ...body, by: actor.account }
  return rollBackOn(issuing.database, inNameOf(issuing, actor), async (tx) => {
    const allowed = may(actor.grants, 'office.equip', areaPlace(office), at)
    if (!allowed.ok) return allowed
    if (!(await officesOn(tx, civilDateAt(at, borderZone))).some(({ id }) => id === office)) return refuse('office.unknown', { about: { office } })
    const before = await findEvent(tx, requestId)
    const isNew = !before && (await insertCapacity(tx, { id: requestId, ...said, at }))
    if (!isNew) {
      // Sent twice at one moment: the other one's event is there now.
      const event = before ?? (await findEvent(tx, requestId))
      const same = event?.type === 'OfficeEquipped' && JSON.stringify(event.body) === JSON.stringify(sorted(body, event.body))
      return same ? accept(said) : refuse('request.id-reused', { about: { id: requestId } })
    }
    await recordEvent(tx, { id: requestId, cell: 0 as Cell, type: 'OfficeEquipped', subject: office, actor: actor.account, place: office, at, body })
    return accept(said)
  })
}

/** The same fields in the order of the other: what comes back from the database has an order of its own. */
const sorted = (body: Readonly<Record<string, unknown>>, like: object): object =>
  Object.fromEntries([...new Set([...Object.keys(like), ...Object.keys(body)])].map((key) => [key, body[key]]))
