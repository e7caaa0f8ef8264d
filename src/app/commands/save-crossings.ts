import type { Outcome } from '../../kernel/outcome.ts'
import type { CrossingRow } from '../../places/crossing-table.rules.ts'
import { importCrossings } from '../../places/import-crossings.ts'
import type { Config } from '../../platform/config.ts'
import { rollBackOn } from '../../platform/database.ts'
import { clockOf, connectDatabase } from '../instance.ts'

/** Puts a table's rows into this instance's registry, all or none. */
export async function saveCrossings(config: Config, rows: readonly CrossingRow[]): Promise<Outcome<{ inserted: number; unchanged: number }>> {
  const connected = await connectDatabase(config)
  try {
    const scope = { job: 'reference', at: clockOf(config)() } as const
    return await connected.asMigrator((migrator) => rollBackOn(migrator, scope, (tx) => importCrossings(tx, rows)))
  } finally {
    await connected.close()
  }
}
