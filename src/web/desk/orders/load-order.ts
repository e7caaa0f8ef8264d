import type { Language } from '../../../kernel/language.ts'
import type { OrderForm } from '../../../orders/order-file.api.ts'
import type { PreviewAnswer } from '../../../orders/orders.api.ts'
import { ask, type Problem } from '../../api.ts'
import type { Fault } from './fault-places.ts'
import { ordersPath } from './order-queries.ts'
import { type TypedOrder, typedOf } from './typed-order.ts'

/** An order's file as it opens in the form; or what keeps it from opening. */
export type Loaded =
  | { readonly typed: TypedOrder; readonly faults: readonly Fault[] }
  | { readonly typed: undefined; readonly faults: readonly Fault[]; readonly problem?: Problem }

const bytesMax = 64 * 1024
const ofTheForm: readonly string[] = ['order.form', 'order.too-large', 'time.invalid']

/** The server reads it by the published form: what the form does not have is told, never dropped. That it may not be issued from here is said at the preview. */
export async function loadOrder(file: File, language: Language): Promise<Loaded> {
  const bad = (code: string, about: Fault['about'] = { path: 'JSON' }): Loaded => ({ typed: undefined, faults: [{ code, path: '', about }] })
  if (file.size > bytesMax) return bad('order.too-large', { bytesMax })
  const order = await readJson(file)
  if (order === undefined) return bad('order.form')
  const answer = await ask<PreviewAnswer>(`${ordersPath}/preview`, { language, body: { order, count: false } })
  if (!answer.ok && !answer.problem.code.startsWith('authority.')) return { typed: undefined, faults: [], problem: answer.problem }
  const faults = answer.ok ? answer.value.faults : []
  if (faults.some(({ code }) => ofTheForm.includes(code))) return { typed: undefined, faults }
  return { typed: typedOf(order as OrderForm, language), faults }
}

async function readJson(file: File): Promise<unknown> {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer()))
  } catch {
    return undefined
  }
}
