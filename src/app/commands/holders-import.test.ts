// Goal: the shell tries a file, takes it in, says line and column of what stays out, goes on after a stop, and changes nothing the second time. Method: a database of its
// own by DATABASE_URL, files of made-up holders.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { csvLine, holderCells, holdersHeader, holdersMapping } from '../../passes/import/test-holders.ts'
import { readConfig } from '../../platform/config.ts'
import { openTestDatabase } from '../../platform/postgres/test-cluster.ts'
import { workbookParts, zipOf } from '../../platform/tabular/test-workbook.ts'
import { holdersImport } from './holders-import.ts'

const home = mkdtempSync(join(tmpdir(), 'spean-holders-'))
after(() => rmSync(home, { recursive: true, force: true }))
const { database, url } = await openTestDatabase()
const config = readConfig({ SPEAN_HOME: home, DATABASE_URL: url, SPEAN_CLOCK: '2026-11-20T10:00+07:00' })
const put = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(home, name), content)
  return join(home, name)
}
async function run(...args: string[]) {
  const [out, err]: [string[], string[]] = [[], []]
  const exit = await holdersImport(args, config, { print: (line) => void out.push(line), complain: (line) => void err.push(line) })
  return { exit, out: out.join('\n'), err: err.join('\n') }
}
const passes = async () => (await database.query.selectFrom('pass').select('number').execute()).length
const rows = (from: number, n: number) => Array.from({ length: n }, (_, at) => csvLine(holderCells(from + at))).join('')
const mapping = put('m.json', JSON.stringify(holdersMapping))
const file = put('old.csv', csvLine(holdersHeader) + rows(1, 20) + csvLine(holderCells(21, { Sex: 'x?' })))

test('without a mapping it prints the one that the header suggests', async () => {
  const { exit, out } = await run(file)
  assert.equal(exit, 0)
  assert.deepEqual(JSON.parse(out), holdersMapping)
})

test('a dry run says what would come in and what not, and writes nobody', async () => {
  const { exit, out } = await run(file, '--mapping', mapping, '--dry-run')
  assert.equal(exit, 1)
  assert.match(
    out,
    /old\.csv:22:9 import\.sex This word for the sex is not known\. «Sex» x\?\nwould create 20, unchanged 0, refused 1, flagged 0 of 21 rows$/,
  )
  assert.equal(await passes(), 0)
})

test('the import, and the same file again', async () => {
  assert.match((await run(file, '--mapping', mapping)).out, /created 20, unchanged 0, refused 1, flagged 0 of 21 rows$/)
  const again = JSON.parse((await run(file, '--mapping', mapping, '--json')).out)
  assert.deepEqual([again.created, again.unchanged, again.refused, again.resumed, again.counts], [0, 20, 1, false, [{ code: 'import.sex', n: 1 }]])
  assert.equal(await passes(), 20)
})

test('begun before and not ended, it goes on', async () => {
  const other = put('more.csv', csvLine(holdersHeader) + rows(101, 10))
  await run(other, '--mapping', mapping, '--dry-run')
  await database.pool.query("update import_batch set state = 'running', next_line = 6, rows = 4, created = 4 where file_name = 'more.csv'")
  const { exit, out } = await run(other, '--mapping', mapping)
  assert.deepEqual([exit, out], [0, 'created 10, unchanged 0, refused 0, flagged 0 of 10 rows (gone on with)'])
  assert.equal(await passes(), 26)
})

test('a workbook is read like a table', async () => {
  const cells = (index: number) =>
    holderCells(index)
      .map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`)
      .join('')
  const head = `<row r="1">${holdersHeader.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`
  const book = put('old.xlsx', zipOf(workbookParts(`${head}<row r="2">${cells(201)}</row><row r="5">${cells(202)}</row>`)))
  assert.equal((await run(book, '--mapping', mapping)).out, 'created 2, unchanged 0, refused 0, flagged 0 of 2 rows')
})

const bad: readonly [what: string, args: string[], exit: number, said: RegExp][] = [
  ['nothing', [], 2, /usage/],
  ['two files', [file, file], 2, /usage/],
  ['an unknown option', [file, '--dryrun'], 2, /dryrun/],
  ['no such file', [join(home, 'absent.csv')], 2, /no file that can be read/],
  ['a mapping that is no JSON', [file, '--mapping', file], 2, /no JSON/],
  [
    'a mapping that is not complete',
    [file, '--mapping', put('empty.json', '{"fields":{},"dateOrder":"dmy"}')],
    2,
    /mapping of columns number is not complete/,
  ],
  ['a column that is not there', [put('short.csv', 'a,b\n1,2\n'), '--mapping', mapping], 1, /import\.columns/],
  [
    'a picture',
    [put('x.csv', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0xfe, 0xfd, 0xfc])), '--mapping', mapping],
    1,
    /import\.unreadable.*it is a PDF, a picture or a web page/,
  ],
  ['an empty file', [put('none.csv', ''), '--mapping', mapping], 1, /import\.unreadable.*it is empty/],
]
for (const [what, args, exit, said] of bad)
  test(`refused: ${what}`, async () => {
    const found = await run(...args)
    assert.equal(found.exit, exit, found.out + found.err)
    assert.match(found.err, said)
  })
