import { readFileSync } from 'node:fs'
import Type from 'typebox'
import { Compile } from 'typebox/compile'
import { type AreaCode, parseAreaCode } from '../../kernel/code.ts'
import { ConfigFault } from '../../platform/config.ts'
import { type KhqrMerchant, writeKhqr } from '../khqr.rules.ts'

/** Office → the account its fees go to, and the name that payers see. */
export type Merchants = ReadonlyMap<AreaCode, KhqrMerchant>

const text = Type.String({ minLength: 1, maxLength: 32 })
const form = Compile(
  Type.Array(
    Type.Object(
      {
        office: Type.String(),
        account: text,
        merchantId: text,
        acquiringBank: text,
        name: text,
        city: text,
        khmerName: Type.Optional(text),
        khmerCity: Type.Optional(text),
      },
      { additionalProperties: false },
    ),
    { minItems: 1, maxItems: 2000 },
  ),
)
/** ISO 18245: government services not elsewhere classified. */
const governmentServices = '9399'

/** @throws ConfigFault with one line: the file is not there, has not the form, names an office twice, or a code could not be made of a row. */
export function readMerchants(path: string): Merchants {
  const fault = (why: string) => new ConfigFault(`SPEAN_MERCHANTS=${path} cannot be used: ${why}`)
  let read: unknown
  try {
    read = JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw fault(error instanceof SyntaxError ? 'it is no JSON' : 'it cannot be read')
  }
  if (!form.Check(read))
    throw fault('it has not the agreed form: [{ office, account, merchantId, acquiringBank, name, city, khmerName?, khmerCity? }]')
  const merchants = new Map<AreaCode, KhqrMerchant>()
  for (const { office, account, merchantId, acquiringBank, name, city, khmerName, khmerCity } of read) {
    const area = parseAreaCode(office)
    if (!area || merchants.has(area)) throw fault(area ? `it names ${office} twice` : `${office} is no office`)
    if (!area.startsWith('KH:')) throw fault(`${office} is no office of KH`)
    const merchant: KhqrMerchant = {
      receiver: { kind: 'merchant', account, merchantId, acquiringBank },
      name,
      city,
      category: governmentServices,
      ...(khmerName !== undefined && { local: { language: 'km', name: khmerName, ...(khmerCity !== undefined && { city: khmerCity }) } }),
    }
    // A row that no code can be made of would be found by the first person who wants to pay.
    const tried = writeKhqr({ ...merchant, money: { amount: 1, currency: 'KHR' }, notes: {}, createdMs: 1e12, expiresMs: 1e12 + 1 })
    if (!tried.ok) throw fault(`${office} has something that no KHQR can hold (${tried.fault}, tag ${tried.tag})`)
    merchants.set(area, merchant)
  }
  return merchants
}
