// Goal: a receipt says number, price, day, office and text in each language, and the office is the one that took the money. Method: one receipt in three languages; numbers of other forms.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Instant } from '../kernel/time.ts'
import { officeOfReceipt, type ReceiptFacts, sayReceipt } from './receipt.rules.ts'

const facts: ReceiptFacts = {
  receipt: 'KH0109-R000012',
  office: { km: 'ម៉ាឡៃ', th: 'Malai', en: 'Malai' },
  fee: { amount: 20_000, currency: 'KHR' },
  instrument: { km: 'បទបញ្ជា', th: 'คำสั่ง', en: 'Order' },
  paidAt: '2026-11-20T01:30:00.000Z' as Instant,
  applicationNumber: '1234567890',
}
const said: ['km' | 'th' | 'en', string, string, string, string][] = [
  ['km', 'បង្កាន់ដៃ KH0109-R000012', '២០ ០០០៛', 'ម៉ាឡៃ', 'បទបញ្ជា'],
  ['th', 'ใบเสร็จ KH0109-R000012', '20,000 เรียล', 'Malai', 'คำสั่ง'],
  ['en', 'Receipt KH0109-R000012', '20,000 riel', 'Malai', 'Order'],
]
for (const [language, title, price, office, instrument] of said)
  test(`in ${language}`, () => {
    const told = sayReceipt(facts, language)
    assert.deepEqual([told.title.replaceAll('\u00a0', ' '), told.price.replaceAll('\u00a0', ' ')], [title, price])
    assert.deepEqual(
      told.lines.slice(1).map(([, value]) => value),
      ['123 456 7890', office, instrument],
    )
  })

const numbers: [receipt: string, office: string | undefined][] = [
  ['KH0109-R000012', 'KH:0109'],
  ['KH01-R1000000', 'KH:01'],
  ['TH2706-R000001', 'TH:2706'],
  ['KH0109-R12', undefined],
  ['KH0109', undefined],
  ['0109-R000012', undefined],
  ['KH:0109-R000012', undefined],
  ['KH0109-R000012x', undefined],
  ['', undefined],
]
for (const [receipt, office] of numbers) test(`the office of "${receipt}"`, () => assert.equal(officeOfReceipt(receipt), office))
