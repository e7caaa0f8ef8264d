import Type from 'typebox'
import { actorOf } from '../../identity/authorise.ts'
import { accept } from '../../kernel/outcome.ts'
import { type HttpServer, sendOutcome } from '../../platform/http.ts'
import { commandId, isoDate, nullable, refusals, text } from '../../platform/schemas.ts'
import type { PointServices } from '../point-services.ts'
import { beginShift, endShift, myShift, readShifts } from './work-shift.ts'

const closed = { additionalProperties: false } as const
const fields = {
  id: Type.String(),
  point: Type.String(),
  lane: Type.String(),
  officer: Type.String(),
  officerName: Type.String(),
  leads: Type.Boolean({ description: 'a chief’s: while it is live, no officer decides on referrals' }),
  startedAt: Type.String(),
  seenAt: Type.String({ description: 'when something was last recorded in it' }),
  endedAt: nullable(Type.String()),
  endedBy: nullable(Type.String()),
  endedHow: nullable(Type.Union([Type.Literal('ended'), Type.Literal('moved'), Type.Literal('taken-over')])),
  note: nullable(Type.String()),
}
export const shiftAnswer = Type.Object(fields)
const shiftDone = Type.Object({ ...fields, again: Type.Boolean() })
/** A lane is a short sign over a window, and no place for a name. */
export const laneSignsMax = 6
export const beginRequest = Type.Object(
  { id: commandId, point: text(80, 1), lane: text(laneSignsMax, 1), takeOver: Type.Optional(Type.Boolean()) },
  closed,
)
export const endRequest = Type.Object({ requestId: commandId, note: text(2000) }, closed)

/** Who works at which lane: begun, ended with a word for the next, listed. */
export function shiftsRoutes(server: HttpServer, services: PointServices): void {
  const tags = ['Shifts']
  const config = { needs: 'shift.work' } as const
  const begin = {
    tags,
    summary: 'Begin a shift at a lane; one’s earlier shift ends',
    body: beginRequest,
    response: { 200: shiftDone, 201: shiftDone, ...refusals },
  }
  server.post('/api/v1/shifts', { config, schema: begin }, async (request, reply) => {
    const begun = await beginShift(services, actorOf(request), request.body)
    return sendOutcome(request, reply, begun, begun.ok && begun.value.again ? 200 : 201)
  })
  const end = {
    tags,
    summary: 'End a shift, with a note for whoever comes next; the chief may end any',
    params: Type.Object({ id: commandId }),
    body: endRequest,
    response: { 200: shiftDone, ...refusals },
  }
  server.post('/api/v1/shifts/:id/end', { config, schema: end }, async (request, reply) =>
    sendOutcome(request, reply, await endShift(services, actorOf(request), { id: request.params.id, ...request.body })),
  )
  const mine = {
    tags,
    summary: 'One’s own live shift, and the last note at its lane',
    response: { 200: Type.Object({ shift: nullable(shiftAnswer), before: nullable(shiftAnswer) }), ...refusals },
  }
  server.get('/api/v1/shifts/mine', { config, schema: mine }, async (request, reply) =>
    sendOutcome(request, reply, accept(await myShift(services, actorOf(request)))),
  )
  const list = {
    tags,
    summary: 'Shifts of a point that touch a day, the latest first',
    querystring: Type.Object({ point: text(80, 1), day: isoDate }, closed),
    response: { 200: Type.Array(shiftAnswer), ...refusals },
  }
  server.get('/api/v1/shifts', { config: { needs: 'movement.read' }, schema: list }, async (request, reply) =>
    sendOutcome(request, reply, await readShifts(services, actorOf(request), request.query)),
  )
}
