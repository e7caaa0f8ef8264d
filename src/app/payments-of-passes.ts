import { recordEvent } from '../audit/record-event.ts'
import type { Actor } from '../identity/actor.rules.ts'
import { readOperatingParameters } from '../instruments/operating-parameters.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import { epochMs, type Instant } from '../kernel/time.ts'
import { type ApplicationState, nextState } from '../passes/application.rules.ts'
import { type Application, findApplication, findApplicationForUpdate, updateApplication } from '../passes/application.store.ts'
import { countSteps } from '../passes/numbers/counters.store.ts'
import { isOwnCase } from '../passes/separation.rules.ts'
import { nextReceipt } from '../passes/series.store.ts'
import type { Standing } from '../payments/charge.rules.ts'
import type { FindCharge, Paid, PaymentHooks, Payments } from '../payments/payment-services.ts'
import { takeCash } from '../payments/take-cash.ts'
import type { Tx } from '../platform/database.ts'
import { cellOf, newCommandId } from '../platform/ids.ts'

// Payments know charges, passes know applications: here the two meet.

/** Of a case whose fee was not taken: only one that was submitted and not sent back is paid. */
const unpaidStanding: { readonly [S in ApplicationState]: Standing } = {
  draft: 'closed',
  submitted: 'open',
  incomplete: 'returned',
  paid: 'settled',
  'under-review': 'settled',
  approved: 'settled',
  signed: 'settled',
  produced: 'settled',
  collected: 'settled',
  rejected: 'closed',
  withdrawn: 'closed',
  lapsed: 'closed',
}
/** Until somebody has approved the case, its payment can be taken back; and of a case that is over. What was signed before it was withdrawn is earned, but for the office's own error. */
const reversible: readonly ApplicationState[] = ['incomplete', 'paid', 'under-review', 'rejected', 'withdrawn']

/** An application's fee is the charge of its own id. */
export const chargeOfApplication: FindCharge = async (tx, subject, actor) => {
  const application = await findApplication(tx, subject)
  if (!application) return undefined
  const { office, fee, state, paidAt, applicant } = application
  const isOver = unpaidStanding[state] === 'closed'
  return {
    charge: { office, ...fee },
    standing: paidAt !== null && !isOver ? 'settled' : unpaidStanding[state],
    own: actor !== null && isOwnCase(actor, applicant),
  }
}

/** A paid charge is a paid application, with a receipt of the office's series; a reversal takes it back while nobody has approved it. */
export function applicationHooks(now: () => Instant): PaymentHooks {
  const told = (tx: Tx, { id, office }: Application, paid: Paid, type: string, body: object) =>
    recordEvent(tx, { id: newCommandId(epochMs(now())), cell: cellOf(id), type, subject: id, actor: paid.by, place: office, at: now(), body })
  return {
    hold: findApplicationForUpdate,
    async onPaid(tx, paid) {
      const application = await findApplicationForUpdate(tx, paid.subject)
      if (!application) return refuse('charge.closed')
      const next = nextState(application.state, 'pay')
      if ('problem' in next) return refuse(next.problem)
      const change = { state: next.state, paid_at: paid.at, receipt: await nextReceipt(tx, paid.office) }
      await updateApplication(tx, application.id, change)
      await told(tx, application, paid, 'FeePaid', { ...change, payment: paid.payment, how: paid.how })
      return accept(undefined)
    },
    async onReversed(tx, paid) {
      const application = await findApplicationForUpdate(tx, paid.subject)
      if (!application) return refuse('charge.closed')
      // Its receipt stays on the event that gave it; another payment has another.
      const isEarned = application.state === 'withdrawn' && application.signedAt !== null
      if (isEarned && !paid.ownError) return refuse('payment.earned')
      if (!reversible.includes(application.state))
        return refuse(application.state === 'approved' ? 'application.already-approved' : 'application.already-signed')
      const state = application.state === 'paid' || application.state === 'under-review' ? 'submitted' : application.state
      await updateApplication(tx, application.id, { state, paid_at: null, receipt: null, reviewing_account: null })
      // What was produced is counted by the day on which it was paid.
      await countSteps(tx, [{ before: application, after: { ...application, state, paidAt: null } }])
      await told(tx, application, paid, 'FeeReversed', { payment: paid.payment, reason: paid.reason, ownError: paid.ownError })
      return accept(undefined)
    },
  }
}

/** Cash at an office's till without the window: for cases of the made-up past, and for tests. */
export const takeFee = (
  { database, now }: Pick<Payments, 'database' | 'now'>,
  cashier: Actor,
  { id, fee: { amount, currency } }: Pick<Application, 'id' | 'fee'>,
): Promise<Outcome<unknown>> =>
  takeCash(
    { database, now, parameters: readOperatingParameters(), findCharge: chargeOfApplication, hooks: applicationHooks(now), gateway: undefined },
    { requestId: newCommandId(epochMs(now())), actor: cashier, subject: id, amount, currency },
  )
