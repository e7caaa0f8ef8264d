import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import Type from 'typebox'
import { recordRead } from '../../audit/record-read.ts'
import { actorOf } from '../../identity/authorise.ts'
import { may } from '../../identity/authority.rules.ts'
import { areaPlace } from '../../identity/place.rules.ts'
import { type CommandId, parseAreaCode } from '../../kernel/code.ts'
import { accept, type Outcome, refuse } from '../../kernel/outcome.ts'
import { borderZone, civilDateAt } from '../../kernel/time.ts'
import { inTransaction } from '../../platform/database.ts'
import { type HttpServer, sendOutcome, sendRefusal } from '../../platform/http.ts'
import { refusals } from '../../platform/schemas.ts'
import { sendFile } from '../../platform/send-file.ts'
import { inNameOf } from '../issuing.ts'
import type { PrintingState } from '../page/page-words.ts'
import * as api from './print-batch.api.ts'
import { type Batch, PrintBatches } from './print-batches.ts'
import { listNotPrinted, listToPrint } from './printing.store.ts'
import type { Printing } from './render-batch.ts'

const config = { needs: 'pass.print' } as const
const tags = ['Printing']
const pdf = Type.String({ format: 'binary', contentMediaType: 'application/pdf' })
/** Passes that the list to choose from shows at once. */
const queueRowsMax = 200

/** Many pages as one file: started, watched, fetched once. And the booklet's cover. */
export function printBatchRoutes(server: HttpServer, printing: Printing): void {
  const batches = new PrintBatches(printing)
  server.addHook('onReady', async () => batches.open())
  server.addHook('onClose', () => batches.close())
  queueRoutes(server, printing)
  server.post(
    '/api/v1/print-batches',
    {
      config,
      schema: {
        tags,
        summary: 'Make the pages of many passes as one file: those named, or all of the office that are signed and not printed',
        body: api.printBatchRequest,
        response: { 201: api.printBatchAnswer, ...refusals },
      },
    },
    async (request, reply) => {
      const { requestId, numbers } = request.body
      const office = parseAreaCode(request.body.office)
      if (!office) return sendRefusal(reply, request, refuse('office.unknown', { about: { office: request.body.office } }).refusal)
      const command = { requestId: requestId as CommandId, actor: actorOf(request), office, numbers: numbers ?? ('all' as const) }
      return sendOutcome(request, reply, shown(await batches.start(command)), 201)
    },
  )
  const one = { tags, params: api.printBatchParams, response: { 200: api.printBatchAnswer, ...refusals } }
  server.get(
    '/api/v1/print-batches/:id',
    { config, schema: { ...one, summary: 'How far the batch has come, and which passes are not in it, each with its code' } },
    async (request, reply) => sendOutcome(request, reply, shown(batches.find(actorOf(request), request.params.id as CommandId))),
  )
  server.post(
    '/api/v1/print-batches/:id/cancellation',
    { config, schema: { ...one, summary: 'Cancel the batch; its pages go', body: api.printBatchCancellation } },
    async (request, reply) => sendOutcome(request, reply, shown(await batches.cancel(actorOf(request), request.params.id as CommandId))),
  )
  server.get(
    '/api/v1/print-batches/:id/pages.pdf',
    {
      config,
      schema: {
        tags,
        summary: 'All pages in order, as PDF/A; it goes when it was fetched',
        params: api.printBatchParams,
        response: { 200: pdf, ...refusals },
      },
    },
    async (request, reply) => {
      const found = await batches.file(actorOf(request), request.params.id as CommandId)
      if (!found.ok) return sendRefusal(reply, request, found.refusal)
      const { path, batch } = found.value
      const { size } = await stat(path)
      // Whoever breaks off may fetch again; only a whole file that went out is gone.
      if (request.method === 'GET') reply.raw.once('finish', () => void batches.fetched(batch))
      reply.header('content-length', size)
      return sendFile(reply, { type: 'application/pdf', name: `${batch.asked.office.replace(':', '')}-pages.pdf`, bytes: createReadStream(path) })
    },
  )
}

function queueRoutes(server: HttpServer, printing: Printing): void {
  server.get(
    '/api/v1/print-queue',
    {
      config,
      schema: {
        tags,
        summary: 'Passes of the office that are signed and not printed, oldest first',
        querystring: api.printQueueQuery,
        response: { 200: api.printQueueAnswer, ...refusals },
      },
    },
    async (request, reply) => {
      const [actor, at, office] = [actorOf(request), printing.now(), parseAreaCode(request.query.office)]
      if (!office) return sendRefusal(reply, request, refuse('office.unknown', { about: { office: request.query.office } }).refusal)
      const allowed = may(actor.grants, 'pass.print', areaPlace(office), at)
      if (!allowed.ok) return sendRefusal(reply, request, allowed.refusal)
      const found = await inTransaction(printing.database, inNameOf(printing, actor), async (tx) => {
        await recordRead(tx, { account: actor.account, subject: `passes to print of ${office}`, place: office, at })
        return { ...(await listToPrint(tx, office, at, queueRowsMax)), stopped: await listNotPrinted(tx, office, at, queueRowsMax) }
      })
      return sendOutcome(request, reply, accept(found))
    },
  )
  server.get(
    '/api/v1/booklet-cover.pdf',
    {
      config,
      schema: { tags, summary: 'The green cover of the booklet, front and back on one sheet, to print', response: { 200: pdf, ...refusals } },
    },
    async (_request, reply) => {
      const { state, profile, printer, now } = printing
      const bytes = await printer.renderCover({ state: state as PrintingState, name: profile.name, on: civilDateAt(now(), borderZone) })
      return sendFile(reply, { type: 'application/pdf', name: `cover-${state}.pdf`, bytes })
    },
  )
}

function shown(outcome: Outcome<Batch>): Outcome<api.PrintBatchAnswer> {
  if (!outcome.ok) return outcome
  const { id, asked, state, startedAt, total, done, failed, fileUntil } = outcome.value
  return accept({ id, office: asked.office, state, startedAt, total, done, failed: [...failed], fileUntil: state === 'ready' ? fileUntil : null })
}
