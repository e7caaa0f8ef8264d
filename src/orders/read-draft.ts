import type { AreaCode, InstrumentId, PointId } from '../kernel/code.ts'
import type { Text } from '../kernel/language.ts'
import { type ClockTime, epochMs, type Instant, parseCivilDate, parseInstant, weekdays } from '../kernel/time.ts'
import type { Order, Session, VehicleRule, Who } from '../places/order.rules.ts'
import type { OrderDraft, OrderFault } from './order-draft.rules.ts'
import type { OrderForm } from './order-file.api.ts'

const noWords: Text = { km: '', th: '', en: '' }

/** What was written, with everything that was left out; the times that are none are told, not guessed. */
export function readDraft(form: OrderForm): { readonly draft: OrderDraft | undefined; readonly faults: readonly OrderFault[] } {
  const [startsAt, endsAt] = [readMinute(form.startsAt), form.endsAt == null ? null : readMinute(form.endsAt)]
  const { id, kind = 'order', title = null, issuer = null, signedOn: signed = null, source = null } = form.instrument
  const signedOn = signed === null ? null : parseCivilDate(signed)
  const faults: OrderFault[] = [
    ...(startsAt ? [] : [{ code: 'time.invalid' as const, path: 'startsAt' }]),
    ...(endsAt === undefined ? [{ code: 'time.invalid' as const, path: 'endsAt' }] : []),
    ...(signedOn === undefined ? [{ code: 'time.invalid' as const, path: 'instrument/signedOn' }] : []),
  ]
  if (!startsAt || endsAt === undefined || signedOn === undefined) return { draft: undefined, faults }
  const order: Order = {
    id: form.id,
    number: form.number.trim(),
    state: form.state,
    instrument: id as InstrumentId,
    points: form.points === null ? null : ([...new Set(form.points)] as PointId[]),
    directions: form.directions == null || new Set(form.directions).size === 2 ? null : [...new Set(form.directions)],
    stage: form.stage,
    startsAt,
    endsAt,
    sessions: form.sessions == null ? null : form.sessions.map(sessionOf),
    who: whoOf(form.who),
    vehicles: (form.vehicles ?? []).map(
      ({ classes, wheelsOver, insteadAt }): VehicleRule => ({
        classes: classes ?? null,
        wheelsOver: wheelsOver ?? null,
        insteadAt: [...new Set(insteadAt ?? [])] as PointId[],
      }),
    ),
    words: form.words ?? noWords,
  }
  const instrument = { id: id as InstrumentId, kind, title, issuer, signedOn, source }
  return { draft: { order, instrument, supersedes: [...new Set(form.supersedes ?? [])] }, faults }
}

/** An order begins and ends with a minute of the clock. */
function readMinute(text: string): Instant | undefined {
  const at = parseInstant(text)
  return at && epochMs(at) % 60_000 === 0 ? at : undefined
}

const sessionOf = ({ opens, closes, days, who, quota }: NonNullable<OrderForm['sessions']>[number]): Session => ({
  opens: opens as ClockTime,
  closes: closes as ClockTime,
  days: weekdays.filter((day) => days === undefined || days.includes(day)),
  who: whoOf(who),
  quota: quota ?? null,
})

function whoOf(who: OrderForm['who'] = {}): Who {
  const { issuingAreas, ...rest } = who
  return { ...rest, ...(issuingAreas && { issuingAreas: issuingAreas as AreaCode[] }) }
}
