/** @jsxImportSource preact */
import { workWords } from '../../words/gate-work.ts'
import { vehicleClassWords } from '../../words/sheets.ts'
import type { Gate } from './gate.ts'
import { Icon } from './icons.tsx'
import type { Panel } from './lane.tsx'
import { useStore } from './store.ts'
import { goodsKey } from './use-keys.ts'
import { useWords } from './use-words.ts'

/** The way to a vehicle's sheet, and to the goods sheets of this shift; while one is open, whose it is and how many ride in it. */
export function VehicleStrip({ gate, onOpen }: { gate: Gate; onOpen: (panel: Panel) => void }) {
  const { t } = useWords()
  const vehicle = useStore(gate.vehicle)
  return (
    <div class={vehicle ? 'strip is-open' : 'strip'} data-testid="vehicle-strip" data-riders={vehicle?.riders.length ?? ''}>
      {vehicle && (
        <span>
          <strong>{vehicle.plate?.written ?? t(vehicleClassWords[vehicle.class])}</strong> {t(workWords.riders, { n: vehicle.riders.length })}
        </span>
      )}
      <button type="button" data-testid="vehicle-open" onClick={() => onOpen({ type: 'vehicle' })}>
        <Icon name="wheel" />
        {t(workWords.vehicle)}
      </button>
      <button type="button" data-testid="goods-list-open" aria-keyshortcuts={goodsKey} onClick={() => onOpen({ type: 'goods-list' })}>
        <Icon name="box" />
        {t(workWords.goodsOfShift)}
        <kbd>{goodsKey}</kbd>
      </button>
    </div>
  )
}
