import { useState } from 'react'
import type { Static } from 'typebox'
import type { vehicleSheetAnswer } from '../../../checkpoint/sheets/sheets.api.ts'
import { borderZone, clockTimeAt, type Instant } from '../../../kernel/time.ts'
import { dayWords } from '../../../words/chief.ts'
import { formatNumber, formatTime } from '../../../words/dates.ts'
import { sayLane } from '../../../words/lanes.ts'
import { vehicleClassWords } from '../../../words/sheets.ts'
import { directionWords } from '../../../words/verdicts.ts'
import { useWords } from '../frame/language.tsx'
import { TableSection } from '../parts/table-card.tsx'
import { useAnswer } from '../queries.ts'
import { PageThrough, sheetsShown } from './page-through.tsx'
import { UndoneRide } from './undone-ride.tsx'

type VehicleSheet = Static<typeof vehicleSheetAnswer>

/** The vehicles of a day, the latest first; a sheet that was corrected says so. */
export function VehicleList({ point, day }: { point: string; day: string }) {
  const { say } = useWords()
  const [before, setBefore] = useState<string | undefined>(undefined)
  const sheets = useAnswer<VehicleSheet[]>(
    `/api/v1/vehicle-sheets?point=${encodeURIComponent(point)}&day=${day}&limit=${sheetsShown}${before === undefined ? '' : `&before=${before}`}`,
  )
  const heads = [say(dayWords.time), say(dayWords.vehicle), say(dayWords.plate), { name: say(dayWords.people), as: 'number' }] as const
  return (
    <div className="stack">
      <TableSection
        id="vehicles-title"
        title={say(dayWords.vehicles)}
        query={sheets}
        empty={say(dayWords.noVehicles)}
        heads={heads}
        testid="vehicles"
      >
        {(sheet) => <VehicleRow key={sheet.id} sheet={sheet} point={point} day={day} />}
      </TableSection>
      <PageThrough rows={sheets.data} before={before} onGo={setBefore} />
    </div>
  )
}

/** Whose driver's movement was undone did not pass: the whole line is struck out. Of passengers it is said. */
function VehicleRow({ sheet, point, day }: { sheet: VehicleSheet; point: string; day: string }) {
  const { say, language } = useWords()
  const { occurredAt, lane, direction, class: kind, wheels, plate, trailer, passengers, replacedBy, undone, driver } = sheet
  const isUndone = undone.some(({ movement }) => movement === driver)
  const name = Object.hasOwn(vehicleClassWords, kind) ? say(vehicleClassWords[kind as keyof typeof vehicleClassWords]) : kind
  return (
    <tr data-testid="vehicle-row" data-replaced={replacedBy !== null} data-undone={isUndone}>
      <td>
        {formatTime(clockTimeAt(occurredAt as Instant, borderZone), language)}
        <span className="second-line small soft">
          {say(directionWords[direction])} · {sayLane(lane, language)}
        </span>
      </td>
      <td>
        {name}
        <span className="second-line small soft">{say(dayWords.wheels, { count: formatNumber(wheels, language) })}</span>
        {replacedBy !== null && <span className="badge tone-quiet">{say(dayWords.replaced)}</span>}
        {undone.map((ride) => (
          <UndoneRide key={ride.movement} ride={ride} point={point} day={day} isRider={ride.movement !== driver} />
        ))}
      </td>
      <td className="plate-cell">
        {plate ? <span className="plate">{plate.written}</span> : <span className="soft">{say(dayWords.noPlate)}</span>}
        {trailer && <span className="second-line small soft">{say(dayWords.trailer, { plate: trailer.written })}</span>}
      </td>
      <td className="number">{formatNumber(passengers.length + 1 - undone.length, language)}</td>
    </tr>
  )
}
