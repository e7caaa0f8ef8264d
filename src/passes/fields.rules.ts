import { answerOf } from '../identity/authority.rules.ts'
import type { Action, Role } from '../identity/authority-lists.rules.ts'
import { type Grant, timeOf } from '../identity/grant.rules.ts'
import { type Place, relationOf } from '../identity/place.rules.ts'
import type { Instant } from '../kernel/time.ts'

/** Kinds of what an answer tells, by who needs it. `number-end`: the identity number's last three signs, enough to compare with a paper. `watch`: what those who check look at twice; never to whom it is about. `mobile`: where messages go. */
export const fieldKinds = [
  'name',
  'birth',
  'number',
  'number-end',
  'home',
  'address',
  'family',
  'photo',
  'fee',
  'decision',
  'document',
  'watch',
  'mobile',
] as const
export type FieldKind = (typeof fieldKinds)[number]

const everything: readonly FieldKind[] = fieldKinds.filter((kind) => kind !== 'number-end' && kind !== 'mobile')
const none: readonly FieldKind[] = []

/** Role → what it is shown of a case that it may read. What does not stand here is not shown. */
export const shownTo = {
  resident: none,
  // Types the number in, with the person before them; nobody else calls it.
  clerk: [...everything.filter((kind) => kind !== 'watch'), 'mobile'],
  // Takes the money from whoever the name says.
  cashier: ['name', 'fee'],
  reviewer: everything,
  // Sees on the booklet what goes into it; of the case only whose it is.
  printer: ['name', 'photo'],
  governor: everything,
  'deputy-governor': everything,
  'office-administrator': none,
  'provincial-officer': ['name', 'birth', 'number', 'home', 'address', 'photo', 'decision', 'document', 'watch'],
  'provincial-governor': everything,
  'checkpoint-officer': none,
  'chief-of-point': none,
  'patrol-leader': none,
  'unit-head': none,
  'interior-desk': ['name', 'birth', 'number', 'home', 'photo', 'decision', 'document'],
  'foreign-affairs-desk': none,
  'border-secretariat-desk': none,
  analyst: none,
  // Reads how it was decided, never the face or the house.
  auditor: ['name', 'birth', 'number-end', 'home', 'fee', 'decision', 'watch'],
  'system-administrator': none,
} as const satisfies Record<Role, readonly FieldKind[]>

/** Field of an answer → its kind. A field that does not stand here tells nothing of a person and is shown to whoever reads the case. */
export const fieldsOf = {
  person: {
    localName: 'name',
    givenName: 'name',
    familyName: 'name',
    birthDate: 'birth',
    sex: 'birth',
    nationality: 'birth',
    nationalId: 'number',
    homeArea: 'home',
    address: 'address',
    guardian: 'family',
    familyBook: 'family',
  },
  application: {
    fee: 'fee',
    paidAt: 'fee',
    receipt: 'fee',
    followNumber: 'fee',
    reason: 'decision',
    ground: 'decision',
    cause: 'decision',
    papers: 'decision',
    livesSince: 'address',
    proofOn: 'address',
    flags: 'watch',
  },
  pass: { homeArea: 'home', qrText: 'document', reason: 'decision' },
  contact: { mobile: 'mobile' },
  // It holds the follow number.
  message: { text: 'fee' },
} as const satisfies Record<string, Record<string, FieldKind>>
export type Noun = keyof typeof fieldsOf

/** A value as some roles see it: what is hidden is null, and `notShown` names it, so that a screen can tell "hidden" from "not given". */
export type Shown<N extends Noun, T> = { readonly [K in keyof T]: K extends keyof (typeof fieldsOf)[N] ? T[K] | null : T[K] } & {
  readonly notShown: readonly string[]
}

/** The value with only those fields that one of the roles is shown. */
export function shown<N extends Noun, T extends object>(roles: readonly Role[], noun: N, value: T): Shown<N, T> {
  const kinds = kindsShownTo(roles)
  const table: Readonly<Record<string, FieldKind>> = fieldsOf[noun]
  const notShown: string[] = []
  const entries = Object.entries(value).map(([field, told]: [string, unknown]) => {
    const kind = table[field]
    if (kind === undefined || kinds.has(kind)) return [field, told] as const
    notShown.push(field)
    return [field, kind === 'number' && kinds.has('number-end') && typeof told === 'string' ? endOf(told) : null] as const
  })
  // The same fields as came in; those of the table are theirs or null.
  return { ...Object.fromEntries(entries), notShown } as unknown as Shown<N, T>
}

/** May one of the roles see the photo, or the pass's page with it? */
export const showsPhoto = (roles: readonly Role[]): boolean => kindsShownTo(roles).has('photo')

/** A picture of a paper tells all that stands on it: only to whoever is shown each of these. */
export const showsPapers = (roles: readonly Role[]): boolean => {
  const kinds = kindsShownTo(roles)
  return (['name', 'birth', 'number', 'address', 'family', 'photo'] as const).every((kind) => kinds.has(kind))
}

/** Whom an applicant is like, with their faces: what a flag is about, told as little as two people are compared by. Never to whom the flag may be about. */
export const showsNearPeople = (roles: readonly Role[]): boolean => {
  const kinds = kindsShownTo(roles)
  return (['watch', 'name', 'birth', 'home', 'photo'] as const).every((kind) => kinds.has(kind))
}

/** The roles by which these grants reach a case at `place`: only they count for what is shown of it. A clerk elsewhere is nobody here. */
export function rolesReaching(grants: readonly Grant[], action: Action, place: Place, now: Instant): Role[] {
  const reaching = grants.filter(
    (grant) => answerOf({ role: grant.role, action, relation: relationOf(grant.place, place), time: timeOf(grant, now) }) === 'allowed',
  )
  return [...new Set(reaching.map(({ role }) => role))]
}

const kindsShownTo = (roles: readonly Role[]): ReadonlySet<FieldKind> => new Set(roles.flatMap((role): readonly FieldKind[] => shownTo[role]))

const endLength = 3
/** "…780"; a number as short as its end is not shown at all. */
const endOf = (number: string): string => (number.length > 2 * endLength ? `…${number.slice(-endLength)}` : '…')
