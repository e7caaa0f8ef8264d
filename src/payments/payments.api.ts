import Type from 'typebox'
import { areaCode, commandId, holderBoundId, isoDate, nullable, text, written } from '../platform/schemas.ts'
import { paymentHows, refundReasons, requestStates } from './charge.rules.ts'

const oneOf = <const T extends readonly string[]>(values: T) =>
  Type.Union(values.map((value) => Type.Literal(value)) as { -readonly [K in keyof T]: Type.TLiteral<T[K]> })
const instant = Type.String()
const amount = Type.Number({ description: 'in whole units of the currency; a transfer may have parts' })

export const chargeParams = Type.Object({ subject: holderBoundId })
export const paymentParams = Type.Object({ subject: holderBoundId, payment: holderBoundId })
export const refundParams = Type.Object({ subject: holderBoundId, refund: holderBoundId })
const closed = { additionalProperties: false }
export const stepRequest = Type.Object({ requestId: commandId }, closed)
export const cashRequest = Type.Object(
  { requestId: commandId, amount: Type.Integer({ minimum: 0, maximum: 1e12 }), currency: Type.String({ pattern: '^[A-Z]{3}$' }) },
  closed,
)
export const reversalRequest = Type.Object(
  { requestId: commandId, reason: written(500), ownError: Type.Optional(Type.Boolean()) },
  { ...closed, description: 'ownError: the office itself was wrong; without it the fee of a pass that was signed is earned' },
)
export const settlementRequest = Type.Object({ requestId: commandId, how: oneOf(['cash', 'bank']), note: written(500) }, closed)

const reversal = nullable(Type.Object({ reason: Type.String(), by: Type.String(), at: instant }))
export const refundAnswer = Type.Object({
  id: holderBoundId,
  subject: holderBoundId,
  payment: holderBoundId,
  reason: oneOf(refundReasons),
  amount,
  currency: Type.String(),
  state: oneOf(['open', 'done']),
  openedAt: instant,
  done: nullable(Type.Object({ by: Type.String(), at: instant, how: oneOf(['cash', 'bank']), note: Type.String() })),
})
export const chargeAnswer = Type.Object(
  {
    subject: holderBoundId,
    office: Type.String(),
    amount: Type.Integer(),
    currency: Type.String(),
    instrument: Type.String(),
    state: Type.Union([
      Type.Literal('unpaid'),
      Type.Literal('paid'),
      Type.Literal('settled', { description: 'paid before payments were recorded one by one' }),
      Type.Literal('closed', { description: 'its case is over; nothing is to be paid' }),
    ]),
    codeRefused: nullable(Type.Literal('payment.not-online', { description: 'no code can be made: the office has no account; cash alone' })),
    requests: Type.Array(
      Type.Object({
        id: holderBoundId,
        how: oneOf(paymentHows),
        payload: Type.String({ description: 'the text of the QR code to show' }),
        hash: Type.String(),
        billNumber: Type.String(),
        state: oneOf(requestStates),
        madeAt: instant,
        expiresAt: instant,
        checkedAt: nullable(instant),
        said: nullable(Type.String({ description: "the bank's last word: unpaid, paid, other-transfer, other-account, unknown: …, unavailable: …" })),
      }),
      { description: 'newest first' },
    ),
    payments: Type.Array(
      Type.Object({
        id: holderBoundId,
        how: oneOf(paymentHows),
        amount,
        currency: Type.String(),
        reference: nullable(Type.String({ description: "the bank's name of the transfer" })),
        settles: Type.Boolean({ description: 'it paid the charge; else it is owed back' }),
        takenBy: nullable(Type.String()),
        paidAt: instant,
        reversal,
      }),
      { description: 'oldest first' },
    ),
    refunds: Type.Array(refundAnswer),
  },
  { description: 'the whole charge, as it is after the command' },
)
export const refundsQuery = Type.Object(
  { office: areaCode, state: Type.Optional(oneOf(['open', 'done'])), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })) },
  closed,
)

