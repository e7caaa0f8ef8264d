import Type, { type Static } from 'typebox'
import { type PaperKind, paperKinds } from '../instruments/law.rules.ts'
import { isoDate, nullable, text } from '../platform/schemas.ts'
import { picturesPerPaperMax } from './papers.rules.ts'

const closed = { additionalProperties: false } as const
export const paperKind = Type.Unsafe<PaperKind>(Type.Union(paperKinds.map((kind) => Type.Literal(kind))))
/** Of one paper; a family book has several pages. */
export const pictureName = Type.Object({ paper: paperKind, page: Type.Integer({ minimum: 1, maximum: picturesPerPaperMax }) })
export type PictureParams = Static<typeof pictureName> & { readonly id: string }
export const pictureNameOf = ({ paper, page }: PictureParams) => ({ paper, page })
export const pictureRequest = Type.Object(
  { picture: text(180_000, 1) },
  { ...closed, description: 'JPEG, PNG or WebP in base64; it is kept whole, without its metadata' },
)
/** What the clerk saw, in an application or a correction. */
export const seenFields = {
  papers: Type.Optional(Type.Array(paperKind, { maxItems: paperKinds.length, uniqueItems: true, description: 'papers that were seen' })),
  residence: Type.Optional(
    Type.Object(
      { since: nullable(isoDate), proofOn: nullable(isoDate) },
      { ...closed, description: 'since when the person lives there, and the date of the paper that says so' },
    ),
  ),
}
export const previewRequest = Type.Object(
  { photo: text(180_000, 1) },
  { ...closed, description: 'JPEG, PNG or WebP in base64; nothing of it is kept' },
)
export const previewAnswer = Type.Object({
  portrait: Type.String({ description: 'JPEG in base64, of the pass’s format' }),
  chip: Type.String({ description: 'WebP in base64, as the QR carries it' }),
  chipBytes: Type.Integer(),
})
export type PreviewAnswer = Static<typeof previewAnswer>
