import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Problem } from '../../api.ts'
import { type Draft, emptyDraft } from './draft.ts'
import { fieldOf, fieldOrder, openFields } from './open-fields.ts'

const full: Draft = {
  ...emptyDraft('KHM'),
  ...{
    localName: 'ចាន់ សុភា',
    familyName: 'CHAN',
    givenName: 'SOPHEA',
    birthDate: '3/2/1984',
    sex: '2',
    nationalId: '990000001',
    province: 'KH:01',
    district: 'KH:0110',
    photo: '/9j/',
  },
}
const asked = { guardian: false, district: true }

test('a full form has no open entry, with or without an address', () => {
  assert.deepEqual(openFields(full, asked), {})
  assert.deepEqual(openFields({ ...full, address: 'House 1' }, asked), {})
})

test('each needed entry is open while it is empty or only spaces', () => {
  for (const field of ['localName', 'familyName', 'givenName', 'birthDate', 'sex', 'nationalId', 'province', 'district', 'photo'] as const)
    assert.deepEqual(Object.keys(openFields({ ...full, [field]: '' }, asked)), [field])
  assert.deepEqual(Object.keys(openFields({ ...full, localName: '  ' }, asked)), ['localName'])
})

test('a date that is none is open; a guardian and a district only where they are asked for', () => {
  assert.deepEqual(Object.keys(openFields({ ...full, birthDate: '31/6/1992' }, asked)), ['birthDate'])
  assert.deepEqual(Object.keys(openFields(full, { guardian: true, district: true })), ['guardian'])
  assert.deepEqual(openFields({ ...full, district: '' }, { guardian: false, district: false }), {})
})

test('a replacement names the pass it replaces; a correction keeps the photo that is there', () => {
  assert.deepEqual(Object.keys(openFields({ ...full, cause: 'lost' }, asked)), ['replaces'])
  assert.deepEqual(openFields({ ...full, cause: 'lost', replaces: 'KH01090000013' }, asked), {})
  assert.deepEqual(openFields({ ...full, photo: '' }, { ...asked, photo: false }), {})
})

test('a refusal points at its entry', () => {
  const problem = (code: Problem['code'], about: Record<string, string> = {}): Problem => ({
    code,
    about,
    status: 422,
    title: '',
    next: '',
    rule: '',
    instruments: [],
  })
  assert.equal(fieldOf(problem('applicant.name-characters', { field: 'givenName' })), 'givenName')
  assert.equal(fieldOf(problem('applicant.guardian-missing')), 'guardian')
  assert.equal(fieldOf(problem('applicant.address-not-served', { area: 'KH:0201' })), 'district')
  assert.equal(fieldOf(problem('applicant.has-live-pass')), undefined)
  assert.equal(fieldOf(problem('no-connection')), undefined)
})

test('the order of the form names every entry once', () => {
  const { madeUp: _madeUp, ...entries } = emptyDraft('KHM')
  assert.deepEqual([...fieldOrder].sort(), Object.keys(entries).sort())
})
