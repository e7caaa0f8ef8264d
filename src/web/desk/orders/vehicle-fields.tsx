import { Button, NativeSelect, TextInput } from '@mantine/core'
import { vehicleClasses } from '../../../kernel/vehicle.ts'
import { vehicleWords } from '../../../words/order-sentences.ts'
import { ordersWords as words } from '../../../words/orders.ts'
import { useWords } from '../frame/language.tsx'
import { usePointName } from '../names.ts'
import { usePoints } from '../queries.ts'
import { newVehicle, type TypedOrder, type TypedVehicle } from './typed-order.ts'

/** Which vehicles cross elsewhere, or nowhere. */
export function VehicleFields({ typed, set }: { typed: TypedOrder; set(change: Partial<TypedOrder>): void }) {
  const { say } = useWords()
  const [points, pointName] = [usePoints(), usePointName()]
  const change = (key: string, next: Partial<TypedVehicle>) =>
    set({ vehicles: typed.vehicles.map((vehicle) => (vehicle.key === key ? { ...vehicle, ...next } : vehicle)) })
  // A rule of a file may speak of several classes at once.
  const kinds = (mine: string) => [...new Set(['', ...vehicleClasses, mine])]
  const named = (kind: string) =>
    kind
      .split(' ')
      .map((each) => say(vehicleWords[each as keyof typeof vehicleWords]))
      .join(', ')
  return (
    <section className="card stack" aria-labelledby="order-vehicles">
      <h2 id="order-vehicles">{say(words.vehiclesTitle)}</h2>
      {typed.vehicles.map(({ key, kind, wheelsOver, insteadAt }, index) => (
        <fieldset key={key} className="order-block">
          <legend>{say(words.vehicleRule, { n: index + 1 })}</legend>
          <div className="fields">
            <NativeSelect
              label={say(words.vehicleClass)}
              value={kind}
              onChange={(event) => change(key, { kind: event.currentTarget.value })}
              data={kinds(kind).map((value) => ({ value, label: value === '' ? say(words.any) : named(value) }))}
              data-testid={`vehicle-${index}-class`}
            />
            <TextInput
              label={say(words.wheelsOver)}
              value={wheelsOver}
              maxLength={3}
              inputMode="numeric"
              onChange={(event) => change(key, { wheelsOver: event.currentTarget.value })}
              data-testid={`vehicle-${index}-wheels`}
            />
            <NativeSelect
              label={say(words.insteadAt)}
              value={insteadAt}
              onChange={(event) => change(key, { insteadAt: event.currentTarget.value })}
              data={[
                { value: '', label: say(words.nowhere) },
                ...(points.data ?? []).map(({ point }) => ({ value: point, label: pointName(point) })),
              ]}
              data-testid={`vehicle-${index}-instead`}
            />
          </div>
          <div className="actions">
            <Button variant="default" onClick={() => set({ vehicles: typed.vehicles.filter((each) => each.key !== key) })}>
              {say(words.remove)}: {say(words.vehicleRule, { n: index + 1 })}
            </Button>
          </div>
        </fieldset>
      ))}
      <div className="actions">
        <Button variant="default" onClick={() => set({ vehicles: [...typed.vehicles, newVehicle()] })} data-testid="vehicle-add">
          {say(words.addVehicle)}
        </Button>
      </div>
    </section>
  )
}
