// Goal: a line of goods is sound or refused with its one reason; what differs is told exactly and without blame. Method: every chapter and unit, numbers at and over each edge, drawn sheets against sums in whole thousandths.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Outcome } from '../../kernel/outcome.ts'
import { assessLines, differencesOf, type GoodsLine, goodsCurrencies, goodsUnits, natures, quantityMax, valueMax } from './goods-sheet.rules.ts'
import { readChapters } from './sheet-data.ts'

const chapters = readChapters()
const sound: GoodsLine = { chapter: '07', nature: 'seen', quantity: 12.5, unit: 'kg', value: 40_000, currency: 'KHR' }
const said = (outcome: Outcome<unknown>): string => (outcome.ok ? 'sound' : outcome.refusal.code)
const assess = (change: Partial<GoodsLine>) => said(assessLines([sound, { ...sound, ...change }], chapters))

test('every two digits are a chapter, reserved, for national use, or none', () => {
  for (let number = 0; number <= 99; number += 1) {
    const chapter = String(number).padStart(2, '0')
    const wanted = number === 0 ? 'goods.chapter' : number === 77 ? 'goods.chapter-reserved' : number >= 98 ? 'goods.chapter-national' : 'sound'
    assert.equal(assess({ chapter }), wanted, chapter)
  }
  for (const chapter of ['', '1', '001', '100', 'AB', '៧៧', '7 ', '0x', '-1', '١٢', 'toString'])
    assert.equal(assess({ chapter }), 'goods.chapter', chapter)
})

const numbers: [change: Partial<GoodsLine>, code: string][] = [
  [{ quantity: 0.001 }, 'sound'],
  [{ quantity: quantityMax }, 'sound'],
  [{ quantity: 0 }, 'goods.quantity'],
  [{ quantity: -0 }, 'goods.quantity'],
  [{ quantity: -1 }, 'goods.quantity'],
  [{ quantity: 0.0001 }, 'goods.quantity'],
  [{ quantity: 12.3456 }, 'goods.quantity'],
  [{ quantity: quantityMax + 0.001 }, 'goods.quantity'],
  [{ quantity: 1e300 }, 'goods.quantity'],
  [{ quantity: Number.NaN }, 'goods.quantity'],
  [{ quantity: Number.POSITIVE_INFINITY }, 'goods.quantity'],
  [{ quantity: Number.MIN_VALUE }, 'goods.quantity'],
  [{ value: 0 }, 'sound'],
  [{ value: valueMax }, 'sound'],
  [{ value: 0.05, currency: 'USD' }, 'sound'],
  [{ value: -0.01 }, 'goods.value'],
  [{ value: -0 }, 'goods.value'],
  [{ value: 0.001 }, 'goods.value'],
  [{ value: 1e300 }, 'goods.value'],
  [{ value: Number.NaN }, 'goods.value'],
  [{ value: valueMax + 1 }, 'goods.value'],
]
for (const [change, code] of numbers) test(`${JSON.stringify(change)}: ${code}`, () => assert.equal(assess(change), code))

for (const unit of goodsUnits)
  test(`${unit}: whole where it is counted, and fitting the chapter`, () => {
    const counted = ['piece', 'head', 'box', 'bag'].includes(unit)
    const chapter = unit === 'head' ? '01' : '07'
    assert.equal(assess({ chapter, unit, quantity: 3 }), 'sound')
    assert.equal(assess({ chapter, unit, quantity: 2.5 }), counted ? 'goods.not-whole' : 'sound')
    assert.equal(assess({ chapter: '01', unit, quantity: 3 }), unit === 'l' || unit === 'm3' ? 'goods.unit' : 'sound')
    assert.equal(assess({ chapter: '87', unit, quantity: 3 }), unit === 'head' ? 'goods.unit' : 'sound')
  })

test('a sheet has lines, and a fault names its line', () => {
  assert.equal(said(assessLines([], chapters)), 'goods.empty')
  const faulty = assessLines([sound, sound, { ...sound, chapter: '99' }], chapters)
  assert.deepEqual(!faulty.ok && faulty.refusal.about, { line: 3, chapter: '99' })
})

const declared = { ...sound, nature: 'declared' as const }
const differences: [name: string, lines: GoodsLine[], told: string[]][] = [
  ['nothing declared: nothing to compare', [sound, { ...sound, quantity: 1 }], []],
  ['the same', [sound, declared], []],
  [
    'the same, in tonnes',
    [
      { ...sound, quantity: 1500 },
      { ...declared, quantity: 1.5, unit: 't' },
    ],
    [],
  ],
  [
    'the same, in two parts of a sum that floats',
    [
      { ...sound, quantity: 0.1 },
      { ...sound, quantity: 0.2, value: 0 },
      { ...declared, quantity: 0.3 },
    ],
    [],
  ],
  ['more seen', [{ ...sound, quantity: 13 }, declared], ['07 quantity kg 13 12.5 seen-more']],
  [
    'more declared, in money too',
    [sound, { ...declared, quantity: 20, value: 50_000 }],
    ['07 quantity kg 12.5 20 declared-more', '07 value KHR 40000 50000 declared-more'],
  ],
  [
    'another chapter',
    [sound, { ...declared, chapter: '08' }],
    [
      '07 quantity kg 12.5 0 only-seen',
      '07 value KHR 40000 0 only-seen',
      '08 quantity kg 0 12.5 only-declared',
      '08 value KHR 0 40000 only-declared',
    ],
  ],
  ['units that cannot be compared', [sound, { ...declared, unit: 'box', quantity: 2 }], ['07 quantity null 0 0 not-comparable']],
  ['two currencies', [sound, { ...declared, currency: 'THB', value: 300 }], ['07 value null 0 0 not-comparable']],
]
for (const [name, lines, told] of differences)
  test(`differences: ${name}`, () => {
    const found = differencesOf(lines).map(
      ({ chapter, of, measure, seen, declared: named, difference }) => `${chapter} ${of} ${measure} ${seen} ${named} ${difference}`,
    )
    assert.deepEqual(found, told)
  })

const line = fc.record({
  chapter: fc.constantFrom('01', '07', '84'),
  nature: fc.constantFrom(...natures),
  quantity: fc.integer({ min: 1, max: quantityMax * 1000 }).map((n) => n / 1000),
  unit: fc.constantFrom(...goodsUnits),
  value: fc.integer({ min: 0, max: 1e14 }).map((n) => n / 100),
  currency: fc.constantFrom(...goodsCurrencies),
})
test('drawn sheets: seen less declared is the same whichever order the lines have, and swaps with the natures', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
      const sorted = (all: ReturnType<typeof differencesOf>) => all.map((each) => JSON.stringify(each)).sort()
      assert.deepEqual(sorted(differencesOf(lines.toReversed())), sorted(differencesOf(lines)))
      const swapped = differencesOf(lines.map((each) => ({ ...each, nature: each.nature === 'seen' ? ('declared' as const) : ('seen' as const) })))
      const turned = {
        same: 'same',
        'seen-more': 'declared-more',
        'declared-more': 'seen-more',
        'only-seen': 'only-declared',
        'only-declared': 'only-seen',
        'not-comparable': 'not-comparable',
      } as const
      const back = swapped.map((each) => ({ ...each, seen: each.declared, declared: each.seen, difference: turned[each.difference] }))
      assert.deepEqual(sorted(back), sorted(differencesOf(lines)))
    }),
  )
})
