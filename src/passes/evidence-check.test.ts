// Goal: evidence holds when it is true and fails when one byte of it is not. Method: published vectors, what an insider with the office's own key could write, and
// every part of a good file changed: each member replaced or taken away, and random bytes of the text.
import assert from 'node:assert/strict'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import type { AccountId } from '../identity/grant.rules.ts'
import type { AreaCode, InstrumentId } from '../kernel/code.ts'
import type { CivilDate, Instant } from '../kernel/time.ts'
import type { Evidence } from './evidence.rules.ts'
import { checkEvidence, rootPinOf, type Step, steps } from './evidence-check.ts'
import { parseEvidence } from './evidence-form.ts'
import { canonicalJson } from './signing-manifest.rules.ts'
import { type Draft, openEvidenceMaker } from './test-evidence.ts'

/** `failed`: the steps that must fail; "form" alone: the text is no evidence. */
type Vector = { name: string; rootPin?: string; evidence: unknown; failed: string[] }
const folder = new URL('../../vectors/signing/', import.meta.url)
const make = await openEvidenceMaker()
const good = await make()

async function failedSteps(evidence: unknown, rootPin?: string): Promise<string[]> {
  const read = parseEvidence(typeof evidence === 'string' ? evidence : JSON.stringify(evidence))
  if (typeof read === 'string') return ['form']
  return (await checkEvidence(read, { rootPin })).filter(({ fault }) => fault !== undefined).map(({ step }) => step)
}

