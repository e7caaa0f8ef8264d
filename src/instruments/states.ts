import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { StateCode } from '../kernel/code.ts'
import type { Language, Text } from '../kernel/language.ts'
import { projectRoot } from '../platform/config.ts'

/** What differs between two states' instances, apart from the law: names, languages' order, currency, where status lists are named. */
export type StateProfile = {
  readonly name: Text
  readonly localLanguage: 'khm' | 'tha'
  readonly languages: readonly Language[]
  readonly currency: string
  readonly statusLists: string
}

/** @throws when the file has no such state: only states with a profile can be an instance. */
export function readStateProfile(state: StateCode): StateProfile {
  const profiles = JSON.parse(readFileSync(join(projectRoot, 'data', 'states.json'), 'utf8')) as Partial<Record<StateCode, StateProfile>>
  const profile = profiles[state]
  if (!profile) throw new Error(`data/states.json has no ${state}`)
  return profile
}
