import Type, { type Static } from 'typebox'
import { commandId, isoDate, nullable, oneOf, text } from '../platform/schemas.ts'
import { type EntryState, entryStates, type ListPart, listParts, type SeenBy, seenBys, type WatchReason, watchReasons } from './watch-entry.rules.ts'
import { type WatchKind, watchKinds } from './watch-match.rules.ts'
import { type AllowGround, allowGrounds } from './watch-note.rules.ts'

const strict = { additionalProperties: false } as const
const id = Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$' })
const placeId = Type.String({ minLength: 2, maxLength: 80, examples: ['KH', 'KH:01', 'kh-th/poipet'] })
const remark = Type.Optional(Type.String({ maxLength: 500, description: 'kept with the event, shown to nobody at the gate' }))

const document = Type.Object({ issuer: text(3), number: text(60) }, strict)
const person = Type.Object(
  {
    nameKhmer: nullable(text(200)),
    nameThai: nullable(text(200)),
    nameLatin: nullable(text(200)),
    birthDate: nullable(isoDate),
    birthYear: nullable(Type.Integer({ minimum: 0, maximum: 9999 })),
    sex: nullable(Type.Integer({ minimum: 0, maximum: 9 })),
    nationality: nullable(text(3)),
  },
  strict,
)
export const entryParams = Type.Object({ id }, strict)
export const listQuery = Type.Object(
  {
    place: Type.String({ minLength: 1, maxLength: 80, description: 'a desk: its entries; a crossing point: entries cleared there' }),
    after: Type.Optional(id),
    part: Type.Optional(oneOf<ListPart>(listParts)),
    kind: Type.Optional(oneOf<WatchKind>(watchKinds)),
    source: Type.Optional(Type.String({ maxLength: 120, description: 'a part of the authority’s name' })),
  },
  strict,
)
export const enterRequest = Type.Object(
  {
    requestId: commandId,
    place: placeId,
    kind: oneOf<WatchKind>(watchKinds),
    reason: oneOf<WatchReason>(watchReasons),
    source: text(200),
    seenBy: oneOf<SeenBy>(seenBys),
    person: Type.Optional(nullable(person)),
    document: Type.Optional(nullable(document)),
    plate: Type.Optional(nullable(text(60))),
    from: Type.Optional(nullable(isoDate)),
    lastDay: isoDate,
    remark,
  },
  strict,
)
export type EnterRequest = Static<typeof enterRequest>
export const endRequest = Type.Object({ requestId: commandId, remark }, strict)
export const extendRequest = Type.Object({ requestId: commandId, lastDay: isoDate, remark }, strict)
export const noteRequest = Type.Object(
  { requestId: commandId, place: placeId, document, ground: oneOf<AllowGround>(allowGrounds), lastDay: isoDate, remark },
  strict,
)
export const searchRequest = Type.Object(
  {
    name: Type.Optional(text(200)),
    birthDate: Type.Optional(nullable(isoDate)),
    number: Type.Optional(Type.String({ maxLength: 60, description: 'of a document' })),
    plate: Type.Optional(text(60)),
    ended: Type.Optional(Type.Boolean({ description: 'among those that are over; a name is then looked for as it is written' })),
  },
  { ...strict, description: 'One of three: a name in any script, and the birth date where it is known; a document’s number; a plate' },
)
export const importRequest = Type.Object(
  {
    requestId: commandId,
    place: placeId,
    dryRun: Type.Boolean(),
    file: Type.String({ maxLength: 40_000_000, description: 'the CSV file or workbook, base64' }),
  },
  strict,
)

export const noteAnswer = Type.Object(
  { id, entry: id, document: Type.String(), ground: oneOf<AllowGround>(allowGrounds), place: Type.String(), lastDay: isoDate, givenBy: Type.String(), givenAt: Type.String(), endedAt: nullable(Type.String()) },
  strict,
) // biome-ignore format: one list
export type NoteAnswer = Static<typeof noteAnswer>

export const entryAnswer = Type.Object(
  {
    id,
    place: Type.String(),
    kind: oneOf<WatchKind>(watchKinds),
    state: oneOf<EntryState>(entryStates),
    source: Type.String(),
    seenBy: oneOf<SeenBy>(seenBys),
    reason: Type.Unsafe<WatchReason | null>(
      Type.Union([...watchReasons.map((value) => Type.Literal(value)), Type.Null()], { description: 'null: not shown to this reader' }),
    ),
    person: nullable(person),
    document: nullable(document),
    plate: nullable(Type.String()),
    from: isoDate,
    lastDay: isoDate,
    enteredBy: Type.String(),
    enteredAt: Type.String(),
    endedAt: nullable(Type.String()),
    notes: Type.Array(noteAnswer),
  },
  strict,
)
export type EntryAnswer = Static<typeof entryAnswer>
export const listAnswer = Type.Object(
  {
    entries: Type.Array(entryAnswer),
    next: nullable(id),
    expiringDays: Type.Integer({ description: 'what the part "expiring" means: the last day comes within so many days' }),
  },
  strict,
)
export type ListAnswer = Static<typeof listAnswer>
export const searchAnswer = Type.Object(
  { entries: Type.Array(entryAnswer), more: Type.Boolean(), left: Type.Object({ thisHour: Type.Integer(), today: Type.Integer() }, strict) },
  strict,
)
export type SearchAnswer = Static<typeof searchAnswer>
export const importAnswer = Type.Object(
  {
    dryRun: Type.Boolean(),
    rows: Type.Integer(),
    entered: Type.Integer({ description: 'in a dry run: that would be' }),
    unchanged: Type.Integer({ description: 'on the list already, or twice in the file' }),
    refused: Type.Integer(),
    faults: Type.Array(Type.Object({ line: Type.Integer(), column: Type.Integer(), code: Type.String() }, strict), {
      description: 'the first of them; column 0: the whole row',
    }),
  },
  strict,
)
export type ImportAnswer = Static<typeof importAnswer>

export const historyTypes = ['entered', 'extended', 'ended', 'note-given', 'note-ended'] as const
export type HistoryType = (typeof historyTypes)[number]
export const historyAnswer = Type.Array(
  Type.Object(
    {
      type: oneOf<HistoryType>(historyTypes),
      at: Type.String(),
      by: Type.String(),
      lastDay: nullable(Type.String({ description: 'that was set' })),
      before: nullable(Type.String({ description: 'the last day before' })),
      remark: nullable(Type.String({ description: 'null: none, or not for this reader' })),
    },
    strict,
  ),
)
export type HistoryAnswer = Static<typeof historyAnswer>
