import Type from 'typebox'
import { accept, refuse } from '../../kernel/outcome.ts'
import { type HttpServer, sendOutcome } from '../../platform/http.ts'
import { refusals, text } from '../../platform/schemas.ts'
import { readPaymentCode } from '../payment-code.rules.ts'
import type { MadeUpBank } from './made-up-bank.ts'

/** The demonstration's payer: the code on the screen is paid as if a phone had scanned it. */
export function madeUpBankRoutes(server: HttpServer, bank: MadeUpBank): void {
  server.post(
    '/api/v1/demonstration/transfers',
    {
      config: { needs: 'demonstration' },
      schema: {
        tags: ['Demonstration'],
        summary: 'Pay a code at the made-up bank: no real money, and once more is once more',
        body: Type.Object({ payload: text(512, 12) }, { additionalProperties: false }),
        response: { 201: Type.Object({ reference: Type.String(), amount: Type.Number(), currency: Type.String() }), ...refusals },
      },
    },
    async (request, reply) => {
      const { payload } = request.body
      if (!readPaymentCode(payload)) return sendOutcome(request, reply, refuse('charge.not-found'))
      const { hash: reference, amount, currency } = bank.pay(payload)
      return sendOutcome(request, reply, accept({ reference, amount, currency }), 201)
    },
  )
}
