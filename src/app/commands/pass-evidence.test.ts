// Goal: anybody can check who signed a pass, with the file alone; and only those may have the file whose work it is. Method: a whole instance, a pass signed over HTTP,
// its evidence over HTTP and from the shell, true and tampered with.
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { rootPinOf, steps } from '../../passes/evidence-check.ts'
import { openDesk, type Who } from '../test-desk.ts'
import { openTestInstance } from '../test-instance.ts'
import { passEvidence } from './pass-evidence.ts'

const open = await openTestInstance({ now: '2026-03-02T02:00:00.000Z' })
const desk = openDesk(open)
const folder = mkdtempSync(join(tmpdir(), 'spean-evidence-'))
after(() => rmSync(folder, { recursive: true }))
const config = { ...open.instance.config, databaseUrl: open.administrator.options.connectionString ?? '' }

async function run(...args: string[]): Promise<{ exit: number; lines: string[]; complaint: string }> {
  const [lines, complaints]: [string[], string[]] = [[], []]
  const exit = await passEvidence(args, config, { print: (line) => void lines.push(line), complain: (line) => void complaints.push(line) })
  return { exit, lines, complaint: complaints.join('\n') }
}

const { number } = await desk.issue(5)
const governor = desk.at('governor', 'KH:0109')
const evidence = await desk.get(`/api/v1/passes/${number}/evidence`, governor)
const file = join(folder, 'evidence.json')
writeFileSync(file, JSON.stringify(evidence.body, null, 2))
const pin = rootPinOf(open.instance.keys.root.certificate)

test('the evidence of a pass signed over HTTP holds, from a file alone', async () => {
  assert.equal(evidence.status, 200, JSON.stringify(evidence.body))
  const { exit, lines } = await run('--file', file, '--root-pin', pin)
  assert.deepEqual(
    lines.slice(0, -1).map((line) => line.split(/\s+/).slice(0, 2).join(' ')),
    Object.keys(steps).map((step) => `held ${step}`),
  )
  assert.match(lines.at(-1) ?? '', new RegExp(`^Pass ${number}: signed by .+ \\(governor, KH:0109\\) at 2026-03-02T02:00:00\\.000Z, under `))
  assert.equal(exit, 0)
})

test('without a pin it says which root to compare; with a wrong one it fails', async () => {
  const free = await run('--file', file)
  assert.deepEqual([free.exit, free.lines.at(-1)?.includes(pin)], [0, true])
  const wrong = await run('--file', file, '--root-pin', '0'.repeat(64))
  assert.equal(wrong.exit, 1)
  assert.equal(wrong.lines.filter((line) => line.startsWith('FAILED')).length, 1)
  assert.match(wrong.lines.join('\n'), /FAILED {2}code .+: the root is not the pinned one/)
})

test('by number it reads this instance’s database, pins its own root, and writes the file', async () => {
  const out = join(folder, 'out.json')
  const { exit, lines, complaint } = await run(number.toLowerCase(), '--out', out)
  assert.deepEqual([exit, complaint], [0, ''])
  assert.equal(lines.length, Object.keys(steps).length + 1)
  assert.deepEqual(JSON.parse(readFileSync(out, 'utf8')), evidence.body)
})

test('tampered with: exit 1, and the step says why', async () => {
  const tampered = join(folder, 'tampered.json')
  writeFileSync(tampered, readFileSync(file, 'utf8').replace('"role": "governor"', '"role": "clerk"'))
  const { exit, lines } = await run('--file', tampered, '--root-pin', pin)
  assert.equal(exit, 1)
  assert.match(lines.join('\n'), /FAILED {2}signer .+: the role does not allow it: authority\.role/)
  assert.match(lines.join('\n'), /FAILED {2}seal /)
  assert.match(lines.at(-1) ?? '', /does NOT hold/)
  writeFileSync(tampered, '{"version": 1}')
  assert.deepEqual([(await run('--file', tampered)).exit, (await run('--file', tampered)).lines.length], [1, 1])
})

