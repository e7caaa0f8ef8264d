import Type, { type Static } from 'typebox'
import { areaCode, isoDate, nullable } from '../../platform/schemas.ts'
import { kid, leakAnswer } from '../mandate.api.ts'

const count = Type.Integer({ minimum: 0 })
const signingKey = Type.Object({
  kid,
  office: areaCode,
  signsFrom: Type.String(),
  signsUntil: Type.String(),
  leak: nullable(leakAnswer),
  withdrawn: Type.Array(leakAnswer, { description: 'proposals that were withdrawn, the newest first' }),
  filter: nullable(
    Type.Object({
      passes: Type.Integer({ description: 'genuine passes that the published filter lets through' }),
      settled: Type.Boolean({ description: 'it grows no more' }),
    }),
  ),
  successor: nullable(Type.String({ description: "the office's key that signs in its place" })),
})
export const signingKeysAnswer = Type.Array(signingKey)
export type SigningKeyAnswer = Static<typeof signingKey>

export const previewQuery = Type.Object(
  { since: isoDate },
  { additionalProperties: false, description: 'the first day on which somebody else may have had the key' },
)
export const previewAnswer = Type.Object({
  kid,
  office: areaCode,
  since: isoDate,
  asOf: Type.String(),
  signed: count,
  live: Type.Integer({ minimum: 0, description: 'in force or suspended' }),
  liveSince: Type.Integer({ minimum: 0, description: 'of these, signed on that day or later' }),
})
export type LeakPreviewAnswer = Static<typeof previewAnswer>
