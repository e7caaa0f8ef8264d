import { sql } from 'kysely'
import { recordEvent } from '../audit/record-event.ts'
import type { CivilDate, Instant } from '../kernel/time.ts'
import { epochMs } from '../kernel/time.ts'
import { type Tx, takeInHand } from '../platform/database.ts'
import { type Cell, newCommandId } from '../platform/ids.ts'
import { setPassStates } from './pass-state.store.ts'

/** What only its holder knows of a pass: three things together. `follow`: of an application of the same person. */
export type HolderProof = { readonly pass: string; readonly born: CivilDate; readonly follow: string }
type Report = { readonly id: string; readonly how: 'lost' | 'stolen'; readonly actor: string; readonly at: Instant }

/** Suspends the pass of whoever proves to be its holder, with no account; false: it was not proven, or the pass is not in force. Part of the transaction in which the report is kept. */
export async function suspendForHolder(tx: Tx, { pass, born, follow }: HolderProof, { id, how, actor, at }: Report): Promise<boolean> {
  const { rows } = await sql<{ cell: Cell; office: string }>`select * from hold_proven_pass(${pass}, ${born}, ${follow})`.execute(tx)
  const [held] = rows
  if (!held) return false
  await takeInHand(tx, [pass])
  await setPassStates(tx, [{ cell: held.cell, number: pass }], { state: 'suspended', at, reason: how })
  await recordEvent(tx, {
    id: newCommandId(epochMs(at)),
    cell: held.cell,
    type: 'PassSuspended',
    subject: pass,
    actor,
    place: held.office,
    at,
    body: { state: 'suspended', reason: how, report: id },
  })
  return true
}
