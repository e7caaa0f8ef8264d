import type { Language } from '../../kernel/language.ts'
import { borderZone, type CivilDate, type ClockTime, clockTimeAt, type Instant } from '../../kernel/time.ts'
import { formatDate, formatDateTime, formatNumber, formatTime, inDigitsOf } from '../../words/dates.ts'
import { receiverWords, referralStateWords, daySheetWords as words } from '../../words/day-sheet.ts'
import { fillIn } from '../../words/fill-in.ts'
import { laneName } from '../../words/lanes.ts'
import { goodsCurrencyWords, goodsUnitWords, natureWords, vehicleClassWords } from '../../words/sheets.ts'
import { verdictRuleWords } from '../../words/verdict-rules.ts'
import { directionWords, outcomeWords, reasonInShort } from '../../words/verdicts.ts'
import type { RuleCount } from '../notable/notable.rules.ts'
import type { Shift } from '../shifts/shift.rules.ts'

export type HourCount = { readonly hour: number; readonly lane: string; readonly direction: string; readonly outcome: string; readonly n: number }
export type Undone = {
  readonly movement: string
  readonly lane: string
  readonly direction: string
  readonly at: Instant
  readonly undoneAt: Instant
}
export type QuotaNow = {
  readonly order: string
  readonly number: string
  readonly session: number
  readonly opens: string
  readonly closes: string
  readonly taken: number
  readonly places: number
}
export type DayReferral = {
  readonly movement: string
  readonly lane: string
  readonly direction: string
  readonly at: Instant
  readonly reasons: readonly string[]
  readonly state: string
  readonly to: string | null
  readonly reason: string | null
  readonly decidedAt: Instant | null
  readonly decidedBy: string | null
  readonly confirm: string
  readonly usedBy: string | null
}
/** A crossing point's day on one sheet. Nobody who crossed is named: a movement is its id. */
export type DaySheet = {
  readonly point: string
  readonly day: CivilDate
  readonly asOf: Instant
  readonly counts: readonly { readonly direction: string; readonly outcome: string; readonly n: number }[]
  readonly hours: readonly HourCount[]
  readonly orders: readonly {
    readonly id: string
    readonly number: string
    readonly stage: string
    readonly startsAt: Instant
    readonly endsAt: Instant | null
  }[]
  readonly quotas: readonly QuotaNow[]
  readonly referrals: readonly DayReferral[]
  /** Who passed on a decision, against what the verdict said. */
  readonly overrides: readonly DayReferral[]
  /** Who was refused or flagged, by the rules that decided it. */
  readonly notable: readonly RuleCount[]
  readonly undone: readonly Undone[]
  readonly vehicles: readonly { readonly class: string; readonly direction: string; readonly n: number }[]
  readonly goods: readonly {
    readonly chapter: string
    readonly direction: string
    readonly nature: string
    readonly measure: string
    readonly sum: number
  }[]
  readonly shifts: readonly Shift[]
}

type Table = {
  readonly title: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly numbers: readonly number[]
  readonly none: string
}
type Named = Readonly<Record<string, { readonly [L in Language]: string }>>

