import { epochMs, hourMs, type Instant, instantOfMs } from '../../kernel/time.ts'
import type { VerdictOutcome } from '../../movements/verdict-table.rules.ts'
import { type LaneServed, serveLine } from './day-line.rules.ts'
import type { Crowd, Member, Party } from './day-people.rules.ts'

export type Expected = VerdictOutcome | 'movement.repeat'
/** A movement of the day. `key` names the document: what is shown with it is sent in order. */
export type Crossing = {
  readonly type: 'crossing'
  readonly party: Party
  readonly member: Member
  readonly key: string
  readonly at: Instant
  /** When the line was reached, where there was one. */
  readonly arrival: Instant | null
  readonly lane: string
  readonly direction: 'exit' | 'entry'
  readonly photo: 'match' | 'no-match'
  readonly elsewhere: boolean
  readonly expect: Expected
}
/** A vehicle's sheet, when all who sit in it have crossed; a truck's goods with it. */
export type VehicleCrossing = {
  readonly type: 'vehicle'
  readonly party: Party & { readonly vehicle: NonNullable<Party['vehicle']> }
  readonly riders: readonly Crossing[]
  readonly at: Instant
  readonly lane: string
  readonly direction: 'exit' | 'entry'
}
export type DayPlan = {
  /** In order of time. */
  readonly steps: readonly (Crossing | VehicleCrossing)[]
  readonly longestWaitMs: number
  readonly waited: number
  /** People who would have stood longer than anybody stands, and went away. */
  readonly leftTheLine: number
}
export type Hours = { readonly opens: Instant; readonly closes: Instant; readonly lanes: number; readonly elsewhere: boolean }

const shareAwayOvernight = 0.03
/** A third stands there when it opens; of the others most come in the morning. */
const [firstWave, morning] = [0.33, 0.5]
const memberMs = 5_000
const vehicleMs = { car: 20_000, truck: 45_000 }
/** Below the hours of operating parameter arrival.hours-max. */
const patienceMs = 5.5 * hourMs
const shownFromMs = 15_000

/** A day at a crossing: everybody reaches the line, is served by the first free lane of the direction, and nearly all come back before closing. */
export function planDay({ parties }: Crowd, { opens, closes, lanes, elsewhere }: Hours, chance: () => number): DayPlan {
  const [from, until] = [epochMs(opens), epochMs(closes)]
  const half = Math.ceil(lanes / 2)
  const out = serveLine(
    parties.map((party) => ({ party, arrivesMs: from + arrivalOf(party, until - from, chance) })),
    { lanes: half, firstLane: 1, serviceMs, patienceMs },
  )
  const coming: { party: Party; arrivesMs: number }[] = []
  for (const { party, startMs } of out.served) {
    const members = party.members.filter(({ expect, trick }) => expect === 'admit' && (trick === undefined || trick === 'double-tap'))
    if (members.length === 0 || chance() < shareAwayOvernight) continue
    const back = startMs + serviceMs(party) + 120_000
    if (back > until - 60_000) continue
    const stays = party.rest === 'school' ? Math.min((4 + chance()) * hourMs, until - 60_000 - back) : (until - 60_000 - back) * Math.sqrt(chance())
    coming.push({ party: { ...party, members }, arrivesMs: back + Math.floor(stays) })
  }
  const back = serveLine(coming, { lanes: Math.max(1, lanes - half), firstLane: half + 1, serviceMs, patienceMs })
  const served = [...out.served.map((each) => ({ ...each, home: false })), ...back.served.map((each) => ({ ...each, home: true }))]
  const waits = served.map(({ startMs, arrivesMs }) => startMs - arrivesMs)
  return {
    steps: served.flatMap((each) => stepsOf(each, elsewhere)).sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0)),
    longestWaitMs: waits.reduce((longest, wait) => Math.max(longest, wait), 0),
    waited: waits.filter((wait) => wait >= shownFromMs).length,
    leftTheLine: [...out.left, ...back.left].reduce((sum, { members }) => sum + members.length, 0),
  }
}

function arrivalOf({ rest }: Party, length: number, chance: () => number): number {
  if (rest === 'school') return Math.floor(hourMs * chance())
  const drawn = chance()
  if (drawn < firstWave) return Math.floor(0.05 * length * chance())
  return Math.floor(length * (drawn < firstWave + morning ? 0.3 : 0.85) * chance())
}

function serviceMs({ members, vehicle }: Party): number {
  return members.length * memberMs + (vehicle === null ? 0 : vehicle.class === 'car' ? vehicleMs.car : vehicleMs.truck)
}

function stepsOf(
  { party, startMs, arrivesMs, lane, home }: LaneServed<Party> & { readonly home: boolean },
  elsewhere: boolean,
): (Crossing | VehicleCrossing)[] {
  const direction = ({ national }: Member) => (national === home ? 'entry' : 'exit')
  const arrival = startMs - arrivesMs >= shownFromMs ? instantOfMs(arrivesMs) : null
  const riders = party.members.map((member, index): Crossing => {
    const at = instantOfMs(startMs + index * memberMs)
    const expect = home ? 'admit' : member.expect
    const photo = member.said.photo ?? 'match'
    return {
      type: 'crossing',
      party,
      member,
      key: keyOf(member),
      at,
      arrival,
      lane: String(lane),
      direction: direction(member),
      photo,
      elsewhere: false,
      expect,
    }
  })
  const tricks = home ? [] : riders.flatMap((rider) => trickOf(rider, elsewhere))
  const { vehicle } = party
  const last = riders.at(-1)
  if (!vehicle || !last) return [...riders, ...tricks]
  return [...riders, ...tricks, { type: 'vehicle', party: { ...party, vehicle }, riders, at: last.at, lane: last.lane, direction: last.direction }]
}

function trickOf(rider: Crossing, elsewhere: boolean): Crossing[] {
  const later = (ms: number): Instant => instantOfMs(epochMs(rider.at) + ms)
  const once = { ...rider, arrival: null }
  switch (rider.member.trick) {
    case 'double-tap':
      return [{ ...once, at: later(8_000), expect: 'movement.repeat' }]
    case 'lent':
      return [{ ...once, at: later(900_000), photo: 'no-match', expect: 'refer' }]
    case 'elsewhere':
      return elsewhere ? [{ ...once, at: later(600_000), direction: 'entry', elsewhere: true, expect: 'refer' }] : []
    default:
      return []
  }
}

function keyOf({ document }: Member): string {
  if (document.kind === 'pass') return `pass ${document.pass}`
  return document.kind === 'mrz' ? document.mrz : document.specimen
}

/** A small seeded generator (mulberry32): the same seed plays the same day. Returns numbers from 0 up to, not with, 1. */
export function seededChance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** The value below which a share of the sorted numbers lies (nearest rank). */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(sorted.length * share) - 1))] ?? 0
}
