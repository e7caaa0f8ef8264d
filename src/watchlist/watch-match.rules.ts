import type { CivilDate } from '../kernel/time.ts'
import { keysOf, type NameForm } from '../persons/name-key.rules.ts'
import { slippedDates } from '../persons/slips.rules.ts'
import { documentKey, lookalikeKey, type WatchDocument } from './watch-document.rules.ts'
import { Frequencies } from './watch-frequency.rules.ts'
import { formsOf, type Likeness, likenessOf, type Seen, type WatchedPerson } from './watch-likeness.rules.ts'
import { normalPlate, plateCore, plateRelation } from './watch-plate.rules.ts'

export const watchKinds = ['person', 'document', 'plate'] as const
export type WatchKind = (typeof watchKinds)[number]

/** Whatever stands at the gate; what is not known is null, or left out. */
export type WatchSubject = {
  readonly names: { readonly local: string; readonly given: string; readonly family: string } | null
  readonly birthDate: CivilDate | null
  readonly sex?: number | null
  readonly nationality?: string | null
  readonly documents: readonly WatchDocument[]
  /** The vehicle's and its trailer's. */
  readonly plates: readonly string[]
  readonly passNumber: string | null
}
/** An entry and how near it is; never why somebody is on the list. */
export type WatchHit = { readonly entry: string; readonly kind: WatchKind; readonly strength: 'exact' | 'near' }

/** On which day; and how many people of a list like this may at most agree as well by chance with somebody whom it refers. */
export type Asking = { readonly day: CivilDate; readonly chanceMax: number }

/** What matching needs of an entry; days are civil days of the border, both counted. */
export type WatchTarget = {
  readonly id: string
  readonly from: CivilDate
  readonly lastDay: CivilDate
  /** Whom this entry does not stop: a document's key → the last day of that. */
  readonly allowed: ReadonlyMap<string, CivilDate>
} & (
  | { readonly kind: 'person'; readonly person: WatchedPerson }
  | { readonly kind: 'document'; readonly document: WatchDocument }
  | { readonly kind: 'plate'; readonly plate: string }
)
type PersonTarget = Extract<WatchTarget, { kind: 'person' }>
type Slot = { readonly target: PersonTarget; readonly skeletons: readonly string[]; readonly forms: readonly NameForm[] }

const namesOf = ({ local, given, family }: NonNullable<WatchSubject['names']>): string[] => [local, `${family} ${given}`]
/** A person's own documents by their keys; a border pass is its state's document. */
export const documentKeysOf = ({ documents, passNumber }: Pick<WatchSubject, 'documents' | 'passNumber'>): string[] => [
  ...new Set([...documents, ...(passNumber === null ? [] : [passDocument(passNumber)])].map(documentKey)),
]
export const passDocument = (number: string): WatchDocument => ({ issuer: number.trim().slice(0, 2), number })

/** The whole list, found by day of birth, by the sounds of names, by document and by plate. Changed by `put` and `remove`; asking changes nothing. */
export class WatchIndex {
  readonly #all = new Map<string, WatchTarget>()
  readonly #slots = new Map<string, Slot>()
  readonly #byDay = new Buckets<Slot>()
  readonly #dated = new Buckets<Slot>()
  readonly #undated = new Buckets<Slot>()
  readonly #documents = new Buckets<WatchTarget>()
  readonly #plates = new Buckets<WatchTarget>()
  readonly #frequencies = new Frequencies()
  #revision = 0

  get size(): number {
    return this.#all.size
  }
  /** Another one whenever the list is another: what was answered before may be wrong from then on. */
  get revision(): number {
    return this.#revision
  }
  has(id: string): boolean {
    return this.#all.has(id)
  }

  put(target: WatchTarget): void {
    this.remove(target.id)
    this.#all.set(target.id, target)
    this.#revision += 1
    if (target.kind === 'document') this.#documents.add(lookalikeKey(documentKey(target.document)), target)
    else if (target.kind === 'plate') this.#plates.add(plateCore(normalPlate(target.plate)), target)
    else this.#putPerson(target)
  }

  #putPerson(target: PersonTarget): void {
    const { names } = target.person
    const slot: Slot = { target, skeletons: keysOf({ names, nationalId: '' }), forms: formsOf(names) }
    this.#slots.set(target.id, slot)
    this.#frequencies.count(target.person, slot.forms, 1)
    const { birthDate } = target.person
    if (birthDate !== null) this.#byDay.add(birthDate, slot)
    for (const skeleton of slot.skeletons) (birthDate === null ? this.#undated : this.#dated).add(skeleton, slot)
  }

  remove(id: string): void {
    const target = this.#all.get(id)
    if (!target) return
    this.#all.delete(id)
    this.#revision += 1
    if (target.kind === 'document') this.#documents.take(lookalikeKey(documentKey(target.document)), target)
    if (target.kind === 'plate') this.#plates.take(plateCore(normalPlate(target.plate)), target)
    const slot = this.#slots.get(id)
    if (!slot || target.kind !== 'person') return
    this.#slots.delete(id)
    this.#frequencies.count(target.person, slot.forms, -1)
    if (target.person.birthDate !== null) this.#byDay.take(target.person.birthDate, slot)
    for (const skeleton of slot.skeletons) {
      this.#dated.take(skeleton, slot)
      this.#undated.take(skeleton, slot)
    }
  }

