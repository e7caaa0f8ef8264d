// Goal: what is typed about an office's printers is read as the server would take it, and refused before it is sent. Method: tables of good and bad input.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Value } from 'typebox/value'
import { equipRequest } from '../../../passes/province/province.api.ts'
import { isPaperNumber, readPrinters } from './paper.ts'

test('printers: a whole number of an office, in any digits', () => {
  for (const [typed, number] of [
    ['0', 0],
    [' 3 ', 3],
    ['៣', 3],
    ['๑๒', 12],
    ['200', 200],
  ] as const)
    assert.equal(readPrinters(typed), number, typed)
  for (const typed of ['', ' ', '201', '-1', '1.5', '1e2', 'three', '2 3', '0x1', '1000']) assert.equal(readPrinters(typed), undefined, typed)
})

test('a paper has a number, and the form takes what the server takes', () => {
  for (const instrument of ['12/2026', 'លេខ១២', '๑๒/๒๕๖๙', 'A-1.b', '', 'Sok', 'Sok 12', '12 2026', '<b>1', '1'.repeat(41), '1'.repeat(40)]) {
    const body = { requestId: '01980000-0000-7000-8000-00000000dead', office: 'KH:0109', from: '2026-11-01', printers: 1, instrument }
    assert.equal(isPaperNumber(instrument), Value.Check(equipRequest, body), instrument)
  }
})
