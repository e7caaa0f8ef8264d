import Type from 'typebox'
import { actorOf } from '../identity/authorise.ts'
import { type HttpServer, languageOf, sendRefusal } from '../platform/http.ts'
import { parseHolderBoundId } from '../platform/ids.ts'
import { refusals } from '../platform/schemas.ts'
import { sendFile } from '../platform/send-file.ts'
import type { PassServices } from './pass-services.ts'
import { applicationParams } from './passes.api.ts'
import { readReceipt } from './receipts.ts'

export const receiptFile = Type.String({ format: 'binary', contentMediaType: 'application/pdf' })

/** The receipt as a file, in the caller's language. */
export function receiptRoutes(server: HttpServer, services: PassServices): void {
  server.get(
    '/api/v1/applications/:id/receipt.pdf',
    {
      config: { needs: 'application.read' },
      schema: {
        tags: ['Applications'],
        summary: 'The receipt, to keep or to print',
        params: applicationParams,
        response: { 200: receiptFile, ...refusals },
      },
    },
    async (request, reply) => {
      const id = parseHolderBoundId(request.params.id)
      if (!id) throw new Error('the schema lets only holder-bound ids through')
      const read = await readReceipt(services, actorOf(request), id, languageOf(request))
      if (!read.ok) return sendRefusal(reply, request, read.refusal)
      return sendFile(reply, { type: 'application/pdf', name: `${read.value.receipt}.pdf`, bytes: await services.printer.renderReceipt(read.value) })
    },
  )
}
