import type { CivilDate } from '../kernel/time.ts'
import { kinds, recordOf, type Variant, variantOf } from '../persons/test-variants.ts'
import type { WatchSubject, WatchTarget } from './watch-match.rules.ts'

/** Slips of a name and a birth date; an identity number is no part of this list. */
export const plantedKinds = Object.keys(kinds).filter((kind) => !kind.includes('number slip'))
export const kindOf = (index: number): string => plantedKinds[Math.floor(index / 2) % plantedKinds.length] ?? ''
export const watchedAt = (index: number): string => `01980000-0000-7000-8000-${index.toString(16).padStart(12, '0')}`

const [from, lastDay] = ['2026-01-01' as CivilDate, '2027-12-31' as CivilDate]
const whole = (text: string): string => (text === '-' ? '' : text)
type Stored = Variant['stored']

/** An entry of the made-up person: every tenth knows the year alone; every third neither sex nor nationality. */
export function targetOf(index: number, stored: Stored, { dated = false } = {}): WatchTarget {
  const { localName, givenName, familyName, birthDate, sex, nationality } = stored
  const latin = [whole(familyName), whole(givenName)].filter(Boolean).join(' ')
  const told = dated || Math.floor(index / 24) % 10 !== 3
  return {
    id: watchedAt(index),
    kind: 'person',
    from,
    lastDay,
    allowed: new Map(),
    person: {
      names: [localName, latin].filter(Boolean),
      birthDate: told ? birthDate : null,
      birthYear: told ? null : Number(birthDate.slice(0, 4)),
      sex: Math.floor(index / 24) % 3 === 0 ? null : sex,
      nationality: Math.floor(index / 24) % 3 === 0 ? null : nationality,
    },
  }
}

/** The made-up person at the gate as the slips of `kind` have them. */
export function subjectOf(kind: string, index: number, of = recordOf): WatchSubject {
  const { asked } = variantOf(kind, index, of)
  const record = of(index)
  const [local = '', latin = ''] = asked.names.length > 1 ? asked.names : ['', asked.names[0]]
  const [family = '', ...given] = latin.split(' ')
  return {
    names: { local, given: given.join(' '), family },
    birthDate: asked.birthDate,
    sex: asked.sex,
    nationality: record.nationality,
    documents: [],
    plates: [],
    passNumber: null,
  }
}

/** Nobody of the list: another made-up person. */
export function innocent(index: number, of = recordOf): WatchSubject {
  const { localName, givenName, familyName, birthDate, sex, nationality } = of(5_000_001 + index * 3)
  return {
    names: { local: localName, given: givenName, family: familyName },
    birthDate,
    sex,
    nationality,
    documents: [],
    plates: [],
    passNumber: null,
  }
}

type About<T> = T extends unknown ? Omit<T, 'id' | 'from' | 'lastDay' | 'allowed'> : never
/** An entry of one's own making. */
export const entryAt = (index: number, about: About<WatchTarget>): WatchTarget => ({
  id: watchedAt(index),
  from,
  lastDay,
  allowed: new Map(),
  ...about,
})
