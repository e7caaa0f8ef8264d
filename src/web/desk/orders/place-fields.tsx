import { Checkbox, Radio } from '@mantine/core'
import { stages } from '../../../places/order.rules.ts'
import { stageWords, ordersWords as words } from '../../../words/orders.ts'
import { useWords } from '../frame/language.tsx'
import { MomentFields } from '../instruments/moment-fields.tsx'
import { usePointName } from '../names.ts'
import { usePoints } from '../queries.ts'
import { Choices } from './choices.tsx'
import { FaultNote, useFaultAt } from './order-faults.tsx'
import { isOver, useOrderName, useOrders } from './order-queries.ts'
import type { TypedOrder } from './typed-order.ts'

type Props = { readonly typed: TypedOrder; set(change: Partial<TypedOrder>): void }

/** At which points, which way. */
export function PlaceFields({ typed, set }: Props) {
  const { say } = useWords()
  const faultAt = useFaultAt()
  const [points, pointName] = [usePoints(), usePointName()]
  return (
    <section className="card stack" aria-labelledby="order-where">
      <h2 id="order-where">{say(words.whereTitle)}</h2>
      <Checkbox
        label={say(words.everyPoint)}
        checked={typed.everyPoint}
        onChange={(event) => set({ everyPoint: event.currentTarget.checked })}
        data-testid="order-every-point"
      />
      {!typed.everyPoint && (
        <Choices
          legend={say(words.points)}
          values={(points.data ?? []).map(({ point }) => [point, pointName(point)] as const)}
          chosen={typed.points}
          path="points"
          testid="point"
          isGrid
          change={(chosen) => set({ points: chosen })}
        />
      )}
      <Radio.Group
        label={say(words.directions)}
        value={typed.direction}
        error={faultAt('directions')}
        onChange={(value) => set({ direction: value as TypedOrder['direction'] })}
      >
        <div className="choices">
          <Radio value="" label={say(words.both)} />
          <Radio value="exit" label={say(words.exit)} data-testid="direction-exit" />
          <Radio value="entry" label={say(words.entry)} data-testid="direction-entry" />
        </div>
      </Radio.Group>
    </section>
  )
}

/** From when, until when, how far, and in whose place. */
export function TimeFields({ typed, set }: Props) {
  const { say } = useWords()
  const faultAt = useFaultAt()
  const [orders, orderName] = [useOrders(), useOrderName()]
  const mine = (orders.data ?? []).filter((each) => each.mayEnd && each.order.state === typed.state && !isOver(each))
  return (
    <section className="card stack" aria-labelledby="order-when">
      <h2 id="order-when">{say(words.whenTitle)}</h2>
      <Radio.Group
        label={say(words.stage)}
        value={typed.stage}
        error={faultAt('stage')}
        onChange={(value) => set({ stage: value as TypedOrder['stage'] })}
      >
        <div className="choices">
          {stages.map((stage) => (
            <Radio key={stage} value={stage} label={say(stageWords[stage])} data-testid={`stage-${stage}`} />
          ))}
        </div>
      </Radio.Group>
      <MomentFields legend={say(words.from)} typed={typed.from} testid="order-from" change={(from) => set({ from })} />
      <FaultNote path="startsAt" />
      <Checkbox
        label={say(words.hasEnd)}
        checked={typed.hasEnd}
        onChange={(event) => set({ hasEnd: event.currentTarget.checked })}
        data-testid="order-has-end"
      />
      {typed.hasEnd && <MomentFields legend={say(words.until)} typed={typed.until} testid="order-until" change={(until) => set({ until })} />}
      <FaultNote path="endsAt" />
      {(mine.length > 0 || typed.supersedes.length > 0) && (
        <Choices
          legend={say(words.supersedes)}
          values={mine.map(({ order }) => [order.id, orderName(order.id)] as const)}
          chosen={typed.supersedes}
          path="supersedes"
          testid="supersedes"
          change={(supersedes) => set({ supersedes })}
        />
      )}
    </section>
  )
}
