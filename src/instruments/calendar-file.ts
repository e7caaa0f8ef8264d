import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Type from 'typebox'
import { Compile } from 'typebox/compile'
import { type StateCode, states } from '../kernel/code.ts'
import { type CivilDate, parseCivilDate, weekdays } from '../kernel/time.ts'
import { ConfigFault, projectRoot } from '../platform/config.ts'
import { changedCalendar, changeFaults, type HolidayChange, type WorkingCalendar } from './calendar.rules.ts'

// The one place that knows where holidays come from: the library's days as they came (scripts/build-holidays.ts), and our own rows above them.

const text = Type.String({ minLength: 1 })
const day = Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\d$' })
const year = Type.Integer({ minimum: 1900, maximum: 2999 })
const state = Type.Union(states.map((code) => Type.Literal(code)))
const weekend = Type.Array(Type.Union(weekdays.map((name) => Type.Literal(name))), { uniqueItems: true, maxItems: 6 })
const exactly = { additionalProperties: false } as const
const libraryShape = Type.Object({
  library: Type.Object({ name: text, version: text, licence: text, home: text }, exactly),
  firstYear: year,
  lastYear: year,
  days: Type.Record(Type.String(), Type.Record(day, text)),
})
const told = { state, instrument: text, source: text }
const ownShape = Type.Object(
  {
    states: Type.Array(Type.Object({ state, weekend, checkedUntil: year, instrument: text }, exactly), { minItems: 1 }),
    changes: Type.Array(
      Type.Union([
        Type.Object({ ...told, kind: Type.Union([Type.Literal('added'), Type.Literal('removed')]), day }, exactly),
        Type.Object({ ...told, kind: Type.Literal('swapped'), day, workOn: day }, exactly),
      ]),
    ),
  },
  exactly,
)
const [checkLibrary, checkOwn] = [Compile(libraryShape), Compile(ownShape)]

export type Calendars = ReadonlyMap<StateCode, WorkingCalendar>

/** Each state's calendar: the library's holidays, then our changes. @throws ConfigFault with every fault named in one line when a file has not the form, or a row changes nothing. */
export function parseCalendars(libraryJson: string, ownJson: string): Calendars {
  const [library, own] = [parsed('library.json', libraryJson), parsed('calendar.json', ownJson)]
  if (!checkLibrary.Check(library)) throw new ConfigFault('data/holidays/library.json has not the agreed form')
  if (!checkOwn.Check(own)) throw new ConfigFault('data/holidays/calendar.json has not the agreed form')
  const [firstYear, lastYear] = [library.firstYear, library.lastYear]
  const noDays = [
    ...Object.values(library.days).flatMap(Object.keys),
    ...own.changes.flatMap((row) => [row.day, ...('workOn' in row ? [row.workOn] : [])]),
  ]
    .filter((each) => parseCivilDate(each) === undefined)
    .map((each) => `${each} is no day`)
  const faults = [...noDays]
  const calendars = new Map<StateCode, WorkingCalendar>()
  for (const row of own.states) {
    const calendar: WorkingCalendar = {
      state: row.state,
      firstYear,
      lastYear,
      checkedUntil: row.checkedUntil,
      weekend: row.weekend,
      holidays: new Set(Object.keys(library.days[row.state] ?? {}) as CivilDate[]),
      workedWeekends: new Set(),
    }
    if (calendars.has(row.state)) faults.push(`${row.state} stands twice`)
    for (let each = firstYear; each <= lastYear; each += 1)
      if (![...calendar.holidays].some((holiday) => holiday.startsWith(`${each}-`))) faults.push(`${row.state} has no holidays in ${each}`)
    const changes = noDays.length > 0 ? [] : (own.changes.filter((change) => change.state === row.state) as unknown as HolidayChange[])
    faults.push(...changeFaults(calendar, changes))
    calendars.set(row.state, changedCalendar(calendar, changes))
  }
  for (const change of own.changes)
    if (!calendars.has(change.state)) faults.push(`${change.state} ${change.kind} ${change.day}: a state without a calendar`)
  if (faults.length > 0) throw new ConfigFault(`data/holidays contradicts itself: ${faults.join('; ')}`)
  return calendars
}

/** An operator writes these files: what is wrong with one is said at the start, not shown as a fault of ours. */
function parsed(name: string, json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    throw new ConfigFault(`data/holidays/${name} is no JSON`)
  }
}

export function readCalendars(folder = join(projectRoot, 'data', 'holidays')): Calendars {
  return parseCalendars(readFileSync(join(folder, 'library.json'), 'utf8'), readFileSync(join(folder, 'calendar.json'), 'utf8'))
}

/** The calendar of an instance's state. @throws when data/holidays has none: only states with a calendar can be an instance. */
export function readCalendar(of: StateCode): WorkingCalendar {
  const calendar = readCalendars().get(of)
  if (!calendar) throw new Error(`data/holidays/calendar.json has no ${of}`)
  return calendar
}
