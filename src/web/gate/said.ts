import type { CommandId } from '../../kernel/code.ts'
import { latinDigits } from '../../kernel/digits.ts'
import { borderZone, civilDateAt, epochMs, hourMs, type Instant, instantAt, parseClockTime } from '../../kernel/time.ts'
import type { Facts, PersonFacts, RuleBook } from '../../movements/facts.rules.ts'
import { decideVerdict } from '../../movements/verdict.rules.ts'
import { outcomes } from '../../movements/verdict-table.rules.ts'
import type { SideAt } from '../../places/opening.rules.ts'

/** What the officer says of the person and the vehicle beside the document. */
export type Said = Pick<PersonFacts, 'photo' | 'care' | 'accompanied'> &
  Pick<Facts, 'arrival' | 'purpose' | 'vehicle'> & {
    readonly visaSeen: boolean
    readonly plate: string
    readonly trailerPlate: string
    /** The referral on which somebody in charge let this person pass. */
    readonly decided: CommandId | null
  }

export const nothingYet: Said = {
  photo: 'not-said',
  care: null,
  accompanied: null,
  arrival: null,
  purpose: null,
  vehicle: null,
  visaSeen: false,
  plate: '',
  trailerPlate: '',
  decided: null,
}

/** The facts with the officer's words in them. Hours and orders are those of the arrival: `sidesAt` says how the point stood then; undefined: it cannot, and they stay. */
export function withSaid(facts: Facts, said: Said, sidesAt: (at: Instant) => readonly SideAt[] | undefined): Facts {
  const { photo, care, accompanied, arrival, purpose, vehicle, visaSeen, decided } = said
  const moved = arrival?.at !== facts.arrival?.at
  const sides = moved ? (sidesAt(arrival?.at ?? facts.at) ?? facts.point.sides) : facts.point.sides
  return {
    ...facts,
    arrival,
    purpose,
    vehicle,
    point: { ...facts.point, sides },
    document: { ...facts.document, visaSeen },
    person: { ...facts.person, photo, care, accompanied, decided },
  }
}

/** As a question and a movement carry it: what was not said is not sent. */
export function saidOf({ photo, care, accompanied, arrival, purpose, vehicle, visaSeen, plate, trailerPlate, decided }: Said): {
  readonly [K in keyof Said]?: Said[K]
} {
  return {
    ...(photo !== 'not-said' && { photo }),
    ...(care !== null && { care }),
    ...(accompanied !== null && { accompanied }),
    ...(arrival !== null && { arrival }),
    ...(purpose !== null && { purpose }),
    ...(vehicle !== null && { vehicle }),
    ...(visaSeen && { visaSeen }),
    ...(plate.trim() !== '' && { plate: plate.trim() }),
    ...(trailerPlate.trim() !== '' && { trailerPlate: trailerPlate.trim() }),
    ...(decided !== null && { decided }),
  }
}

/** Is the person better off by the first scan? Only then it counts: whoever was told to come back at eight is not judged by seven. */
export function isMilderAt(first: Facts, now: Facts, book: RuleBook): boolean {
  const strength = (facts: Facts): number => outcomes.indexOf(decideVerdict(facts, book).outcome)
  return strength(first) < strength(now)
}

/** A first scan counts for so long; before a minute is over it is the same scan. */
export function isFirstScan(first: Instant, at: Instant, hoursMax: number): boolean {
  const waitedMs = epochMs(at) - epochMs(first)
  return waitedMs >= 60_000 && waitedMs <= hoursMax * hourMs
}

/** A time typed from a queue ticket ("19:45", "១៩:៤៥", "1945"), today before now, and not longer ago than anybody waits; undefined where it is none. */
export function ticketTime(typed: string, now: Instant, hoursMax: number): Instant | undefined {
  const [, hours = '', minutes = ''] = /^(\d{1,2})[:.\s]?(\d{2})$/.exec(latinDigits(typed).trim()) ?? []
  const time = parseClockTime(`${hours.padStart(2, '0')}:${minutes}`)
  const at = time && instantAt(civilDateAt(now, borderZone), time, borderZone)
  const waitedMs = at === undefined ? -1 : epochMs(now) - epochMs(at)
  return waitedMs >= 0 && waitedMs <= hoursMax * hourMs ? at : undefined
}
