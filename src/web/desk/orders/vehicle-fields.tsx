import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { vehicleClasses } from '../../../kernel/vehicle.ts'
import { commonWords } from '../../../words/common.ts'
import { formatNumber } from '../../../words/dates.ts'
import { ordersWords as words } from '../../../words/orders.ts'
import { vehicleClassWords } from '../../../words/sheets.ts'
import { useWords } from '../frame/language.tsx'
import { usePointName } from '../names.ts'
import { usePoints } from '../queries.ts'
import { Choices } from './choices.tsx'
import { useNewBlock } from './new-block.ts'
import { FaultNote, useFaultAt } from './order-faults.tsx'
import { newVehicle, type TypedOrder, type TypedVehicle } from './typed-order.ts'

/** Which vehicles cross elsewhere, or nowhere. */
export function VehicleFields({ typed, set }: { typed: TypedOrder; set(change: Partial<TypedOrder>): void }) {
  const { say } = useWords()
  const [added, setAdded] = useState('')
  const change = (key: string, next: Partial<TypedVehicle>) =>
    set({ vehicles: typed.vehicles.map((vehicle) => (vehicle.key === key ? { ...vehicle, ...next } : vehicle)) })
  const add = () => {
    const vehicle = newVehicle()
    setAdded(vehicle.key)
    set({ vehicles: [...typed.vehicles, vehicle] })
  }
  return (
    <section className="card stack" aria-labelledby="order-vehicles">
      <h2 id="order-vehicles">{say(words.vehiclesTitle)}</h2>
      <FaultNote path="vehicles" />
      {typed.vehicles.map((vehicle, index) => (
        <RuleFields
          key={vehicle.key}
          vehicle={vehicle}
          index={index}
          isNew={vehicle.key === added}
          change={(next) => change(vehicle.key, next)}
          remove={() => set({ vehicles: typed.vehicles.filter(({ key }) => key !== vehicle.key) })}
        />
      ))}
      <div className="actions">
        <Button variant="default" onClick={add} data-testid="vehicle-add">
          {say(words.addVehicle)}
        </Button>
      </div>
    </section>
  )
}

type RuleProps = {
  readonly vehicle: TypedVehicle
  readonly index: number
  readonly isNew: boolean
  change(next: Partial<TypedVehicle>): void
  remove(): void
}

function RuleFields({ vehicle, index, isNew, change, remove }: RuleProps) {
  const { say } = useWords()
  const faultAt = useFaultAt()
  const path = `vehicles/${index}`
  const block = useNewBlock(isNew)
  return (
    <fieldset ref={block} className="order-block">
      <legend>{say(words.vehicleRule, { n: index + 1 })}</legend>
      <FaultNote path={path} />
      <div className="fields">
        <Choices
          legend={say(words.vehicleClass)}
          hint={say(words.noneIsAny)}
          values={vehicleClasses.map((each) => [each, say(vehicleClassWords[each])] as const)}
          chosen={vehicle.classes}
          path={`${path}/classes`}
          testid={`vehicle-${index}-class`}
          change={(classes) => change({ classes })}
        />
        <TextInput
          label={say(words.wheelsOver)}
          value={vehicle.wheelsOver}
          maxLength={3}
          inputMode="numeric"
          error={faultAt(`${path}/wheelsOver`)}
          onChange={(event) => change({ wheelsOver: event.currentTarget.value })}
          data-testid={`vehicle-${index}-wheels`}
        />
      </div>
      <InsteadAt
        chosen={vehicle.insteadAt}
        path={`${path}/insteadAt`}
        testid={`vehicle-${index}-instead`}
        change={(insteadAt) => change({ insteadAt })}
      />
      <div className="actions">
        <Button variant="default" onClick={remove}>
          {say(words.remove)}
          {say(commonWords.colon)} {say(words.vehicleRule, { n: index + 1 })}
        </Button>
      </div>
    </fieldset>
  )
}

type InsteadProps = { readonly chosen: readonly string[]; readonly path: string; readonly testid: string; change(chosen: string[]): void }

/** One after another; the last, still empty, takes one more. */
function InsteadAt({ chosen, path, testid, change }: InsteadProps) {
  const { say, language } = useWords()
  const faultAt = useFaultAt()
  const [points, pointName] = [usePoints(), usePointName()]
  const known = (points.data ?? []).map(({ point }) => point)
  const rows = [...chosen, '']
  return (
    <div className="fields">
      <FaultNote path={path} />
      {rows.map((value, nth) => (
        <NativeSelect
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place in the list
          key={nth}
          label={chosen.length === 0 ? say(words.insteadAt) : `${say(words.insteadAt)} ${formatNumber(nth + 1, language)}`}
          value={value}
          error={value === '' ? undefined : faultAt(`${path}/${nth}`)}
          onChange={(event) => {
            const next = event.currentTarget.value
            change(rows.map((each, at) => (at === nth ? next : each)).filter((each) => each !== ''))
          }}
          data={[
            { value: '', label: chosen.length === 0 ? say(words.nowhere) : '–' },
            ...[...new Set([...known, ...(value === '' ? [] : [value])])]
              .filter((point) => point === value || !chosen.includes(point))
              .map((point) => ({ value: point, label: pointName(point) })),
          ]}
          data-testid={`${testid}-${nth}`}
        />
      ))}
    </div>
  )
}
