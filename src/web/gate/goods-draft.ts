import type { GoodsCurrency, GoodsUnit, Nature } from '../../checkpoint/sheets/goods-sheet.rules.ts'
import { latinDigits } from '../../kernel/digits.ts'

/** A line as it is typed; amounts stay text until they are sent. */
export type DraftLine = {
  /** Its own on the screen, also when a line before it is removed. */
  readonly key: number
  readonly chapter: string
  readonly nature: Nature
  readonly quantity: string
  readonly unit: GoodsUnit
  readonly value: string
  readonly currency: GoodsCurrency
  readonly customsReference: string
  /** JPEG in base64. */
  readonly photo: string | null
  /** The line of the sheet that is corrected, whose picture stays. */
  readonly keepsPhotoOf: number | null
}
export const emptyLine = (key: number, currency: GoodsCurrency): DraftLine => ({
  key,
  chapter: '',
  nature: 'seen',
  quantity: '',
  unit: 'kg',
  value: '',
  currency,
  customsReference: '',
  photo: null,
  keepsPhotoOf: null,
})

/** A sheet as the server answers it, as far as a correction needs it. */
export type GoodsOnRecord = {
  readonly id: string
  readonly movement: string | null
  readonly vehicleSheet: string | null
  readonly direction: 'exit' | 'entry'
  readonly recordedAt: string
  readonly lines: readonly (Omit<DraftLine, 'key' | 'quantity' | 'value' | 'customsReference' | 'photo' | 'keepsPhotoOf'> & {
    readonly line: number
    readonly quantity: number
    readonly value: number
    readonly customsReference: string | null
    readonly hasPhoto: boolean
  })[]
}

/** What is on record, to be put right: each line as it would have been typed. */
export const draftsOf = ({ lines }: Pick<GoodsOnRecord, 'lines'>): DraftLine[] =>
  lines.map(({ line, chapter, nature, quantity, unit, value, currency, customsReference, hasPhoto }) => ({
    ...{ key: line, chapter, nature, quantity: `${quantity}`, unit, value: `${value}`, currency, customsReference: customsReference ?? '' },
    ...{ photo: null, keepsPhotoOf: hasPhoto ? line : null },
  }))

/** An amount as people type it: in any digits, with spaces or commas between thousands; undefined: no amount. Below zero it is none. */
export function amountOf(typed: string): number | undefined {
  const plain = latinDigits(typed).replace(/[\s\u00a0]|,(?=\d{3}(\D|$))/g, '')
  return /^\d{1,13}(\.\d{1,3})?$/.test(plain) ? Number(plain) : undefined
}

/** What is typed and is no amount; a quantity of nothing is none either. */
export const isWrongAmount = (typed: string, of: 'quantity' | 'value'): boolean => {
  const amount = amountOf(typed)
  return typed !== '' && (amount === undefined || (of === 'quantity' && amount === 0))
}

/** A line as it is sent; undefined while something is missing. */
export function lineOf(draft: DraftLine) {
  const [quantity, value] = [amountOf(draft.quantity), amountOf(draft.value)]
  if (draft.chapter === '' || quantity === undefined || quantity === 0 || value === undefined) return undefined
  const { chapter, nature, unit, currency, photo, keepsPhotoOf } = draft
  return {
    chapter,
    nature,
    quantity,
    unit,
    value,
    currency,
    customsReference: draft.customsReference.trim() || null,
    photo,
    ...(keepsPhotoOf !== null && { keepsPhotoOf }),
  }
}
