import type { StateCode } from '../../kernel/code.ts'
import { accept, type Outcome, refuse } from '../../kernel/outcome.ts'
import { borderZone, civilDateAt, type Instant } from '../../kernel/time.ts'
import { findPoint, isKnownArea, type Registry, valueOn } from '../../places/registry.rules.ts'
import { type Place, parsePlace } from '../place.rules.ts'

/** Reads a place's id against the registry of today: a place that is not on the map is nobody's. A point is seen from the side of `state`. */
export function knownPlace(registry: Registry, state: StateCode, id: string, now: Instant): Outcome<Place> {
  const place = parsePlace(id, (point) => {
    const found = findPoint(registry, point)
    return found && valueOn(found.areas[state], civilDateAt(now, found.zone))
  })
  if (!place) return refuse(/^[a-z]/.test(id) ? 'point.unknown' : 'area.unknown')
  const isKnown = place.area === null || place.kind === 'point' || isKnownArea(registry, place.area, civilDateAt(now, borderZone))
  return isKnown ? accept(place) : refuse('area.unknown')
}
