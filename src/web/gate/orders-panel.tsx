/** @jsxImportSource preact */
import type { Order } from '../../places/order.rules.ts'
import { workWords } from '../../words/gate-work.ts'
import { Dialog } from './dialog.tsx'
import type { Register } from './register.ts'
import { sayMoment } from './say.ts'
import { useWords } from './use-words.ts'

/** Today's orders at this point, in the words that the public reads. */
export function OrdersPanel({ orders, register, onClose }: { orders: readonly Order[]; register: Register; onClose: () => void }) {
  const { language, t } = useWords()
  const now = register.now()
  return (
    <Dialog id="orders" title={t(workWords.ordersTitle)} onClose={onClose}>
      <ul class="orders">
        {orders.map((order) => (
          <li key={order.id} data-testid="order">
            <h3>{t(workWords.orderNumber, { order: order.number })}</h3>
            <p class="note">
              {t(workWords.orderFrom, { time: sayMoment(order.startsAt, now, language) })}
              {order.endsAt && ` · ${t(workWords.orderUntil, { time: sayMoment(order.endsAt, now, language) })}`}
            </p>
            <p>{order.words[language]}</p>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
