import Type, { type Static } from 'typebox'
import { areaCode, commandId, holderBoundId, isoDate, nullable, text, written } from '../platform/schemas.ts'
import { type PassWish, passWishes } from './about-pass.rules.ts'
import {
  type ApplicationKind,
  type ApplicationState,
  applicationKinds,
  applicationStates,
  type RejectionGround,
  type ReplacementCause,
  rejectionGrounds,
  replacementCauses,
} from './application.rules.ts'
import { pagesMax } from './booklets/booklet.rules.ts'
import { type FlagCode, flagCodes } from './flags.rules.ts'
import { madeUpIndexMax } from './made-up/made-up-person.ts'
import { messagesUse, mobileField } from './messages/messages.api.ts'
import { paperKind, seenFields } from './paper-picture.api.ts'
import { type PassModel, type PassState, passModels, passStates } from './pass.rules.ts'

/** Lengths here are generous: the rules answer with their own refusal, which says more than a schema can. */
export const applicantFields = {
  localName: text(20_000),
  localLanguage: Type.Union([Type.Literal('khm'), Type.Literal('tha')]),
  givenName: text(20_000),
  familyName: text(20_000),
  birthDate: isoDate,
  sex: Type.Union([Type.Literal(1), Type.Literal(2), Type.Literal(3)]),
  nationality: Type.String({ pattern: '^[A-Z]{3}$' }),
  nationalId: text(200),
  homeArea: areaCode,
  address: text(2000),
  guardian: nullable(text(2000)),
  familyBook: Type.Optional(nullable(text(200))),
}
export const applicant = Type.Object(applicantFields, { additionalProperties: false })
const passNumber = Type.String({ pattern: '^[A-Za-z0-9]{1,16}$' })
const replacementCause = Type.Unsafe<ReplacementCause>(Type.Union(replacementCauses.map((cause) => Type.Literal(cause))))
/** The same person in an answer: a field that the caller's role is not shown is null, and `notShown` names it. */
const applicantAnswer = Type.Object({
  localName: nullable(Type.String()),
  localLanguage: Type.String(),
  givenName: nullable(Type.String()),
  familyName: nullable(Type.String()),
  birthDate: nullable(isoDate),
  sex: nullable(Type.Integer()),
  nationality: nullable(Type.String()),
  nationalId: nullable(Type.String()),
  homeArea: nullable(Type.String()),
  address: nullable(Type.String()),
  guardian: nullable(Type.String()),
  familyBook: nullable(Type.String()),
  notShown: Type.Array(Type.String()),
  madeUp: Type.Boolean(),
})
const account = nullable(Type.String({ description: 'account id' }))
export type ApplicantBody = Static<typeof applicant>

const otherPeopleField = {
  otherPeople: Type.Optional(
    Type.Array(holderBoundId, { maxItems: 50, description: 'people of /api/v1/near-people of whom the clerk said: another person' }),
  ),
} as const
export const applyRequest = Type.Object(
  {
    requestId: commandId,
    office: areaCode,
    applicant,
    photo: nullable(text(180_000, 1)),
    madeUp: Type.Optional(Type.Boolean()),
    replaces: Type.Optional(nullable(Type.Object({ number: passNumber, cause: replacementCause }, { additionalProperties: false }))),
    extends: Type.Optional(nullable(Type.Object({ number: passNumber }, { additionalProperties: false }))),
    draft: Type.Optional(nullable(Type.String({ format: 'uuid' }))),
    ...seenFields,
    ...mobileField,
    ...otherPeopleField,
  },
  {
    additionalProperties: false,
    description:
      'photo: JPEG, PNG or WebP in base64; null: the photo of the pass that is replaced or extended goes on, if it is not too old. replaces: the pass whose place the new one takes. extends: the pass that gets a later last day; one of the two at most. draft: the office’s draft that this was, which then ends',
  },
)
export type ApplyBody = Static<typeof applyRequest>
export const correctRequest = Type.Object(
  { requestId: commandId, applicant, photo: nullable(text(180_000, 1)), ...seenFields, ...otherPeopleField },
  {
    additionalProperties: false,
    description: 'photo: as in an application; null: the one that is there stays. Without papers: what was seen stays as it was said',
  },
)
export const stepRequest = Type.Object({ requestId: commandId }, { additionalProperties: false })
export const withdrawRequest = Type.Object(
  { requestId: commandId, reason: written(500), passFound: Type.Optional(Type.Boolean()) },
  { additionalProperties: false, description: 'passFound: the lost or stolen pass that was to be replaced was found, and is good again' },
)
export const closeRequest = Type.Object({ requestId: commandId, reason: written(500) }, { additionalProperties: false })
export const rejectRequest = Type.Object(
  {
    requestId: commandId,
    reason: written(500),
    ground: Type.Unsafe<RejectionGround>(Type.Union(rejectionGrounds.map((ground) => Type.Literal(ground)))),
  },
  { additionalProperties: false, description: 'ground: what is counted; whoever rejects says which' },
)
export const applicationParams = Type.Object({ id: holderBoundId })
export const applicationsQuery = Type.Object(
  {
    office: areaCode,
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    order: Type.Optional(Type.Unsafe<'newest' | 'due'>(Type.Union([Type.Literal('newest'), Type.Literal('due')]))),
    state: Type.Optional(Type.Unsafe<ApplicationState>(Type.Union(applicationStates.map((state) => Type.Literal(state))))),
  },
  {
    additionalProperties: false,
    description:
      'order: due: as it is worked on, what waits longest first, each state with its share of the limit, then the closed ones; without it the newest first. state: with order=due, those alone',
  },
)

