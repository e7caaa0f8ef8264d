import { readFileSync } from 'node:fs'
import Type from 'typebox'
import { Compile } from 'typebox/compile'
import { type AreaCode, parseAreaCode } from '../../kernel/code.ts'
import { ConfigFault } from '../../platform/config.ts'

/** Office → the biller number its fees go to. */
export type Billers = ReadonlyMap<AreaCode, string>

const row = Type.Object({ office: Type.String(), billerId: Type.String() }, { additionalProperties: false })
const form = Compile(Type.Array(row, { minItems: 1, maxItems: 2000 }))

/** @throws ConfigFault with one line: the file is not there, has not the form, names an office twice or one of another state, or something that is no biller number. */
export function readBillers(path: string): Billers {
  const fault = (why: string) => new ConfigFault(`SPEAN_BILLERS=${path} cannot be used: ${why}`)
  let read: unknown
  try {
    read = JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw fault(error instanceof SyntaxError ? 'it is no JSON' : 'it cannot be read')
  }
  if (!form.Check(read)) throw fault('it has not the agreed form: [{ office, billerId }]')
  const billers = new Map<AreaCode, string>()
  for (const { office, billerId } of read) {
    const area = parseAreaCode(office)
    if (!area || billers.has(area)) throw fault(area ? `it names ${office} twice` : `${office} is no office`)
    if (!area.startsWith('TH:')) throw fault(`${office} is no office of TH`)
    // A telephone or tax number can be paid too, but such a payment carries no reference, and no bank could say which case it is of.
    if (!/^\d{15}$/.test(billerId))
      throw fault(`${office} needs a biller number of 15 digits; a PromptPay number carries no reference to look a payment up by`)
    billers.set(area, billerId)
  }
  return billers
}
