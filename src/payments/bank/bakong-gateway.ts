import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Config } from '../../platform/config.ts'
import { ConfigFault } from '../../platform/config.ts'
import { writeKhqr } from '../khqr.rules.ts'
import { askJson, askLimits, given, tokenForm } from './ask-json.ts'
import { bankWordOf } from './bakong-answer.rules.ts'
import { type Merchants, readMerchants } from './merchants.ts'
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

/** The gateway that the settings name; undefined: payments are taken in cash alone. @throws ConfigFault when they name half of one. */
export function gatewayOf({
  bakongUrl,
  bakongTokenFile,
  merchantsFile,
  state,
}: Pick<Config, 'bakongUrl' | 'bakongTokenFile' | 'merchantsFile' | 'state'>): PaymentGateway | undefined {
  if (bakongUrl === '') return undefined
  if (bakongTokenFile === '' || merchantsFile === '') throw new ConfigFault('SPEAN_BAKONG_URL needs SPEAN_BAKONG_TOKEN_FILE and SPEAN_MERCHANTS too.')
  if (state !== 'KH') throw new ConfigFault(`SPEAN_BAKONG_URL cannot be used with SPEAN_STATE=${state}: Bakong pays offices of KH.`)
  const token = () => readFileSync(bakongTokenFile, 'utf8').trim()
  try {
    if (!tokenForm.test(token())) throw new Error('it holds no token')
  } catch (error) {
    throw new ConfigFault(`SPEAN_BAKONG_TOKEN_FILE cannot be used: ${error instanceof Error ? error.message.split('\n')[0] : 'unreadable'}`)
  }
  return bakongGateway({ url: bakongUrl, token, merchants: readMerchants(merchantsFile) })
}
