import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import Type from 'typebox'
import { actorOf } from '../../identity/authorise.ts'
import type { CommandId } from '../../kernel/code.ts'
import { accept, type Outcome } from '../../kernel/outcome.ts'
import { csvOf } from '../../platform/csv.ts'
import { type HttpServer, languageOf, sendOutcome, sendRefusal } from '../../platform/http.ts'
import { refusals } from '../../platform/schemas.ts'
import { sendFile } from '../../platform/send-file.ts'
import { sayProblem } from '../../words/problems.ts'
import * as api from './import.api.ts'
import { faultsKeptMax, type ImportBatch } from './import.store.ts'
import { addPiece, checkImport, receiveImport, startImport, stopImport } from './import-commands.ts'
import type { Imports } from './imports.ts'
import { columnsOf, importShown, importsOf, readImport, reportOf } from './read-import.ts'

/** One piece of a file: more than any other body, since a file has many; and never more than this at once in memory. */
export const pieceBytesMax = 4 * 1024 * 1024

/** Existing holders: a file comes in by pieces, its columns are mapped, it is tried, and then taken in. */
export function importRoutes(server: HttpServer, { imports }: { readonly imports: Imports }): void {
  const { importing } = imports
  const config = { needs: 'register.import' } as const
  const tags = ['Import']
  const schema = <T extends object>(summary: string, more: T) => ({ tags, summary, ...more })
  const answer = { 200: api.importAnswer, ...refusals }
  const shown = async (outcome: Outcome<ImportBatch>) => (outcome.ok ? accept(await importShown(importing, outcome.value)) : outcome)
  server.get(
    '/api/v1/imports',
    {
      config,
      schema: schema('Imports of the places where the caller may import, the latest first', {
        response: { 200: Type.Array(api.importAnswer), ...refusals },
      }),
    },
    async (request, reply) => sendOutcome(request, reply, accept(await importsOf(importing, actorOf(request)))),
  )
  server.post(
    '/api/v1/imports',
    { config, schema: schema('Say that a file comes', { body: api.receiveRequest, response: answer }) },
    async (request, reply) => {
      const { requestId, place, fileName, bytes } = request.body
      const received = await receiveImport(importing, { requestId: requestId as CommandId, actor: actorOf(request), place, fileName, bytes })
      return sendOutcome(request, reply, await shown(received))
    },
  )
  pieces(server, imports)
  server.get(
    '/api/v1/imports/:id',
    { config, schema: schema('How far it is', { params: api.importParams, response: answer }) },
    async (request, reply) => sendOutcome(request, reply, await readImport(importing, ofRequest(request))),
  )
  server.get(
    '/api/v1/imports/:id/columns',
    {
      config,
      schema: schema("The file's first rows, and the mapping that they suggest", {
        params: api.importParams,
        response: { 200: api.columnsAnswer, ...refusals },
      }),
    },
    async (request, reply) => sendOutcome(request, reply, await columnsOf(importing, ofRequest(request))),
  )
  server.get(
    '/api/v1/imports/:id/faults',
    {
      config,
      schema: schema('What is wrong with its rows: how often each, and the first of them', {
        params: api.importParams,
        response: { 200: api.reportAnswer, ...refusals },
      }),
    },
    async (request, reply) => sendOutcome(request, reply, await reportOf(importing, ofRequest(request))),
  )
  server.get(
    '/api/v1/imports/:id/faults.csv',
    {
      config,
      schema: schema('The same as a table', {
        params: api.importParams,
        response: { 200: Type.String({ format: 'binary', contentMediaType: 'text/csv' }), ...refusals },
      }),
    },
    async (request, reply) => {
      const report = await reportOf(importing, ofRequest(request), faultsKeptMax)
      if (!report.ok) return sendRefusal(reply, request, report.refusal)
      const rows = report.value.faults.map(({ line, column, header, code, shape }) => [
        line,
        column,
        header,
        shape,
        code,
        sayProblem({ code }, languageOf(request)).title,
      ])
      const bytes = Buffer.from(csvOf(['line', 'column', 'header', 'shape', 'code', 'reason'], rows))
      return sendFile(reply, { type: 'text/csv; charset=utf-8', name: 'faults.csv', bytes })
    },
  )
  server.post(
    '/api/v1/imports/:id/check',
    { config, schema: schema('The dry run, with a confirmed mapping', { params: api.importParams, body: api.checkRequest, response: answer }) },
    async (request, reply) => {
      const { requestId, mapping } = request.body
      const checked = await checkImport(importing, { ...ofRequest(request), requestId: requestId as CommandId, mapping })
      if (checked.ok) imports.work({ ...checked.value, account: actorOf(request).account })
      return sendOutcome(request, reply, await shown(checked))
    },
  )
  const commands = { start: startImport, stop: stopImport } as const
  for (const [name, command] of Object.entries(commands))
    server.post(
      `/api/v1/imports/:id/${name}`,
      {
        config,
        schema: schema(name === 'start' ? 'Begin, or go on where it stopped' : 'Stop: what came in stays', {
          params: api.importParams,
          body: api.commandRequest,
          response: answer,
        }),
      },
      async (request, reply) => {
        const done = await command(importing, { ...ofRequest(request), requestId: request.body.requestId as CommandId })
        if (done.ok && name === 'start') imports.work({ ...done.value, account: actorOf(request).account })
        return sendOutcome(request, reply, await shown(done))
      },
    )
}

/** The one route whose body is bytes and larger than others': its parser lives in a context of its own. */
function pieces(server: HttpServer, { importing }: Imports): void {
  server.register(async (scope) => {
    const own = scope.withTypeProvider<TypeBoxTypeProvider>()
    own.removeAllContentTypeParsers()
    own.addContentTypeParser('application/octet-stream', { parseAs: 'buffer', bodyLimit: pieceBytesMax }, (_request, body, done) => done(null, body))
    own.post(
      '/api/v1/imports/:id/pieces',
      {
        config: { needs: 'register.import' },
        bodyLimit: pieceBytesMax,
        schema: {
          tags: ['Import'],
          summary: 'One piece of the file, application/octet-stream, at most 4 MB: sent again or out of turn it does no harm',
          params: api.importParams,
          querystring: api.pieceQuery,
          response: { 200: api.pieceAnswer, ...refusals },
        },
      },
      async (request, reply) => {
        const bytes = request.body instanceof Uint8Array ? request.body : new Uint8Array()
        const added = await addPiece(importing, { ...ofRequest(request), offset: request.query.offset, bytes })
        return sendOutcome(request, reply, added.ok ? accept({ received: added.value }) : added)
      },
    )
  })
}

const ofRequest = (request: Parameters<typeof actorOf>[0] & { params: { id: string } }) => ({
  actor: actorOf(request),
  id: request.params.id as CommandId,
})