  /** What was over before this day. */
  removeBefore(day: CivilDate): void {
    for (const { id, lastDay } of this.#all.values()) if (lastDay < day) this.remove(id)
  }

  /** Exact ones first, then by id. */
  match(subject: WatchSubject, { day, chanceMax }: Asking): WatchHit[] {
    const keys = documentKeysOf(subject)
    const hits = [...this.#people(subject, { day, chanceMax }, keys), ...this.#papers(keys, day), ...this.#vehicles(subject.plates, day, keys)]
    return hits.toSorted((one, other) => (one.strength === other.strength ? (one.entry < other.entry ? -1 : 1) : one.strength === 'exact' ? -1 : 1))
  }

  #papers(keys: readonly string[], day: CivilDate): WatchHit[] {
    const found = new Map<string, WatchHit>()
    for (const key of keys)
      for (const target of this.#documents.get(lookalikeKey(key))) {
        if (target.kind !== 'document' || !counts(target, day, keys)) continue
        const strength = documentKey(target.document) === key ? 'exact' : 'near'
        if (found.get(target.id)?.strength !== 'exact') found.set(target.id, { entry: target.id, kind: 'document', strength })
      }
    return [...found.values()]
  }

  #vehicles(plates: readonly string[], day: CivilDate, keys: readonly string[]): WatchHit[] {
    const found = new Map<string, WatchHit>()
    for (const plate of new Set(plates.map(normalPlate).filter(Boolean)))
      for (const target of this.#plates.get(plateCore(plate))) {
        const strength = target.kind === 'plate' && counts(target, day, keys) ? plateRelation(normalPlate(target.plate), plate) : undefined
        if (strength && found.get(target.id)?.strength !== 'exact') found.set(target.id, { entry: target.id, kind: 'plate', strength })
      }
    return [...found.values()]
  }

  #people(subject: WatchSubject, { day, chanceMax }: Asking, keys: readonly string[]): WatchHit[] {
    const hits: WatchHit[] = []
    for (const { id, chance, exact } of this.likely(subject, day, keys))
      if (exact || chance <= chanceMax) hits.push({ entry: id, kind: 'person', strength: exact ? 'exact' : 'near' })
    return hits
  }

  /** People of the list who are anything like this one, each with how much. */
  *likely(subject: WatchSubject, day: CivilDate, keys: readonly string[] = documentKeysOf(subject)): Generator<Likeness & { readonly id: string }> {
    if (subject.names === null) return
    const names = namesOf(subject.names)
    const forms = formsOf(names)
    if (forms.length === 0) return
    const { birthDate, sex = null, nationality = null } = subject
    const seen: Seen = { forms, birthDate, sex, nationality }
    const rarity = this.#frequencies.rarityFor(seen)
    for (const slot of this.#candidates(new Set(keysOf({ names, nationalId: '' })), birthDate)) {
      const { target } = slot
      if (!counts(target, day, keys)) continue
      const likeness = likenessOf(target.person, seen, { forms: slot.forms, rarity })
      if (likeness.chance < Number.POSITIVE_INFINITY) yield { id: target.id, ...likeness }
    }
  }

  /** Born on the day; or on one a slip away, with a part of the name that sounds alike; or of an unknown day, with two such parts. */
  *#candidates(skeletons: ReadonlySet<string>, birthDate: CivilDate | null): Generator<Slot> {
    if (birthDate !== null) {
      yield* this.#byDay.get(birthDate)
      for (const date of slippedDates(birthDate))
        for (const slot of this.#byDay.get(date)) if (slot.skeletons.some((skeleton) => skeletons.has(skeleton))) yield slot
      yield* sharing(this.#undated, skeletons)
    } else for (const postings of [this.#undated, this.#dated]) yield* sharing(postings, skeletons)
  }
}

/** Those that share two parts of the name by sound, or the only one there is. */
function* sharing(postings: Buckets<Slot>, skeletons: ReadonlySet<string>): Generator<Slot> {
  const shared = new Map<Slot, number>()
  for (const skeleton of skeletons) for (const slot of postings.get(skeleton)) shared.set(slot, (shared.get(slot) ?? 0) + 1)
  for (const [slot, n] of shared) if (n >= Math.min(2, skeletons.size, slot.skeletons.length)) yield slot
}

const counts = ({ from, lastDay, allowed }: WatchTarget, day: CivilDate, keys: readonly string[]): boolean =>
  from <= day && day <= lastDay && !keys.some((key) => (allowed.get(key) ?? '') >= day)

class Buckets<T> {
  readonly #found = new Map<string, T[]>()
  get(key: string): readonly T[] {
    return this.#found.get(key) ?? []
  }
  add(key: string, value: T): void {
    const bucket = this.#found.get(key)
    if (bucket) bucket.push(value)
    else this.#found.set(key, [value])
  }
  take(key: string, value: T): void {
    const rest = this.#found.get(key)?.filter((each) => each !== value)
    if (rest === undefined || rest.length === 0) this.#found.delete(key)
    else this.#found.set(key, rest)
  }
}
