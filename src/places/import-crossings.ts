import { isDeepStrictEqual } from 'node:util'
import type { InstrumentId, StateCode } from '../kernel/code.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import { borderZone } from '../kernel/time.ts'
import type { Tx } from '../platform/database.ts'
import type { CrossingRow } from './crossing-table.rules.ts'
import type { PointFact } from './registry.rules.ts'
import { type CrossingPointRow, findFacts, insertPoint } from './registry.store.ts'

const agreement = 'kh-th/1997'
const tableInstrument = 'kh-th/crossing-table' as InstrumentId
/** A row of the table, or a point that came later by an instrument of its own. */
type Row = CrossingRow & { readonly instrument?: InstrumentId }

/** Puts the table's rows into the registry, all or none. What is there already, word for word, is left alone; what says otherwise is refused, never overwritten. */
export async function importCrossings(tx: Tx, rows: readonly Row[]): Promise<Outcome<{ inserted: number; unchanged: number }>> {
  let inserted = 0
  for (const row of rows.map(toPointRow)) {
    const known = await findFacts(tx, row.point.id)
    const other = known && row.facts.find((fact) => !known.some((each) => isDeepStrictEqual(each, fact)))
    if (other) return refuse('table.contradicts', { about: { point: row.point.id, fact: `${other.kind} ${other.side} from ${other.from}` } })
    if (known) continue
    await insertPoint(tx, row)
    inserted += 1
  }
  return accept({ inserted, unchanged: rows.length - inserted })
}

/** One table row as dated facts from the day it opened: class, status, and per side the calendar, the name and the area. */
export function toPointRow(row: Row): CrossingPointRow {
  const dated = { from: row.openedOn, until: null, instrument: row.instrument ?? tableInstrument }
  const sides: [StateCode, CrossingRow['th']][] = [
    ['KH', row.kh],
    ['TH', row.th],
  ]
  const facts: PointFact[] = [
    { kind: 'class', side: 'both', value: row.class, ...dated },
    { kind: 'status', side: 'both', value: 'active', ...dated },
    ...sides.flatMap(([side, { name, area }]): PointFact[] => [
      { kind: 'calendar', side, value: { opens: row.opens, closes: row.closes, days: [...row.days] }, ...dated },
      { kind: 'name', side, value: { ...name }, ...dated },
      { kind: 'area', side, value: area, ...dated },
    ]),
  ]
  return { point: { id: row.id, agreement, zone: borderZone, location: row.location, sourceRow: row.row, sourceText: row.sourceText }, facts }
}
