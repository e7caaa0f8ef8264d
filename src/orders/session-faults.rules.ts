import { minutesOf, missOf, type Order, type Session, type Traveller } from '../places/order.rules.ts'
import type { OrderFault } from './order-draft.rules.ts'

/** What an order's hours say against each other, and against its stage. */
export function sessionFaults(order: Order, travellers: readonly Traveller[]): OrderFault[] {
  const sessions = order.sessions ?? []
  const found = sessions.flatMap((session, index): OrderFault[] => [
    ...(minutesOf(session.closes) <= minutesOf(session.opens) ? [{ code: 'order.hours' as const, path: `sessions/${index}/closes` }] : []),
    ...(session.quota !== null && session.quota <= 0 ? [{ code: 'order.quota' as const, path: `sessions/${index}/quota` }] : []),
    ...sessions
      .slice(0, index)
      .flatMap((earlier, other): OrderFault[] =>
        contradict(earlier, session, travellers)
          ? [{ code: 'order.quotas-overlap', path: `sessions/${index}`, about: { first: other + 1, second: index + 1 } }]
          : [],
      ),
  ])
  return [...stageFaults(order), ...found]
}

function stageFaults({ stage, sessions, who }: Order): OrderFault[] {
  const isForAll = (each: Session['who']) => Object.keys(each).length === 0
  if (stage === 'closed' && (sessions === null ? isForAll(who) : sessions.some((session) => isForAll(session.who))))
    return [{ code: 'order.closed-but-open', path: 'stage' }]
  if (stage !== 'closed' && sessions?.length === 0) return [{ code: 'order.open-but-closed', path: 'stage', about: { stage } }]
  return []
}

/** Somebody stands in both at one time, and one of them counts: also where both count as many, nobody could say which place is taken. Without quotas, hours that meet are hours put together. */
function contradict(one: Session, other: Session, travellers: readonly Traveller[]): boolean {
  if ((one.quota === null && other.quota === null) || !one.days.some((day) => other.days.includes(day))) return false
  if (Math.max(minutesOf(one.opens), minutesOf(other.opens)) >= Math.min(minutesOf(one.closes), minutesOf(other.closes))) return false
  return travellers.some((traveller) => !missOf(one.who, traveller) && !missOf(other.who, traveller))
}
