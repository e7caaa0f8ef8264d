// Goal: who may enter with a passport follows the day's row, and what is not known asks for a look. Method: days around each change, by nationality.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import type { StateCode } from '../kernel/code.ts'
import { addDays, type CivilDate } from '../kernel/time.ts'
import { projectRoot } from '../platform/config.ts'
import { parseLaw, readLaw } from './law-file.ts'
import { passportEntryOn } from './passport-entry.rules.ts'

const { law } = readLaw()
const second = parseLaw(readFileSync(join(projectRoot, 'vectors', 'law', 'la-th.json'), 'utf8')).law
const entry = (host: StateCode, nationality: string, date: string) => {
  const found = passportEntryOn(law, host, nationality, date as CivilDate)
  return found && `${found.kind} ${found.days ?? '–'} ${found.instrument}`
}

const cells: [host: StateCode, nationality: string, date: string, says: string | undefined][] = [
  ['KH', 'KHM', '2026-11-20', 'own – kh-th/agreement-1997'],
  ['TH', 'THA', '2026-11-20', 'own – kh-th/agreement-1997'],
  ['KH', 'THA', '1997-09-19', undefined],
  ['KH', 'THA', '2010-12-15', 'visa – spean/operating-parameters'],
  ['KH', 'THA', '2010-12-16', 'exempt 14 kh-th/visa-exemption-2010'],
  ['KH', 'THA', '2025-06-08', 'exempt 14 kh-th/visa-exemption-2010'],
  ['KH', 'THA', '2025-06-09', 'exempt 7 kh-th/seven-days-2025'],
  ['KH', 'VNM', '2026-11-20', 'exempt 30 kh/visa-exemptions'],
  ['KH', 'PHL', '2026-11-20', 'exempt 21 kh/visa-exemptions'],
  ['KH', 'MMR', '2013-12-31', 'visa – kh/visa-exemptions'],
  ['KH', 'MMR', '2014-01-01', 'exempt 14 kh/visa-exemptions'],
  ['KH', 'DEU', '2026-11-20', 'visa – kh/visa-exemptions'],
  ['TH', 'KHM', '2010-12-15', 'visa – spean/operating-parameters'],
  ['TH', 'KHM', '2010-12-16', 'exempt 14 kh-th/visa-exemption-2010'],
  ['TH', 'KHM', '2024-07-14', 'exempt 14 kh-th/visa-exemption-2010'],
  ['TH', 'KHM', '2024-07-15', 'exempt 60 th/interior-notice-2024-07-15'],
  ['TH', 'KHM', '2025-06-09', 'exempt 7 kh-th/seven-days-2025'],
  ['TH', 'KHM', '2026-11-20', 'exempt 7 kh-th/seven-days-2025'],
  ['TH', 'DEU', '2016-12-30', 'visa – spean/operating-parameters'],
  ['TH', 'DEU', '2016-12-31', 'exempt 30 th/interior-notice-2016-05-26'],
  ['TH', 'DEU', '2024-07-15', 'exempt 60 th/interior-notice-2024-07-15'],
  ['TH', 'DEU', '2026-06-02', 'exempt 60 th/interior-notice-2024-07-15'],
  ['TH', 'DEU', '2026-06-03', 'visa – th/cabinet-decision-2026-05-19'],
  ['TH', 'MYS', '2026-06-03', 'exempt 30 th/cabinet-decision-2026-05-19'],
  ['TH', 'LAO', '2026-06-03', 'exempt 30 th/bilateral-exemptions'],
  ['TH', 'MMR', '2026-11-20', 'visa – th/cabinet-decision-2026-05-19'],
  ['TH', 'XXA', '2026-11-20', 'visa – th/cabinet-decision-2026-05-19'],
  ['KH', 'UTO', '2026-11-20', 'visa – kh/visa-exemptions'],
  ['KH', 'tha', '2026-11-20', 'visa – kh/visa-exemptions'],
  ['KH', '', '2026-11-20', 'visa – kh/visa-exemptions'],
  ['LA', 'LAO', '2026-11-20', undefined],
]
for (const [host, nationality, date, says] of cells)
  test(`${nationality || 'nobody'} into ${host} on ${date}: ${says}`, () => assert.equal(entry(host, nationality, date), says))

test('from the agreement on every nationality has an answer on every day, and only the exempt have days', () => {
  const code = fc.oneof(fc.constantFrom('KHM', 'THA', 'LAO', 'DEU', 'XXB'), fc.stringMatching(/^[A-Z]{3}$/))
  fc.assert(
    fc.property(fc.constantFrom<StateCode>('KH', 'TH'), code, fc.nat(20_000), (host, nationality, days) => {
      const found = passportEntryOn(law, host, nationality, addDays('1997-09-20' as CivilDate, days)) ?? assert.fail()
      assert.equal(found.kind === 'exempt', found.days !== null)
      assert.equal(found.kind === 'own', nationality === { KH: 'KHM', TH: 'THA', LA: '', VN: '' }[host])
    }),
  )
})

test('another agreement is data alone', () => {
  assert.deepEqual(passportEntryOn(second, 'LA', 'THA', '2026-11-20' as CivilDate), { kind: 'exempt', days: 30, instrument: 'la-th/border-pass' })
})
