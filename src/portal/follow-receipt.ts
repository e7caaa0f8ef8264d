import type { Language } from '../kernel/language.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import { PageError } from '../passes/page/page-error.ts'
import { receiptOf } from '../passes/receipts.ts'
import { inTransaction } from '../platform/database.ts'
import { findFollowed } from './follow.queries.ts'
import { type Known, knock } from './knock.ts'
import { asResident, type Portal } from './portal-services.ts'

const againSeconds = 10

/** The receipt as a file, to whoever knows the number and the birth date: what the follow page says, and no more. */
export const followReceipt = (
  portal: Portal,
  address: string,
  known: Known,
  language: Language,
): Promise<Outcome<{ readonly receipt: string; readonly pdf: Uint8Array }>> =>
  knock(portal, address, known, async (number, born) => {
    const found = await inTransaction(portal.database, asResident(portal), (tx) => findFollowed(tx, number, born))
    if (!found) return refuse('follow.unknown')
    const said = receiptOf({ registry: portal.registry.current, mode: portal.mode }, { ...found, applicationNumber: number }, language)
    if (!said.ok) return said
    try {
      return accept({ receipt: said.value.receipt, pdf: await portal.printer.renderReceipt(said.value) })
    } catch (error) {
      // Too many at once wait for paper of their own; the staff's pages are made elsewhere.
      if (error instanceof PageError && ['busy', 'time-out'].includes(error.fault))
        return refuse('portal.too-many', { about: { seconds: againSeconds } })
      throw error
    }
  })
