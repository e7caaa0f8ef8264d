import file from '../../data/crossing-points.json' with { type: 'json' }
import { type AreaCode, type PointId, parseAreaCode, parsePointId } from '../kernel/code.ts'
import type { KnownPoint, PointLocation, Readings, Side } from './crossing-table-places.rules.ts'
import { type TableClass, tableClasses } from './crossing-table-sections.rules.ts'
import type { PointNames } from './registry.rules.ts'

type Names = { en: string | null; km?: string; th?: string }
type FilePoint = {
  id: string
  class: string
  sourceRow: number
  sourceText: string
  th: { name: Names; area: string }
  kh: { name: Names; area: string }
  location: { lonLat: number[]; confidence: string } | null
  corrections: { side: string; source: string; reading: string | null; why: string }[]
}

const sides = ['th', 'kh'] as const

/** The readings of the first official table, as the project carries them. Throws at start when the project's own file is broken. */
export const firstTableReadings: Readings = file.points.map(toKnownPoint)

function toKnownPoint(point: FilePoint): KnownPoint {
  const { id, sourceRow, sourceText, th, kh, location, corrections } = point
  return {
    id: known<PointId>(parsePointId(id), id),
    class: known<TableClass>(
      tableClasses.find((name) => name === point.class),
      id,
    ),
    row: sourceRow,
    sourceText,
    th: { name: confirmed(th.name), area: known<AreaCode>(parseAreaCode(th.area), id) },
    kh: { name: confirmed(kh.name), area: known<AreaCode>(parseAreaCode(kh.area), id) },
    location: location && toLocation(location, id),
    corrections: corrections.map((correction) => ({
      ...correction,
      side: known<Side>(
        sides.find((side) => side === correction.side),
        id,
      ),
    })),
  }
}

/** A name nobody has confirmed is absent, never guessed. */
function confirmed({ en, ...others }: Names): PointNames {
  return en === null ? others : { en, ...others }
}

function toLocation({ lonLat, confidence }: { lonLat: number[]; confidence: string }, id: string): PointLocation {
  return { lonLat: [known(lonLat[0], id), known(lonLat[1], id)], confidence }
}

function known<T>(value: T | undefined, id: string): T {
  if (value === undefined) throw new Error(`data/crossing-points.json: ${id} is malformed`)
  return value
}
