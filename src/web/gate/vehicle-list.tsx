/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import { borderZone, civilDateAt, clockTimeAt } from '../../kernel/time.ts'
import { formatTime } from '../../words/dates.ts'
import { gateSheetWords } from '../../words/gate-sheets.ts'
import { vehicleClassWords } from '../../words/sheets.ts'
import { useWords } from './use-words.ts'
import type { VehicleOnRecord } from './vehicle.ts'
import type { SheetProps } from './vehicle-panel.tsx'

const askedMax = 60

/** Today's vehicle sheets of this direction that stand, the last one first: a wrong one is put right by another. Asked for when it is opened, since each look at them is on record. */
export function WrittenToday({ gate, register, onChoose }: SheetProps & { onChoose: (sheet: VehicleOnRecord) => void }) {
  const { t, language } = useWords()
  const [sheets, setSheets] = useState<readonly VehicleOnRecord[] | 'not-asked' | 'none-heard'>('not-asked')
  const { point = '', direction = null } = gate.settings ?? {}
  const ask = (): void => {
    const query = new URLSearchParams({ point, day: civilDateAt(register.now(), borderZone), limit: `${askedMax}` })
    void register.ask<VehicleOnRecord[]>(`/api/v1/vehicle-sheets?${query}`).then((answer) => {
      const stands = (sheet: VehicleOnRecord): boolean => sheet.replacedBy === null && sheet.direction === direction
      setSheets(answer.ok ? answer.value.filter(stands) : 'none-heard')
    })
  }
  return (
    <details class="zone written" data-testid="vehicles-today" onToggle={(event) => event.currentTarget.open && ask()}>
      <summary>{t(gateSheetWords.vehiclesToday)}</summary>
      {sheets === 'none-heard' && <p class="note">{t(gateSheetWords.needsNetwork)}</p>}
      {typeof sheets !== 'string' && <p class="note">{t(sheets.length === 0 ? gateSheetWords.vehiclesNone : gateSheetWords.goodsListNote)}</p>}
      {typeof sheets !== 'string' && (
        <ul class="riders">
          {sheets.map((sheet) => (
            <li key={sheet.id} data-testid="vehicle-sheet" data-sheet={sheet.id}>
              <span>
                <strong>{formatTime(clockTimeAt(sheet.occurredAt, borderZone), language)}</strong> {sheet.plate?.written}
                <small>{t(vehicleClassWords[sheet.class])}</small>
                {sheet.trailer && <small>{sheet.trailer.written}</small>}
              </span>
              <button type="button" class="plain" data-testid="vehicle-correct" onClick={() => onChoose(sheet)}>
                {t(gateSheetWords.correctGoods)}
              </button>
            </li>
          ))}
        </ul>
      )}
    </details>
  )
}
