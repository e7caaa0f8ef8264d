// Goal: evidence holds when it is true and fails when one byte of it is not. Method: published vectors, what an insider with the office's own key could write, and
// every part of a good file changed: each member replaced or taken away, and random bytes of the text.
import assert from 'node:assert/strict'
import { hash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { epochSeconds, type Instant } from '../kernel/time.ts'
import { checkEvidence, rootPinOf, type Step, steps } from './evidence-check.ts'
import { parseEvidence } from './evidence-form.ts'
import { newSalt, passDigest, rowDigest } from './signing-digests.ts'
import { canonicalJson, rowText } from './signing-manifest.rules.ts'
import { openEvidenceMaker, type Patch, shown } from './test-evidence.ts'

/** `failed`: the steps that must fail; "form" alone: the text is no evidence. */
type Vector = { name: string; rootPin?: string; evidence: unknown; failed: string[] }
const folder = new URL('../../vectors/signing/', import.meta.url)
const make = await openEvidenceMaker()
const good = await make()
const stranger = await (await openEvidenceMaker())()

async function failedSteps(evidence: unknown, rootPin?: string): Promise<string[]> {
  const read = parseEvidence(typeof evidence === 'string' ? evidence : JSON.stringify(evidence))
  if (typeof read === 'string') return ['form']
  return (await checkEvidence(read, { rootPin })).filter(({ fault }) => fault !== undefined).map(({ step }) => step)
}

const account = '019b7766-0400-7000-8000-0000000000ff'
const [signedAt, afterwards] = ['2026-03-02T02:00:00.000Z', '2026-03-02T02:00:00.001Z']
const { row, salt, manifest, statement } = good
const [, other] = shown
const [own = '', foreign = ''] = manifest.applications
const [ownPass = '', foreignPass = ''] = statement.passes
const somebody = { ...row, id: '019cac96-d200-7000-8000-0000000000aa', givenName: 'SOMEBODY' }
const digest = (text: string): string => hash('sha256', text)
/** Written and sealed by an insider: everything but what the step asks is right. */
const insiders: [name: string, failed: Step[], patch: Patch][] = [
  ['the gesture was over another list', ['list'], { client: { challenge: 'A'.repeat(43) } }],
  ['the statement is about another list', ['list'], { statement: { list: '019cac96-d600-7000-8000-0000000000aa' } }],
  ['signed five minutes after it was shown', ['list'], { manifest: { at: '2026-03-02T01:55:00.000Z' } }],
  ['signed before it was shown', ['list'], { manifest: { at: afterwards } }],
  ['a registration’s answer', ['gesture'], { client: { type: 'webauthn.create' } }],
  ['on other pages', ['gesture'], { client: { origin: 'https://passes.example.evil' } }],
  ['in a frame of other pages', ['gesture'], { client: { crossOrigin: true } }],
  ['for another relying party', ['gesture'], { rpId: 'example' }],
  ['nobody present', ['gesture'], { flags: 0x04 }],
  ['the person not verified', ['gesture'], { flags: 0x01 }],
  ['another key', ['signature'], { statement: { credential: { publicKey: stranger.statement.credential.publicKey } } }],
  ['a key that is none', ['signature'], { statement: { credential: { publicKey: 'AAAA' } } }],
  ['another name on the pass', ['pass'], { claims: { givenName: 'DARA' } }],
  ['another name in own script', ['pass'], { claims: { localName: 'ចាន់ ដារា' } }],
  ['another birth date', ['pass'], { claims: { birthDate: '1990-05-05' } }],
  ['another sex', ['pass'], { claims: { sex: 1 } }],
  ['another photo', ['pass'], { claims: { photo: new Uint8Array([1, 2, 3]) } }],
  ['no photo', ['pass'], { claims: { photo: undefined } }],
  ['a day longer', ['pass'], { claims: { expiresAt: epochSeconds('2028-03-02T17:00:00.000Z' as Instant) } }],
  ['issued a second later', ['pass'], { claims: { issuedAt: epochSeconds(signedAt as Instant) + 1 } }],
  ['another number on the pass', ['pass'], { claims: { number: 'KH01100000438' } }],
  ['another office on the pass', ['pass'], { claims: { office: '0109' } }],
  ['another home area', ['pass'], { claims: { homeArea: '011004' } }],
  ['another salt than the list’s', ['pass', 'mandate'], { salt: newSalt() }],
  ['another row than the list’s', ['pass', 'mandate'], { row: somebody }],
  ['the other’s row', ['pass', 'mandate'], { row: other.row }],
  ['the other’s salt', ['pass', 'mandate'], { salt: other.salt }],
  ['the other’s row with its salt', ['pass'], { row: other.row, salt: other.salt }],
  ['this pass’s row not on the list', ['pass', 'mandate'], { manifest: { applications: [rowDigest(somebody, salt), foreign] } }],
  ['this pass’s digest taken off the list', ['pass', 'mandate'], { manifest: { applications: [foreign] }, statement: { passes: [foreignPass] } }],
  ['another’s digest taken off the list', ['pass'], { manifest: { applications: [own] } }],
  ['a digest added to the list', ['pass'], { manifest: { applications: [own, foreign, rowDigest(somebody, salt)] } }],
  ['the list in another order than the passes', ['pass'], { manifest: { applications: [foreign, own] } }],
  ['the passes in another order than the list', ['pass'], { statement: { passes: [foreignPass, ownPass] } }],
  ['another number under this pass’s digest', ['pass'], { statement: { passes: [passDigest(row.id, 'KH01100000438', salt), foreignPass] } }],
  ['the number of another application', ['pass'], { statement: { passes: [passDigest(somebody.id, good.number, salt), foreignPass] } }],
  ['the number’s digest under another salt', ['pass'], { statement: { passes: [passDigest(row.id, good.number, newSalt()), foreignPass] } }],
  ['one pass fewer than the list', ['pass'], { statement: { passes: [ownPass] } }],
  ['one pass more than the list', ['pass'], { statement: { passes: [ownPass, foreignPass, digest('a third')] } }],
  ['one pass for two', ['pass'], { statement: { passes: [ownPass, ownPass] } }],
  ['the application twice on the list', ['list'], { manifest: { applications: [own, own] } }],
  ['a row’s digest without its domain', ['pass', 'mandate'], { manifest: { applications: [digest(canonicalJson({ row, salt })), foreign] } }],
  ['a row’s digest in the domain of passes', ['pass', 'mandate'], { manifest: { applications: [ownPass, foreign] } }],
  ['a pass’s digest in the domain of rows', ['pass'], { statement: { passes: [own, foreignPass] } }],
  ['a row’s digest without its salt', ['pass', 'mandate'], { manifest: { applications: [digest(canonicalJson(row)), foreign] } }],
  ['somebody else’s role', ['signer'], { statement: { signer: { account } } }],
  ['somebody else’s credential', ['signer'], { statement: { credential: { account } } }],
  ['a list shown to somebody else', ['signer'], { manifest: { signer: account } }],
  ['a clerk', ['signer'], { statement: { signer: { role: 'clerk' } } }],
  ['governor of the neighbour', ['signer'], { statement: { signer: { place: 'KH:0109' } } }],
  ['provincial governor, for a district', ['signer'], { statement: { signer: { role: 'provincial-governor', place: 'KH:01' } } }],
  ['a role that ended the day before', ['signer'], { statement: { signer: { lastDay: '2026-03-01' } } }],
  ['a role that begins the day after', ['signer'], { statement: { signer: { from: '2026-03-03' } } }],
  ['a role given afterwards', ['signer'], { statement: { signer: { grantedAt: afterwards } } }],
  ['a credential enrolled afterwards', ['signer'], { statement: { credential: { enrolledAt: afterwards } } }],
  ['a mandate revoked in that minute', ['mandate'], { statement: { mandate: { revokedAt: signedAt, revokedBy: 'kh/other' } } }],
  ['a mandate that ended', ['mandate'], { statement: { mandate: { autoExtends: false } } }],
  ['a mandate that had not begun', ['mandate'], { statement: { mandate: { from: '2026-03-03' } } }],
  ['a mandate without the power to sign', ['mandate'], { statement: { mandate: { powers: ['review', 'approve'] } } }],
  ['a mandate for another area', ['mandate'], { statement: { mandate: { area: 'KH:011004' } } }],
  ['another office’s mandate', ['mandate'], { statement: { mandate: { office: 'KH:0109' } } }],
  ['another mandate than the list names', ['mandate'], { manifest: { mandate: { id: 'KH:0110/2025-01-01' } } }],
  ['another instrument than the list names', ['mandate'], { manifest: { mandate: { instrument: 'kh/other' } } }],
  ['another root than that day’s', ['code'], { statement: { rootSha256: '00'.repeat(32) } }],
]

test('good evidence holds, pinned and not', async () => {
  assert.deepEqual(await failedSteps(good), [])
  assert.deepEqual(await failedSteps(good, rootPinOf(Buffer.from(good.certificates.root, 'base64url'))), [])
  assert.deepEqual(await failedSteps(good, '00'.repeat(32)), ['code'])
})

test('what a mandate and a role allow at their edges holds', async () => {
  const edges: Patch[] = [
    { manifest: { at: signedAt } },
    { manifest: { at: '2026-03-02T01:55:00.001Z' } },
    { statement: { signer: { from: '2026-03-02', lastDay: '2026-03-02' } } },
    { statement: { signer: { role: 'deputy-governor' } } },
    { statement: { signer: { lastDay: null } } },
    { statement: { mandate: { revokedAt: afterwards, revokedBy: 'kh/other' } } },
    { statement: { credential: { enrolledBy: null } } },
  ]
  for (const edge of edges) assert.deepEqual(await failedSteps(await make(edge)), [])
})

for (const [name, failed, patch] of insiders)
  test(`fails ${failed}: ${name}`, async () => {
    assert.deepEqual(await failedSteps(await make(patch)), failed)
  })

test('parts of two good files do not go together', async () => {
  const later = await make({ manifest: { at: '2026-03-02T01:59:00.000Z' } })
  for (const part of ['manifest', 'assertion', 'seal'] as const) assert.ok((await failedSteps({ ...good, [part]: later[part] })).length > 0, part)
  for (const part of ['row', 'salt', 'manifest', 'assertion', 'statement', 'seal', 'certificates', 'qrText'] as const) {
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
const memberAt = (path: readonly string[]): unknown => path.reduce((node: unknown, key) => (node as Node)[key], good)
/** The good file with one member another; undefined: taken away. */
function withMember(path: readonly string[], value: unknown): unknown {
  const copy = structuredClone(good) as unknown as Node
  const parent = path.slice(0, -1).reduce((node, key) => node[key] as Node, copy)
  const key = path.at(-1) ?? ''
  if (value !== undefined) parent[key] = value
  else if (Array.isArray(parent)) parent.splice(Number(key), 1)
  else delete parent[key]
  return copy
}

test('every member replaced, taken away or added beside fails a step', async () => {
  const all = [...leaves(good)]
  assert.ok(all.length > 60, `${all.length} leaves`)
  for (const path of all) {
    const leaf = memberAt(path)
    const others =
      typeof leaf === 'string'
        ? [`${leaf}A`, leaf.slice(0, -1), flipped(leaf, leaf.length - 1), flipped(leaf, 0), null, undefined]
        : [leaf === null ? 'x' : null, 7, !leaf, undefined]
    for (const other of others) assert.notDeepEqual(await failedSteps(withMember(path, other)), [], `${path.join('/')}: ${String(other)}`)
    const isListed = Array.isArray(memberAt(path.slice(0, -1)))
    const beside = withMember([...path.slice(0, -1), isListed ? '50' : `${path.at(-1)}2`], leaf)
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
  for (const none of ['', '{', 'null', '[]', '{}', text.slice(0, -1), text.replace('"version":2,', '"version":1,'), 'x'.repeat(400_000)])
    assert.equal(typeof parseEvidence(none), 'string')
  assert.equal(parseEvidence(text.replace('{"version":2,', '{"number":"KH00000000000","version":2,')), 'a member stands twice')
})

test('the published vectors, more invalid than valid, with a failing vector for every step', async () => {
  if (process.env['SPEAN_TEST_WRITE_SIGNING'] === '1') await writeVectors()
  const read = (name: string): Vector[] => (existsSync(new URL(name, folder)) ? JSON.parse(readFileSync(new URL(name, folder), 'utf8')) : [])
  const [valid, invalid] = [read('valid.json'), read('invalid.json')]
  assert.ok(valid.length >= 3 && invalid.length > 3 * valid.length)
  for (const { name, evidence, rootPin, failed } of [...valid, ...invalid]) assert.deepEqual(await failedSteps(evidence, rootPin), failed, name)
  assert.deepEqual([...new Set(invalid.flatMap(({ failed }) => failed))].sort(), ['form', ...Object.keys(steps)].sort())
})

/** Changed by somebody without any key. */
const tamperings: [name: string, path: string, change: (old: string) => unknown][] = [
  ['the name in the row changed afterwards', 'row/givenName', () => 'DORA'],
  ['the identity number’s digest in the row changed afterwards', 'row/identityNumberDigest', () => digest('another')],
  ['another salt', 'salt', newSalt],
  ['a salt that is too short', 'salt', (old) => old.slice(0, 22)],
  ['another digest in this pass’s place', 'manifest/applications/0', () => digest('another')],
  ['another digest in another’s place', 'manifest/applications/1', () => digest('another')],
  ['another’s digest in this pass’s place too', 'manifest/applications/0', () => foreign],
  ['this pass’s digest removed', 'manifest/applications/0', () => undefined],
  ['another’s digest removed', 'manifest/applications/1', () => undefined],
  ['a digest added', 'manifest/applications/2', () => digest('another')],
  ['the list’s order changed', 'manifest/applications', () => [foreign, own]],
  ['a digest that is none', 'manifest/applications/1', () => 'DARA'],
  ['the whole row on the list', 'manifest/applications/0', () => row],
  ['this pass’s number under another digest', 'statement/passes/0', () => digest('another')],
  ['another’s number under another digest', 'statement/passes/1', () => digest('another')],
  ['the passes’ order changed', 'statement/passes', () => [foreignPass, ownPass]],
  ['the passes by name, as in version 1', 'statement/passes', () => ({ [row.id]: good.number })],
  ['a file of version 1', 'version', () => 1],
  ['the signer’s name changed afterwards', 'statement/signer/name', () => 'Another Governor'],
  ['the mandate’s end changed afterwards', 'statement/mandate/until', () => null],
  ['another application’s id', 'row/id', () => somebody.id],
  ['another number', 'number', () => 'KH01100000438'],
  ['the last byte of the gesture flipped', 'assertion/signature', flippedBytes],
  ['the counter of the gesture changed', 'assertion/authenticatorData', flippedBytes],
  ['the last byte of the seal flipped', 'seal', flippedBytes],
  ['the last byte of the office’s certificate flipped', 'certificates/office', flippedBytes],
  ['the last byte of the root flipped', 'certificates/root', flippedBytes],
  ['a stranger’s root', 'certificates/root', () => stranger.certificates.root],
  ['a stranger’s pass', 'qrText', () => stranger.qrText],
  ['the last character of the QR text changed', 'qrText', (old) => flipped(old, old.length - 1)],
  ['bytes in another spelling', 'seal', (old) => `${old}=`],
  ['a member too many', 'note', () => 'believe me'],
  ['a member missing', 'seal', () => undefined],
]

async function writeVectors(): Promise<void> {
  const ownPin = rootPinOf(Buffer.from(good.certificates.root, 'base64url'))
  const vector = async (name: string, evidence: unknown, rootPin = ownPin): Promise<Vector> => ({
    name,
    rootPin,
    failed: await failedSteps(evidence, rootPin),
    evidence,
  })
  const valid = [
    await vector('a list of two, signed two minutes after it was shown', good),
    await vector('a deputy governor', await make({ statement: { signer: { role: 'deputy-governor' } } })),
    await vector('a mandate revoked a millisecond later', await make({ statement: { mandate: { revokedAt: afterwards, revokedBy: 'kh/other' } } })),
  ]
  const invalid = [await vector('another root than the pinned one', good, '00'.repeat(32))]
  for (const [name, , patch] of insiders) invalid.push(await vector(name, await make(patch)))
  for (const [name, path, change] of tamperings) {
    const parts = path.split('/')
    invalid.push(await vector(name, withMember(parts, change(String(memberAt(parts))))))
  }
  // What a page is shown, from which it makes the hash: for whoever writes another one.
  const rows = shown.map((each) => each.row)
  const list = { ...manifest, applications: rows, salts: shown.map((each) => each.salt), sha256: digest(canonicalJson(manifest)) }
  const texts = { rows: shown.map((each) => rowText(each.row, each.salt)), digests: manifest.applications, manifest: canonicalJson(manifest) }
  mkdirSync(folder, { recursive: true })
  writeFileSync(new URL('shown-list.json', folder), `${JSON.stringify({ list, texts }, null, 1)}\n`)
  writeFileSync(new URL('valid.json', folder), `${JSON.stringify(valid, null, 1)}\n`)
  writeFileSync(new URL('invalid.json', folder), `${JSON.stringify(invalid, null, 1)}\n`)
}

function flippedBytes(text: string): string {
  const bytes = Buffer.from(text, 'base64url')
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
  return bytes.toString('base64url')
}