const line = Type.Object({
  kind: oneOf(['payment', 'reversal', 'refund']),
  id: holderBoundId,
  how: Type.String(),
  amount: Type.Number(),
  at: instant,
})
const reference = Type.Object({ reference: Type.String(), amount: Type.Number() })
const bankLines = Type.Integer({ description: 'lines of the list that bear this name; their sum counts' })
const differing = Type.Object({ reference: Type.String(), amount: Type.Number(), bankAmount: Type.Number(), bankLines })
export const statementAnswer = Type.Object({
  matched: Type.Array(reference),
  different: Type.Array(differing, { description: 'ours, and the bank has another sum under that name: paid twice, or taken back' }),
  missingAtBank: Type.Array(reference),
  unknownToUs: Type.Array(Type.Object({ reference: Type.String(), amount: Type.Number(), bankLines })),
  changedSince: Type.Array(differing, { description: 'in an earlier close, and the list names another sum now' }),
  closedEarlier: Type.Integer({ description: 'lines of the list whose payments stand in an earlier close' }),
})
export const dayQuery = Type.Object({ office: areaCode }, closed)
export const dayPaymentsQuery = Type.Object(
  { office: areaCode, day: Type.Optional(isoDate), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })) },
  closed,
)
export const dayPaymentsAnswer = Type.Object({
  day: isoDate,
  totals: Type.Array(Type.Object({ how: oneOf(paymentHows), currency: Type.String(), count: Type.Integer(), amount }), {
    description: 'of the whole day: what settles a charge and was not reversed',
  }),
  count: Type.Integer({ description: 'payments of the day, also those that were reversed or are owed back' }),
  payments: Type.Array(
    Type.Object({
      id: holderBoundId,
      subject: holderBoundId,
      how: oneOf(paymentHows),
      amount,
      currency: Type.String(),
      reference: nullable(Type.String()),
      settles: Type.Boolean(),
      takenBy: nullable(Type.String()),
      recordedAt: instant,
      reversal,
    }),
    { description: 'newest first' },
  ),
})
export const dayNowAnswer = Type.Object(
  {
    office: Type.String(),
    day: isoDate,
    closed: Type.Boolean({ description: 'this cashier has closed this day already' }),
    currency: nullable(Type.String()),
    expected: Type.Integer({ description: 'cash that must be in the till' }),
    cash: Type.Array(line),
    transfers: Type.Array(line),
    split: Type.Object(
      { office: Type.Integer(), province: Type.Integer(), instrument: Type.String() },
      { description: 'whose the fees of this day are, in thousandths, and by which text' },
    ),
  },
  { description: 'what a close would hold now' },
)
const statementText = text(200_000, 1)
export const statementRequest = Type.Object({ office: areaCode, statement: statementText }, closed)
export const closeRequest = Type.Object(
  {
    requestId: commandId,
    office: areaCode,
    counted: Type.Integer({ minimum: 0, maximum: 1e12 }),
    explanation: Type.Optional(text(1000, 1)),
    statement: Type.Optional(statementText),
  },
  { additionalProperties: false, description: "`statement`: the bank's list as CSV with the columns reference (or hash) and amount" },
)
export const dayCloseAnswer = Type.Object({
  office: Type.String(),
  day: isoDate,
  cashier: Type.String(),
  currency: Type.String(),
  expected: Type.Integer(),
  counted: Type.Integer(),
  difference: Type.Integer(),
  explanation: nullable(Type.String()),
  fees: Type.Integer({ description: 'fees of this close: cash, and transfers that the bank confirms; less what was reversed' }),
  officeShare: Type.Integer(),
  provinceShare: Type.Integer(),
  splitBy: Type.String(),
  statement: nullable(statementAnswer),
  closedAt: instant,
  lines: Type.Integer(),
})
export const dayClosesQuery = Type.Object({ office: areaCode, from: Type.Optional(isoDate), until: Type.Optional(isoDate) }, closed)

export type ChargeAnswer = Type.Static<typeof chargeAnswer>
export type RefundAnswer = Type.Static<typeof refundAnswer>
export type DayPaymentsAnswer = Type.Static<typeof dayPaymentsAnswer>
export type DayNowAnswer = Type.Static<typeof dayNowAnswer>
export type StatementAnswer = Type.Static<typeof statementAnswer>
export type DayCloseAnswer = Type.Static<typeof dayCloseAnswer>