test('what it cannot begin is told in one line, with exit 2', async () => {
  for (const args of [
    [],
    ['--file'],
    ['--file', join(folder, 'none')],
    [number, '--file', file],
    [number, '--root-pin', pin],
    ['--file', file, '--root-pin', 'xyz'],
    ['A', 'B'],
    ['--what'],
  ]) {
    const { exit, lines, complaint } = await run(...args)
    assert.deepEqual([exit, lines, complaint.split('\n').length], [2, [], 1], args.join(' '))
  }
  assert.match((await run('KH00000000000')).complaint, /no pass KH00000000000 was issued here/)
})

test('the made-up history is signed in the same way, and its evidence holds', async () => {
  const made = await desk.post('/api/v1/made-up/passes', { count: 4, from: 700 }, governor)
  assert.deepEqual([made.status, made.body['issued']], [200, 4], JSON.stringify(made.body))
  const { rows } = await open.administrator.query<{ number: string }>('select number from pass where issued_on < $1 order by number', ['2026-03-01'])
  assert.equal(rows.length, 4)
  for (const { number: old } of rows) assert.equal((await run(old)).exit, 0)
})

const others: [who: Who, status: number][] = [
  [desk.at('provincial-governor', 'KH:01'), 200],
  [desk.at('interior-desk', 'KH'), 200],
  [desk.at('auditor', 'KH'), 200],
  [desk.at('governor', 'KH:0110'), 404],
  [desk.at('provincial-governor', 'KH:02'), 404],
  [desk.at('deputy-governor', 'KH:0109'), 403],
  [desk.at('clerk', 'KH:0109'), 403],
  [desk.at('system-administrator', 'KH'), 403],
]
for (const [who, status] of others)
  test(`${who.role} at ${who.place} asks for it: ${status}`, async () => {
    const asked = await desk.get(`/api/v1/passes/${number}/evidence`, who)
    assert.equal(asked.status, status, JSON.stringify(asked.body))
    if (status === 200) assert.deepEqual(asked.body, evidence.body)
    const random = await desk.get(`/api/v1/passes/${number.slice(0, -1)}X/evidence`, who)
    if (status === 404) assert.deepEqual(random.body, asked.body, 'a foreign number answers like a random one')
  })

test('over HTTP: no list without the role, none without a session, no signature with another list’s gesture', async () => {
  const applied = await desk.apply({}, 'KH:0109', 6)
  const application = String(applied.body['id'])
  const lists = { applications: [application] }
  assert.equal((await desk.post('/api/v1/signing-lists', lists)).status, 401)
  assert.equal((await desk.post('/api/v1/signing-lists', lists, desk.at('clerk', 'KH:0109'))).status, 403)
  const held = await desk.post('/api/v1/signing-lists', lists, governor)
  assert.deepEqual([held.status, held.body['code'], held.body.about[application]], [409, 'application.not-approved', 'application.not-approved'])
  await desk.pay(application)
  await desk.approve(application)
  const [mine, other] = [await desk.post('/api/v1/signing-lists', lists, governor), await desk.post('/api/v1/signing-lists', lists, governor)]
  assert.equal(mine.status, 201)
  const { challenge } = other.body['options'] as { challenge: string }
  const assertion = (await desk.post('/api/v1/demonstration/assertion', { challenge }, governor)).body
  const refused = await desk.post('/api/v1/signatures', { requestId: desk.id(), list: mine.body['list'], assertion }, governor)
  assert.deepEqual([refused.status, refused.body['code']], [403, 'signature.gesture'])
  assert.equal((await desk.post('/api/v1/signatures', { requestId: desk.id(), list: mine.body['list'] }, governor)).status, 400, 'no assertion')
  const signed = await desk.post('/api/v1/signatures', { requestId: desk.id(), list: other.body['list'], assertion }, governor)
  assert.equal(signed.status, 200, JSON.stringify(signed.body))
  assert.equal((signed.body['passes'] as object[]).length, 1)
})
