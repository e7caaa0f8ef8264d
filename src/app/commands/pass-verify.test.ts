// Goal: the command says what the verifier says, keeps its exit codes, and never dies of its input. Method: the published vectors through given streams.
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { passVerify } from './pass-verify.ts'

type Vector = { name: string; text: string; now: number; expected: { outcome: string; code: string } }
const folder = fileURLToPath(new URL('../../../vectors/credential/', import.meta.url))
const trustFile = join(folder, 'trust.json')
const vectors: Vector[] = ['valid.json', 'invalid.json'].flatMap((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')))
const now = String(vectors[0]?.now)
const textOf = (code: string): string => vectors.find(({ expected }) => expected.code === code)?.text ?? assert.fail(code)

async function run(args: string[], chunks: readonly (string | Uint8Array)[] = [], defaultTrustFile = trustFile) {
  const printed: string[] = []
  const complaints: string[] = []
  const input = (async function* () {
    yield* chunks
  })()
  const exit = await passVerify(
    args,
    { defaultTrustFile },
    { input, print: (text) => void printed.push(text), complain: (text) => complaints.push(text) },
  )
  return { exit, out: printed.join(''), complaint: complaints.join('') }
}

for (const [code, exit] of [
  ['OK', 0],
  ['REVOKED', 1],
  ['KID_UNKNOWN', 2],
  ['ZLIB_HEADER', 3],
] as const)
  test(`${code} exits with ${exit}`, async () => {
    const result = await run(['--now', now, '--json', '--', textOf(code)])
    assert.equal(result.exit, exit)
    assert.equal(JSON.parse(result.out).code, code)
    assert.equal(result.out.trimEnd().includes('\n'), false)
  })

test('claims are shown for green, as unverified for amber, and not at all for red', async () => {
  const shown = async (code: string) => JSON.parse((await run(['--now', now, textOf(code)])).out)
  const [green, amber, red] = [await shown('OK'), await shown('STATUS_STALE'), await shown('REVOKED')]
  assert.equal(green.claims.familyName, 'CHAN')
  assert.equal('unverified' in green, false)
  assert.deepEqual([amber.claims.familyName, amber.unverified], ['CHAN', true])
  assert.equal('claims' in red, false)
})

test('a text of several words, with options before and after, is one text', async () => {
  const spaced = vectors.find(({ text, expected }) => expected.code === 'OK' && / [^ ]/.test(text) && !/ {2}|^ | $/.test(text))
  assert.ok(spaced, 'a good pass with a space in its text')
  const { exit } = await run(['--trust', trustFile, ...spaced.text.split(' '), `--now=${now}`])
  assert.equal(exit, 0)
})

test('"-" reads standard input, with or without a line end, and no more than one', async () => {
  const text = textOf('OK')
  for (const ending of ['', '\n', '\r\n']) assert.equal((await run(['--now', now, '-'], [text.slice(0, 9), text.slice(9) + ending])).exit, 0)
  assert.equal((await run(['--now', now, '-'], [`${text}\n\n`])).exit, 3)
})

test('--jsonl: every vector, in order, through chunks of odd sizes', async () => {
  const input = Buffer.from(vectors.map(({ name, text }) => `${JSON.stringify({ id: name, text })}\n`).join(''))
  const chunks = Array.from({ length: Math.ceil(input.length / 777) }, (_, index) => input.subarray(777 * index, 777 * (index + 1)))
  const { exit, out } = await run(['--jsonl', '--now', now], chunks)
  assert.equal(exit, 0)
  const answers = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  assert.deepEqual(
    answers,
    vectors.map(({ name, expected }) => ({ id: name, ...expected })),
  )
})

test('--jsonl: a bad line is answered and does not stop the rest', async () => {
  const lines = ['{', '', '[]', 'null', '{"id":{},"text":7}', '{"id":5}', 'x'.repeat(200_000), JSON.stringify({ id: '\u2028', text: textOf('OK') })]
  const { exit, out } = await run(['--jsonl', '--now', now], [lines.join('\n')])
  assert.equal(exit, 0)
  const answers = out.trimEnd().split('\n')
  assert.equal(answers.length, lines.length)
  assert.deepEqual(answers.slice(0, 5), Array(5).fill('{"id":null,"outcome":"neutral","code":"LINE"}'))
  assert.equal(answers[5], '{"id":5,"outcome":"neutral","code":"LINE"}')
  assert.deepEqual(JSON.parse(answers[7] ?? ''), { id: '\u2028', outcome: 'green', code: 'OK' })
})

test('a request that cannot begin exits with 4 and one line that names the reason', async () => {
  const broken = join(mkdtempSync(join(tmpdir(), 'pass-verify-')), 'trust.json')
  const cases: readonly [args: string[], trustText: string, says: RegExp][] = [
    [['X'], '{', /not a JSON object/],
    [['X'], '{"keys":[{"kid":"zz"}]}', /keys\[0\]: "kid" is not hex/],
    [['--trust', '/nowhere/trust.json', 'X'], '', /cannot be read: ENOENT/],
    [['--now', 'soon', 'X'], '', /--now "soon"/],
    [['--now', '-1', 'X'], '', /--now "-1"/],
    [['--now'], '', /usage/],
    [['--colour', 'X'], '', /--colour/],
    [[], '', /usage/],
    [['--jsonl', 'X'], '', /usage/],
  ]
  for (const [args, trustText, says] of cases) {
    writeFileSync(broken, trustText)
    const { exit, out, complaint } = await run(args, [], broken)
    assert.deepEqual([exit, out], [4, ''], args.join(' '))
    assert.match(complaint, says)
    assert.equal(complaint.split('\n').length, 2, 'one line')
  }
})
