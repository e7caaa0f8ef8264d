// Goal: each role is shown what its work needs of a case and no more. Method: every role against every field, by a table written from what each role does; properties.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Action, actions, type Role, roles } from '../identity/authority-lists.rules.ts'
import { authority } from '../identity/authority-table.rules.ts'
import type { AccountId, Grant } from '../identity/grant.rules.ts'
import { areaPlace, statePlace } from '../identity/place.rules.ts'
import type { AreaCode } from '../kernel/code.ts'
import type { CivilDate, Instant } from '../kernel/time.ts'
import { fieldsOf, rolesReaching, shown, shownTo, showsPhoto } from './fields.rules.ts'
import { messagesAnswer } from './messages/messages.api.ts'
import { applicationAnswer, passAnswer } from './passes.api.ts'

const person = {
  localName: 'សុខ ដារ៉ា',
  givenName: 'DARA',
  familyName: 'SOK',
  birthDate: '1990-05-17',
  sex: 1,
  nationality: 'KHM',
  nationalId: '120450780',
  homeArea: 'KH:0110',
  address: 'House 12',
  guardian: null,
  familyBook: 'B-9',
  madeUp: true,
}
const application = { id: 'a', state: 'paid', fee: { amount: 20_000 }, paidAt: 't', receipt: 'R1', reason: null }
const pass = { number: 'X', state: 'active', homeArea: 'KH:0110', qrText: 'HC1:…' }

const visible = (role: Role): string[] => {
  const all = [shown([role], 'person', person), shown([role], 'application', application), shown([role], 'pass', pass)]
  return all.flatMap(({ notShown, ...value }) => Object.keys(value).filter((field) => !notShown.includes(field)))
}
const always = ['madeUp', 'id', 'state', 'number', 'state']
const names = ['localName', 'givenName', 'familyName']
const birth = ['birthDate', 'sex', 'nationality']
const whole = [
  ...names,
  ...birth,
  'nationalId',
  'homeArea',
  'address',
  'guardian',
  'familyBook',
  'fee',
  'paidAt',
  'receipt',
  'reason',
  'homeArea',
  'qrText',
]
/** From what each role does; whoever is not named reads no case. */
const expected: { readonly [R in Role]?: readonly string[] } = {
  clerk: whole,
  reviewer: whole,
  governor: whole,
  'deputy-governor': whole,
  'provincial-governor': whole,
  cashier: [...names, 'fee', 'paidAt', 'receipt'],
  printer: names,
  'provincial-officer': [...names, ...birth, 'nationalId', 'homeArea', 'address', 'reason', 'homeArea', 'qrText'],
  'interior-desk': [...names, ...birth, 'nationalId', 'homeArea', 'reason', 'homeArea', 'qrText'],
  auditor: [...names, ...birth, 'homeArea', 'fee', 'paidAt', 'receipt', 'reason', 'homeArea'],
}

for (const role of roles)
  test(`${role} is shown exactly its fields`, () => {
    assert.deepEqual(visible(role).toSorted(), [...always, ...(expected[role] ?? [])].toSorted())
  })

test('whoever reads applications or passes is shown something of them, and nobody else anything', () => {
  for (const role of roles) {
    const reads = (['application.read', 'pass.read'] as const).some((action) => authority[role][action] !== undefined)
    assert.equal(shownTo[role].length > 0, reads, role)
  }
})

test('photos: the cashier, the auditor and the desks that only count see none', () => {
  const seeing = roles.filter((role) => showsPhoto([role]))
  assert.deepEqual(seeing.toSorted(), [
    'clerk',
    'deputy-governor',
    'governor',
    'interior-desk',
    'printer',
    'provincial-governor',
    'provincial-officer',
    'reviewer',
  ])
})

test('the number that messages go to is the clerk’s alone; what was told is read by whoever is shown the follow number', () => {
  const seeing = (noun: 'contact' | 'message', field: string, value: object) =>
    roles.filter((role) => !shown([role], noun, value).notShown.includes(field))
  assert.deepEqual(seeing('contact', 'mobile', { mobile: '+85512771909' }), ['clerk'])
  const readers = roles.filter((role) => !shown([role], 'application', { followNumber: '1' }).notShown.includes('followNumber'))
  assert.deepEqual(seeing('message', 'text', { text: 'x', state: 'sent' }), readers)
})

