import { readFileSync } from 'node:fs'
import { type Config, ConfigFault, settings } from '../../platform/config.ts'
import { tokenForm } from './ask-json.ts'
import { bakongGateway } from './bakong-gateway.ts'
import { readBillers } from './billers.ts'
import { readMerchants } from './merchants.ts'
import type { PaymentGateway } from './payment-gateway.ts'
import { promptPayGateway } from './promptpay-gateway.ts'

const bankSettings = {
  KH: ['bakongUrl', 'bakongTokenFile', 'merchantsFile'],
  TH: ['promptpayUrl', 'promptpayTokenFile', 'promptpayClient', 'billersFile'],
} as const
type BankSettings = Pick<Config, 'state' | (typeof bankSettings)['KH' | 'TH'][number]>

/** The gateway that the settings name; undefined: payments are taken in cash alone. @throws ConfigFault when they name half of one, or one of the other state's banks. */
export function gatewayOf(config: BankSettings, now: () => number): PaymentGateway | undefined {
  const foreign = bankSettings[config.state === 'TH' ? 'KH' : 'TH'].find((key) => config[key] !== '')
  if (foreign) throw new ConfigFault(`${settings[foreign].variable} cannot be used with SPEAN_STATE=${config.state}: ${payees[foreign]}.`)
  const asked = bankSettings[config.state === 'TH' ? 'TH' : 'KH']
  const missing = asked.filter((key) => config[key] === '')
  if (missing.length === asked.length) return undefined
  if (missing.length > 0) {
    const names = (keys: readonly (keyof Config)[]) => keys.map((key) => settings[key].variable).join(', ')
    throw new ConfigFault(`A bank is half named: ${names(missing)} is not set. Set ${names(asked)}, or none of them to take cash alone.`)
  }
  if (config.state === 'TH') {
    const { promptpayUrl: url, promptpayClient: client, promptpayTokenFile, billersFile } = config
    return promptPayGateway({ url, client, token: tokenIn('promptpayTokenFile', promptpayTokenFile), billers: readBillers(billersFile), now })
  }
  const token = tokenIn('bakongTokenFile', config.bakongTokenFile)
  return bakongGateway({ url: config.bakongUrl, token, merchants: readMerchants(config.merchantsFile) })
}

const [bakong, promptPay] = ['Bakong pays offices of KH', 'PromptPay pays offices of TH'] as const
const payees = {
  bakongUrl: bakong,
  bakongTokenFile: bakong,
  merchantsFile: bakong,
  promptpayUrl: promptPay,
  promptpayTokenFile: promptPay,
  promptpayClient: promptPay,
  billersFile: promptPay,
} as const

/** Reads the token at each question, so that a renewed one counts at once; the first reading is now. */
function tokenIn(key: 'bakongTokenFile' | 'promptpayTokenFile', path: string): () => string {
  const token = () => readFileSync(path, 'utf8').trim()
  try {
    if (!tokenForm.test(token())) throw new Error('it holds no token')
  } catch (error) {
    throw new ConfigFault(`${settings[key].variable} cannot be used: ${error instanceof Error ? error.message.split('\n')[0] : 'unreadable'}`)
  }
  return token
}
