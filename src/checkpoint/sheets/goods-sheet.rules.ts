import { accept, type Outcome, refuse } from '../../kernel/outcome.ts'
import { epochMs, type Instant } from '../../kernel/time.ts'

export const natures = ['seen', 'declared'] as const
export type Nature = (typeof natures)[number]
export const goodsUnits = ['kg', 't', 'l', 'piece', 'head', 'm3', 'box', 'bag'] as const
export type GoodsUnit = (typeof goodsUnits)[number]
export const goodsCurrencies = ['KHR', 'THB', 'USD'] as const
export type GoodsCurrency = (typeof goodsCurrencies)[number]

export const linesMax = 60
/** Above these a number is a slip of the keyboard; the database's own checks say the same. */
export const quantityMax = 100_000_000
export const valueMax = 1_000_000_000_000

export type GoodsLine = {
  readonly chapter: string
  readonly nature: Nature
  readonly quantity: number
  readonly unit: GoodsUnit
  readonly value: number
  readonly currency: GoodsCurrency
}
/** What data/hs-chapters.json says of chapters, without their names. */
export type ChapterRules = {
  readonly chapters: ReadonlySet<string>
  readonly reserved: ReadonlySet<string>
  readonly national: ReadonlySet<string>
  /** A unit that only these chapters are counted in; and units that a chapter is never measured in. */
  readonly unitsOnlyOf: Readonly<Partial<Record<GoodsUnit, readonly string[]>>>
  readonly unitsNeverOf: Readonly<Record<string, readonly GoodsUnit[]>>
}

/** What each unit measures, and how many of the measure's own it holds. */
const measures: { readonly [U in GoodsUnit]: { readonly measure: Measure; readonly holds: number; readonly whole: boolean } } = {
  kg: { measure: 'kg', holds: 1, whole: false },
  t: { measure: 'kg', holds: 1000, whole: false },
  l: { measure: 'l', holds: 1, whole: false },
  m3: { measure: 'l', holds: 1000, whole: false },
  piece: { measure: 'piece', holds: 1, whole: true },
  head: { measure: 'head', holds: 1, whole: true },
  box: { measure: 'box', holds: 1, whole: true },
  bag: { measure: 'bag', holds: 1, whole: true },
}
export type Measure = 'kg' | 'l' | 'piece' | 'head' | 'box' | 'bag'

/** The lines of a sheet, or the first fault with its line's number. */
export function assessLines(lines: readonly GoodsLine[], rules: ChapterRules): Outcome<undefined> {
  if (lines.length === 0) return refuse('goods.empty')
  for (const [index, line] of lines.entries()) {
    const assessed = assessLine(line, index + 1, rules)
    if (!assessed.ok) return assessed
  }
  return accept(undefined)
}

function assessLine({ chapter, unit, quantity, value }: GoodsLine, line: number, rules: ChapterRules): Outcome<undefined> {
  if (rules.national.has(chapter)) return refuse('goods.chapter-national', { about: { line, chapter } })
  if (rules.reserved.has(chapter)) return refuse('goods.chapter-reserved', { about: { line, chapter } })
  if (!rules.chapters.has(chapter)) return refuse('goods.chapter', { about: { line } })
  if (!isAmount(quantity, quantityMax, 3) || quantity === 0) return refuse('goods.quantity', { about: { line, max: quantityMax } })
  if (rules.unitsOnlyOf[unit]?.includes(chapter) === false || rules.unitsNeverOf[chapter]?.includes(unit))
    return refuse('goods.unit', { about: { line, unit, chapter } })
  if (measures[unit].whole && !Number.isInteger(quantity)) return refuse('goods.not-whole', { about: { line, unit } })
  return isAmount(value, valueMax, 2) ? accept(undefined) : refuse('goods.value', { about: { line, max: valueMax } })
}

