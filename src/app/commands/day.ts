import { parseArgs } from 'node:util'
import type { StateCode } from '../../kernel/code.ts'
import {
  addDays,
  borderZone,
  type CivilDate,
  type ClockTime,
  civilDateAt,
  type Instant,
  instantAt,
  instantOfMs,
  parseCivilDate,
  parseInstant,
} from '../../kernel/time.ts'
import type { CountAnswer } from '../../movements/movements.api.ts'
import type { InstanceAnswer, SpecimenAnswer } from '../../passes/passes.api.ts'
import type { PointAnswer } from '../../places/places.api.ts'
import type { Config } from '../../platform/config.ts'
import { becomeMadeUp } from '../demonstration-session.ts'
import { Client } from './day-client.ts'
import { ensurePasses } from './day-passes.ts'
import { type Crowd, crowdOf } from './day-people.rules.ts'
import { type DayPlan, percentile, planDay, seededChance } from './day-plan.rules.ts'
import { type Compared, type Gates, type Played, playSteps } from './day-play.ts'

const usage =
  'usage: spean day [--point kh-th/poipet] [--people 10000] [--date 2026-11-20] [--seed 20240101] [--lanes 8] [--url http://127.0.0.1:8080] [--in-flight 64]'
const peopleMax = 100_000
/** Each lane has so many people a day, if nobody says how many lanes there are. */
const peopleALane = 1_250
/** Made-up people have their passes since a week. */
const playableDays = 6

type Options = {
  readonly point: string
  readonly people: number
  readonly date: CivilDate | null
  readonly seed: number
  readonly lanes: number
  readonly base: URL
  readonly inFlight: number
}

/** Plays a day at a crossing point against the running server, over HTTP: passes are issued where they are missing, then everybody goes out and comes home. */
export async function playDay(args: string[], config: Config): Promise<number> {
  const options = readOptions(args, config)
  if ('fault' in options) {
    console.error(`spean: ${options.fault}\n${usage}`)
    return 2
  }
  const clients: Client[] = []
  try {
    const gates = await openGates(options, clients)
    const { client, point } = gates
    const { state, now } = await client.get<InstanceAnswer>('/api/v1/instance')
    const date = options.date ?? (await nextDayOf(client, point, now))
    const noon = await pointOn(client, point, date)
    const hours = hoursOf(noon, date)
    if (!hours) {
      console.error(`spean: ${point} does not open to ordinary travellers on ${date}; choose another --date.`)
      return 2
    }
    const chance = seededChance(options.seed)
    const crowd = crowdOf(options.people, { state: state as StateCode, day: date, passports: noon.class === 'permanent' }, chance)
    const started = performance.now()
    const passes = await ensurePasses(client, crowd.passes, date)
    const issuing = (performance.now() - started) / 1000
    const specimens = await client.get<SpecimenAnswer[]>('/api/v1/made-up/specimens')
    const plan = planDay(crowd, { ...hours, lanes: options.lanes, elsewhere: gates.elsewhere !== undefined }, chance)
    const played = await playSteps(gates, { state: state as StateCode, date, passes, specimens }, plan)
    console.log(report(options, date, { crowd, plan, played, issuing }))
    return played.failed === 0 && played.compared.every(({ same }) => same) ? 0 : 1
  } catch (error) {
    console.error(`spean: ${error instanceof Error ? error.message : String(error)}`)
    return 1
  } finally {
    for (const client of clients) client.close()
  }
}

function readOptions(args: string[], config: Config): Options | { fault: string } {
  try {
    const { values } = parseArgs({
      args,
      options: {
        point: { type: 'string', default: 'kh-th/poipet' },
        people: { type: 'string', default: '1000' },
        date: { type: 'string' },
        seed: { type: 'string', default: '20240101' },
        lanes: { type: 'string' },
        url: { type: 'string' },
        'in-flight': { type: 'string', default: '64' },
      },
    })
    const [people, inFlight, seed] = [Number(values.people), Number(values['in-flight']), Number(values.seed)]
    const lanes = values.lanes === undefined ? Math.max(2, Math.ceil(people / peopleALane)) : Number(values.lanes)
    const date = values.date === undefined ? null : parseCivilDate(values.date)
    if (!Number.isInteger(people) || people < 1 || people > peopleMax) return { fault: `--people takes 1 to ${peopleMax}` }
    if (!Number.isInteger(inFlight) || inFlight < 1 || inFlight > 1024) return { fault: '--in-flight takes 1 to 1024' }
    if (!Number.isInteger(lanes) || lanes < 2 || lanes > 200) return { fault: '--lanes takes 2 to 200: some for each direction' }
    if (!Number.isInteger(seed)) return { fault: '--seed takes a whole number' }
    if (date === undefined) return { fault: `--date ${values.date} is not a date` }
    const base = new URL(values.url ?? `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${config.port}`)
    return { point: values.point, people, date, seed, lanes, base, inFlight }
  } catch (error) {
    return { fault: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error) }
  }
}

