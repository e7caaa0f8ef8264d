import { Compile } from 'typebox/compile'
import type { OrderDraft, OrderFault } from './order-draft.rules.ts'
import { type OrderForm, orderForm } from './order-file.api.ts'
import { readDraft } from './read-draft.ts'

const form = Compile(orderForm)
/** An order is a page or two of text. */
export const orderFileBytesMax = 64 * 1024
const faultsMax = 40
/** What is told as the place of a fault of the whole: no JSON, or no order at all. */
export const notTheForm = 'JSON'

export type ReadOrder =
  | { readonly ok: true; readonly form: OrderForm; readonly draft: OrderDraft }
  | { readonly ok: false; readonly faults: readonly OrderFault[] }

/** The bytes of an order's file, strictly: UTF-8, JSON, nothing that is not in the form, each fault with its path. */
export function readOrderFile(bytes: Uint8Array): ReadOrder {
  if (bytes.length > orderFileBytesMax) return { ok: false, faults: [{ code: 'order.too-large', path: '', about: { bytesMax: orderFileBytesMax } }] }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return readOrder(JSON.parse(text, refuseProto))
  } catch {
    return { ok: false, faults: [{ code: 'order.form', path: '', about: { path: notTheForm } }] }
  }
}

/** A value that came over the wire or out of a file. */
export function readOrder(value: unknown): ReadOrder {
  if (!form.Check(value)) return { ok: false, faults: formFaults(value) }
  const { draft, faults } = readDraft(value)
  return draft ? { ok: true, form: value, draft } : { ok: false, faults }
}

/** One for each place: of a choice that was not met every branch complains, and of an unknown field its object too. */
function formFaults(value: unknown): OrderFault[] {
  const paths = form.Errors(value).flatMap(({ keyword, instancePath, params }) => {
    const path = instancePath.slice(1)
    if (keyword === 'additionalProperties') return []
    if (keyword !== 'required') return [path]
    const missing = 'requiredProperties' in params ? (params.requiredProperties as readonly string[]) : []
    return missing.map((name) => (path === '' ? name : `${path}/${name}`))
  })
  // Of null or a list, null complains about the whole: what is inside it says more.
  const deepest = [...new Set(paths)].filter((path) => !paths.some((other) => other.startsWith(`${path}/`)))
  return deepest.slice(0, faultsMax).map((path) => ({ code: 'order.form', path, about: { path: path || notTheForm } }))
}

/** A name that would change the object it stands in is no field of an order. */
function refuseProto(key: string, value: unknown): unknown {
  if (key === '__proto__') throw new SyntaxError('no field of an order')
  return value
}