export type ApplicationsQuery = Static<typeof applicationsQuery>

export const passState = Type.Unsafe<PassState>(Type.Union(passStates.map((state) => Type.Literal(state))))
export const flagAnswer = Type.Object({
  code: Type.Unsafe<FlagCode>(Type.Union(flagCodes.map((code) => Type.Literal(code)))),
  about: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])),
})
export const applicationAnswer = Type.Object({
  id: Type.String(),
  office: Type.String(),
  state: Type.Unsafe<ApplicationState>(Type.Union(applicationStates.map((state) => Type.Literal(state)))),
  submittedAt: Type.String(),
  fee: nullable(Type.Object({ amount: Type.Integer(), currency: Type.String(), instrument: Type.String() })),
  paidAt: nullable(Type.String()),
  /** By working days from the payment; null until it is paid, and when law or holidays of that time are not on record. */
  dueOn: nullable(isoDate),
  dueProvisional: Type.Boolean({ description: "the holidays of the due day's year are computed and not officially announced: it may move" }),
  receipt: nullable(Type.String()),
  approvedAt: nullable(Type.String()),
  approvedBy: nullable(Type.String()),
  signedAt: nullable(Type.String()),
  signedBy: nullable(Type.String()),
  mandate: nullable(Type.String()),
  passNumber: nullable(Type.String()),
  /** Of the pass that it became, by its last day too; null: none yet, or not for the caller to see. */
  passState: nullable(passState),
  kind: Type.Unsafe<ApplicationKind>(Type.Union(applicationKinds.map((kind) => Type.Literal(kind)))),
  subjectPass: nullable(Type.String()),
  cause: nullable(replacementCause),
  reviewing: account,
  returnedAt: nullable(Type.String()),
  correctedAt: nullable(Type.String()),
  booklet: nullable(Type.String()),
  producedAt: nullable(Type.String()),
  collectedAt: nullable(Type.String()),
  reason: nullable(Type.String()),
  followNumber: nullable(Type.String({ description: 'for the receipt: with the birth date, the resident follows the case by it' })),
  ground: nullable(Type.Union(rejectionGrounds.map((ground) => Type.Literal(ground)))),
  closedAt: nullable(Type.String()),
  papers: nullable(Type.Array(paperKind, { description: 'papers that the clerk saw; null: nobody was asked, or not shown' })),
  livesSince: nullable(isoDate),
  proofOn: nullable(isoDate),
  /** What to look at twice; absent in the answer of a step. */
  flags: Type.Optional(nullable(Type.Array(flagAnswer))),
  hands: Type.Object({ takenBy: account, approvedBy: account, signedBy: account, printedBy: account, collectedBy: account }),
  notShown: Type.Array(Type.String()),
  applicant: applicantAnswer,
})
export type ApplicationAnswer = Static<typeof applicationAnswer>

export const eligibilityRequest = Type.Object(
  { office: areaCode, homeArea: areaCode, nationality: Type.String({ pattern: '^[A-Z]{3}$' }) },
  { additionalProperties: false },
)
export const eligibilityAnswer = Type.Object({
  fee: Type.Object({ amount: Type.Integer(), currency: Type.String(), instrument: Type.String() }),
  mandate: Type.Object({ id: Type.String(), instrument: Type.String(), holder: Type.String() }),
})
export type EligibilityAnswer = Static<typeof eligibilityAnswer>

export const officeAnswer = Type.Object({
  id: Type.String(),
  kind: Type.String(),
  name: Type.Object({ en: Type.String(), native: Type.String() }),
  instrument: Type.String(),
})
export type OfficeAnswer = Static<typeof officeAnswer>

