import { findEvent, recordEvent } from '../../audit/record-event.ts'
import type { Actor } from '../../identity/actor.rules.ts'
import { may } from '../../identity/authority.rules.ts'
import { type Place, parsePlace } from '../../identity/place.rules.ts'
import type { CommandId } from '../../kernel/code.ts'
import { accept, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Instant } from '../../kernel/time.ts'
import { rollBackOn, type Tx } from '../../platform/database.ts'
import type { Cell } from '../../platform/ids.ts'
import { openTable, tableLimits } from '../../platform/tabular/table.ts'
import { clearFaults, findImport, type ImportBatch, type ImportId, insertImport, updateImport } from './import.store.ts'
import { importFile, removeFile, sha256Of, sizeOf, writePiece } from './import-file.ts'
import { type ImportCommand, nextImportState } from './import-state.rules.ts'
import type { Importing } from './importing.ts'
import { parseMapping } from './mapping.rules.ts'

type Asked = { readonly requestId: CommandId; readonly actor: Actor }
type OfImport = { readonly actor: Actor; readonly id: ImportId }
export type ReceiveImport = Asked & { readonly place: string; readonly fileName: string; readonly bytes: number }

const scopeOf = (actor: Actor, at: Instant) => ({ account: actor.account, at })

/** Says that a file comes: its name, its size, for which place. The request's id is the import's. */
export async function receiveImport(importing: Importing, command: ReceiveImport): Promise<Outcome<ImportBatch>> {
  const [at, { actor, requestId: id, fileName, bytes }] = [importing.now(), command]
  const place = parsePlace(command.place, () => undefined)
  const allowed = may(actor.grants, 'register.import', place ?? null, at)
  if (!place || !allowed.ok) return allowed.ok ? refuse('authority.place') : allowed
  if (bytes > tableLimits.bytesMax) return refuse('import.too-large', { about: { bytesMax: tableLimits.bytesMax } })
  return rollBackOn(importing.database, scopeOf(actor, at), async (tx) => {
    const known = await findImport(tx, id)
    if (known)
      return known.fileName === fileName && known.bytes === bytes && known.place === place.id
        ? accept(known)
        : refuse('request.id-reused', { about: { id } })
    await insertImport(tx, { id, account: actor.account, place: place.id, fileName, bytes }, at)
    await recordEvent(tx, { id, cell: 0 as Cell, type: 'ImportReceived', subject: id, actor: actor.account, place: place.id, at, body: { bytes } })
    return found(tx, id)
  })
}

/** One piece of the file, at its place. The last one closes it: it is looked at, and from then on is what its hash says. Answers how many bytes are there. */
export async function addPiece(
  importing: Importing,
  { actor, id, offset, bytes }: OfImport & { offset: number; bytes: Uint8Array },
): Promise<Outcome<number>> {
  const path = importFile(importing.folder, id)
  const batch = await ofImport(importing, { actor, id }, async (_tx, batch) => accept(batch))
  if (!batch.ok) return batch
  if (batch.value.state === 'received') return accept(batch.value.bytes)
  const next = nextImportState(batch.value.state, 'receive')
  if ('problem' in next) return refuse(next.problem)
  if (offset + bytes.length > batch.value.bytes) return refuse('import.too-large', { about: { bytesMax: batch.value.bytes } })
  const size = await writePiece(importing.folder, id, { offset, bytes })
  if (size < batch.value.bytes) return accept(size)
  const table = await openTable(path)
  const firstRows = table.ok ? await table.value.read(async () => false) : table
  // What is no table, or breaks at its first rows, is not kept, and the list says so: the same import may be sent anew.
  if (!firstRows.ok) {
    await removeFile(path)
    const told = await ofImport(importing, { actor, id }, async (tx, now, at) => {
      if (now.state === 'receiving') await updateImport(tx, id, { stoppedBy: firstRows.refusal.code }, at)
      return accept(undefined)
    })
    return told.ok ? firstRows : told
  }
  const sha256 = await sha256Of(path)
  const closed = await ofImport(importing, { actor, id }, async (tx, now, at) => {
    if (now.state === 'receiving') await updateImport(tx, id, { state: 'received', sha256, stoppedBy: null }, at)
    return accept(undefined)
  })
  return closed.ok ? accept(size) : closed
}

