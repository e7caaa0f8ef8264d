import { civilDateAt, epochMs, type Instant } from '../kernel/time.ts'
import { openingAt } from '../places/opening.rules.ts'
import { findPoint, type Registry, valueOn } from '../places/registry.rules.ts'
import type { PointFacts } from './verdict.rules.ts'

const keptMax = 20_000
let keptFor: Registry | undefined
const kept = new Map<string, PointFacts>()

/** A point as the verdict sees it at an instant; undefined when there is no such point. Openings change on whole minutes, so a minute's answer is kept. */
export function pointFactsAt(registry: Registry, id: string, at: Instant): PointFacts | undefined {
  if (keptFor !== registry || kept.size >= keptMax) {
    kept.clear()
    keptFor = registry
  }
  const key = `${id} ${Math.floor(epochMs(at) / 60_000)}`
  const known = kept.get(key)
  if (known) return known
  const point = findPoint(registry, id)
  if (!point) return undefined
  const forEveryone = openingAt(point, registry.orders, at)
  const goingHome = forEveryone.open ? forEveryone : openingAt(point, registry.orders, at, 'national-going-home')
  const facts: PointFacts = {
    id: point.id,
    class: valueOn(point.classes, civilDateAt(at, point.zone)) ?? null,
    openTo: forEveryone.open ? 'everyone' : goingHome.open ? 'national-going-home' : 'nobody',
    instruments: goingHome.open ? goingHome.instruments : forEveryone.instruments,
  }
  kept.set(key, facts)
  return facts
}