export const addPagesRequest = Type.Object(
  { requestId: commandId, pages: Type.Integer({ minimum: 1, maximum: pagesMax }) },
  { additionalProperties: false },
)
export const pagesAnswer = Type.Object({ number: Type.String(), pages: Type.Integer({ description: 'added so far, all in all' }) })
export const passParams = Type.Object({ number: passNumber })
export const passModel = Type.Unsafe<PassModel>(Type.Union(passModels.map((model) => Type.Literal(model))))
export const passAnswer = Type.Object({
  number: Type.String(),
  state: passState,
  issuer: Type.String(),
  office: Type.String(),
  model: passModel,
  mandate: nullable(Type.String()),
  instrument: nullable(Type.String()),
  signedBy: nullable(Type.String()),
  application: nullable(Type.String()),
  homeArea: nullable(Type.String()),
  issuedOn: isoDate,
  lastDay: isoDate,
  pagesAdded: Type.Integer({ description: 'to the booklet, after it was issued' }),
  reason: nullable(Type.String({ description: 'why it is suspended or revoked; lost, stolen: it was reported so' })),
  qrText: nullable(Type.String()),
  notShown: Type.Array(Type.String()),
  holder: Type.Object({
    localName: nullable(Type.String()),
    givenName: nullable(Type.String()),
    familyName: nullable(Type.String()),
    birthDate: nullable(isoDate),
    sex: nullable(Type.Integer()),
    nationality: nullable(Type.String()),
    address: nullable(Type.String()),
    notShown: Type.Array(Type.String()),
    madeUp: Type.Boolean(),
  }),
})
export type PassAnswer = Static<typeof passAnswer>
export const applicantOfPassQuery = Type.Object(
  { wish: Type.Unsafe<PassWish>(Type.Union(passWishes.map((wish) => Type.Literal(wish)))) },
  { additionalProperties: false },
)
export const applicantOfPassAnswer = Type.Object({
  applicant: applicantAnswer,
  livesSince: nullable(isoDate),
  photo: Type.Object({
    takenOn: nullable(isoDate),
    serves: Type.Boolean({ description: 'an application without a photo goes on with it' }),
    monthsMax: Type.Integer({ description: 'how old it may be where the case asks for photos' }),
  }),
  notShown: Type.Array(Type.String()),
})
export type ApplicantOfPassAnswer = Static<typeof applicantOfPassAnswer>
export const passCommandRequest = closeRequest
export const passStateAnswer = Type.Object({ number: Type.String(), state: Type.String() })
export const passCountsQuery = Type.Object({ office: Type.Optional(areaCode) }, { additionalProperties: false })
export const passCountAnswer = Type.Object({ month: Type.String(), issued: Type.Integer() })
export const statusListParams = Type.Object({ list: Type.Integer({ minimum: 199001, maximum: 299912 }) })
export const statusDeltaQuery = Type.Object(
  { from: Type.String({ pattern: '^(0|[1-9][0-9]{0,9})$', description: 'the change number of the list that is held: its claim -65538' }) },
  { additionalProperties: false },
)

export const instanceAnswer = Type.Object({
  state: Type.String(),
  name: Type.Object({ km: Type.String(), th: Type.String(), en: Type.String() }),
  languages: Type.Array(Type.String()),
  currency: Type.String(),
  localLanguage: Type.String(),
  now: Type.String(),
  version: Type.String(),
  mode: Type.Union([Type.Literal('demonstration'), Type.Literal('service')], {
    description: 'demonstration: made-up people and staff, on this machine only',
  }),
  signIn: Type.Array(Type.Object({ id: Type.String(), name: Type.String() }), {
    description: "the ministries' sign-in providers beside the passkey",
  }),
  messages: messagesUse,
  madeUpBank: Type.Boolean({ description: 'codes are paid at a made-up bank of the demonstration; false too where a real one is named, or none' }),
  law: Type.Object({ agreement: Type.String(), version: Type.Integer() }),
  validity: Type.Object({ yearsMax: Type.Integer(), instrument: Type.String() }),
  fee: Type.Object({ amount: Type.Integer(), currency: Type.String(), instrument: Type.String() }),
})
export type InstanceAnswer = Static<typeof instanceAnswer>
export const trustAnswer = Type.Object({ keys: Type.Array(Type.Any()), lists: Type.Array(Type.Any()) })

export const madeUpQuery = Type.Object(
  {
    from: Type.Optional(Type.Integer({ minimum: 0, maximum: madeUpIndexMax })),
    count: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
    area: Type.Optional(areaCode),
  },
  { additionalProperties: false },
)
export const madeUpParams = Type.Object({ index: Type.Integer({ minimum: 0, maximum: madeUpIndexMax }) })
export const madeUpAnswer = Type.Object({ index: Type.Integer(), applicant })
export type MadeUpAnswer = Static<typeof madeUpAnswer>
export const madeUpPassesQuery = Type.Object(
  { after: Type.Optional(text(16)), issuedBefore: Type.Optional(isoDate), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })) },
  { additionalProperties: false },
)
export const madeUpPassAnswer = Type.Object({ number: Type.String(), qrText: Type.String() })
export const specimenAnswer = Type.Object({
  kind: Type.Union([Type.Literal('forged'), Type.Literal('expired'), Type.Literal('unknown-key'), Type.Literal('other-system')]),
  qrText: Type.String(),
})
export type SpecimenAnswer = Static<typeof specimenAnswer>
export const makePassesRequest = Type.Object(
  { count: Type.Integer({ minimum: 1, maximum: 500 }), from: Type.Integer({ minimum: 0, maximum: 9_000_000 }) },
  { additionalProperties: false },
)
