import { hash } from 'node:crypto'
import { writeKhqr } from '../khqr.rules.ts'
import { askJson, askLimits, given } from './ask-json.ts'
import { bankWordOf } from './bakong-answer.rules.ts'
import type { Merchants } from './merchants.ts'
import type { PaymentGateway } from './payment-gateway.ts'

const checkPath = 'v1/check_transaction_by_md5'

/** KHQR, and Bakong's look-up of a payment by the MD5 of its code. The token is read at each question, so that a renewed one counts at once. */
export function bakongGateway(options: {
  readonly url: string
  readonly token: () => string
  readonly merchants: Merchants
  readonly limits?: { readonly patienceMs: number; readonly bytesMax: number }
}): PaymentGateway {
  const address = new URL(checkPath, options.url.endsWith('/') ? options.url : `${options.url}/`)
  return {
    how: 'khqr',
    serves: (office) => options.merchants.has(office),
    create({ office, money, billNumber, createdMs, expiresMs }) {
      const merchant = options.merchants.get(office)
      if (!merchant) return undefined
      const written = writeKhqr({ ...merchant, money, notes: { billNumber }, createdMs, expiresMs })
      if (!written.ok) return written
      return { ok: true, value: { payload: written.value, hash: hash('md5', written.value), account: merchant.receiver.account } }
    },
    async check(md5) {
      const token = given(options.token)
      if (token === undefined) return { state: 'unavailable', why: 'token' }
      const asked = await askJson(address, token, { md5 }, options.limits ?? askLimits)
      return asked.ok ? bankWordOf(asked.status, asked.value) : { state: 'unavailable', why: asked.why }
    },
  }
}
