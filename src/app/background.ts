import { readRetention } from '../instruments/retention.ts'
import { hourMs, type Instant } from '../kernel/time.ts'
import { importFolder } from '../passes/import/import-file.ts'
import { runLapse } from '../passes/lapse-applications.ts'
import { runRetention } from '../passes/retention.ts'
import { fillMissingKeys } from '../persons/keep-keys.ts'
import type { Config } from '../platform/config.ts'
import type { OpenDatabase } from './instance.ts'
import { addMonths } from './prepare-database.ts'

const monthsEveryMs = 6 * hourMs
const retentionEveryMs = 24 * hourMs
const retentionAfterStartMs = hourMs / 6
const keysAfterStartMs = 1_000

/** What nobody asks for, while the server runs: next months' partitions long before they are needed, the retention periods once a day, and once the name keys that older versions did not make. Returns what stops it. */
export function startBackground(connected: OpenDatabase, config: Config, now: () => Instant): () => void {
  const { database, identity } = connected
  // A database that is away is asked again the next time.
  const quietly = (work: () => Promise<unknown>) => () => void work().catch(() => {})
  const months = quietly(() => connected.asMigrator((migrator) => addMonths(migrator, now())))
  const retention = quietly(() =>
    runRetention({ database, identity, periods: readRetention(), state: config.state, now, importFolder: importFolder(config) }, { dryRun: false }),
  )
  const lapse = quietly(() => runLapse({ database, now }))
  let stopped = false
  const keys = quietly(() => connected.asMigrator((migrator) => fillMissingKeys(migrator, now(), () => !stopped)))
  // A server that is restarted every day applies them soon after its start.
  const timers = [
    setInterval(months, monthsEveryMs),
    setInterval(retention, retentionEveryMs),
    setTimeout(retention, retentionAfterStartMs),
    setInterval(lapse, hourMs),
    setTimeout(keys, keysAfterStartMs),
  ]
  for (const timer of timers) timer.unref()
  return () => {
    stopped = true
    for (const timer of timers) clearTimeout(timer)
  }
}
