import { findEvent, recordEvent } from '../audit/record-event.ts'
import { recordRead } from '../audit/record-read.ts'
import type { Actor } from '../identity/actor.rules.ts'
import { may } from '../identity/authority.rules.ts'
import { areaPlace } from '../identity/place.rules.ts'
import type { AreaCode, CommandId } from '../kernel/code.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import { inTransaction, rollBackOn } from '../platform/database.ts'
import { cellOf, type HolderBoundId } from '../platform/ids.ts'
import type { Complaints } from './answer-complaint.ts'
import { findReportForUpdate, listReports, type Report, settleReportRow } from './lost-report.store.ts'
import type { ReportOutcome } from './report.rules.ts'

const listMax = 200

/** The office's tasks: passes reported lost that nobody has dealt with yet. */
export function reportsOf({ database, now }: Complaints, actor: Actor, office: AreaCode): Promise<Outcome<readonly Report[]>> {
  const at = now()
  return inTransaction(database, { account: actor.account, at }, async (tx) => {
    const allowed = may(actor.grants, 'lost-report.read', areaPlace(office), at)
    if (!allowed.ok) return allowed
    await recordRead(tx, { account: actor.account, subject: `lost reports of ${office}`, place: office, at })
    return accept(await listReports(tx, office, listMax))
  })
}

export type SettleReport = { readonly requestId: CommandId; readonly actor: Actor; readonly id: string; readonly outcome: ReportOutcome }

/** Says what came of a report. The pass itself is suspended or replaced by its own commands. */
export function settleReport({ database, now }: Complaints, { requestId, actor, id, outcome }: SettleReport): Promise<Outcome<Report>> {
  const at = now()
  return rollBackOn(database, { account: actor.account, at }, async (tx) => {
    const report = await findReportForUpdate(tx, id)
    if (!report) return refuse('report.not-found')
    const place = areaPlace(report.office)
    const allowed = may(actor.grants, 'lost-report.settle', place, at)
    if (!allowed.ok) return may(actor.grants, 'lost-report.read', place, at).ok ? allowed : refuse('report.not-found')
    const earlier = await findEvent(tx, requestId)
    if (earlier)
      return earlier.type === 'LostReportSettled' && earlier.subject === id
        ? accept(report)
        : refuse('request.id-reused', { about: { id: requestId } })
    if (report.state === 'settled') return refuse('report.settled')
    await settleReportRow(tx, id, { outcome, by: actor.account, at })
    const event = {
      id: requestId,
      cell: cellOf(id as HolderBoundId),
      type: 'LostReportSettled',
      subject: id,
      actor: actor.account,
      place: report.office,
      at,
    }
    await recordEvent(tx, { ...event, body: { outcome } })
    return accept({ ...report, state: 'settled', outcome, settledAt: at })
  })
}
