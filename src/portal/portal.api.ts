import Type, { type Static } from 'typebox'
import { caseKinds, paperKinds } from '../instruments/law.rules.ts'
import type { ProblemCode } from '../kernel/problem.ts'
import { replacementCauses } from '../passes/application.rules.ts'
import { mobileField } from '../passes/messages/messages.api.ts'
import { passStates } from '../passes/pass.rules.ts'
import { applicantFields as onlineApplicant } from '../passes/passes.api.ts'
import { areaCode, commandId, isoDate, nullable, text, written } from '../platform/schemas.ts'
import { complaintStates, complaintSubjects } from './complaint.rules.ts'
import { stages } from './follow.rules.ts'
import { reportOutcomes } from './report.rules.ts'

const closed = { additionalProperties: false } as const
export const oneOf = <const T extends readonly string[]>(values: T) => Type.Unsafe<T[number]>(Type.Union(values.map((value) => Type.Literal(value))))
export const name = Type.Object({ en: Type.String(), native: Type.String() })
export const fee = Type.Object({ amount: Type.Integer(), currency: Type.String(), instrument: Type.String() })

export const known = {
  number: text(60, 1),
  birthDate: text(40, 1),
}
/** In the body, never in the address: addresses are written into logs. */
export const followRequest = Type.Object(known, {
  ...closed,
  description: 'number: ten digits, as on the receipt. birthDate: as people type it, in either era: 8/6/1992, 8/6/2535, 1992-06-08',
})
export const followAnswer = Type.Object(
  {
    number: Type.String(),
    stage: oneOf(stages),
    kind: Type.String(),
    office: Type.Object({ id: Type.String(), name }),
    submittedAt: Type.String(),
    fee: nullable(fee),
    paidAt: nullable(Type.String()),
    receipt: nullable(Type.String()),
    payable: Type.Boolean({ description: 'a code to pay by phone can be asked for' }),
    codeRefused: nullable(Type.Literal('payment.not-online', { description: 'why a code cannot be asked for while the fee is to be paid' })),
    dueOn: nullable(isoDate),
    provisional: Type.Boolean({ description: "the holidays of the due day's year are computed and not officially announced: it may move" }),
    late: Type.Boolean(),
    reason: nullable(Type.String({ description: 'what is to be corrected, or why it was refused or withdrawn' })),
    reversed: nullable(
      Type.Object(
        {
          at: Type.String(),
          reason: Type.String(),
          amount: Type.Integer(),
          currency: Type.String(),
          isOwed: Type.Boolean({ description: 'not given back yet' }),
        },
        { description: 'the payment that was taken back, and why' },
      ),
    ),
    pass: nullable(
      Type.Object({
        end: Type.String({ description: 'the last four signs of its number' }),
        state: oneOf(passStates),
        reason: nullable(Type.String({ description: 'why it is suspended or revoked; lost, stolen: it was reported so' })),
        lastDay: isoDate,
        daysLeft: Type.Integer(),
        extension: nullable(
          Type.Object({
            possible: Type.Boolean(),
            from: isoDate,
            until: isoDate,
            newLastDay: nullable(isoDate),
            fee: nullable(fee),
            instrument: Type.String(),
            refused: nullable(
              Type.Object(
                {
                  code: Type.Unsafe<ProblemCode>(Type.String()),
                  about: Type.Optional(Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()]))),
                },
                { description: 'why it cannot be begun by phone now: a code of the closed list, and its values' },
              ),
            ),
            begun: nullable(Type.String({ description: 'the follow number of the extension that is under way' })),
          }),
        ),
      }),
    ),
  },
  { description: 'nothing about anybody but the case: no name, no address, no whole number of a pass' },
)
export type FollowAnswer = Static<typeof followAnswer>

const instrument = { instrument: Type.String() }
export const needsQuery = Type.Object({ kind: oneOf(caseKinds), homeArea: areaCode }, closed)
const priceLine = Type.Object({ kind: oneOf(caseKinds), fee: nullable(fee) })
export const pricesAnswer = Type.Array(priceLine)
export type PricesAnswer = Static<typeof pricesAnswer>
export const needsAnswer = Type.Object({
  kind: oneOf(caseKinds),
  fee: nullable(fee),
  prices: Type.Array(priceLine, { description: 'every price there is; a null one: nothing is charged' }),
  papers: nullable(
    Type.Object({
      lines: Type.Array(
        Type.Object({
          oneOf: Type.Array(oneOf(paperKinds)),
          count: Type.Integer(),
          when: oneOf(['always', 'guardian-needed']),
          basis: oneOf(['text', 'report', 'assumed']),
        }),
      ),
      ...instrument,
    }),
  ),
  due: nullable(Type.Object({ workingDaysMax: Type.Integer(), workingDaysTarget: Type.Integer(), ...instrument })),
  ages: nullable(Type.Object({ onParentsPassUnder: Type.Integer(), guardianUnder: Type.Integer(), ...instrument })),
  validity: nullable(Type.Object({ yearsMax: Type.Integer(), ...instrument })),
  offices: Type.Array(Type.Object({ id: Type.String(), kind: oneOf(['district', 'province']), name })),
})
export type NeedsAnswer = Static<typeof needsAnswer>