const account = '019b7766-0400-7000-8000-0000000000ff' as AccountId
/** Written and sealed by an insider: everything but what the step asks is right. */
const insiders: [name: string, failed: Step[], change: (draft: Draft) => void][] = [
  ['the gesture was over another list', ['list'], ({ client }) => void (client.challenge = 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA')],
  ['the statement is about another list', ['list'], ({ statement }) => void (statement.list = '019cac96-d600-7000-8000-0000000000aa')],
  ['signed five minutes after it was shown', ['list'], ({ manifest }) => void (manifest.at = '2026-03-02T01:55:00.000Z' as Instant)],
  ['signed before it was shown', ['list'], ({ manifest }) => void (manifest.at = '2026-03-02T02:00:00.001Z' as Instant)],
  ['a registration’s answer', ['gesture'], ({ client }) => void (client.type = 'webauthn.create')],
  ['on other pages', ['gesture'], ({ client }) => void (client.origin = 'https://passes.example.evil')],
  ['in a frame of other pages', ['gesture'], ({ client }) => void (client.crossOrigin = true)],
  ['for another relying party', ['gesture'], (draft) => void (draft.rpId = 'example')],
  ['nobody present', ['gesture'], (draft) => void (draft.flags = 0x04)],
  ['the person not verified', ['gesture'], (draft) => void (draft.flags = 0x01)],
  [
    'another key',
    ['signature'],
    ({ statement }) =>
      void (statement.credential.publicKey = `${statement.credential.publicKey.slice(0, 30)}AAAA${statement.credential.publicKey.slice(34)}`),
  ],
  ['another name on the pass', ['pass'], ({ claims }) => void (claims.givenName = 'DARA')],
  ['another name in own script', ['pass'], ({ claims }) => void (claims.localName = 'ចាន់ ដារា')],
  ['another birth date', ['pass'], ({ claims }) => void (claims.birthDate = '1990-05-05')],
  ['another photo', ['pass'], ({ claims }) => void (claims.photo = new Uint8Array([1, 2, 3]))],
  ['no photo', ['pass'], ({ claims }) => void delete claims.photo],
  ['a day longer', ['pass'], ({ claims }) => void (claims.expiresAt += 86_400)],
  ['issued a second later', ['pass'], ({ claims }) => void (claims.issuedAt += 1)],
  ['another number on the pass', ['pass'], ({ claims }) => void (claims.number = 'KH01100000438')],
  ['another office on the pass', ['pass'], ({ claims }) => void (claims.office = '0109')],
  ['another home area', ['pass'], ({ claims }) => void (claims.homeArea = '011004')],
  [
    'one number for two',
    ['pass'],
    ({ statement }) => void (statement.passes = Object.fromEntries(Object.keys(statement.passes).map((id) => [id, 'KH01100000425']))),
  ],
  [
    'the application twice on the list',
    ['pass', 'mandate'],
    ({ manifest }) => void (manifest.applications = [...manifest.applications, ...manifest.applications.slice(0, 1)]),
  ],
  ['somebody else’s role', ['signer'], ({ statement }) => void (statement.signer.account = account)],
  ['somebody else’s credential', ['signer'], ({ statement }) => void (statement.credential.account = account)],
  ['a list shown to somebody else', ['signer'], ({ manifest }) => void (manifest.signer = account)],
  ['a clerk', ['signer'], ({ statement }) => void (statement.signer.role = 'clerk')],
  ['governor of the neighbour', ['signer'], ({ statement }) => void (statement.signer.place = 'KH:0109')],
  [
    'provincial governor, for a district',
    ['signer'],
    ({ statement }) => void Object.assign(statement.signer, { role: 'provincial-governor', place: 'KH:01' }),
  ],
  ['a role that ended the day before', ['signer'], ({ statement }) => void (statement.signer.lastDay = '2026-03-01' as CivilDate)],
  ['a role that begins the day after', ['signer'], ({ statement }) => void (statement.signer.from = '2026-03-03' as CivilDate)],
  ['a role given afterwards', ['signer'], ({ statement }) => void (statement.signer.grantedAt = '2026-03-02T02:00:00.001Z' as Instant)],
  ['a credential enrolled afterwards', ['signer'], ({ statement }) => void (statement.credential.enrolledAt = '2026-03-02T02:00:00.001Z' as Instant)],
  [
    'a mandate revoked in that minute',
    ['mandate'],
    ({ statement }) => void Object.assign(statement.mandate, { revokedAt: '2026-03-02T02:00:00.000Z', revokedBy: 'kh/other' }),
  ],
  ['a mandate that ended', ['mandate'], ({ statement }) => void (statement.mandate.autoExtends = false)],
  ['a mandate that had not begun', ['mandate'], ({ statement }) => void (statement.mandate.from = '2026-03-03' as CivilDate)],
  ['a mandate without the power to sign', ['mandate'], ({ statement }) => void (statement.mandate.powers = ['review', 'approve'])],
  ['a mandate for another area', ['mandate'], ({ statement }) => void (statement.mandate.area = 'KH:011004' as AreaCode)],
  ['another office’s mandate', ['mandate'], ({ statement }) => void (statement.mandate.office = 'KH:0109')],
  ['another mandate than the list names', ['mandate'], ({ manifest }) => void (manifest.mandate.id = 'KH:0110/2025-01-01')],
  ['another instrument than the list names', ['mandate'], ({ manifest }) => void (manifest.mandate.instrument = 'kh/other' as InstrumentId)],
]

test('good evidence holds, pinned and not', async () => {
  assert.deepEqual(await failedSteps(good), [])
  assert.deepEqual(await failedSteps(good, rootPinOf(Buffer.from(good.certificates.root, 'base64url'))), [])
  assert.deepEqual(await failedSteps(good, '00'.repeat(32)), ['code'])
})

test('what a mandate and a role allow at their edges holds', async () => {
  const edges: ((draft: Draft) => void)[] = [
    ({ manifest }) => void (manifest.at = '2026-03-02T02:00:00.000Z' as Instant),
    ({ manifest }) => void (manifest.at = '2026-03-02T01:55:00.001Z' as Instant),
    ({ statement }) => void Object.assign(statement.signer, { from: '2026-03-02', lastDay: '2026-03-02' }),
    ({ statement }) => void (statement.signer.role = 'deputy-governor'),
    ({ statement }) => void (statement.signer.lastDay = null),
    ({ statement }) => void Object.assign(statement.mandate, { revokedAt: '2026-03-02T02:00:00.001Z', revokedBy: 'kh/other' }),
    ({ statement }) => void (statement.credential.enrolledBy = null),
  ]
  for (const edge of edges) assert.deepEqual(await failedSteps(await make(edge)), [])
})

for (const [name, failed, change] of insiders)
  test(`fails ${failed}: ${name}`, async () => {
    assert.deepEqual(await failedSteps(await make(change)), failed)
  })

test('parts of two good files do not go together', async () => {
  const other = await make(({ manifest }) => void (manifest.at = '2026-03-02T01:59:00.000Z' as Instant))
  for (const part of ['manifest', 'assertion', 'seal'] as const) assert.ok((await failedSteps({ ...good, [part]: other[part] })).length > 0, part)
  const stranger = await (await openEvidenceMaker())()
  for (const part of ['manifest', 'assertion', 'statement', 'seal', 'certificates', 'qrText'] as const) {
    const failed = await failedSteps({ ...good, [part]: stranger[part] })
    // The two makers show the same list: only what bears a key tells them apart.
    assert.equal(failed.length > 0, canonicalJson(stranger[part] as never) !== canonicalJson(good[part] as never), part)
  }
})

/** Every leaf, as a path from the root. */
function* leaves(value: unknown, path: string[] = []): Generator<string[]> {
  if (typeof value !== 'object' || value === null) return yield path
  for (const [key, each] of Object.entries(value)) yield* leaves(each, [...path, key])
}
type Node = Record<string, unknown>
function changed(path: readonly string[], change: (parent: Node, key: string) => void): unknown {
  const copy = structuredClone(good) as unknown as Node
  const parent = path.slice(0, -1).reduce((node, key) => node[key] as Node, copy)
  change(parent, path.at(-1) ?? '')
  return copy
}

test('every member replaced, taken away or added beside fails a step', async () => {
  const all = [...leaves(good)]
  assert.ok(all.length > 60, `${all.length} leaves`)
  for (const path of all) {
    const leaf = path.reduce((node: unknown, key) => (node as Node)[key], good)
    const others =
      typeof leaf === 'string'
        ? [`${leaf}A`, leaf.slice(0, -1), flipped(leaf, leaf.length - 1), flipped(leaf, 0), null]
        : [leaf === null ? 'x' : null, 7, !leaf]
    for (const other of others)
      assert.notDeepEqual(await failedSteps(changed(path, (parent, key) => void (parent[key] = other))), [], `${path.join('/')}: ${String(other)}`)
    const without = changed(path, (parent, key) => (Array.isArray(parent) ? void parent.splice(Number(key), 1) : void delete parent[key]))
    assert.notDeepEqual(await failedSteps(without), [], `${path.join('/')} taken away`)
    const beside = changed(path, (parent, key) => void (parent[`${key}2`] = leaf))
    if (!Array.isArray(path.slice(0, -1).reduce((node: unknown, key) => (node as Node)[key], good)))
      assert.notDeepEqual(await failedSteps(beside), [], `${path.join('/')} added beside`)
  }
})

const flipped = (text: string, at: number): string => text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ 1) + text.slice(at + 1)

test('any bit of the file flipped fails, or leaves it saying the same', async () => {
  const text = JSON.stringify(good, null, 2)
  const same = canonicalJson(good as never)
  await fc.assert(
    fc.asyncProperty(fc.nat(text.length - 1), fc.nat(6), async (at, bit) => {
      const other = text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ (1 << bit)) + text.slice(at + 1)
      const failed = await failedSteps(other)
      if (failed.length === 0) assert.equal(canonicalJson(JSON.parse(other)), same)
    }),
    { numRuns: 1500 },
  )
})

