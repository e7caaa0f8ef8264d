// Goal: the evidence of one pass says nothing of the others on its list, and gives no way to find an identity number by trying. Method: people with canary names signed on one
// list on a real database; each file searched, as written and with its bytes opened, for every other person, and for hashes that somebody could make who knows or guesses them.
import assert from 'node:assert/strict'
import { hash } from 'node:crypto'
import { test } from 'node:test'
import { verifyPass } from '../credential/verify.ts'
import type { Evidence } from './evidence.rules.ts'
import { readEvidence } from './evidence.ts'
import { checkEvidence } from './evidence-check.ts'
import { parseEvidence } from './evidence-form.ts'
import { identityNumberDigest, passDigest, rowDigest } from './signing-digests.ts'
import { makeSigningList } from './signing-list.ts'
import { canonicalJson, type ManifestRow } from './signing-manifest.rules.ts'
import { accepted, openSignersDesk, openTestDesk } from './test-signing-desk.ts'

const t = await openTestDesk()
const governor = await t.hire('governor')
const { answer, sign } = openSignersDesk(t, governor)
const ids = await t.approved(4)
for (const [turn, id] of ids.entries()) {
  const [letter, number] = ['ABCD'[turn], `77700${turn}9990${turn}`]
  await t.administrator.query(
    `update person set given_name = $2, family_name = $3, local_name = $4, birth_date = $5, national_id = $6, address = $7, home_area = 'KH:0110'
     where id = (select person_id from application where id = $1)`,
    [id, `CANARY${letter}`, `FAMILY${letter}`, `កាណារី${'កខគឃ'[turn]}`, `198${turn}-07-1${turn}`, number, `HOUSE${letter}`],
  )
}
const shown = accepted(await makeSigningList(t.desk, governor.actor, ids))
const signed = accepted(await sign(shown, answer(shown)))
type Person = { id: string; national_id: string; number: string; salt: Buffer; identity_salt: Buffer; row: string; position: number }
const { rows: people } = await t.administrator.query<Person>(
  `select a.id, p.national_id, a.pass_number as number, r.salt, r.identity_salt, r.row, r.position from application a
   join person p on p.cell = a.cell and p.id = a.person_id join signing_row r on r.cell = a.cell and r.application = a.id where r.list = $1 order by r.position`,
  [shown.list],
)
const files = new Map<string, Evidence>()
for (const { number } of people) files.set(number, accepted(await readEvidence(t.desk, governor.actor, number)))
const fileOf = ({ number }: Person): Evidence => files.get(number) ?? assert.fail(number)

/** The file as it is sent, and each text of bytes in it as what it may hold. */
function everythingIn(evidence: Evidence): string {
  const text = JSON.stringify(evidence)
  const opened = [...text.matchAll(/"([A-Za-z0-9_-]{20,})"/g)].flatMap(([, bytes = '']) =>
    (['utf8', 'latin1', 'hex'] as const).map((encoding) => Buffer.from(bytes, 'base64url').toString(encoding)),
  )
  return [text, ...opened].join('\n').toLowerCase()
}
const salt = (bytes: Buffer): string => bytes.toString('base64url')

/** What would tell that somebody is on the list: themselves, their secrets, and what can be made of them by whoever holds the file. */
function marksOf({ id, national_id, number, salt: own, identity_salt, row }: Person, { salt: known }: Evidence): string[] {
  const { localName, givenName, familyName, birthDate, identityNumberDigest: digest, photoSha256, qrPhotoSha256 } = JSON.parse(row) as ManifestRow
  const hashed = [
    national_id,
    number,
    id,
    givenName,
    familyName,
    localName,
    `${givenName} ${familyName}`,
    row,
    canonicalJson({ row: JSON.parse(row) }),
  ]
  return [
    ...[id, national_id, number, localName, givenName, familyName, birthDate, digest, photoSha256, qrPhotoSha256],
    ...[salt(own), own.toString('hex'), salt(identity_salt), identity_salt.toString('hex')],
    ...hashed.map((text) => hash('sha256', text)),
    // With the one salt that the file gives away, nobody else's digest can be made.
    ...[identityNumberDigest(national_id, known), rowDigest(JSON.parse(row), known), passDigest(id, number, known)],
  ]
}

test('each file holds by itself, is read again, and is of its own person', async () => {
  assert.equal(signed.passes.length, 4)
  for (const person of people) {
    const evidence = fileOf(person)
    assert.deepEqual(
      (await checkEvidence(evidence)).filter(({ fault }) => fault !== undefined),
      [],
    )
    assert.deepEqual(parseEvidence(JSON.stringify(evidence)), evidence)
    assert.deepEqual([evidence.number, evidence.row], [person.number, JSON.parse(person.row)])
    assert.ok(everythingIn(evidence).includes('canary'), 'the search would find')
  }
})

test('no file holds anything of another on its list', () => {
  for (const person of people)
    for (const other of people.filter(({ id }) => id !== person.id)) {
      const text = everythingIn(fileOf(person))
      const marks = marksOf(other, fileOf(person))
      assert.ok(marks.every((mark) => mark.length >= 7))
      assert.deepEqual(
        marks.filter((mark) => text.includes(mark.toLowerCase())),
        [],
      )
    }
})

test('nor its own holder’s identity number, its salt, or a hash by which the number can be tried', () => {
  for (const person of people) {
    const evidence = fileOf(person)
    const opening = salt(person.identity_salt)
    const tried = ['', evidence.salt, person.salt.toString('hex')].flatMap((known) => [
      hash('sha256', person.national_id + known),
      hash('sha256', known + person.national_id),
      identityNumberDigest(person.national_id, known),
    ])
    const text = everythingIn(evidence)
    const found = [person.national_id, opening, person.identity_salt.toString('hex'), ...tried].filter((mark) => text.includes(mark.toLowerCase()))
    assert.deepEqual(found, [])
    assert.equal(evidence.row.identityNumberDigest, identityNumberDigest(person.national_id, opening), 'the register can open it')
  }
})

test('the QR code in it is its own pass’s', async () => {
  for (const person of people) {
    const { qrText, row } = fileOf(person)
    const key = await t.desk.keys.keyOf('KH:0110' as never, t.clock.now)
    const verdict = await verifyPass(qrText, { keys: [key.trusted], lists: [] }, Date.parse(t.clock.now) / 1000)
    const claims = 'claims' in verdict ? verdict.claims : undefined
    assert.deepEqual([claims?.number, claims?.givenName], [person.number, row.givenName])
  }
})

test('two files of one list share the list and the gesture, and open one row each', () => {
  const [one, other] = people.map(fileOf)
  assert.ok(one && other)
  for (const part of ['manifest', 'assertion', 'statement', 'seal', 'certificates'] as const) assert.deepEqual(one[part], other[part])
  const opens = (file: Evidence, { row, salt: known }: Evidence) =>
    file.manifest.applications.filter((digest) => digest === rowDigest(row, known)).length
  assert.deepEqual([opens(one, one), opens(other, other)], [1, 1])
  assert.notEqual(one.salt, other.salt)
  // A file's salt opens nobody but its own: with another's row it is on no list.
  assert.ok(!other.manifest.applications.includes(rowDigest(other.row, one.salt)))
})
