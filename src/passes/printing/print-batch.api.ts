import Type, { type Static } from 'typebox'
import { areaCode, commandId, nullable } from '../../platform/schemas.ts'
import { passState } from '../passes.api.ts'
import { type BatchState, batchPassesMax, batchStates } from './print-batch.rules.ts'

export const printBatchRequest = Type.Object(
  {
    requestId: commandId,
    office: areaCode,
    numbers: Type.Optional(
      Type.Array(Type.String({ pattern: '^[A-Za-z0-9]{1,16}$' }), {
        minItems: 1,
        maxItems: batchPassesMax,
        description: 'in the order of the pages',
      }),
    ),
  },
  {
    additionalProperties: false,
    description: `without numbers: all of the office that are signed and not printed, oldest first, at most ${batchPassesMax}`,
  },
)
export const printBatchParams = Type.Object({ id: commandId })
export const printBatchCancellation = Type.Object({ requestId: commandId }, { additionalProperties: false })
export const printQueueQuery = Type.Object({ office: areaCode }, { additionalProperties: false })

export const printBatchAnswer = Type.Object({
  id: Type.String(),
  office: Type.String(),
  state: Type.Unsafe<BatchState>(Type.Union(batchStates.map((state) => Type.Literal(state)))),
  startedAt: Type.String(),
  total: Type.Integer(),
  done: Type.Integer(),
  failed: Type.Array(Type.Object({ number: Type.String(), code: Type.String({ description: 'one of the closed list' }) })),
  fileUntil: nullable(Type.String({ description: 'the file goes then, or when it was fetched' })),
})
export type PrintBatchAnswer = Static<typeof printBatchAnswer>
export const printQueueAnswer = Type.Object({
  waiting: Type.Integer({ description: 'signed, in force and not printed' }),
  passes: Type.Array(Type.Object({ number: Type.String(), application: Type.String(), signedAt: Type.String() }), {
    description: 'the oldest of them',
  }),
  stopped: Type.Array(Type.Object({ number: Type.String(), application: Type.String(), state: passState }), {
    description: 'signed, and not printed because the pass is suspended or over',
  }),
})
export type PrintQueueAnswer = Static<typeof printQueueAnswer>
