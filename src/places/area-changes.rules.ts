import { type AreaCode, provinceOf } from '../kernel/code.ts'
import { type CivilDate, inForce } from '../kernel/time.ts'
import { type AreaFault, type Gazetteer, type ListedArea, parentOf } from './gazetteer.rules.ts'
import type { Area } from './registry.rules.ts'

export type NewArea = Pick<Area, 'code' | 'parent' | 'level' | 'name'>
/** What an official list makes of the registry from a day on. Nothing is ever deleted: rows end at the day, others begin. */
export type AreaChanges = {
  readonly added: readonly NewArea[]
  readonly ended: readonly Area[]
  /** Another name, kind or parent under the same code. */
  readonly renamed: readonly { readonly before: Area; readonly after: NewArea }[]
  readonly reparented: readonly { readonly before: Area; readonly after: NewArea }[]
  readonly unchanged: number
  /** An area that ends and one that begins with the same own name: perhaps the same place under a new code. For people to look at; nothing follows from it. */
  readonly alike: readonly { readonly ended: AreaCode; readonly added: AreaCode }[]
  readonly faults: readonly AreaFault[]
}

/**
 * Compares a list with the registry. A list speaks for the provinces it names: their districts that it does not name end; other provinces stay as they are.
 * `from`: the first day of what the list says.
 */
export function compareAreas(known: readonly Area[], { areas: listed, faults: read }: Gazetteer, from: CivilDate): AreaChanges {
  const faults = [...read]
  const current = new Map(known.filter((area) => inForce(area, from)).map((area) => [area.code as string, area]))
  const names = new Map(listed.map((area) => [area.code as string, area]))
  for (const { code, line } of listed) {
    const above = parentOf(code)
    if (above.length > 2 && !names.has(above) && !current.has(above)) faults.push({ code: 'areas.orphan', line, said: code })
  }
  const kept = listed.filter(({ level }) => level !== 'below')
  const [added, renamed, reparented]: [NewArea[], { before: Area; after: NewArea }[], { before: Area; after: NewArea }[]] = [[], [], []]
  let unchanged = 0
  for (const area of kept) {
    const before = current.get(area.code)
    const after = newArea(area, before)
    if (!after) faults.push({ code: 'areas.name', line: area.line, said: area.code })
    else if (!before) added.push(after)
    else if (before.parent !== after.parent) reparented.push({ before, after })
    else if (before.name.en !== after.name.en || before.name.native !== after.name.native || before.level !== after.level)
      renamed.push({ before, after })
    else unchanged += 1
  }
  const speaksFor = new Set(kept.filter(({ level }) => level === 'province').map(({ code }) => code))
  const ended = [...current.values()].filter((area) => area.code.length === 7 && speaksFor.has(provinceOf(area.code)) && !names.has(area.code))
  for (const { code } of [...ended, ...added, ...[...renamed, ...reparented].map(({ before }) => before)]) {
    // A row that begins on the day or later says something else already.
    if (known.some((row) => row.code === code && row.from >= from))
      faults.push({ code: 'areas.overlap', line: names.get(code)?.line ?? 0, said: code })
  }
  const alike = ended.flatMap((old) =>
    added.filter(({ name }) => name.native === old.name.native).map(({ code }) => ({ ended: old.code, added: code })),
  )
  return { added, ended, renamed, reparented, unchanged, alike, faults }
}

function newArea({ code, level, native, en }: ListedArea, before: Area | undefined): NewArea | undefined {
  const latin = en ?? before?.name.en
  return latin === undefined || level === 'below' ? undefined : { code, parent: parentOf(code), level, name: { en: latin, native } }
}
