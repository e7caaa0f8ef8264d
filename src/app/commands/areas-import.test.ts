// Goal: rows end and begin at the day and none goes; people keep their code and are told of; a second run changes nothing; a bad list saves nothing. Method: a database of
// its own by DATABASE_URL and the vectors.
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { projectRoot, readConfig } from '../../platform/config.ts'
import { openTestDatabase } from '../../platform/postgres/test-cluster.ts'
import { areasImport } from './areas-import.ts'

const home = mkdtempSync(join(tmpdir(), 'spean-areas-'))
after(() => rmSync(home, { recursive: true, force: true }))
const { database, url } = await openTestDatabase()
const config = readConfig({ SPEAN_HOME: home, DATABASE_URL: url, SPEAN_CLOCK: '2026-11-20T10:00+07:00' })
const vector = (name: string) => join(projectRoot, 'vectors', 'areas', name)
async function run(...args: string[]) {
  const [out, err]: [string[], string[]] = [[], []]
  const exit = await areasImport(args, config, { print: (line) => void out.push(line), complain: (line) => void err.push(line) })
  return { exit, out: out.join('\n'), err: err.join('\n') }
}
const rowsOf = async (like: string) =>
  (
    await database.query
      .selectFrom('area')
      .select(['code', 'valid_from', 'valid_until', 'name_en'])
      .where('code', 'like', like)
      .orderBy('code')
      .orderBy('valid_from')
      .execute()
  ).map((row) => `${row.code} ${row.name_en} ${row.valid_from} ${row.valid_until ?? ''}`.trim())
/** The whole of a province as the register has it, as its list, with one line changed. */
const list = join(home, 'list.csv')
async function writeList(change: (lines: string[]) => string[]): Promise<void> {
  const areas = await database.query
    .selectFrom('area')
    .selectAll()
    .where('code', 'like', 'KH:01%')
    .where('valid_until', 'is', null)
    .orderBy('code')
    .execute()
  const lines = areas.map(({ code, level, name_native, name_en }) => `${level},${code.slice(3)},${name_native},${name_en}`)
  writeFileSync(list, ['Type,Code,Name (Khmer),Name (Latin)', ...change(lines)].join('\r\n'))
}
const day = ['--layout', 'ncdd', '--from', '2027-01-01']

test('a dry run says what would be and changes nothing', async () => {
  await run(vector('valid/ncdd-one-province.csv'), ...day, '--dry-run')
  await writeList((lines) =>
    lines.flatMap((line) => (line.includes(',0105,') ? [`${line} Thmei`] : line.includes(',0104,') ? [] : [line])).concat('district,0177,ថ្មី,Thmei'),
  )
  const before = await rowsOf('KH:01%')
  const { exit, out } = await run(list, ...day, '--dry-run')
  assert.equal(exit, 0)
  assert.match(out, /begins {6}KH:0177 Thmei \(ថ្មី\) in KH:01\nends {8}KH:0104 .*\nis renamed {2}KH:0105 Ou Chrov .* → Ou Chrov Thmei/)
  assert.match(
    out,
    /concerns {4}KH:0104: 0 people live there, 0 of their passes in force, \d+ crossing points, and its office serves; their code stays\nwould begin 1, end 1, renamed 1/,
  )
  assert.deepEqual(await rowsOf('KH:01%'), before)
})

test('rows end and begin at the day; the old ones stay to be read', async () => {
  const before = (await rowsOf('KH:%')).length
  assert.match((await run(list, ...day)).out, /began 1, ended 1, renamed 1, moved 0, unchanged \d+, from 2027-01-01$/)
  assert.equal((await rowsOf('KH:%')).length, before + 2)
  assert.deepEqual(
    (await rowsOf('KH:0105')).map((row) => row.replace(/^KH:0105 /, '')),
    ['Ou Chrov 1991-01-01 2027-01-01', 'Ou Chrov Thmei 2027-01-01'],
  )
  assert.match((await rowsOf('KH:0104'))[0] ?? '', / 1991-01-01 2027-01-01$/)
  assert.deepEqual(await rowsOf('KH:0177'), ['KH:0177 Thmei 2027-01-01'])
})

test('the same list again changes nothing', async () => {
  const before = await rowsOf('KH:%')
  assert.match((await run(list, ...day)).out, /began 0, ended 0, renamed 0, moved 0/)
  assert.deepEqual(await rowsOf('KH:%'), before)
})

const bad: readonly [what: string, args: string[], exit: number, said: RegExp][] = [
  ['nothing', [], 2, /usage/],
  ['no layout', [list, '--from', '2027-01-01'], 2, /usage/],
  ['another layout', [list, '--layout', 'iso', '--from', '2027-01-01'], 2, /usage/],
  ['no day', [list, '--layout', 'ncdd'], 2, /--from is the first day/],
  ['30 February', [list, '--layout', 'ncdd', '--from', '2027-02-30'], 2, /--from is the first day/],
  ['no file', [join(home, 'absent.csv'), ...day], 2, /no file/],
  [
    'an instrument that is not there',
    [vector('valid/ncdd-ended.csv'), '--layout', 'ncdd', '--from', '2027-06-01', '--instrument', 'kh/none'],
    1,
    /areas\.instrument/,
  ],
  [
    'a broken list',
    [vector('invalid/ncdd-orphan-commune.csv'), ...day],
    1,
    /orphan-commune\.csv:3 areas\.orphan The area would lie in one that is not there\. «KH:019901»/,
  ],
  ['a year of the other era', [list, '--layout', 'ncdd', '--from', '2570-01-01'], 2, /2570-01-01 is a year of the Buddhist era/],
  ['a day before what is there', [list, '--layout', 'ncdd', '--from', '2026-06-01'], 1, /areas\.overlap/],
]
for (const [what, args, exit, said] of bad)
  test(`refused, and nothing saved: ${what}`, async () => {
    const before = await rowsOf('%')
    const found = await run(...args)
    assert.deepEqual([found.exit, found.out], [exit, ''], found.err)
    assert.match(found.err, said)
    assert.deepEqual(await rowsOf('%'), before)
  })

test('the vectors say what they are', () => assert.match(readFileSync(vector('README.md'), 'utf8'), /made-up/))