/** The dry run, with the mapping that a person confirmed. Whoever asks takes the turn. */
export const checkImport = (importing: Importing, command: Asked & { id: ImportId; mapping: unknown }): Promise<Outcome<ImportBatch>> =>
  change(importing, command, 'check', 'ImportChecked', async (tx, batch, at) => {
    const mapping = parseMapping(command.mapping)
    if (!mapping.ok) return mapping
    await anew(tx, batch.id, at)
    await updateImport(tx, batch.id, { state: 'checking', mapping: mapping.value, stoppedBy: null, turn: batch.turn + 1 }, at)
    return accept(undefined)
  })

/** Begins, or goes on where it stopped. */
export const startImport = (importing: Importing, command: Asked & { id: ImportId }): Promise<Outcome<ImportBatch>> =>
  change(importing, command, 'run', 'ImportStarted', async (tx, batch, at) => {
    if (batch.state === 'checked') await anew(tx, batch.id, at)
    await updateImport(tx, batch.id, { state: 'running', stoppedBy: null, turn: batch.turn + 1 }, at)
    return accept(undefined)
  })

/** What came in stays; what did not waits. */
export const stopImport = (importing: Importing, command: Asked & { id: ImportId }): Promise<Outcome<ImportBatch>> =>
  change(importing, command, 'stop', 'ImportStopped', async (tx, batch, at) => {
    const next = nextImportState(batch.state, 'stop')
    if ('problem' in next) return refuse(next.problem)
    await updateImport(tx, batch.id, { state: next.state, turn: batch.turn + 1 }, at)
    return accept(undefined)
  })

async function anew(tx: Tx, id: ImportId, at: Instant): Promise<void> {
  await clearFaults(tx, id)
  await updateImport(tx, id, { nextLine: 1, rows: 0, created: 0, unchanged: 0, refused: 0, flagged: 0 }, at)
}

type Apply = (tx: Tx, batch: ImportBatch, at: Instant) => Promise<Outcome<undefined>>

async function change(
  importing: Importing,
  command: Asked & { id: ImportId },
  name: ImportCommand,
  type: string,
  apply: Apply,
): Promise<Outcome<ImportBatch>> {
  const { requestId, actor, id } = command
  if ((await sizeOf(importFile(importing.folder, id))) === undefined && name !== 'stop') {
    const batch = await ofImport(importing, { actor, id }, async (_tx, found) => accept(found))
    if (!batch.ok) return batch
    // What is over has no file any more; what is not has lost it.
    const next = nextImportState(batch.value.state, name)
    return refuse('problem' in next ? next.problem : 'import.file-gone')
  }
  return ofImport(importing, { actor, id }, async (tx, batch, at) => {
    const event = await findEvent(tx, requestId)
    if (event) return event.type === type && event.subject === id ? accept(batch) : refuse('request.id-reused', { about: { id: requestId } })
    const next = nextImportState(batch.state, name)
    if ('problem' in next) return refuse(next.problem)
    const applied = await apply(tx, batch, at)
    if (!applied.ok) return applied
    await recordEvent(tx, {
      id: requestId,
      cell: 0 as Cell,
      type,
      subject: id,
      actor: actor.account,
      place: batch.place,
      at,
      body: { sha256: batch.sha256 },
    })
    return found(tx, id)
  })
}

/** In the actor's name, with the row locked; an import of another place is none. */
export function ofImport<T>(
  importing: Pick<Importing, 'database' | 'now'>,
  { actor, id }: OfImport,
  work: (tx: Tx, batch: ImportBatch, at: Instant) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const at = importing.now()
  return rollBackOn(importing.database, scopeOf(actor, at), async (tx) => {
    const batch = await findImport(tx, id, { lock: true })
    const place: Place | undefined = batch && parsePlace(batch.place, () => undefined)
    if (!batch || !place || !may(actor.grants, 'register.import', place, at).ok) return refuse('import.not-found')
    return work(tx, batch, at)
  })
}

const found = async (tx: Tx, id: ImportId): Promise<Outcome<ImportBatch>> => {
  const batch = await findImport(tx, id)
  return batch ? accept(batch) : refuse('import.not-found')
}
