import Type, { type Static } from 'typebox'
import { commandId, nullable, text } from '../../platform/schemas.ts'
import { type MessageKind, type MessageState, messageKinds, messageStates } from './message.rules.ts'

/** Beside an application: how to tell its person. */
export const mobileAsked = Type.Object(
  { number: text(40), consent: Type.Boolean() },
  {
    additionalProperties: false,
    description:
      'number: as people write it, local to this state or with a plus. consent: the person agreed that messages of this case are sent there',
  },
)
export const mobileField = { mobile: Type.Optional(nullable(mobileAsked)) }
export const mobileRequest = Type.Object(
  { requestId: commandId, mobile: nullable(mobileAsked) },
  { additionalProperties: false, description: 'null: the number goes, and nothing more is sent' },
)
export type MessagesUse = 'on' | 'demonstration' | 'off'
export const messagesUse = Type.Unsafe<MessagesUse>(
  Type.Union([Type.Literal('on'), Type.Literal('demonstration'), Type.Literal('off')], {
    description: 'off: no number is asked for. demonstration: messages are written and leave this machine never',
  }),
)
const messageAnswer = Type.Object({
  id: Type.String(),
  kind: Type.Unsafe<MessageKind>(Type.Union(messageKinds.map((kind) => Type.Literal(kind)))),
  state: Type.Unsafe<MessageState>(Type.Union(messageStates.map((state) => Type.Literal(state)))),
  text: nullable(Type.String()),
  tries: Type.Integer(),
  madeAt: Type.String(),
  nextAt: nullable(Type.String({ description: 'when it is tried next; null: it is over' })),
  endedAt: nullable(Type.String()),
  why: nullable(Type.String({ description: 'what the last try met: timeout, unreachable, token, status 503' })),
  notShown: Type.Array(Type.String()),
})
export const messagesAnswer = Type.Object({
  use: messagesUse,
  has: Type.Boolean({ description: 'a number is kept' }),
  mobile: nullable(Type.String({ description: 'E.164; null: none, or not shown' })),
  mayChange: Type.Boolean(),
  messages: Type.Array(messageAnswer),
  notShown: Type.Array(Type.String()),
})
export type MessagesAnswer = Static<typeof messagesAnswer>
