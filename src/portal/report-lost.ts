import { recordEvent } from '../audit/record-event.ts'
import type { CommandId } from '../kernel/code.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import type { CivilDate } from '../kernel/time.ts'
import { parseNumber } from '../passes/follow-number.rules.ts'
import { isPassNumberTyped } from '../passes/pass.rules.ts'
import { suspendForHolder } from '../passes/suspend-for-holder.ts'
import { inTransaction } from '../platform/database.ts'
import { cellOf, type HolderBoundId } from '../platform/ids.ts'
import { readBirthDate } from './born.rules.ts'
import { cleanText } from './complaint.rules.ts'
import { type Known, knock, untilAnswer } from './knock.ts'
import { type FollowedReport, followReportBy, insertReport, officeOfLost, reportBefore } from './lost-report.store.ts'
import type { ReportLostBody } from './portal.api.ts'
import { asResident, holder, type Portal } from './portal-services.ts'
import { writeOnce } from './write-once.ts'

export type Reported = { readonly number: string; readonly suspended: boolean }

/**
 * A pass is lost. Pass number and birth date make a task for its office and a case number for whoever reports it, whether they fit or not: nobody can try
 * days on it, and nobody can stop somebody else's pass. Who gives the follow number too has proved to be the holder, and the pass is suspended at once.
 */
export async function reportLost(portal: Portal, address: string, body: ReportLostBody): Promise<Outcome<Reported>> {
  const started = performance.now()
  const asked = await portal.limits.ofAddress(address)
  if (!asked.ok) return asked
  const pass = body.pass.toUpperCase().replace(/[\s-]/g, '')
  if (!isPassNumberTyped(pass)) return refuse('report.pass-number')
  const born = readBirthDate(body.birthDate)
  if (!born) return refuse('applicant.birth-date', { about: { field: 'birthDate' } })
  const follow = body.follow ? parseNumber(body.follow, 'follow') : null
  if (follow === undefined) return refuse('follow.number')
  const written = await portal.limits.ofWriting(address)
  if (!written.ok) return written
  // To suspend is worth guessing for: it counts as a guess of that number.
  const guess = follow === null ? accept(undefined) : await portal.limits.ofGuess(address, follow)
  if (!guess.ok) return guess
  const reported = await keepReport(portal, body, { pass, born, follow })
  if (reported.ok && reported.value.suspended && follow !== null) await portal.limits.right(address, follow)
  await untilAnswer(portal, started)
  return reported
}

function keepReport(
  portal: Portal,
  { requestId, how, contact }: ReportLostBody,
  { pass, born, follow }: { pass: string; born: CivilDate; follow: string | null },
): Promise<Outcome<Reported>> {
  const [id, at] = [requestId as CommandId, portal.now()]
  const said = portal.fingerprint(JSON.stringify(['lost', pass, born, follow, how, contact ?? null]))
  return writeOnce(portal, 'lost_report', {
    before: (tx) => reportBefore(tx, id, said),
    async write(tx) {
      const office = (await officeOfLost(tx, pass, born)) ?? null
      const proven = follow !== null && (await suspendForHolder(tx, { pass, born, follow }, { id, how, actor: holder, at }))
      const row = { id, born, office, pass: office && pass, how, contact: contact ? cleanText(contact) || null : null, proven }
      const number = await insertReport(tx, { ...row, said, at })
      const event = {
        id,
        cell: cellOf(id as string as HolderBoundId),
        type: 'PassReportedLost',
        subject: id,
        actor: holder,
        place: office ?? portal.state,
        at,
      }
      await recordEvent(tx, { ...event, body: { how, proven } })
      return { number, suspended: proven }
    },
  })
}

/** What became of a report: to whoever gives its number and the birth date that it named. */
export const followReport = (portal: Portal, address: string, known: Known): Promise<Outcome<FollowedReport>> =>
  knock(portal, address, { ...known, kind: 'report' }, async (number, born) => {
    const found = await inTransaction(portal.database, asResident(portal), (tx) => followReportBy(tx, number, born))
    return found ? accept(found) : refuse('report.not-found')
  })