/** The day's sheet as it is printed: each table in words of the reader's language, with people's notes as they wrote them. */
export function sayDaySheet(sheet: DaySheet, name: string, language: Language): { title: string; lines: string[]; tables: Table[] } {
  const say = (table: Named, key: string): string => table[key]?.[language] ?? key
  const outcome = (key: string): string => (key in outcomeWords ? outcomeWords[key as keyof typeof outcomeWords].word[language] : key)
  const number = (n: number): string => formatNumber(n, language)
  const time = (at: Instant): string => formatTime(clockTimeAt(at, borderZone), language)
  const table = (title: keyof typeof words, head: string[], rows: string[][], numbers: number[] = []): Table => ({
    ...{ title: words[title][language], head, rows, numbers, none: words.none[language] },
  })
  const heads = (...names: (keyof typeof words)[]): string[] => names.map((name) => words[name][language])
  const ofReferral = heads('time', 'lane', 'direction', 'why', 'decision')
  const way = (direction: string) => say(directionWords, direction)
  const hourOf = (hour: number) => formatTime(`${String(hour).padStart(2, '0')}:00` as ClockTime, language)
  const referral = (each: DayReferral): string[] => {
    const confirm = each.confirm === 'waiting' ? words.toConfirm[language] : each.confirm === 'contested' ? words.contested[language] : ''
    const decided = [say(referralStateWords, each.state), each.to && say(receiverWords, each.to), each.reason, confirm].filter(Boolean).join(' · ')
    return [
      time(each.at),
      laneName(each.lane, language),
      way(each.direction),
      each.reasons.map((reason) => fillIn(reasonInShort(reason)?.[language] ?? reason, undefined)).join(' · '),
      decided,
    ]
  }
  return {
    title: `${words.title[language]} · ${name}`,
    lines: [formatDate(sheet.day, language, { weekday: true }), `${words.asOf[language]} ${formatDateTime(sheet.asOf, borderZone, language)}`],
    tables: [
      table(
        'counts',
        heads('direction', 'outcome', 'people'),
        sheet.counts.filter(({ n }) => n !== 0).map((row) => [way(row.direction), outcome(row.outcome), number(row.n)]),
        [2],
      ),
      table(
        'hours',
        heads('time', 'direction', 'people'),
        summed(sheet.hours, ({ hour, direction }) => [hour, direction]).map(([[hour, direction], n]) => [
          hourOf(Number(hour)),
          way(String(direction)),
          number(n),
        ]),
        [2],
      ),
      table(
        'lanes',
        heads('lane', 'direction', 'people'),
        byLane(summed(sheet.hours, ({ lane, direction }) => [lane, direction])).map(([[lane, direction], n]) => [
          laneName(String(lane), language),
          way(String(direction)),
          number(n),
        ]),
        [2],
      ),
      table(
        'orders',
        heads('order', 'span'),
        sheet.orders.map((order) => [
          order.number,
          [order.startsAt, order.endsAt].map((at) => (at === null ? '' : formatDateTime(at, borderZone, language))).join(' – '),
        ]),
      ),
      table(
        'quotas',
        heads('order', 'session', 'places'),
        sheet.quotas.map((quota) => [
          quota.number,
          [quota.opens, quota.closes].map((at) => formatTime(at as ClockTime, language)).join(' – '),
          `${number(quota.taken)} / ${number(quota.places)}`,
        ]),
        [2],
      ),
      table('referrals', ofReferral, sheet.referrals.map(referral)),
      table('overrides', ofReferral, sheet.overrides.map(referral)),
      table(
        'notable',
        heads('outcome', 'rule', 'people'),
        sheet.notable.map(({ outcome: how, rule, n }) => [outcome(how), say(verdictRuleWords, rule), number(n)]),
        [2],
      ),
      table(
        'undone',
        heads('time', 'lane', 'direction', 'undoneAt'),
        sheet.undone.map((each) => [time(each.at), laneName(each.lane, language), way(each.direction), time(each.undoneAt)]),
      ),
      table(
        'vehicles',
        heads('kind', 'direction', 'count'),
        sheet.vehicles.map((each) => [say(vehicleClassWords, each.class), way(each.direction), number(each.n)]),
        [2],
      ),
      table(
        'goods',
        heads('chapter', 'direction', 'nature', 'sum', 'unit'),
        sheet.goods.map((each) => [
          inDigitsOf(language, each.chapter),
          way(each.direction),
          say(natureWords, each.nature),
          number(each.sum),
          say({ ...goodsUnitWords, ...goodsCurrencyWords }, each.measure),
        ]),
        [3],
      ),
      table(
        'shifts',
        heads('lane', 'officer', 'span', 'handOver'),
        sheet.shifts.map((each) => [
          laneName(each.lane, language),
          each.officerName,
          `${time(each.startedAt)} – ${each.endedAt === null ? '' : time(each.endedAt)}`,
          each.note ?? '',
        ]),
      ),
    ],
  }
}

/** Rows with one key, added up, in the order in which they first came. */
function summed<T extends { readonly n: number }>(
  rows: readonly T[],
  keyOf: (row: T) => (string | number)[],
): [key: (string | number)[], n: number][] {
  const sums = new Map<string, [(string | number)[], number]>()
  for (const row of rows) {
    const key = keyOf(row)
    const before = sums.get(JSON.stringify(key))?.[1] ?? 0
    sums.set(JSON.stringify(key), [key, before + row.n])
  }
  return [...sums.values()]
}

/** Lane 2 before lane 10. */
const laneOrder = new Intl.Collator('en', { numeric: true })
const byLane = <T extends readonly [key: (string | number)[], n: number]>(rows: readonly T[]): T[] =>
  rows.toSorted(([[a = '']], [[b = '']]) => laneOrder.compare(String(a), String(b)))
