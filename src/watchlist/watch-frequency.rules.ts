import type { NameForm, Script } from '../persons/name-key.rules.ts'
import { isYearSlip, slippedDates } from '../persons/slips.rules.ts'
import type { Rarity, Seen, WatchedPerson } from './watch-likeness.rules.ts'

/** A short list says little of how common a name or a day is: it is counted as if so many more people stood on it, all different. */
const [strangersByName, strangersByDay, strangersByYear] = [300, 1_000, 60]
const [livingDays, livingYears] = [22_000, 60]

/** How often parts of names, birth dates and birth years stand on the list. */
export class Frequencies {
  readonly #parts = new Map<string, number>()
  readonly #names = new Map<Script, number>()
  /** By which scripts an entry has its names in: "khmer latin". */
  readonly #scripts = new Map<string, number>()
  readonly #days = new Map<string, number>()
  readonly #years = new Map<number, number>()
  #dated = 0
  #undated = 0

  /** `by` 1: an entry came; -1: it went. */
  count({ birthDate, birthYear }: Pick<WatchedPerson, 'birthDate' | 'birthYear'>, forms: readonly NameForm[], by: 1 | -1): void {
    add(this.#scripts, scriptsOf(forms), by)
    for (const form of forms) {
      add(this.#names, form.script, by)
      for (const { text, skeleton } of form.parts) {
        add(this.#parts, text, by)
        add(this.#parts, `${form.script} ${skeleton}`, by)
      }
    }
    if (birthDate !== null) {
      this.#dated += by
      add(this.#days, birthDate, by)
    } else {
      this.#undated += by
      if (birthYear !== null) add(this.#years, birthYear, by)
    }
  }

  rarityFor({ birthDate, forms }: Pick<Seen, 'birthDate' | 'forms'>): Rarity {
    const share = (key: string, script: Script): number => ((this.#parts.get(key) ?? 0) + 1) / ((this.#names.get(script) ?? 0) + strangersByName)
    const dated = (days: readonly string[]): number => {
      const there = days.reduce((sum, day) => sum + (this.#days.get(day) ?? 0), 0)
      return (this.#dated * (there + (strangersByDay * days.length) / livingDays)) / (this.#dated + strangersByDay)
    }
    const ofYear = (year: number): number =>
      (this.#undated * ((this.#years.get(year) ?? 0) + strangersByYear / livingYears)) / (this.#undated + strangersByYear)
    const slippedYears = (year: number): number => {
      const years = [...this.#years].filter(([known]) => isYearSlip(known, year))
      return years.reduce((sum, [known]) => sum + ofYear(known), ofYear(0))
    }
    const seenScripts = forms.map(({ script }) => script)
    const all = this.#dated + this.#undated
    /** Of the list, those whose name can be compared so: in this script, or, where it is none of the seen ones, with no name in a seen one. */
    const pool = (script: Script): number => {
      if (seenScripts.includes(script)) return (this.#names.get(script) ?? 0) / Math.max(1, all)
      const across = [...this.#scripts].filter(([scripts]) => scripts.includes(script) && !seenScripts.some((seen) => scripts.includes(seen)))
      return across.reduce((sum, [, n]) => sum + n, 0) / Math.max(1, all)
    }
    const pools = new Map<Script, number>()
    let [slipped, slippedYear]: (number | undefined)[] = []
    return {
      textShare: ({ parts, script }, at) => share(parts[at]?.text ?? '', script),
      soundShare: ({ parts, script }, at) => share(`${script} ${parts[at]?.skeleton ?? ''}`, script),
      pool: (script) => {
        const known = pools.get(script) ?? pool(script)
        pools.set(script, known)
        return known
      },
      bornSo: (birth) => {
        if (birthDate === null || birth === 'unknown') return all
        if (birth === 'same') return dated([birthDate])
        if (birth === 'year') return ofYear(Number(birthDate.slice(0, 4)))
        if (birth === 'year-slip') {
          slippedYear ??= slippedYears(Number(birthDate.slice(0, 4)))
          return slippedYear
        }
        slipped ??= dated(slippedDates(birthDate))
        return slipped
      },
    }
  }
}

function add<K>(counts: Map<K, number>, key: K, by: number): void {
  const now = (counts.get(key) ?? 0) + by
  if (now > 0) counts.set(key, now)
  else counts.delete(key)
}

const scriptsOf = (forms: readonly NameForm[]): string => [...new Set(forms.map(({ script }) => script))].toSorted().join(' ')
