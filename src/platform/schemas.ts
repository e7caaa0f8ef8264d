import Type, { type TSchema } from 'typebox'

/** Shapes that requests and answers share. Formats are checked again by the parsers of kernel/, which also ask whether a date exists. */
export const text = (maxLength: number, minLength = 0) => Type.String({ minLength, maxLength })
/** What somebody writes down for others to read: at least one sign of it can be seen. */
export const written = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '[^\\s\\p{C}]' })
/** One line for a screen: something that can be seen, no control characters, nothing that turns the direction of writing. */
const aLine = /^(?=.*[^\s\p{C}])[^\p{Cc}\u200e\u200f\u2028-\u202e\u2066-\u2069]*$/u
export const isLine = (text: string): boolean => aLine.test(text)
export const line = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: aLine.source })
export const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])
/** One of a closed list of words. */
export const oneOf = <const T extends string>(values: readonly T[]) => Type.Unsafe<T>(Type.Union(values.map((value) => Type.Literal(value))))
export const isoInstant = Type.String({ maxLength: 40, description: 'RFC 3339 instant with an offset', examples: ['2025-06-10T08:30+07:00'] })
export const isoDate = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'ISO civil date' })
export const commandId = Type.String({
  pattern: '^0[0-9a-f]{7}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$',
  description: 'UUIDv7 made by the client: the command happens once, however often it is sent',
})
export const holderBoundId = Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[78][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$' })
export const areaCode = Type.String({ pattern: '^[A-Z]{2}:\\d{2,8}$', examples: ['KH:0110'] })
export const words = Type.Object({ km: Type.String(), th: Type.String(), en: Type.String() })
export const problem = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.String(),
    code: Type.String({ description: 'one of the closed list' }),
    rule: Type.String(),
    instruments: Type.Array(Type.String()),
    next: Type.String(),
    about: Type.Optional(Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()]))),
  },
  { description: 'RFC 9457 problem document' },
)
/** Every route may refuse. */
export const refusals = { '4xx': problem, '5xx': problem }
