import Type from 'typebox'
import type { Actor } from '../identity/actor.rules.ts'
import { actorOf } from '../identity/authorise.ts'
import { may } from '../identity/authority.rules.ts'
import type { Action } from '../identity/authority-lists.rules.ts'
import { areaPlace } from '../identity/place.rules.ts'
import { type CommandId, parseAreaCode } from '../kernel/code.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import { inTransaction } from '../platform/database.ts'
import { type HttpServer, sendOutcome } from '../platform/http.ts'
import { type HolderBoundId, parseHolderBoundId } from '../platform/ids.ts'
import { refusals } from '../platform/schemas.ts'
import { listRefunds, type RefundShown } from './charge.queries.ts'
import { readCharge } from './charge-command.ts'
import { type DayServices, dayRoutes } from './day.routes.ts'
import { inNameOf, type Payments } from './payment-services.ts'
import * as api from './payments.api.ts'
import { requestPayment } from './request-payment.ts'
import { reversePayment } from './reverse-payment.ts'
import { settleRefund } from './settle-refund.ts'
import { takeCash } from './take-cash.ts'

/** The cashier's window: a charge, its codes and payments, what is owed back, and the till's day. */
export function paymentsRoutes(server: HttpServer, payments: DayServices): void {
  const tags = ['Payments']
  const response = { 200: api.chargeAnswer, ...refusals }
  const ofCharge = (path: string, needs: Action, summary: string) => ({
    path: `/api/v1/charges/:subject${path}`,
    config: { needs },
    schema: { tags, summary, params: api.chargeParams, response },
  })
  const of = (request: Parameters<typeof actorOf>[0] & { params: { subject: string }; body: { requestId: string } }) => ({
    requestId: request.body.requestId as CommandId,
    actor: actorOf(request),
    subject: idOf(request.params.subject),
  })

  const reading = ofCharge('', 'payment.read', 'A charge: codes, payments, refunds')
  server.get(reading.path, { config: reading.config, schema: reading.schema }, async (request, reply) =>
    sendOutcome(request, reply, await readCharge(payments, actorOf(request), idOf(request.params.subject))),
  )
  const coding = ofCharge('/payment-requests', 'payment.request', 'Make a code to scan, or show the one that is still good')
  server.post(coding.path, { config: coding.config, schema: { ...coding.schema, body: api.stepRequest } }, async (request, reply) =>
    sendOutcome(request, reply, await requestPayment(payments, of(request))),
  )
  const cash = ofCharge('/cash', 'payment.take', 'Take the charge in cash')
  server.post(cash.path, { config: cash.config, schema: { ...cash.schema, body: api.cashRequest } }, async (request, reply) => {
    const { amount, currency } = request.body
    return sendOutcome(request, reply, await takeCash(payments, { ...of(request), amount, currency }))
  })
  const reversal = ofCharge('/payments/:payment/reversal', 'payment.reverse', 'Reverse a payment, by another hand than the one that took it')
  server.post(
    reversal.path,
    { config: reversal.config, schema: { ...reversal.schema, params: api.paymentParams, body: api.reversalRequest } },
    async (request, reply) => {
      const { payment } = request.params
      const { reason, ownError = false } = request.body
      return sendOutcome(request, reply, await reversePayment(payments, { ...of(request), payment, reason, ownError }))
    },
  )
  const settlement = ofCharge('/refunds/:refund/settlement', 'refund.settle', 'What was owed back has been given back')
  server.post(
    settlement.path,
    { config: settlement.config, schema: { ...settlement.schema, params: api.refundParams, body: api.settlementRequest } },
    async (request, reply) => {
      const { how, note } = request.body
      return sendOutcome(request, reply, await settleRefund(payments, { ...of(request), refund: request.params.refund, how, note }))
    },
  )
  server.get(
    '/api/v1/refunds',
    {
      config: { needs: 'payment.read' },
      schema: {
        tags,
        summary: 'What an office owes back, oldest first',
        querystring: api.refundsQuery,
        response: { 200: Type.Array(api.refundAnswer), ...refusals },
      },
    },
    async (request, reply) => sendOutcome(request, reply, await refundsOf(payments, actorOf(request), request.query)),
  )
  dayRoutes(server, payments)
}

async function refundsOf(
  payments: Payments,
  actor: Actor,
  { office, state = 'open', limit = 100 }: { office: string; state?: 'open' | 'done'; limit?: number },
): Promise<Outcome<RefundShown[]>> {
  const area = parseAreaCode(office)
  if (!area) return refuse('office.unknown', { about: { office } })
  const allowed = may(actor.grants, 'payment.read', areaPlace(area), payments.now())
  if (!allowed.ok) return allowed
  return inTransaction(payments.database, inNameOf(payments, actor), async (tx) => accept(await listRefunds(tx, area, state, limit)))
}

/** @throws never: the schema lets only such ids through. */
function idOf(text: string): HolderBoundId {
  const id = parseHolderBoundId(text)
  if (!id) throw new Error('the schema lets only holder-bound ids through')
  return id
}