export const payRequest = Type.Object({ ...known, requestId: commandId }, closed)
export const phonePaymentAnswer = Type.Object({
  amount: Type.Integer(),
  currency: Type.String(),
  instrument: Type.String(),
  how: Type.String(),
  payload: Type.String({ description: 'the text of the QR code to show' }),
  billNumber: Type.String(),
  expiresAt: Type.String(),
  goodForSeconds: Type.Integer({ description: "until then, by this server's clock; a phone's own may be off" }),
})
export type PhonePaymentAnswer = Static<typeof phonePaymentAnswer>
/** One press of a button: nothing more is asked than who follows the case. */
export const beginExtensionRequest = Type.Object(
  { ...known, requestId: commandId },
  { ...closed, description: 'number: the follow number of a case whose pass is to be extended' },
)

const numbered = { number: Type.String({ description: 'ten digits to keep' }) }
export const numberAnswer = Type.Object(numbered)
export const applyOnlineRequest = Type.Object(
  {
    requestId: commandId,
    office: areaCode,
    applicant: Type.Object({ ...onlineApplicant, birthDate: text(40, 1) }, closed),
    photo: text(180_000, 1),
    ...mobileField,
    replaces: Type.Optional(
      nullable(Type.Object({ number: Type.String({ pattern: '^[A-Za-z0-9]{1,16}$' }), cause: oneOf(replacementCauses) }, closed)),
    ),
  },
  { ...closed, description: 'kept as a draft of the office, which proves at the counter who it is; photo: JPEG, PNG or WebP in base64' },
)
export type ApplyOnlineBody = Static<typeof applyOnlineRequest>

export const reportLostRequest = Type.Object(
  {
    requestId: commandId,
    pass: text(40, 1),
    birthDate: text(40, 1),
    how: oneOf(['lost', 'stolen']),
    follow: Type.Optional(nullable(text(60, 1))),
    contact: Type.Optional(nullable(text(100))),
  },
  { ...closed, description: 'follow: the follow number of an application of the same person; with it the pass is suspended at once' },
)
export type ReportLostBody = Static<typeof reportLostRequest>
export const reportedAnswer = Type.Object({ ...numbered, suspended: Type.Boolean() })
const reportOutcome = oneOf(reportOutcomes)
const reportState = oneOf(['open', 'settled'])
export const reportAnswer = Type.Object({ state: reportState, outcome: nullable(reportOutcome), suspended: Type.Boolean(), madeAt: Type.String() })
export type ReportAnswer = Static<typeof reportAnswer>

const place = text(70, 2)
export const complainRequest = Type.Object(
  {
    requestId: commandId,
    place,
    about: oneOf(complaintSubjects),
    asked: Type.Optional(nullable(Type.Integer({ minimum: 1, maximum: 1_000_000_000 }))),
    text: written(2000),
    secret: text(60, 4),
    contact: Type.Optional(nullable(text(100))),
  },
  {
    ...closed,
    description:
      'place: an office’s area code or a crossing point’s id. asked: the sum that was asked for. secret: a word, or the birth date, that opens the answer',
  },
)
export type ComplainBody = Static<typeof complainRequest>
export const followComplaintRequest = Type.Object({ number: text(60, 1), secret: text(60, 1) }, closed)
const complaint = {
  state: oneOf(complaintStates),
  place: Type.String(),
  point: nullable(Type.String()),
  about: oneOf(complaintSubjects),
  madeAt: Type.String(),
  answer: nullable(Type.String()),
  answeredAt: nullable(Type.String()),
}
export const followedComplaintAnswer = Type.Object(complaint)
export type FollowedComplaintAnswer = Static<typeof followedComplaintAnswer>

// What staff see.
const id = Type.String({ pattern: '^0[0-9a-f]{7}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$' })
export const idParams = Type.Object({ id })
export const complaintAnswer = Type.Object({
  id: Type.String(),
  ...numbered,
  ...complaint,
  asked: nullable(Type.Integer()),
  text: Type.String(),
  contact: nullable(Type.String()),
  takenBy: nullable(Type.String({ description: 'account id' })),
  takenAt: nullable(Type.String()),
  answeredBy: nullable(Type.String({ description: 'account id' })),
})
export type ComplaintAnswer = Static<typeof complaintAnswer>
export const complaintsQuery = Type.Object(
  { all: Type.Optional(oneOf(['yes', 'no'])), state: Type.Optional(oneOf(complaintStates)) },
  { ...closed, description: 'state: those alone, whatever `all` says' },
)
export const takeComplaintRequest = Type.Object({ requestId: commandId }, closed)
export const answerComplaintRequest = Type.Object({ requestId: commandId, answer: written(2000) }, closed)
export const lostReportsQuery = Type.Object({ office: areaCode }, closed)
export const lostReportAnswer = Type.Object({
  id: Type.String(),
  ...numbered,
  office: Type.String(),
  pass: nullable(Type.String()),
  how: Type.String(),
  contact: nullable(Type.String()),
  proven: Type.Boolean({ description: 'the holder knew the follow number too: the pass was suspended at once' }),
  state: reportState,
  outcome: nullable(reportOutcome),
  madeAt: Type.String(),
  settledAt: nullable(Type.String()),
})
export type LostReportAnswer = Static<typeof lostReportAnswer>
export const settleReportRequest = Type.Object({ requestId: commandId, outcome: reportOutcome }, closed)
