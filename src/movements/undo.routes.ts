import { hash } from 'node:crypto'
import Type from 'typebox'
import { actorOf } from '../identity/authorise.ts'
import { may } from '../identity/authority.rules.ts'
import type { CommandId } from '../kernel/code.ts'
import { type HttpServer, sendOutcome } from '../platform/http.ts'
import { commandId, nullable, refusals, written } from '../platform/schemas.ts'
import type { MovementServices } from './movements.routes.ts'
import { placeOfPoint } from './read-movements.ts'

const stay = nullable(Type.Object({ number: Type.Integer(), state: Type.String() }))
export const undoRequest = Type.Object({ requestId: commandId, reason: written(300) }, { additionalProperties: false })
export const undoAnswer = Type.Object({
  movement: Type.String(),
  point: Type.String(),
  undoneAt: Type.String(),
  stay: Type.Object({ was: stay, is: stay }, { description: 'the holder’s latest stay before and after' }),
  again: Type.Boolean(),
})

/** Within the minute: a movement recorded by mistake is taken back, and both stay on record. */
export function undoRoutes(server: HttpServer, services: MovementServices): void {
  server.post(
    '/api/v1/movements/:id/undo',
    {
      config: { needs: 'movement.undo' },
      schema: {
        tags: ['Movements'],
        summary: 'Undo the last movement of a holder, soon after it was recorded, by who recorded it or the chief',
        params: Type.Object({ id: commandId }),
        body: undoRequest,
        response: { 200: undoAnswer, 201: undoAnswer, ...refusals },
      },
    },
    async (request, reply) => {
      const [actor, now] = [actorOf(request), services.now()]
      const { requestId, reason } = request.body
      const undone = await services.recorder.undo({
        requestId: requestId as CommandId,
        movement: request.params.id as CommandId,
        reason,
        said: hash('sha256', JSON.stringify([request.params.id, reason]), 'base64'),
        actor: actor.account,
        now,
        secondsMax: services.parameters('undo.seconds-max', now),
        at: (point) => {
          const place = placeOfPoint(services, point)
          if (!place || !may(actor.grants, 'movement.undo', place, now).ok) return undefined
          return { leads: may(actor.grants, 'point.lead', place, now).ok }
        },
      })
      return sendOutcome(request, reply, undone, undone.ok && undone.value.again ? 200 : 201)
    },
  )
}
