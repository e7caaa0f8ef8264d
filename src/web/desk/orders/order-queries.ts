import type { DeskOrder, EffectAnswer, OrderPage } from '../../../orders/orders.api.ts'
import { useInstrumentTitle } from '../names.ts'
import { useAnswer } from '../queries.ts'

const path = '/api/v1/desk-orders'
export const ordersPath = '/api/v1/orders'
export const useOrders = () => useAnswer<DeskOrder[]>(path, { refetchInterval: 15_000 })
export const useOrder = (id: string) => useAnswer<OrderPage>(`${path}/${id}`, { refetchInterval: 15_000 })
export const useEffectOf = (id: string, enabled: boolean) => useAnswer<EffectAnswer>(`${path}/${id}/effect`, { enabled, staleTime: 60_000 })
export const paperPath = (id: string, sha256: string): string => `${path}/${id}/papers/${sha256}`

/** Its end has come, or it never is in force. */
export const isOver = ({ at, order }: Pick<DeskOrder, 'at' | 'order'>): boolean =>
  order.endsAt !== null && (order.endsAt <= at || order.endsAt === order.startsAt)

/** "12/2026 · Order of the governor …": its number, and the title of the paper it stands on. An order of a list not yet here has `number` alone. */
export function useOrderName() {
  const [orders, titleOf] = [useOrders(), useInstrumentTitle()]
  return (id: string, number = id): string => {
    const order = orders.data?.find((each) => each.order.id === id)?.order
    return order ? `${order.number} · ${titleOf(order.instrument)}` : number
  }
}

/** Everything of orders that a screen may show: asked anew after each step. */
export const isOfOrders = ({ queryKey: [key] }: { queryKey: readonly unknown[] }): boolean =>
  typeof key === 'string' && (key.startsWith(path) || key.startsWith(ordersPath) || key.startsWith('/api/v1/instruments'))
