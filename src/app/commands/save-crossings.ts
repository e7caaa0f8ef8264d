import type { Outcome } from '../../kernel/outcome.ts'
import { borderZone, civilDateAt } from '../../kernel/time.ts'
import type { CrossingRow } from '../../places/crossing-table.rules.ts'
import { importCrossings } from '../../places/import-crossings.ts'
import type { Config } from '../../platform/config.ts'
import { rollBackOn } from '../../platform/database.ts'
import { clockOf, connectDatabase } from '../instance.ts'
import { loadReference } from '../load-reference.ts'

/** Puts a table's rows into this instance's registry, all or none. */
export async function saveCrossings(config: Config, rows: readonly CrossingRow[]): Promise<Outcome<{ inserted: number; unchanged: number }>> {
  const connected = await connectDatabase(config)
  try {
    // The rows name areas and instruments: a fresh database gets those first.
    const now = clockOf(config)()
    await loadReference(connected.database, now, civilDateAt(now, borderZone))
    return await rollBackOn(connected.database, (tx) => importCrossings(tx, rows))
  } finally {
    await connected.close()
  }
}
