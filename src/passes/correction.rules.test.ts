// Goal: each change of who somebody is has the register asked again, and only number and birthday are what they are known by. Method: every field of an applicant changed alone.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AreaCode } from '../kernel/code.ts'
import type { CivilDate } from '../kernel/time.ts'
import type { Applicant } from './applicant.rules.ts'
import { identityChanges, isSearchedAgain } from './correction.rules.ts'

const applicant: Applicant = {
  localName: 'ស្រ៊ុន ស្រីពៅ',
  localLanguage: 'khm',
  givenName: 'SREYPOV',
  familyName: 'SRUN',
  birthDate: '1990-05-17' as CivilDate,
  sex: 2,
  nationality: 'KHM',
  nationalId: '990000001',
  homeArea: 'KH:0109' as AreaCode,
  address: 'House 1',
  guardian: null,
  familyBook: null,
}
const changes: [change: Partial<Applicant>, identity: string[], searched: boolean][] = [
  [{}, [], false],
  [{ nationalId: '990000002' }, ['nationalId'], true],
  [{ birthDate: '1990-05-18' as CivilDate }, ['birthDate'], true],
  [{ nationalId: '990000002', birthDate: '1990-05-18' as CivilDate }, ['nationalId', 'birthDate'], true],
  [{ localName: 'ស្រ៊ុន' }, [], true],
  [{ givenName: 'SREY' }, [], true],
  [{ familyName: 'SRU' }, [], true],
  [{ localLanguage: 'tha', sex: 1, nationality: 'THA', homeArea: 'KH:0110' as AreaCode, address: 'x', guardian: 'y', familyBook: 'z' }, [], false],
]
for (const [change, identity, searched] of changes)
  test(`corrected: ${Object.keys(change).join(', ') || 'nothing'}`, () => {
    const after = { ...applicant, ...change }
    assert.deepEqual([identityChanges(applicant, after), isSearchedAgain(applicant, after)], [identity, searched])
  })
