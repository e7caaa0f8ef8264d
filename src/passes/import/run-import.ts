import { recordEvent, recordEvents } from '../../audit/record-event.ts'
import { accept, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { ProblemCode } from '../../kernel/problem.ts'
import { borderZone, civilDateAt, epochMs } from '../../kernel/time.ts'
import { guarded } from '../../platform/csv.ts'
import { brokeUnique, inTransaction, type Tx, takeInHand } from '../../platform/database.ts'
import { type Cell, cellOf, type HolderBoundId, newCommandId, newHolderBoundId } from '../../platform/ids.ts'
import { openTable, type TableRow } from '../../platform/tabular/table.ts'
import { officesOn } from '../mandate.queries.ts'
import { decideRow, FirstLines } from './decide-row.rules.ts'
import { columnOf, type Holder, type RowFault, type RowReader, readHolder } from './holder-row.rules.ts'
import { areaFinder } from './home-area.rules.ts'
import {
  faultsKeptMax,
  findImport,
  type ImportBatch,
  type ImportId,
  insertFaults,
  insertHolders,
  knownOf,
  type NewHolder,
  updateImport,
} from './import.store.ts'
import { importFile } from './import-file.ts'
import type { Importer, Importing } from './importing.ts'
import { cleanHeader, type ImportField, placeColumns } from './mapping.rules.ts'

/** One turn at a file: whoever took a later one has the work. */
export type Turn = {
  readonly id: ImportId
  readonly turn: number
  readonly goesOn: () => boolean
  /** Where the file lies, when it is not in the instance's own folder. */
  readonly file?: string
}
type Judged = {
  readonly holders: readonly Holder[]
  readonly faults: readonly RowFault[]
  readonly flags: readonly RowFault[]
  readonly rows: number
  readonly lastLine: number
}

/**
 * Reads the file from its top and takes in what was not decided on yet, some hundreds of rows a transaction: rows, counts and the next line are written together,
 * so that it goes on where it stopped, after whatever stopped it. A dry run decides the same and writes no holder.
 */
export async function runImport(importing: Importing, importer: Importer, turn: Turn): Promise<'done' | 'checked' | 'left'> {
  const batch = await inTransaction(importing.database, importer.scope(importing.now()), (tx) => findImport(tx, turn.id))
  if (!batch || batch.turn !== turn.turn) return 'left'
  const done = await readThrough(importing, importer, turn, batch)
  return finish(importing, importer, turn, done)
}

async function readThrough(importing: Importing, importer: Importer, turn: Turn, batch: ImportBatch): Promise<Outcome<'end' | 'left'>> {
  const table = await openTable(turn.file ?? importFile(importing.folder, batch.id))
  if (!table.ok) return table
  const [ids, numbers] = [new FirstLines(), new FirstLines()]
  let reader: RowReader | undefined
  let header: readonly string[] = []
  let [problem, left]: [Outcome<never> | undefined, boolean] = [undefined, false]
  const read = await table.value.read(async (rows) => {
    let body = rows
    if (!reader) {
      header = rows[0]?.cells ?? []
      const made = await makeReader(importing, batch, header)
      if (!made.ok) problem = made
      if (!made.ok) return false
      reader = made.value
      body = rows.slice(1)
    }
    const judged = judge(reader, body, { ids, numbers }, batch.nextLine)
    if (judged.rows === 0) return turn.goesOn()
    const step = await stepAgain(() => takeIn(importing, importer, turn, judged, { reader: reader as RowReader, header }))
    if (!step.ok) problem = step
    left = step.ok && step.value === 'left'
    return step.ok && !left && turn.goesOn()
  })
  if (problem) return problem
  if (!read.ok) return read
  return accept(left || !turn.goesOn() ? 'left' : 'end')
}

async function makeReader(
  { state, law, now, areas, database }: Importing,
  { mapping }: ImportBatch,
  header: readonly string[],
): Promise<Outcome<RowReader>> {
  if (!mapping) return refuse('import.mapping')
  const placed = placeColumns(mapping, header)
  if (!placed.ok) return placed
  const today = civilDateAt(now(), borderZone)
  const offices = new Set<string>((await officesOn(database.query, today)).map(({ id }) => id))
  return accept({
    state,
    law,
    today,
    placed: placed.value,
    findArea: areaFinder(state, areas()),
    offices,
    isFormula: (text) => guarded(text) !== text,
  })
}

/** Reads rows by the rules. Those before `nextLine` were decided on in an earlier turn: they only say which numbers came before. */
function judge(
  reader: RowReader,
  rows: readonly TableRow[],
  seen: { readonly ids: FirstLines; readonly numbers: FirstLines },
  nextLine: number,
): Judged {
  const [holders, faults, flags]: [Holder[], RowFault[], RowFault[]] = [[], [], []]
  let [count, lastLine] = [0, 0]
  for (const row of rows) {
    const own = row.faults.map((fault): RowFault => ({ ...fault, field: null, said: '' }))
    const reading = own.length > 0 ? { holder: undefined, faults: own, flags: [] } : readHolder(reader, row)
    const { holder } = reading
    const again: RowFault[] = []
    const claim = (lines: FirstLines, field: ImportField, text: string, code: ProblemCode) => {
      const before = lines.claim(text, row.line)
      if (before !== undefined) again.push({ code, line: row.line, column: columnOf(reader.placed, field), field, said: text })
    }
    if (holder) claim(seen.ids, 'nationalId', holder.person.nationalId, 'import.id-twice')
    if (holder) claim(seen.numbers, 'number', holder.number, 'import.number-twice')
    if (row.line < nextLine) continue
    count += 1
    lastLine = row.line
    faults.push(...reading.faults, ...again)
    if (!holder || again.length > 0) continue
    holders.push(holder)
    flags.push(...reading.flags)
  }
  return { holders, faults, flags, rows: count, lastLine }
}

/** Somebody else took an identity or a pass number in the same moment: the second reading knows it. */
async function stepAgain<T>(step: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1)
    try {
      return await step()
    } catch (error) {
      if (attempt === 5 || !['person_key_pkey', 'pass_number_pkey', 'pass_one_live'].some((name) => brokeUnique(error, name))) throw error
    }
}

