import type { StateCode } from '../../kernel/code.ts'
import { nationalityOf } from '../../kernel/code.ts'
import { addDays, type CivilDate } from '../../kernel/time.ts'
import type { VehicleClass } from '../../kernel/vehicle.ts'
import type { VerdictOutcome } from '../../movements/verdict-table.rules.ts'
import { bornYearsAgo, zoneOf } from './day-zones.rules.ts'

/** What lies on the counter. `pass` counts the made-up passes of the day. */
export type PlayedDocument =
  | { readonly kind: 'pass'; readonly pass: number; readonly typed: boolean }
  | { readonly kind: 'mrz'; readonly mrz: string }
  | { readonly kind: 'specimen'; readonly specimen: 'forged' | 'expired' | 'unknown-key' }
/** Beside a person's own crossing: tapped twice, the pass lent to somebody who follows, the pass shown at another point minutes later. */
export type Trick = 'double-tap' | 'lent' | 'elsewhere'
export type Member = {
  readonly document: PlayedDocument
  /** Our own national goes out and comes home; a foreigner comes and leaves. */
  readonly national: boolean
  /** Of the way out (a foreigner's: in). Only who was admitted comes back. */
  readonly expect: VerdictOutcome
  readonly trick?: Trick
  readonly said: {
    readonly photo?: 'match' | 'no-match'
    readonly purpose?: 'student'
    readonly accompanied?: boolean
    readonly visaSeen?: boolean
  }
}
/** `rest`: of a day; students have hours of their own. */
export type Party = {
  readonly members: readonly Member[]
  readonly vehicle: { readonly class: VehicleClass; readonly wheels: number; readonly plate: string } | null
  readonly rest: 'school' | 'day'
}
export type Crowd = { readonly parties: readonly Party[]; readonly people: number; readonly passes: number }

type Chance = () => number
type Where = { readonly state: StateCode; readonly day: CivilDate /** Are passports taken at this point? */; readonly passports: boolean }

/** Whom a neighbour's law lets in without a visa, and who needs one; of both states' lists the common part. */
const visaFree = { KH: ['THA', 'VNM', 'LAO', 'PHL'], TH: ['KHM', 'VNM', 'LAO', 'PHL'] } as const
const visaNeeded = ['FRA', 'USA'] as const

/** Who comes, in parties, until there are so many people. The same chance makes the same crowd. */
export function crowdOf(people: number, where: Where, chance: Chance): Crowd {
  const parties: Party[] = []
  const maker = new Maker(where, chance)
  for (let come = 0; come < people; ) {
    const party = maker.party()
    const members = party.members.slice(0, people - come)
    come += members.length
    parties.push({ ...party, members })
  }
  return { parties, people, passes: maker.passes }
}

class Maker {
  passes = 0
  #passports = 0
  readonly #where: Where
  readonly #chance: Chance
  constructor(where: Where, chance: Chance) {
    this.#where = where
    this.#chance = chance
  }

  /** Shares of a thousand parties. */
  party(): Party {
    const drawn = this.#chance() * 1000
    if (drawn < 15) return this.#driven(this.#chance() < 0.5 ? { class: 'truck', wheels: 6 } : { class: 'trailer-truck', wheels: 18 }, 2)
    if (drawn < 45) return this.#driven({ class: 'car', wheels: 4 }, 4)
    if (drawn < 145) return this.#alone(this.#withPass({ said: { purpose: 'student' } }), 'school')
    if (drawn < 160) return this.#alone(this.#problem())
    if (!this.#where.passports) return this.#alone(this.#withPass())
    if (drawn < 220) return this.#family()
    if (drawn < 223) return this.#alone(this.#child({ accompanied: false }))
    if (drawn < 263) return this.#alone(this.#foreigner())
    return this.#alone(this.#withPass())
  }

  #alone(member: Member, rest: Party['rest'] = 'day'): Party {
    return { members: [member], vehicle: null, rest }
  }

  #withPass(more: Partial<Member> = {}): Member {
    const pass = this.passes++
    return { document: { kind: 'pass', pass, typed: this.#chance() < 0.1 }, national: true, expect: 'admit', said: {}, ...more }
  }

  #driven(vehicle: { readonly class: VehicleClass; readonly wheels: number }, seats: number): Party {
    const serial = String(1000 + Math.floor(this.#chance() * 8999))
    const plate = this.#where.state === 'TH' ? `กข ${serial}` : `2A-${serial}`
    const members = Array.from({ length: 1 + Math.floor(this.#chance() * seats) }, () => this.#withPass())
    return { members, vehicle: { ...vehicle, plate }, rest: 'day' }
  }

  #family(): Party {
    const children = Array.from({ length: 1 + Math.floor(this.#chance() * 3) }, () => this.#child({ accompanied: true }))
    return { members: [this.#withPass(), ...children], vehicle: null, rest: 'day' }
  }

  #passport(nationality: string, { years = 20 + 40 * this.#chance(), lastDay = addDays(this.#where.day, 900) } = {}): Member['document'] {
    const { day } = this.#where
    return { kind: 'mrz', mrz: zoneOf({ nationality, born: bornYearsAgo(years, day), lastDay, day, serial: this.#passports++ }) }
  }

  #child(said: { readonly accompanied: boolean }): Member {
    const document = this.#passport(this.#own, { years: 5 + 9 * this.#chance() })
    return { document, national: true, expect: said.accompanied ? 'admit' : 'refer', said }
  }

  #foreigner(): Member {
    const drawn = this.#chance()
    if (drawn < 0.75)
      return { document: this.#passport(this.#oneOf(visaFree[this.#where.state === 'TH' ? 'TH' : 'KH'])), national: false, expect: 'admit', said: {} }
    const visaSeen = drawn < 0.95
    return { document: this.#passport(this.#oneOf(visaNeeded)), national: false, expect: visaSeen ? 'admit' : 'refer', said: { visaSeen } }
  }

  #problem(): Member {
    const drawn = Math.floor(this.#chance() * 7)
    const specimens = ['forged', 'expired', 'unknown-key'] as const
    const specimen = specimens[drawn]
    if (specimen)
      return { document: { kind: 'specimen', specimen }, national: true, expect: specimen === 'unknown-key' ? 'refer' : 'refuse', said: {} }
    if (drawn === 3) return this.#withPass({ expect: 'refer', said: { photo: 'no-match' } })
    return this.#withPass({ trick: this.#oneOf(['double-tap', 'lent', 'elsewhere'] as const) })
  }

  get #own(): string {
    return nationalityOf[this.#where.state]
  }
  #oneOf<const T extends readonly [unknown, ...unknown[]]>(all: T): T[number] {
    return all[Math.floor(this.#chance() * all.length)] ?? all[0]
  }
}