test('a text that is no evidence is refused with a sentence, and a member that stands twice', () => {
  const text = JSON.stringify(good)
  for (const none of ['', '{', 'null', '[]', '{}', text.slice(0, -1), text.replace('"version":1,', '"version":2,'), 'x'.repeat(400_000)])
    assert.equal(typeof parseEvidence(none), 'string')
  assert.equal(parseEvidence(text.replace('{"version":1,', '{"number":"KH00000000000","version":1,')), 'a member stands twice')
})

if (process.env['SPEAN_TEST_WRITE_SIGNING'] === '1') await writeVectors()

test('the published vectors, more invalid than valid, with a failing vector for every step', async () => {
  const read = (name: string): Vector[] => (existsSync(new URL(name, folder)) ? JSON.parse(readFileSync(new URL(name, folder), 'utf8')) : [])
  const [valid, invalid] = [read('valid.json'), read('invalid.json')]
  assert.ok(valid.length >= 3 && invalid.length > 3 * valid.length)
  for (const { name, evidence, rootPin, failed } of [...valid, ...invalid]) assert.deepEqual(await failedSteps(evidence, rootPin), failed, name)
  assert.deepEqual([...new Set(invalid.flatMap(({ failed }) => failed))].sort(), ['form', ...Object.keys(steps)].sort())
})