type Reading = { readonly reader: RowReader; readonly header: readonly string[] }

/** One transaction: decide, write, count. */
function takeIn(
  importing: Importing,
  importer: Importer,
  { id, turn }: Turn,
  judged: Judged,
  { reader, header }: Reading,
): Promise<Outcome<'on' | 'left'>> {
  const { now, madeUp, state } = importing
  const at = now()
  return inTransaction(importing.database, importer.scope(at), async (tx): Promise<Outcome<'on' | 'left'>> => {
    const batch = await findImport(tx, id, { lock: true })
    if (!batch || batch.turn !== turn || !(batch.state === 'checking' || batch.state === 'running')) return accept('left')
    const allowed = await importer.mayImport(tx, at)
    if (!allowed.ok) return allowed
    await takeInHand(
      tx,
      judged.holders.flatMap(({ person, number }) => [person.nationalId, number]),
    )
    const known = await knownOf(tx, judged.holders, at)
    const faults = [...judged.faults]
    const fresh: NewHolder[] = []
    let unchanged = 0
    const say = (code: ProblemCode, holder: Holder, field: ImportField) =>
      faults.push({ code, line: holder.line, column: columnOf(reader.placed, field), field, said: saidOf(holder, field) })
    for (const holder of judged.holders) {
      const knownOfRow = known.get(holder.line)
      const decided = allowed.value(holder.office) ? knownOfRow && decideRow(holder, knownOfRow, reader.today) : undefined
      if (!decided) say('authority.place', holder, reader.placed.sources.has('homeArea') ? 'homeArea' : 'homeDistrict')
      else if (decided.type === 'refused') say(decided.code, holder, decided.field)
      else if (decided.type === 'unchanged') unchanged += 1
      else
        fresh.push({
          holder,
          id: (decided.person as HolderBoundId | null) ?? newHolderBoundId(epochMs(at)),
          isNew: decided.person === null,
          live: decided.live,
        })
    }
    if (batch.state === 'running') {
      await insertHolders(tx, { id, madeUp, issuer: state, now: at }, fresh)
      await recordHolders(tx, importer, id, fresh, at)
    }
    if (batch.refused + batch.flagged < faultsKeptMax)
      await insertFaults(tx, id, [...faults, ...judged.flags], (column) => cleanHeader(header[column - 1] ?? '').slice(0, 100))
    const counts = {
      rows: batch.rows + judged.rows,
      created: batch.created + fresh.length,
      unchanged: batch.unchanged + unchanged,
      refused: batch.refused + judged.rows - fresh.length - unchanged,
      flagged: batch.flagged + judged.flags.length,
    }
    await updateImport(tx, id, { ...counts, nextLine: judged.lastLine + 1 }, at)
    return accept('on')
  })
}

const saidOf = ({ person, number }: Holder, field: ImportField): string =>
  field === 'number' ? number : field === 'birthDate' ? person.birthDate : field === 'nationalId' ? person.nationalId : person.homeArea

const recordHolders = (tx: Tx, { account }: Importer, batch: ImportId, fresh: readonly NewHolder[], at: ReturnType<Importing['now']>) =>
  recordEvents(
    tx,
    fresh.map(({ id, holder }) => ({
      id: newCommandId(epochMs(at)),
      cell: cellOf(id),
      type: 'LegacyPassImported',
      subject: holder.number,
      actor: account,
      place: holder.office,
      at,
      body: { batch, line: holder.line, model: holder.model },
    })),
  )

/** To its end, or why it stopped. What was stopped by a person, a later turn or the machine's end is left as it stands. */
async function finish(
  importing: Importing,
  importer: Importer,
  { id, turn }: Turn,
  done: Outcome<'end' | 'left'>,
): Promise<'done' | 'checked' | 'left'> {
  if (done.ok && done.value === 'left') return 'left'
  const at = importing.now()
  return inTransaction(importing.database, importer.scope(at), async (tx) => {
    const batch = await findImport(tx, id, { lock: true })
    if (!batch || batch.turn !== turn || !(batch.state === 'checking' || batch.state === 'running')) return 'left'
    const checking = batch.state === 'checking'
    if (!done.ok) {
      await updateImport(tx, id, { state: checking ? 'received' : 'stopped', stoppedBy: done.refusal.code }, at)
      return 'left'
    }
    await updateImport(tx, id, { state: checking ? 'checked' : 'done' }, at)
    if (checking) return 'checked'
    const { rows, created, unchanged, refused, flagged, sha256, place } = batch
    const body = { rows, created, unchanged, refused, flagged, sha256 }
    await recordEvent(tx, {
      id: newCommandId(epochMs(at)),
      cell: 0 as Cell,
      type: 'ImportFinished',
      subject: id,
      actor: importer.account,
      place,
      at,
      body,
    })
    return 'done'
  })
}
