// Goal: an office's head is said in the reader's language, and nobody else is taken for them. Method: every mandate of the reference data, and records that only look like one.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readAreas } from '../app/load-reference.ts'
import type { AreaCode } from '../kernel/code.ts'
import { officeHeadWords } from '../words/office-heads.ts'
import { headIn, officeHeads, recordedHead } from './office-head.rules.ts'

const areas = readAreas().filter(({ code }) => code.length > 2)

test('each area’s head is found in its own record', () => {
  for (const { code, nameEn, level } of areas) {
    const head = headIn(recordedHead(code, nameEn), { id: code, nameEn, level })
    assert.equal(head, code.startsWith('TH:') ? 'thai-district' : level, code)
  }
})

test('what is written otherwise stays as it is written', () => {
  const malai = { id: 'KH:0109' as AreaCode, nameEn: 'Malai', level: 'district' }
  for (const recorded of [
    'Governor of Poipet',
    'Deputy Governor of Malai',
    'governor of Malai',
    'Governor of Malai ',
    'District Chief Officer of Malai',
    '',
  ])
    assert.equal(headIn(recorded, malai), undefined, recorded)
})

test('each head has words, and in English they are the record', () => {
  assert.deepEqual(Object.keys(officeHeadWords).sort(), [...officeHeads].sort())
  for (const { code, nameEn, level } of areas) {
    const head = headIn(recordedHead(code, nameEn), { id: code, nameEn, level })
    assert.equal(head && officeHeadWords[head].en.replace('{area}', nameEn), recordedHead(code, nameEn))
  }
})
