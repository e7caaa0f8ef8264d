import type { PassVerdict } from '../../credential/verify.ts'
import type { PointClass } from '../../instruments/law.rules.ts'
import type { InstrumentId, PointId, StateCode } from '../../kernel/code.ts'
import { borderZone, type CivilDate, type Instant, parseInstant } from '../../kernel/time.ts'
import { presentedOf } from '../../movements/presented.rules.ts'
import type { Direction } from '../../movements/stay.rules.ts'
import type { Facts, PointFacts, Verdict } from '../../movements/verdict.rules.ts'
import { type Calendar, type Dated, openingAt, type PointSchedule } from '../../places/opening.rules.ts'
import type { PointAnswer } from '../../places/places.api.ts'

/** What the tablet can say by itself: the code's own check and the point as it last stood; the register and earlier movements are unknown. */
export function localFacts(scan: { state: StateCode; at: Instant; direction: Direction; pass: PassVerdict; point: PointAnswer }): Facts {
  const { state, at, direction, pass, point } = scan
  return {
    state,
    at,
    direction,
    document: { ...presentedOf(pass), register: 'unknown', handedOver: null },
    point: pointFactsNow(point, at),
    stay: 'unknown',
    photo: 'not-said',
  }
}

export function pointFactsNow(answer: PointAnswer, now: Instant): PointFacts {
  return {
    id: answer.point as PointId,
    class: answer.class as PointClass | null,
    openTo: openingNow(answer, now).open ? 'everyone' : 'nobody',
    instruments: answer.instruments as InstrumentId[],
  }
}

export type OpeningNow = { readonly open: boolean; readonly until: Instant | null; readonly nextOpen: Instant | null }

/**
 * How the point stands at `now` by the register's last answer. Up to its first change the answer holds. After that the two calendars speak,
 * if they alone explain that answer; if an order stood above them, only the change itself is known, so the new state lasts.
 */
export function openingNow(answer: PointAnswer, now: Instant): OpeningNow {
  const [until, nextOpen] = [instantOf(answer.until), instantOf(answer.nextOpen)]
  const change = answer.open ? until : nextOpen
  if (change === null || now < change) return { open: answer.open, until, nextOpen }
  const schedule = scheduleOf(answer)
  const then = openingAt(schedule, [], instantOf(answer.at) ?? now)
  const explained = then.open === answer.open && then.until === until && then.nextOpen === nextOpen
  return explained ? openingAt(schedule, [], now) : { open: !answer.open, until: null, nextOpen: null }
}

function scheduleOf(answer: PointAnswer): PointSchedule {
  const always = <T>(value: T, instrument = ''): Dated<T>[] => [
    { from: '1900-01-01' as CivilDate, until: null, instrument: instrument as InstrumentId, value },
  ]
  const calendars = Object.entries(answer.calendars).flatMap(([side, row]) =>
    row ? [[side, always(row as unknown as Calendar, row.instrument)]] : [],
  )
  return {
    id: answer.point as PointId,
    zone: borderZone,
    sides: Object.keys(answer.calendars) as StateCode[],
    status: always(answer.status === 'suspended' ? 'suspended' : 'active'),
    calendars: Object.fromEntries(calendars),
  }
}

const instantOf = (text: string | null): Instant | null => (text === null ? null : (parseInstant(text) ?? null))

/** What a recorded verdict did to the holder's stay. */
export function stayEffectOf({ outcome, findings }: Pick<Verdict, 'outcome' | 'findings'>): 'opened' | 'closed' | 'unmatched' | 'unchanged' {
  if (outcome === 'refer' || outcome === 'refuse') return 'unchanged'
  const has = (...reasons: readonly string[]): boolean => findings.some(({ reason }) => reasons.includes(reason))
  if (has('stay-granted')) return 'opened'
  if (has('in-time', 'late-own-national', 'late-foreigner')) return 'closed'
  return has('exit-missing', 'entry-missing') ? 'unmatched' : 'unchanged'
}
