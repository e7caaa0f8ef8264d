import Type, { type Static } from 'typebox'
import { areaCode, commandId, nullable, oneOf, text, written } from '../../platform/schemas.ts'
import { passWishes } from '../about-pass.rules.ts'

const closed = { additionalProperties: false } as const
const typed = text(500)
/** What stands in the form, as it was typed: right or not yet. */
export const draftBody = Type.Object(
  {
    localName: typed,
    familyName: typed,
    givenName: typed,
    birthDate: typed,
    sex: text(10),
    nationality: text(10),
    nationalId: typed,
    province: text(20),
    district: text(20),
    address: text(2000),
    guardian: typed,
    familyBook: typed,
    replaces: text(20),
    cause: text(20),
    /** Papers that were seen, their names with spaces between. */
    papers: text(300),
    livesSince: typed,
    proofDate: typed,
    mobile: Type.Optional(text(40)),
    /** 'yes', or nothing. */
    mobileConsent: Type.Optional(text(3)),
    madeUp: Type.Boolean(),
  },
  closed,
)
export type DraftBody = Static<typeof draftBody>

export const draftId = Type.String({ pattern: '^0[0-9a-f]{7}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$' })
export const draftParams = Type.Object({ id: draftId })
export const draftsQuery = Type.Object({ office: areaCode }, closed)
export const saveDraftRequest = Type.Object(
  { office: areaCode, version: Type.Integer({ minimum: 0, maximum: 1_000_000 }), body: draftBody, photo: nullable(text(180_000)) },
  {
    ...closed,
    description:
      'version: the one that was read, 0 for a new draft; another version in the register refuses it. photo: base64; null: the one kept stays',
  },
)
export const refuseDraftRequest = Type.Object({ requestId: commandId, reason: written(500) }, closed)
const source = Type.Unsafe<'desk' | 'online' | 'correction'>(
  Type.Union([Type.Literal('desk'), Type.Literal('online'), Type.Literal('correction')], {
    description: 'online: a resident typed it; who they are is proved at the counter. correction: of the case with the same id',
  }),
)
export const draftAnswer = Type.Object({
  id: Type.String(),
  office: Type.String(),
  version: Type.Integer(),
  body: draftBody,
  photo: nullable(Type.String()),
  changedAt: Type.String(),
  changedBy: Type.String(),
  source,
})
export type DraftAnswer = Static<typeof draftAnswer>
export const draftRowAnswer = Type.Object({
  id: Type.String(),
  name: Type.String(),
  version: Type.Integer(),
  changedAt: Type.String(),
  changedBy: Type.String(),
  source,
  about: nullable(Type.Object({ wish: oneOf(passWishes), number: Type.String({ description: 'as it was typed' }) })),
})
export type DraftRow = Static<typeof draftRowAnswer>
