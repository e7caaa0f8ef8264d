import { inTransaction } from '../../platform/database.ts'
import { unfinishedImports } from './import.queries.ts'
import type { ImportId } from './import.store.ts'
import { importFile, removeFile } from './import-file.ts'
import { type Importer, type Importing, importerOf } from './importing.ts'
import { runImport } from './run-import.ts'

/** The program's work on files that came in, in the name of whoever began it, and on after a restart. One long file and one short one at a time: a list of a district does not wait an hour behind a whole country's. */
export type Imports = {
  readonly importing: Importing
  /** Queues this turn. */
  work(batch: { readonly id: ImportId; readonly account: string; readonly turn: number; readonly bytes: number }): void
  /** Nothing is under way any more. For tests, and before the program ends. */
  settled(): Promise<void>
  close(): Promise<void>
}

/** Some twenty thousand rows: under a minute. */
const shortBytesMax = 2_500_000

export function openImports(
  importing: Importing,
  fault: (error: unknown) => void = () => {},
  as: (account: string) => Importer = importerOf,
): Imports {
  const lines = { short: Promise.resolve(), long: Promise.resolve() }
  let goesOn = true
  const settled = async () => void (await Promise.all([lines.short, lines.long]))
  const imports: Imports = {
    importing,
    work({ id, account, turn, bytes }) {
      const line = bytes <= shortBytesMax ? 'short' : 'long'
      lines[line] = lines[line].then(async () => {
        if (!goesOn) return
        try {
          const importer = as(account)
          const state = await runImport(importing, importer, { id, turn, goesOn: () => goesOn })
          if (state === 'done') await removeFile(importFile(importing.folder, id))
        } catch (error) {
          // The database is away, or a fault of ours: it stands where it was, and goes on when somebody asks or the program starts again.
          fault(error)
        }
      })
    },
    settled,
    async close() {
      goesOn = false
      await settled()
    },
  }
  return imports
}

/** What a program that ended left under way. */
export async function resumeImports(imports: Imports): Promise<void> {
  const { database, now } = imports.importing
  const left = await inTransaction(database, { job: 'import', at: now() }, unfinishedImports)
  for (const each of left) imports.work(each)
}
