import { type Outcome, refuse } from '../kernel/outcome.ts'
import type { CivilDate } from '../kernel/time.ts'
import { inTransaction } from '../platform/database.ts'
import { knock } from './knock.ts'
import { officeOfLost } from './lost-report.store.ts'
import { asResident, type Portal } from './portal-services.ts'

/** Somebody who knows the number of a pass that is not over, and its holder's birth date. Every other pair is one and the same answer, after the same time. */
export const provePass = <T>(
  portal: Portal,
  address: string,
  known: { readonly number: string; readonly birthDate: string },
  open: (number: string, born: CivilDate) => Promise<Outcome<T>>,
): Promise<Outcome<T>> =>
  knock(portal, address, { ...known, kind: 'pass' }, async (number, born) => {
    const office = await inTransaction(portal.database, asResident(portal), (tx) => officeOfLost(tx, number, born))
    return office === undefined ? refuse('cross.pass-unknown') : open(number, born)
  })
