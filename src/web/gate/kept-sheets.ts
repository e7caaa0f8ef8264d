import { isAdmitted, type Verdict } from '../../movements/verdict.rules.ts'
import type { Answer } from '../api.ts'
import type { Kept } from './unsent.ts'

/** What a sheet names in place of a movement, by the answer to it: itself where it let somebody through, of a repeat the first one; null: nobody passed by it. */
export function namedInstead(movement: string, answer: Answer<{ readonly verdict: Pick<Verdict, 'outcome'> }>): string | null {
  if (answer.ok) return isAdmitted(answer.value.verdict.outcome) ? movement : null
  const { code, about } = answer.problem
  return code === 'movement.repeat' && typeof about?.['movement'] === 'string' ? about['movement'] : null
}

type Naming = Kept & { readonly driver?: string | null; readonly passengers?: readonly string[]; readonly movement?: string | null }

/** A sheet that is kept, with another movement in the place of one that it names, each once; as it was where it names it not. Without its driver the server refuses it, and says so. */
export function naming<T extends Kept>(sheet: T, movement: string, instead: string | null): T {
  const { driver, passengers, movement: subject } = sheet as Naming
  const put = (named: string | null | undefined) => (named === movement ? instead : (named ?? null))
  if (passengers !== undefined && (driver === movement || passengers.includes(movement))) {
    const drives = put(driver)
    const ride = new Set(passengers.map(put).filter((each) => each !== null && each !== drives))
    return { ...sheet, driver: drives, passengers: [...ride] }
  }
  return subject === movement && instead !== null ? { ...sheet, movement: instead } : sheet
}
