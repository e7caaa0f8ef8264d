import type { DeskOrder, EffectAnswer, OrderPage } from '../../../orders/orders.api.ts'
import { useAnswer } from '../queries.ts'

const path = '/api/v1/desk-orders'
export const ordersPath = '/api/v1/orders'
export const useOrders = () => useAnswer<DeskOrder[]>(path, { refetchInterval: 15_000 })
export const useOrder = (id: string) => useAnswer<OrderPage>(`${path}/${id}`, { refetchInterval: 15_000 })
export const useEffectOf = (id: string, enabled: boolean) => useAnswer<EffectAnswer>(`${path}/${id}/effect`, { enabled, staleTime: 60_000 })
export const paperPath = (id: string, sha256: string): string => `${path}/${id}/papers/${sha256}`

/** Everything of orders that a screen may show: asked anew after each step. */
export const isOfOrders = ({ queryKey: [key] }: { queryKey: readonly unknown[] }): boolean =>
  typeof key === 'string' && (key.startsWith(path) || key.startsWith(ordersPath) || key.startsWith('/api/v1/instruments'))
