import Type from 'typebox'
import { actorOf } from '../identity/authorise.ts'
import { type CommandId, parseAreaCode } from '../kernel/code.ts'
import { refuse } from '../kernel/outcome.ts'
import { type HttpServer, sendOutcome, sendRefusal } from '../platform/http.ts'
import { refusals } from '../platform/schemas.ts'
import { type Complaints, complaintsOf, readComplaint, stepInComplaint, waitingStates } from './answer-complaint.ts'
import { complaintStates } from './complaint.rules.ts'
import * as api from './portal.api.ts'
import { reportsOf, settleReport } from './settle-report.ts'

/** What staff do with what residents sent: complaints by the province and the auditor, reports by the pass's office. */
export function portalStaffRoutes(server: HttpServer, services: Complaints): void {
  complaintRoutes(server, services)
  const tags = ['Lost passes']
  server.get(
    '/api/v1/lost-reports',
    {
      config: { needs: 'lost-report.read' },
      schema: {
        tags,
        summary: "An office's open reports, the oldest first",
        querystring: api.lostReportsQuery,
        response: { 200: Type.Array(api.lostReportAnswer), ...refusals },
      },
    },
    async (request, reply) => {
      const office = parseAreaCode(request.query.office)
      if (!office) return sendRefusal(reply, request, refuse('area.unknown').refusal)
      return sendOutcome(request, reply, await reportsOf(services, actorOf(request), office))
    },
  )
  server.post(
    '/api/v1/lost-reports/:id/settlement',
    {
      config: { needs: 'lost-report.settle' },
      schema: {
        tags,
        summary: 'Say what came of a report',
        params: api.idParams,
        body: api.settleReportRequest,
        response: { 200: api.lostReportAnswer, ...refusals },
      },
    },
    async (request, reply) => {
      const { requestId, outcome } = request.body
      const command = { requestId: requestId as CommandId, actor: actorOf(request), id: request.params.id, outcome }
      return sendOutcome(request, reply, await settleReport(services, command))
    },
  )
}

function complaintRoutes(server: HttpServer, services: Complaints): void {
  const tags = ['Complaints']
  const response = { 200: api.complaintAnswer, ...refusals }
  server.get(
    '/api/v1/complaints',
    {
      config: { needs: 'complaint.read' },
      schema: {
        tags,
        summary: 'Complaints that wait, the oldest first; all=yes: the finished too; state: of one state',
        querystring: api.complaintsQuery,
        response: { 200: Type.Array(api.complaintAnswer), ...refusals },
      },
    },
    async (request, reply) => {
      const { all, state } = request.query
      const states = state ? [state] : all === 'yes' ? complaintStates : waitingStates
      return sendOutcome(request, reply, await complaintsOf(services, actorOf(request), states))
    },
  )
  server.get(
    '/api/v1/complaints/:id',
    { config: { needs: 'complaint.read' }, schema: { tags, summary: 'One complaint', params: api.idParams, response } },
    async (request, reply) => sendOutcome(request, reply, await readComplaint(services, actorOf(request), request.params.id)),
  )
  const config = { needs: 'complaint.answer' } as const
  server.post(
    '/api/v1/complaints/:id/taking',
    { config, schema: { tags, summary: 'Take it in hand', params: api.idParams, body: api.takeComplaintRequest, response } },
    async (request, reply) => {
      const step = { requestId: request.body.requestId as CommandId, actor: actorOf(request), id: request.params.id }
      return sendOutcome(request, reply, await stepInComplaint(services, step, 'take', null))
    },
  )
  for (const [path, command, summary] of [
    ['answer', 'answer', 'Answer it: the resident reads the text'],
    ['closing', 'close', 'Close it without an answer to the matter, with the reason'],
  ] as const)
    server.post(
      `/api/v1/complaints/:id/${path}`,
      { config, schema: { tags, summary, params: api.idParams, body: api.answerComplaintRequest, response } },
      async (request, reply) => {
        const step = { requestId: request.body.requestId as CommandId, actor: actorOf(request), id: request.params.id }
        return sendOutcome(request, reply, await stepInComplaint(services, step, command, request.body.answer))
      },
    )
}
