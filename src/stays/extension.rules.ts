import { type Law, lawOn } from '../instruments/law.rules.ts'
import type { StateCode } from '../kernel/code.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import { addDays, type CivilDate, type Instant } from '../kernel/time.ts'
import { otherState } from '../movements/facts.rules.ts'
import { lawfulUntilOf } from '../movements/stay.rules.ts'
import { dayAt, isOurs, type LawfulDays, type StayOnRecord } from './lawful.rules.ts'

/** `extended` moves the last lawful day. `told`: what the neighbour's clock says of our own national, by their own word; it moves nothing. */
export type Extension = { readonly type: 'extended' | 'told'; readonly until: CivilDate }

type Asked = {
  readonly state: StateCode
  readonly law: Law
  readonly lawful: LawfulDays
  readonly toldUntil: CivilDate | null
  readonly toldBeyondDaysMax: number
}

/** Extends a stay on our ground as the law of its first day says; notes what was told of one on the neighbour's. */
export function decideExtension(stay: StayOnRecord, asked: Asked): Outcome<Extension> {
  const { state, law, lawful, toldUntil } = asked
  if (stay.state !== 'open' || stay.opened === null) return refuse('stay.not-open')
  if (isOurs(state, stay.document)) return toldUntil === null ? refuse('stay.their-clock') : decideTold(stay, stay.opened.at, { ...asked, toldUntil })
  if (toldUntil !== null) return refuse('stay.our-clock')
  const row = lawOn(law, 'stay.days', state, dayAt(stay.opened.at))
  if (stay.document.kind !== 'border-pass' || stay.lawfulUntil === null || !row || row.value.extensionsMax === 0) return refuse('stay.no-extension')
  const instruments = [row.instrument]
  if (stay.extensions >= row.value.extensionsMax) return refuse('stay.extended', { instruments })
  if (lawful.over) return refuse('stay.extension-late', { about: { until: lawful.until ?? '' }, instruments })
  const until = lawfulUntilOf(law, state, stay.opened.at, daysAfter(stay.extensions + 1, row.value))
  // Nothing is extended by days that the law gave before, or a decision found lawful.
  const moves = until !== null && until > stay.lawfulUntil && until > (stay.lawfulThrough ?? stay.lawfulUntil)
  return moves ? accept({ type: 'extended', until }) : refuse('stay.no-extension', { instruments })
}

/** Days in all after so many extensions: each gives its share of what lies between the first days and the most. */
const daysAfter = (extension: number, { daysPerEntry, daysMax, extensionsMax }: { daysPerEntry: number; daysMax: number; extensionsMax: number }) =>
  daysPerEntry + Math.ceil(((daysMax - daysPerEntry) * extension) / extensionsMax)

/** A told day lies after the days that we reckon with. The neighbour tolls closed days that we do not know, so it may lie beyond the most that the host's law alone gives. */
function decideTold(
  stay: StayOnRecord,
  openedAt: Instant,
  { state, law, toldUntil, toldBeyondDaysMax }: Asked & { readonly toldUntil: CivilDate },
): Outcome<Extension> {
  const host = otherState(state, law)
  const row = lawOn(law, 'stay.days', host, dayAt(openedAt))
  const most = row && lawfulUntilOf(law, host, openedAt, row.value.daysMax)
  if (stay.lawfulUntil === null || !most) return refuse('stay.no-extension')
  const fits = toldUntil > stay.lawfulUntil && toldUntil <= addDays(most, toldBeyondDaysMax)
  return fits ? accept({ type: 'told', until: toldUntil }) : refuse('stay.told-day', { about: { toldUntil } })
}
