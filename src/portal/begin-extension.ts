import { recordEvent } from '../audit/record-event.ts'
import type { CommandId } from '../kernel/code.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import { borderZone, type CivilDate, civilDateAt } from '../kernel/time.ts'
import { feeOf } from '../passes/fee.rules.ts'
import { officesOn, signingMandate } from '../passes/mandate.queries.ts'
import { brokeUnique, inTransaction, rollBackOn, type Tx } from '../platform/database.ts'
import { findSubject } from './follow.queries.ts'
import { type Known, knock } from './knock.ts'
import { assessExtensionByPhone } from './phone-extension.rules.ts'
import { begunBefore, holdSubject, insertExtension } from './phone-extension.store.ts'
import { asResident, holder, type Portal } from './portal-services.ts'

type Begun = { readonly number: string }
type Asked = { readonly requestId: CommandId; readonly number: string; readonly born: CivilDate }

/**
 * The holder begins an extension of the pass that a follow number leads to: the case that the desk would have made, at the pass's office, with the set price and
 * a follow number of its own. It is paid and finished like any other; the booklet is seen when its page is put in.
 */
export const beginExtension = (portal: Portal, address: string, asked: Known & { readonly requestId: CommandId }): Promise<Outcome<Begun>> =>
  knock(portal, address, asked, async (number, born) => {
    const subject = await inTransaction(portal.database, asResident(portal), (tx) => findSubject(tx, number, born))
    if (!subject) return refuse('follow.unknown')
    // Counted for holders alone: guesses are counted as such, and whoever guesses does not use up the address's writings.
    const written = await portal.limits.ofWriting(address)
    if (!written.ok) return written
    try {
      return await rollBackOn(portal.database, asResident(portal), (tx) => enter(tx, portal, { requestId: asked.requestId, number, born }))
    } catch (error) {
      // The desk took a case of theirs at the same instant.
      if (!brokeUnique(error, 'application_open')) throw error
      return refuse('applicant.has-open-application')
    }
  })

async function enter(tx: Tx, portal: Portal, { requestId, number, born }: Asked): Promise<Outcome<Begun>> {
  const { law, state } = portal
  const at = portal.now()
  const today = civilDateAt(at, borderZone)
  await holdSubject(tx, number, born)
  const said = portal.fingerprint(JSON.stringify(['extension by phone', number, born]))
  const before = await begunBefore(tx, requestId, said)
  if (before !== undefined) return before === null ? refuse('request.id-reused', { about: { id: requestId } }) : accept({ number: before })
  const subject = await findSubject(tx, number, born)
  if (!subject) return refuse('follow.unknown')
  const { cell, office } = subject
  const extended = assessExtensionByPhone(portal, subject, today)
  if (!extended.ok) return extended
  if (!(await officesOn(tx, today)).some(({ id }) => id === office)) return refuse('office.unknown', { about: { office } })
  const mandate = await signingMandate(tx, { office, area: office, now: at })
  if (!mandate.ok) return mandate
  const fee = feeOf(law, state, 'extension', today)
  if (!fee) throw new Error(`no fee of an extension is in force in ${state} on ${today}`)
  const { id, follow } = await insertExtension(tx, { number, born, cell, at, fee: { ...fee.value, instrument: fee.instrument } })
  const about = { kind: 'extension', number: subject.number }
  await recordEvent(tx, {
    id: requestId,
    cell,
    type: 'ApplicationSubmitted',
    subject: id,
    actor: holder,
    place: office,
    at,
    body: { said, office, fee: fee.value, instrument: fee.instrument, about },
  })
  return accept({ number: follow })
}