async function writeVectors(): Promise<void> {
  const rootPin = rootPinOf(Buffer.from(good.certificates.root, 'base64url'))
  const vector = async (name: string, evidence: unknown, pin = rootPin): Promise<Vector> => ({
    name,
    rootPin: pin,
    failed: await failedSteps(evidence, pin),
    evidence,
  })
  const valid = [
    await vector('a list of two, signed two minutes after it was shown', good),
    await vector('a deputy governor', await make(({ statement }) => void (statement.signer.role = 'deputy-governor'))),
    await vector(
      'a mandate revoked a millisecond later',
      await make(({ statement }) => void Object.assign(statement.mandate, { revokedAt: '2026-03-02T02:00:00.001Z', revokedBy: 'kh/other' })),
    ),
  ]
  const invalid = await Promise.all(insiders.map(async ([name, , change]) => vector(name, await make(change))))
  const tampered: [name: string, change: (evidence: Record<keyof Evidence, never>) => object][] = [
    ['a name on the list changed afterwards', (e) => ({ ...e, manifest: JSON.parse(JSON.stringify(e.manifest).replace('DARA', 'DORA')) })],
    ['the signer’s name changed afterwards', (e) => ({ ...e, statement: JSON.parse(JSON.stringify(e.statement).replace('Made-up', 'Made-Up')) })],
    ['the other application’s pass', (e) => ({ ...e, application: '019cac96-d200-7000-8000-000000000011' })],
    [
      'the last byte of the gesture flipped',
      (e) => ({
        ...e,
        assertion: { ...(e.assertion as Evidence['assertion']), signature: flippedBytes((e.assertion as Evidence['assertion']).signature) },
      }),
    ],
    ['the last byte of the seal flipped', (e) => ({ ...e, seal: flippedBytes(e.seal) })],
    [
      'the last byte of the office’s certificate flipped',
      (e) => ({
        ...e,
        certificates: { ...(e.certificates as Evidence['certificates']), office: flippedBytes((e.certificates as Evidence['certificates']).office) },
      }),
    ],
    [
      'the last byte of the root flipped',
      (e) => ({
        ...e,
        certificates: { ...(e.certificates as Evidence['certificates']), root: flippedBytes((e.certificates as Evidence['certificates']).root) },
      }),
    ],
    [
      'the last character of the QR text changed',
      (e) => ({ ...e, qrText: `${String(e.qrText).slice(0, -1)}${String(e.qrText).endsWith('0') ? '1' : '0'}` }),
    ],
    ['a member too many', (e) => ({ ...e, note: 'believe me' })],
    ['a member missing', ({ seal: _, ...e }) => e],
  ]
  for (const [name, change] of tampered) invalid.push(await vector(name, change(structuredClone(good) as never)))
  invalid.push(await vector('another root than the pinned one', good, '00'.repeat(32)))
  mkdirSync(folder, { recursive: true })
  for (const [name, vectors] of [
    ['valid.json', valid],
    ['invalid.json', invalid],
  ] as const)
    writeFileSync(new URL(name, folder), `${JSON.stringify(vectors, null, 1)}\n`)
}

function flippedBytes(text: string): string {
  const bytes = Buffer.from(text, 'base64url')
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
  return bytes.toString('base64url')
}