test('hidden is null and named; not given is null and not named; the auditor compares the end of the number', () => {
  const cashier = shown(['cashier'], 'person', person)
  assert.deepEqual([cashier.address, cashier.guardian, cashier.notShown.includes('address'), cashier.nationalId], [null, null, true, null])
  const clerk = shown(['clerk'], 'person', person)
  assert.deepEqual([clerk.guardian, clerk.notShown], [null, []])
  const auditor = shown(['auditor'], 'person', person)
  assert.deepEqual([auditor.nationalId, auditor.notShown.includes('nationalId')], ['…780', true])
  assert.equal(shown(['auditor'], 'person', { nationalId: '12345' }).nationalId, '…')
})

test('every field of the answers is placed: a new one is hidden from nobody without a decision here', () => {
  const decided = { ...fieldsOf.application, ...fieldsOf.pass, ...fieldsOf.person, ...fieldsOf.contact, ...fieldsOf.message }
  const open = [
    ...[
      'id',
      'office',
      'state',
      'submittedAt',
      // When work is due tells nothing of a person; whoever reads the case plans by it.
      'dueOn',
      'dueProvisional',
      'approvedAt',
      'approvedBy',
      'signedAt',
      'signedBy',
      'mandate',
      'passNumber',
      // Whoever prints, binds or hands it over must know that it is over; as the pass's own state.
      'passState',
      'kind',
      'subjectPass',
      'reviewing',
      'returnedAt',
      'correctedAt',
      'booklet',
      'producedAt',
      'collectedAt',
      'closedAt',
      'applicant',
      'hands',
      'notShown',
    ],
    // Whether somebody was told, and when: no word of what.
    ...['use', 'has', 'mayChange', 'messages', 'tries', 'madeAt', 'nextAt', 'endedAt', 'why'],
    ...[
      'number',
      'issuer',
      'application',
      'instrument',
      'issuedOn',
      'lastDay',
      'pagesAdded',
      'holder',
      'signingList',
      'localLanguage',
      'madeUp',
      'model',
    ],
  ]
  const answers = [
    applicationAnswer,
    applicationAnswer.properties.applicant,
    passAnswer,
    passAnswer.properties.holder,
    messagesAnswer,
    messagesAnswer.properties.messages.items,
  ]
  const fields = answers.flatMap(({ properties }) => Object.keys(properties))
  assert.deepEqual(
    fields.filter((field) => !(field in decided) && !open.includes(field)),
    [],
  )
})

test('a role less never shows more, and the order of roles tells nothing', () => {
  fc.assert(
    fc.property(fc.subarray([...roles]), fc.nat(), (held, which) => {
      const all = shown(held, 'person', person).notShown
      assert.deepEqual(shown(held.toReversed(), 'person', person).notShown, all)
      const fewer = held.filter((_, index) => index !== which % Math.max(1, held.length))
      for (const field of all) assert.ok(shown(fewer, 'person', person).notShown.includes(field))
    }),
  )
})

test('only roles that reach the case count: a clerk of another district reads it as the auditor he also is', () => {
  const grant = (role: Role, place: Grant['place'], more: Partial<Grant> = {}): Grant => ({
    id: role,
    account: 'me' as AccountId,
    role,
    place,
    from: '2026-01-01' as CivilDate,
    lastDay: null,
    revokedAt: null,
    ...more,
  })
  const [here, there] = [areaPlace('KH:0110' as AreaCode), areaPlace('KH:0109' as AreaCode)]
  const now = '2026-03-02T03:00:00.000Z' as Instant
  const held = [grant('clerk', there), grant('auditor', statePlace('KH')), grant('reviewer', here, { revokedAt: now })]
  const reaching = (action: Action) => rolesReaching(held, action, here, now)
  assert.deepEqual(reaching('application.read'), ['auditor'])
  assert.deepEqual(rolesReaching(held, 'application.read', there, now), ['clerk', 'auditor'])
  assert.deepEqual(
    actions.filter((action) => reaching(action).includes('reviewer')),
    [],
  )
})
