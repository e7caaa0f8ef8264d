import { sql } from 'kysely'
import { recordEvent } from '../audit/record-event.ts'
import { type OperatingParameters, readOperatingParameters } from '../instruments/operating-parameters.ts'
import type { AreaCode } from '../kernel/code.ts'
import { dayMs, epochMs, type Instant, instantOfMs } from '../kernel/time.ts'
import { inTransaction } from '../platform/database.ts'
import { cellOf, type HolderBoundId, newCommandId } from '../platform/ids.ts'
import { type ApplicationKind, applicationStates, nextState } from './application.rules.ts'
import type { Issuing } from './issuing.ts'
import type { CountedCase } from './numbers/counters.rules.ts'
import { countSteps } from './numbers/counters.store.ts'

const batchMax = 200
/** States that the clock ends, by the workflow's own table; a draft is not in the register of applications. */
const lapsing = applicationStates.filter((state) => state !== 'draft' && 'state' in nextState(state, 'lapse'))

/** Its days run from when it was last given back to its person: taken, returned, corrected, or its payment taken back. */
const lastTurned = sql`greatest(submitted_at, returned_at, corrected_at,
  (select max(r.reversed_at) from payment_reversal r where r.cell = application.cell and r.subject = application.id))`

/** Ends applications that nobody paid or corrected within their days. Returns how many; run again, it finds none. */
export async function runLapse({ database, now }: Pick<Issuing, 'database' | 'now'>, parameters: OperatingParameters = readOperatingParameters()) {
  const at = now()
  const before = instantOfMs(epochMs(at) - parameters('application.lapses-after-days', at) * dayMs)
  let total = 0
  for (;;) {
    const n = await inTransaction(database, { job: 'lapse', at }, async (tx) => {
      const found = await tx
        .selectFrom('application')
        .select(['id', 'office', 'kind'])
        .where('state', 'in', lapsing)
        .where('submitted_at', '<', before)
        .where(sql<boolean>`${lastTurned} < ${before}`)
        .where('paid_at', 'is', null)
        .limit(batchMax)
        .forUpdate()
        .skipLocked()
        .execute()
      await countSteps(
        tx,
        found.map(({ office, kind }) => ({ before: null, after: lapsedCase(office as AreaCode, kind as ApplicationKind, at) })),
      )
      for (const { id, office } of found) {
        const cell = cellOf(id as HolderBoundId)
        await tx.updateTable('application').set({ state: 'lapsed', closed_at: at }).where('cell', '=', cell).where('id', '=', id).execute()
        const event = { id: newCommandId(epochMs(at)), cell, type: 'ApplicationLapsed', subject: id, actor: 'lapse', place: office, at }
        await recordEvent(tx, { ...event, body: { state: 'lapsed' } })
      }
      return found.length
    })
    total += n
    if (n < batchMax) return total
  }
}

/** Never paid, so never signed: of all its days only this one counts. */
const lapsedCase = (office: AreaCode, kind: ApplicationKind, closedAt: Instant): CountedCase => ({
  office,
  kind,
  state: 'lapsed',
  closedAt,
  ground: null,
  paidAt: null,
  correctedAt: null,
  signedAt: null,
  producedAt: null,
  collectedAt: null,
})