/** The movements are a made-up officer's of this point, and, of those who show one pass at two points, of the farthest other one that has its place on the map. */
async function openGates({ base, point, inFlight }: Options, clients: Client[]): Promise<Gates> {
  const open = async (place: string) => {
    const client = new Client(base, inFlight, await becomeMadeUp(base, { role: 'checkpoint-officer', place }))
    clients.push(client)
    return client
  }
  const client = await open(point)
  const points = await client.get<PointAnswer[]>('/api/v1/crossing-points')
  const here = points.find((each) => each.point === point)?.location
  const away = ({ location }: PointAnswer) =>
    here && location ? Math.hypot(...location.lonLat.map((each, axis) => each - (here.lonLat[axis] ?? each))) : 0
  const [farthest] = points.filter((each) => each.location && each.class !== null).sort((one, other) => away(other) - away(one))
  if (!farthest || away(farthest) < 1) return { client, point, elsewhere: undefined }
  return { client, point, elsewhere: { point: farthest.point, client: await open(farthest.point) } }
}

const pointOn = (client: Client, point: string, day: CivilDate) =>
  client.get<PointAnswer>(`/api/v1/crossing-points/${point}?at=${day}T12:00:00%2B07:00`)

/** A whole day of the past that comes after the last one played here, since people's movements have an order; with none left, yesterday again. */
async function nextDayOf(client: Client, point: string, now: string): Promise<CivilDate> {
  const today = civilDateAt(parseInstant(now) ?? instantOfMs(Date.now()), borderZone)
  const days = Array.from({ length: playableDays }, (_, index) => addDays(today, index - playableDays))
  const counts = await client.get<CountAnswer[]>(`/api/v1/counts?point=${encodeURIComponent(point)}&from=${days[0]}&until=${addDays(today, 1)}`)
  const last =
    counts
      .map(({ day }) => day)
      .sort()
      .at(-1) ?? ''
  for (const day of days.filter((each) => each > last)) if ((await pointOn(client, point, day)).open) return day
  return addDays(today, -1)
}

/** The hours in which both calendars are open on the date, as the register says them. */
function hoursOf(point: PointAnswer, date: CivilDate): { opens: Instant; closes: Instant } | undefined {
  const calendars = Object.values(point.calendars).flatMap((calendar) => calendar ?? [])
  const closes = point.until === null ? undefined : parseInstant(point.until)
  if (!point.open || !closes || calendars.length === 0) return undefined
  const opens = calendars
    .map((calendar) => calendar.opens)
    .sort()
    .at(-1)
  return { opens: instantAt(date, opens as ClockTime, borderZone), closes }
}

type Told = { readonly crowd: Crowd; readonly plan: DayPlan; readonly played: Played; readonly issuing: number }

function report({ point, seed, lanes }: Options, date: CivilDate, { crowd, plan, played, issuing }: Told): string {
  const { answers, milliseconds, seconds, unexpected, sheets, compared } = played
  const rows = [...answers.entries()].sort(([, a], [, b]) => b - a).map(([key, count]) => `  ${String(count).padStart(8)}  ${key}`)
  const ms = (share: number) => `${percentile(milliseconds, share).toFixed(1)} ms`
  const minutes = (milli: number) => `${Math.round(milli / 60_000)} min`
  const parties = crowd.parties.filter(({ members }) => members.length > 1).length
  const vehicles = crowd.parties.filter(({ vehicle }) => vehicle !== null).length
  const same = ({ what, answered, counted, same: equal }: Compared) =>
    `  ${what}: ${answered} answered, ${counted} counted by the server${equal ? '' : '  DIFFERENT'}`
  return `
${date} at ${point}, seed ${seed}: ${crowd.people} people (${parties} parties of more than one, ${vehicles} vehicles), ${lanes} lanes, ${milliseconds.length} movements, ${sheets} sheets
${rows.join('\n')}
  ${unexpected === 0 ? 'every answer as planned' : `${unexpected} answers not as planned (people of an earlier day away, or a day played again)`}
  ${plan.waited} parties stood in line, the longest ${minutes(plan.longestWaitMs)}${plan.leftTheLine > 0 ? `; ${plan.leftTheLine} people went away` : ''}
${compared.map(same).join('\n')}
  passes made ready in ${issuing.toFixed(1)} s
  p50 ${ms(0.5)}   p95 ${ms(0.95)}   p99 ${ms(0.99)}   ${(milliseconds.length / seconds).toFixed(0)} movements a second, ${seconds.toFixed(1)} s`
}
