import { recordEvent } from '../audit/record-event.ts'
import type { Actor } from '../identity/actor.rules.ts'
import type { ProblemCode } from '../kernel/problem.ts'
import { epochMs, type Instant } from '../kernel/time.ts'
import type { Tx } from '../platform/database.ts'
import { cellOf, type HolderBoundId, newCommandId } from '../platform/ids.ts'
import type { ReplacementCause } from './application.rules.ts'
import type { Application } from './application.store.ts'
import { nextPassState, type PassState } from './pass.rules.ts'
import { findPassStateForUpdate, savePassState } from './pass.store.ts'

type Stop = {
  readonly number: string
  readonly cause: ReplacementCause
  readonly personId: HolderBoundId
  readonly actor: Actor
  readonly place: string
  readonly at: Instant
}

/** A pass that was lost or stolen is dead the moment it is said at the counter: suspended, until the new one is signed or the case ends. */
export async function stopPass(tx: Tx, { number, cause, personId, actor, place, at }: Stop): Promise<void> {
  const pass = await findPassStateForUpdate(tx, number)
  if (pass?.state !== 'active') return
  await savePassState(tx, personId, number, 'suspended')
  await recordEvent(tx, {
    id: newCommandId(epochMs(at)),
    cell: cellOf(personId),
    type: 'PassSuspended',
    subject: number,
    actor: actor.account,
    place,
    at,
    body: { state: 'suspended', reason: cause },
  })
}

/** Where each replaced pass stands now, locked; a first pass has none. */
export async function findReplaced(tx: Tx, applications: readonly Application[]): Promise<ReadonlyMap<string, PassState>> {
  const found = new Map<string, PassState>()
  const numbers = applications.flatMap(({ subjectPass }) => subjectPass ?? [])
  // In one order for everybody, so that two lists wait for each other instead of locking each other out.
  for (const number of numbers.toSorted()) {
    const pass = await findPassStateForUpdate(tx, number)
    if (pass) found.set(number, pass.state)
  }
  return found
}

/** Why a pass cannot be taken the place of now. One that ran out meanwhile needs nobody to end it; one that was revoked meanwhile stays the last word. */
export function problemOfReplacing(state: PassState | undefined): ProblemCode | undefined {
  if (state === undefined) return 'pass.not-found'
  const next = nextPassState(state, 'replace')
  return 'problem' in next && state !== 'expired' ? next.problem : undefined
}

/** The old passes make room in the very transaction in which the new ones are signed: one live pass a person. */
export async function replacePasses(tx: Tx, applications: readonly Application[], { account, at }: { account: string; at: Instant }): Promise<void> {
  for (const { subjectPass, personId, office, id, cause } of applications) {
    if (subjectPass === null) continue
    const pass = await findPassStateForUpdate(tx, subjectPass)
    if (!pass || pass.state === 'expired') continue
    await savePassState(tx, personId, subjectPass, 'replaced')
    await recordEvent(tx, {
      id: newCommandId(epochMs(at)),
      cell: cellOf(personId),
      type: 'PassReplaced',
      subject: subjectPass,
      actor: account,
      place: office,
      at,
      body: { state: 'replaced', application: id, reason: cause },
    })
  }
}
