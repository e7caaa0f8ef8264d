// Goal: what the shell sees: exit codes, the agreed JSON, one line per fault, and nothing saved that should not be.
// Method: the command with a recording shell and save; files are the project's source and vectors.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { accept, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { CivilDate } from '../../kernel/time.ts'
import type { CrossingRow } from '../../places/crossing-table.rules.ts'
import { crossingsImport, type Saved, tableBytesMax } from './crossings-import.ts'

const path = (file: string): string => fileURLToPath(new URL(`../../../${file}`, import.meta.url))
const source = path('data/sources/kh-th-agreement-1997.txt')
const hour25 = path('vectors/crossing-table/invalid/hour-25.txt')
const sourceBytes = readFileSync(source)

async function run(args: string[], input: Uint8Array = new Uint8Array(), answer?: Outcome<Saved>) {
  const [out, err, saved]: [string[], string[], (readonly CrossingRow[])[]] = [[], [], []]
  const save = async (points: readonly CrossingRow[]) => {
    saved.push(points)
    return answer ?? accept({ inserted: points.length - 1, unchanged: 1 })
  }
  const shell = {
    input: (async function* () {
      yield input
    })(),
    today: '2026-03-01' as CivilDate,
    out: (text: string) => void out.push(text),
    err: (text: string) => void err.push(text),
  }
  const code = await crossingsImport(args, { save }, shell)
  return { code, out: out.join(''), err: err.join(''), saved }
}

test('a dry run prints the agreed JSON and saves nothing', async () => {
  const { code, out, err, saved } = await run([source, '--dry-run', '--json'])
  assert.deepEqual([code, err, saved], [0, '', []])
  const table = JSON.parse(out)
  assert.deepEqual(Object.keys(table), ['points', 'corrections', 'unresolved'])
  assert.deepEqual(Object.keys(table.points[0]), ['id', 'class', 'row', 'sourceText', 'opens', 'closes', 'days', 'openedOn', 'th', 'kh', 'location'])
  for (const entry of [...table.corrections, ...table.unresolved]) assert.deepEqual(Object.keys(entry), ['row', 'class', 'source', 'reading', 'why'])
  assert.equal(table.points.length, 15)
})

test('an import saves all rows at once and says how many were new', async () => {
  const human = await run([source])
  assert.deepEqual([human.code, human.err, human.saved.length, human.saved[0]?.length], [0, '', 1, 15])
  assert.match(human.out, /kh-th\/poipet +07:00 +20:00 +daily +1997-09-20 +Ban Khlong Luek TH:2706 +Poipet KH:0110/)
  assert.match(human.out, /Corrected: 15\n[\s\S]*สระบุรี +→ สระแก้ว[\s\S]*Not resolved: 2\n[\s\S]*\n14 inserted, 1 unchanged\n$/)
  const { inserted, unchanged } = JSON.parse((await run([source, '--json'])).out)
  assert.deepEqual([inserted, unchanged], [14, 1])
})

test('what the registry refuses is told with its reason', async () => {
  const refusal = refuse('table.contradicts', { about: { point: 'kh-th/prum', fact: 'area KH' } })
  const human = await run([source], undefined, refusal)
  assert.deepEqual([human.code, human.out], [1, ''])
  assert.equal(human.err, `${source}: table.contradicts The registry says something else about this point. «point: kh-th/prum, fact: area KH»\n`)
  const json = await run([source, '--json'], undefined, refusal)
  assert.deepEqual(JSON.parse(json.err), { faults: [{ code: 'table.contradicts', about: { point: 'kh-th/prum', fact: 'area KH' } }] })
})

test('- reads standard input', async () => {
  const { code, saved } = await run(['-'], sourceBytes)
  assert.deepEqual([code, saved[0]?.length], [0, 15])
})

test('a broken file is refused with file, line and column on standard error, in text and in JSON', async () => {
  const human = await run([hour25])
  assert.deepEqual([human.code, human.out, human.saved], [1, '', []])
  assert.equal(
    human.err,
    `${hour25}:4:64 table.hour-invalid The hours are not two times of a day, the closing after the opening. «25.00 – 20.00 น.»\n`,
  )
  const json = await run(['--json', hour25, '--dry-run'])
  assert.deepEqual([json.code, json.out], [1, ''])
  assert.deepEqual(JSON.parse(json.err), { faults: [{ code: 'table.hour-invalid', line: 4, column: 64, source: '25.00 – 20.00 น.' }] })
})

test('a table with an unknown place is shown by a dry run and not imported', async () => {
  const bytes = Buffer.from(sourceBytes.toString('utf8').replace('ปอยเปต', 'ปอยเปด'))
  const dry = await run(['-', '--dry-run'], bytes)
  assert.equal(dry.code, 0)
  assert.match(dry.out, /An import would refuse this file:\n-:39:1 table\.unresolved /)
  assert.match(dry.out, /Known points that this file does not name: kh-th\/poipet\n/)
  const real = await run(['-'], bytes)
  assert.deepEqual([real.code, real.out, real.saved], [1, '', []])
  assert.match(real.err, /^-:39:1 table\.unresolved [^\n]+\n$/)
})

const misuse: readonly [args: string[], line: RegExp][] = [
  [[], /no FILE given/],
  [['--dry-run'], /no FILE given/],
  [[source, '--dryrun'], /unknown option --dryrun/],
  [[source, hour25], /more than one FILE given/],
  [['no-such-file.txt'], /no-such-file\.txt: not found/],
  [[path('data')], /is a directory/],
  [['no\0such'], /cannot be read/],
]
for (const [args, line] of misuse)
  test(`one clear line and exit code 2: ${line.source}`, async () => {
    const { code, out, err, saved } = await run(args)
    assert.deepEqual([code, out, saved], [2, '', []])
    assert.match(err, line)
    assert.match(err, /^crossings import: [^\n]+\n$/)
  })

test('more than the limit is not read', async () => {
  const { code, err } = await run(['-'], new Uint8Array(tableBytesMax + 1).fill(0x20))
  assert.equal(code, 2)
  assert.match(err, /larger than 1 MB/)
})

test('a file of nothing but faults is answered with the first thousand and their number', async () => {
  const text = `จุดผ่อนปรน\nลำดับ จังหวัด พื้นที่ของไทย พื้นที่ของกัมพูชา เวลา เปิด - ปิด หมายเหตุ\n${'1 ก\n'.repeat(1500)}`
  const { code, err } = await run(['-'], Buffer.from(text))
  assert.equal(code, 1)
  assert.match(err, /\n-: 1999 more faults\n$/)
  assert.equal(err.split('\n').length, 1002)
})
