import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import { borderZone, civilDateAt } from '../kernel/time.ts'
import { completeAt, dueOn, isDueProvisional, waitsUntil } from '../passes/due.rules.ts'
import { takesCodes } from '../payments/payment-services.ts'
import { areaNamed } from '../places/registry.rules.ts'
import { inTransaction } from '../platform/database.ts'
import { type Followed, type FoundSubject, findFollowed, findSubject } from './follow.queries.ts'
import { daysLeft, extensionOf, passNow, reversedNow, stageNow } from './follow.rules.ts'
import { type Known, knock } from './knock.ts'
import { assessExtensionByPhone } from './phone-extension.rules.ts'
import type { FollowAnswer } from './portal.api.ts'
import { asResident, type Portal } from './portal-services.ts'

/** Where the case stands: to whoever knows its number and the birth date. */
export const followCase = (portal: Portal, address: string, known: Known): Promise<Outcome<FollowAnswer>> =>
  knock(portal, address, known, async (number, born) => {
    const [found, subject] = await inTransaction(portal.database, asResident(portal), async (tx) => [
      await findFollowed(tx, number, born),
      await findSubject(tx, number, born),
    ])
    return found ? accept(tell(portal, number, found, subject)) : refuse('follow.unknown')
  })

function tell(portal: Portal, number: string, found: Followed, subject: FoundSubject | undefined): FollowAnswer {
  const { law, state, calendar, registry } = portal
  const today = civilDateAt(portal.now(), borderZone)
  const { pass, fee, reason } = found
  const stands = pass && passNow(pass, today)
  const stage = stageNow(found, stands)
  const due = stage === 'pass-over' ? null : waitsUntil({ state: found.state, dueOn: dueOn(law, calendar, completeAt(found)) })
  return {
    number,
    stage,
    kind: found.kind,
    office: {
      id: found.office,
      name: areaNamed(registry.current, found.office, today)?.name ?? { en: found.office, native: found.office },
    },
    submittedAt: found.submittedAt,
    fee,
    paidAt: found.paidAt,
    receipt: found.receipt,
    payable: stage === 'to-pay' && takesCodes(portal.payments.gateway, found.office),
    codeRefused: stage === 'to-pay' && !takesCodes(portal.payments.gateway, found.office) ? 'payment.not-online' : null,
    dueOn: due,
    provisional: isDueProvisional(calendar, due),
    late: due !== null && due < today,
    reason,
    reversed: reversedNow(found.reversed, found.paidAt),
    pass: pass &&
      stands && {
        end: found.passEnd ?? '',
        state: stands,
        // A suspended pass whose last day is over is that, and no longer suspended.
        reason: stands === pass.state ? pass.reason : null,
        lastDay: pass.lastDay,
        daysLeft: pass.state === 'active' || pass.state === 'suspended' ? daysLeft(pass.lastDay, today) : 0,
        // Of a pass that nobody was given, nothing is to be extended.
        extension:
          subject && stage !== 'pass-over' && stage !== 'pass-over-closed'
            ? extensionOf({ law, state, today }, pass, { extended: assessExtensionByPhone(portal, subject, today), begun: subject.begun })
            : null,
      },
  }
}