/** A number from zero to `max` that is written with so many decimals. */
const isAmount = (amount: number, max: number, decimals: number): boolean =>
  Number.isFinite(amount) && !Object.is(amount, -0) && amount >= 0 && amount <= max && Number(amount.toFixed(decimals)) === amount

/** Who would replace a sheet: do they lead the point, and since when is their shift there; null: they are on none. */
export type Replacer = { readonly account: string; readonly leads: boolean; readonly shiftBegan: Instant | null }

/** A wrong sheet is put right by who wrote it, while they still work that shift, or by the chief. */
export const mayReplace = (old: { readonly recordedBy: string; readonly recordedAt: Instant }, { account, leads, shiftBegan }: Replacer): boolean =>
  leads || (old.recordedBy === account && shiftBegan !== null && epochMs(old.recordedAt) >= epochMs(shiftBegan))

export const differences = ['same', 'seen-more', 'declared-more', 'only-seen', 'only-declared', 'not-comparable'] as const
/** What was seen and what was declared of a chapter, in one measure or one currency. A fact to look at, no accusation. */
export type GoodsDifference = {
  readonly chapter: string
  readonly of: 'quantity' | 'value'
  /** Null where nothing seen and nothing declared is in one measure. */
  readonly measure: Measure | GoodsCurrency | null
  readonly seen: number
  readonly declared: number
  readonly difference: (typeof differences)[number]
}

/** Where a sheet has both what was seen and what was declared: how the two differ, chapter by chapter. What is the same is left out. */
export function differencesOf(lines: readonly GoodsLine[]): GoodsDifference[] {
  if (!natures.every((nature) => lines.some((line) => line.nature === nature))) return []
  return [...new Set(lines.map(({ chapter }) => chapter))].sort().flatMap((chapter) => {
    const own = lines.filter((line) => line.chapter === chapter)
    const quantities = compare(own, ({ unit, quantity }) => [measures[unit].measure, thousandths(quantity) * measures[unit].holds])
    const values = compare(own, ({ currency, value }) => [currency, thousandths(value)])
    return [...said(quantities, chapter, 'quantity'), ...said(values, chapter, 'value')]
  })
}

type Compared = Map<Measure | GoodsCurrency, { seen: number | undefined; declared: number | undefined }>

function compare(lines: readonly GoodsLine[], amountOf: (line: GoodsLine) => [Measure | GoodsCurrency, number]): Compared {
  const sums: Compared = new Map()
  for (const line of lines) {
    const [measure, amount] = amountOf(line)
    const sum = sums.get(measure) ?? { seen: undefined, declared: undefined }
    sum[line.nature] = (sum[line.nature] ?? 0) + amount
    sums.set(measure, sum)
  }
  return sums
}

function said(sums: Compared, chapter: string, of: GoodsDifference['of']): GoodsDifference[] {
  const rows = [...sums].map(([measure, { seen, declared }]) => ({ measure, seen, declared }))
  const bothNatures = natures.every((nature) => rows.some((row) => row[nature] !== undefined))
  const shared = rows.some(({ seen, declared }) => seen !== undefined && declared !== undefined)
  if (bothNatures && !shared) return [{ chapter, of, measure: null, seen: 0, declared: 0, difference: 'not-comparable' }]
  return rows.flatMap(({ measure, seen, declared }): GoodsDifference[] => {
    const difference = differenceOf(seen, declared)
    return difference === 'same' ? [] : [{ chapter, of, measure, seen: (seen ?? 0) / 1000, declared: (declared ?? 0) / 1000, difference }]
  })
}

function differenceOf(seen: number | undefined, declared: number | undefined): GoodsDifference['difference'] {
  if (declared === undefined) return 'only-seen'
  if (seen === undefined) return 'only-declared'
  return seen === declared ? 'same' : seen > declared ? 'seen-more' : 'declared-more'
}

/** Whole thousandths add up exactly. */
const thousandths = (amount: number): number => Math.round(amount * 1000)
