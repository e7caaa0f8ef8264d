import type { AreaCode, PointId } from '../kernel/code.ts'
import type { CivilDate, Instant } from '../kernel/time.ts'
import { lastLawfulDay } from '../movements/stay.rules.ts'
import type { DocumentKind } from '../places/order.rules.ts'
import { tolledBy } from '../places/surroundings.rules.ts'
import { dayAt, daysBetween, isOurs, isOver, type Reckoning, travellerOf } from './lawful.rules.ts'

/** Open stays that began at one point on one day, with one kind of document of one area, one last day and, if any, one day of a decision: their lawful days are one reckoning. */
export type StayGroup = {
  readonly point: PointId
  readonly kind: DocumentKind | null
  readonly nationality: string | null
  readonly area: AreaCode | null
  readonly opened: CivilDate
  readonly lawfulUntil: CivilDate
  readonly lawfulThrough: CivilDate | null
  readonly count: number
}
export type OverGroup = StayGroup & {
  readonly ours: boolean
  readonly until: CivilDate
  readonly daysOver: number
  readonly tolled: readonly CivilDate[]
}

/** The groups that are over their days at an instant, the longest over first. `wholeDay`: at the end of that day. */
export function overGroups(reckoning: Reckoning, groups: readonly StayGroup[], { at, wholeDay }: { at: Instant; wholeDay: boolean }): OverGroup[] {
  const today = dayAt(at)
  const first = groups.map(({ opened }) => opened).sort()[0] ?? today
  const tolled = new Map<string, readonly CivilDate[]>()
  const over = new Map<string, boolean>()
  const found = groups.flatMap((group): OverGroup[] => {
    const { point, kind, nationality, area, opened, lawfulUntil, lawfulThrough } = group
    const whose = JSON.stringify([point, kind, nationality, area])
    const document = { kind, nationality, issuingArea: area, issuer: null, number: null }
    const traveller = travellerOf(reckoning, document)
    const days = kept(tolled, whose, () => tolledBy(reckoning.registry, point, traveller, first, today).map(({ day }) => day)).filter(
      (day) => day >= opened,
    )
    const { until, tolled: counted } = lastLawfulDay({ lawfulUntil, lawfulThrough }, days)
    const isDone = kept(over, `${point} ${until} ${traveller.exits}`, () =>
      wholeDay ? until <= today : isOver(reckoning, { point, until, document }, at),
    )
    if (!isDone) return []
    return [
      {
        ...group,
        ours: isOurs(reckoning.state, { nationality }),
        until,
        daysOver: Math.max(0, daysBetween(until, today)),
        tolled: counted,
      },
    ]
  })
  return found.sort((one, other) => other.daysOver - one.daysOver || (keyOf(one) < keyOf(other) ? -1 : 1))
}

const keyOf = ({ point, kind, nationality, area, opened, lawfulUntil, lawfulThrough }: StayGroup): string =>
  [point, area ?? '', nationality ?? '', kind ?? '', opened, lawfulUntil, lawfulThrough ?? ''].join('|')

function kept<T>(map: Map<string, T>, key: string, make: () => T): T {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}

export type Counted = { readonly of: string; readonly count: number }
const total = (groups: readonly StayGroup[]): number => groups.reduce((sum, { count }) => sum + count, 0)

/** Sums of groups, by the point of entry and by the area of the document: the most first. */
export function countGroups(groups: readonly OverGroup[]): { count: number; byPoint: Counted[]; byArea: Counted[] } {
  const by = (of: (group: OverGroup) => string): Counted[] =>
    [...Map.groupBy(groups, of)]
      .map(([name, each]) => ({ of: name, count: total(each) }))
      .sort((one, other) => other.count - one.count || (one.of < other.of ? -1 : 1))
  return { count: total(groups), byPoint: by(({ point }) => point), byArea: by(({ area, nationality }) => area ?? nationality ?? '') }
}

/** The groups whose rows lie in a page of the whole list. */
export function groupsOfPage(
  groups: readonly OverGroup[],
  { offset, limit }: { offset: number; limit: number },
): { groups: OverGroup[]; skip: number } {
  let before = 0
  let skip = 0
  const taken: OverGroup[] = []
  for (const group of groups) {
    const end = before + group.count
    if (end > offset && before < offset + limit) {
      if (taken.length === 0) skip = offset - before
      taken.push(group)
    }
    before = end
  }
  return { groups: taken, skip }
}
