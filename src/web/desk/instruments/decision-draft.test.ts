// Goal: what is typed becomes the command it says, and nothing half-typed is sent. Method: each entry empty or wrong by turns; moments in every script.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readClock, readMoment } from '../form/typed-moment.ts'
import { type DecisionDraft, decisionBody, lacksOf } from './decision-draft.ts'

const whole: DecisionDraft = {
  isAll: true,
  offices: [],
  name: ' decision-2026-12-01 ',
  title: { km: 'សេចក្តីសម្រេច', th: 'คำสั่ง', en: 'Decision ' },
  kind: 'decision',
  issuer: 'KH',
  signedOn: '1/12/2569',
  source: 'file 12',
  isNow: false,
  at: { day: '2/12/2026', clock: '8.30' },
}
const to = { instrument: 'kh/order-2024-01-01', state: 'KH' }

test('a whole draft becomes the command', () => {
  assert.deepEqual(decisionBody(whole, to), {
    instrument: 'kh/order-2024-01-01',
    offices: 'all',
    decision: {
      id: 'kh/decision-2026-12-01',
      title: { km: 'សេចក្តីសម្រេច', th: 'คำสั่ง', en: 'Decision' },
      kind: 'decision',
      issuer: 'KH',
      signedOn: '2026-12-01',
      source: 'file 12',
    },
    at: '2026-12-02T01:30:00.000Z',
  })
  assert.equal(decisionBody({ ...whole, isNow: true, at: { day: '', clock: '' } }, to)?.at, null)
  assert.deepEqual(decisionBody({ ...whole, isAll: false, offices: ['KH:0109'] }, to)?.offices, ['KH:0109'])
})

const broken: [field: string, change: Partial<DecisionDraft>, lack: string][] = [
  ['offices', { isAll: false }, 'chooseOffice'],
  ['name', { name: ' ' }, 'needed'],
  ['name', { name: 'Decision 1' }, 'badId'],
  ['name', { name: '../x' }, 'badId'],
  ['km', { title: { ...whole.title, km: '' } }, 'needed'],
  ['th', { title: { ...whole.title, th: '' } }, 'needed'],
  ['en', { title: { ...whole.title, en: '' } }, 'needed'],
  ['issuer', { issuer: '' }, 'needed'],
  ['signedOn', { signedOn: '' }, 'needed'],
  ['signedOn', { signedOn: '31/2/2026' }, 'badDate'],
  ['source', { source: '' }, 'needed'],
  ['at', { at: { day: '2/12/2026', clock: '25:00' } }, 'badDate'],
]
for (const [field, change, lack] of broken)
  test(`${field} ${JSON.stringify(change)}: ${lack}`, () => {
    assert.deepEqual([...lacksOf({ ...whole, ...change })], [[field, lack]])
    assert.equal(decisionBody({ ...whole, ...change }, to), undefined)
  })

for (const [typed, clock] of [
  ['9:05', '09:05'],
  ['09.05', '09:05'],
  ['០៩:០៥', '09:05'],
  ['๒๓:๕๙', '23:59'],
  ['24:00', '24:00'],
  ['9', undefined],
  ['', undefined],
] as const)
  test(`the time «${typed}» is ${clock}`, () => assert.equal(readClock(typed), clock))
test('the day’s end is the next day’s beginning', () =>
  assert.equal(readMoment({ day: '30/11/2026', clock: '24:00' }), readMoment({ day: '1/12/2026', clock: '00:00' })))
