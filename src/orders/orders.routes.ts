import Type from 'typebox'
import { actorOf } from '../identity/authorise.ts'
import type { CommandId } from '../kernel/code.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import { parseInstant } from '../kernel/time.ts'
import { inTransaction } from '../platform/database.ts'
import { type HttpServer, sendOutcome, sendRefusal } from '../platform/http.ts'
import { refusals } from '../platform/schemas.ts'
import { sendFile } from '../platform/send-file.ts'
import { endOrder } from './end-order.ts'
import { issueOrder } from './issue-order.ts'
import { findOrder, findPaper, listOrders, papersOf } from './order.queries.ts'
import type { KeptOrder } from './order.store.ts'
import type { OrderDraft } from './order-draft.rules.ts'
import { inNameOf, mayOrder, type Ordering, refusalOf } from './ordering.ts'
import * as api from './orders.api.ts'
import { endingOf } from './paper.rules.ts'
import { effectOfOrder, previewOrder } from './preview-order.ts'
import { readOrder } from './read-order-file.ts'

const tags = ['Orders']
/** A paper as large as it may be, as base64, and the order. */
const issueBytesMax = 15_000_000
const idOf = ({ state, name }: { readonly state: string; readonly name: string }): string => `${state}/${name}`

/** Orders on crossings: drafted and looked at before, issued, ended. What is told to the public is read at /api/v1/orders. */
export function ordersRoutes(server: HttpServer, ordering: Ordering): void {
  writingRoutes(server, ordering)
  readingRoutes(server, ordering)
}

function writingRoutes(server: HttpServer, ordering: Ordering): void {
  server.post(
    '/api/v1/orders/preview',
    {
      config: { needs: 'order.read' },
      schema: {
        tags,
        summary:
          'What an order would mean: everything wrong with it, what it meets, how it is told, and who would not have passed in the last four weeks',
        body: api.previewRequest,
        response: { 200: api.previewAnswer, ...refusals },
      },
    },
    async (request, reply) => {
      const read = readOrder(request.body.order)
      if (!read.ok) return sendOutcome(request, reply, accept({ faults: read.faults, conflicts: [], words: null, figures: null }))
      return sendOutcome(request, reply, await previewOrder(ordering, actorOf(request), read.draft, request.body.count ?? true))
    },
  )
  server.post(
    '/api/v1/orders',
    {
      config: { needs: 'order.issue' },
      bodyLimit: issueBytesMax,
      schema: { tags, summary: 'Issue an order: in force at its minute', body: api.issueRequest, response: { 201: api.issueAnswer, ...refusals } },
    },
    async (request, reply) => {
      const { requestId, order, paper, confirmed = [] } = request.body
      const draft = draftOf(order)
      if (!draft.ok) return sendRefusal(reply, request, draft.refusal)
      const command = { requestId: requestId as CommandId, actor: actorOf(request), draft: draft.value, confirmed }
      return sendOutcome(request, reply, await issueOrder(ordering, { ...command, paper: paper == null ? null : Buffer.from(paper, 'base64') }), 201)
    },
  )
  server.post(
    '/api/v1/orders/:state/:name/end',
    {
      config: { needs: 'order.end' },
      schema: {
        tags,
        summary: 'End an order before its day, or take one back that has not begun',
        params: api.orderParams,
        body: api.endRequest,
        response: { 200: api.endAnswer, ...refusals },
      },
    },
    async (request, reply) => {
      const { requestId, reason, at } = request.body
      const asked = at == null ? null : parseInstant(at)
      if (asked === undefined) return sendRefusal(reply, request, refuse('time.invalid').refusal)
      const command = { requestId: requestId as CommandId, actor: actorOf(request), order: idOf(request.params), reason, at: asked }
      return sendOutcome(request, reply, await endOrder(ordering, command))
    },
  )
}

function draftOf(value: unknown): Outcome<OrderDraft> {
  const read = readOrder(value)
  return read.ok ? accept(read.draft) : (refusalOf(read.faults) ?? refuse('order.form', { about: { path: '' } }))
}

function readingRoutes(server: HttpServer, ordering: Ordering): void {
  const config = { needs: 'order.read' } as const
  const shown = (actor: ReturnType<typeof actorOf>, { order, issuedAt, endedAt, endedWhy, supersededBy, restoredOf }: KeptOrder) => ({
    at: ordering.now(),
    order: structuredClone(order) as never,
    ...{ issuedAt, endedAt, endedWhy, supersededBy, restoredOf },
    mayEnd: mayOrder(ordering, actor, 'order.end', order.points).ok,
  })
  server.get(
    '/api/v1/desk-orders',
    {
      config,
      schema: {
        tags,
        summary: 'Orders: those that are not over, then those that are, newest start first; 500 at most',
        response: { 200: Type.Array(api.deskOrder), ...refusals },
      },
    },
    async (request, reply) => {
      const orders = await listOrders(ordering.database.query, ordering.now())
      return sendOutcome(request, reply, accept(orders.map((kept) => shown(actorOf(request), kept))))
    },
  )
  server.get(
    '/api/v1/desk-orders/:state/:name',
    {
      config,
      schema: {
        tags,
        summary: 'One order, how it was ended, and its papers',
        params: api.orderParams,
        response: { 200: api.orderPage, ...refusals },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request)
      const kept = await findOrder(ordering.database.query, idOf(request.params))
      if (!kept) return sendRefusal(reply, request, refuse('order.not-found').refusal)
      const papers = await inTransaction(ordering.database, inNameOf(ordering, actor), (tx) => papersOf(tx, kept.order.instrument))
      return sendOutcome(request, reply, accept({ ...shown(actor, kept), papers }))
    },
  )
  server.get(
    '/api/v1/desk-orders/:state/:name/effect',
    {
      config,
      schema: { tags, summary: 'What an order did since it began', params: api.orderParams, response: { 200: api.effectAnswer, ...refusals } },
    },
    async (request, reply) => sendOutcome(request, reply, await effectOfOrder(ordering, actorOf(request), idOf(request.params))),
  )
  server.get(
    '/api/v1/desk-orders/:state/:name/papers/:sha256',
    {
      config: { needs: 'order.read' },
      schema: {
        tags,
        summary: 'The file of the paper, as it came',
        params: api.paperParams,
        response: { 200: Type.String({ format: 'binary' }), ...refusals },
      },
    },
    async (request, reply) => {
      const kept = await findOrder(ordering.database.query, idOf(request.params))
      const find = () =>
        inTransaction(ordering.database, inNameOf(ordering, actorOf(request)), (tx) =>
          findPaper(tx, kept?.order.instrument ?? '', request.params.sha256),
        )
      const paper = kept && (await find())
      if (!paper) return sendRefusal(reply, request, refuse('order.not-found').refusal)
      return sendFile(reply, { type: paper.type, name: `order-${request.params.name}.${endingOf[paper.type]}`.slice(0, 79), bytes: paper.bytes })
    },
  )
}
