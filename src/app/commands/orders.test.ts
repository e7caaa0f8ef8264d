// Goal: the shell looks at an order's file, issues it, lists and ends it; what is wrong writes nothing. Method: a database of its own by DATABASE_URL, the files of 2025 moved to a day of the clock, broken files and calls.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { projectRoot, readConfig } from '../../platform/config.ts'
import { openTestDatabase } from '../../platform/postgres/test-cluster.ts'
import { orders } from './orders.ts'

const home = mkdtempSync(join(tmpdir(), 'spean-orders-'))
after(() => rmSync(home, { recursive: true, force: true }))
const { database, url } = await openTestDatabase()
const config = readConfig({ SPEAN_HOME: home, DATABASE_URL: url, SPEAN_CLOCK: '2026-11-20T10:00+07:00' })
async function run(verb: string, ...args: string[]) {
  const [out, err]: [string[], string[]] = [[], []]
  const exit = await orders(verb, args, config, { print: (line) => void out.push(line), complain: (line) => void err.push(line) })
  return { exit, out: out.join('\n'), err: err.join('\n') }
}
const real = (name: string) => join(projectRoot, 'data', 'orders', `${name}.json`)
const count = async () => (await database.query.selectFrom('crossing_order').select('id').execute()).length
const start = ['--start', '2026-11-21T00:00+07:00']

test('a file of 2025 is too old as it is; moved, it is right, and what it meets is told', async () => {
  const old = await run('check', real('2025-06-07-th-hours'))
  assert.deepEqual([old.exit, old.out], [1, ''])
  assert.match(old.err, /^th\/2025-06-07:startsAt order\.in-past The order starts more than 3 days ago\.$/)
  const { exit, out } = await run('check', real('2025-06-07-th-hours'), ...start)
  assert.equal(exit, 0)
  assert.match(out, /^conflict {2}other-side-closed KH/)
  assert.match(out, /Students may cross from 06:00 to 08:00 and from 17:00 to 18:00/)
  assert.equal(await count(), 0)
})
test('issued, listed, its place taken by the next, ended; every step once', async () => {
  assert.match((await run('issue', real('2025-06-07-th-hours'), ...start)).err, /^order\.conflicts /)
  const id = ['--id', '0193463b-0000-7000-8000-000000000001']
  for (let turn = 0; turn < 2; turn += 1)
    assert.match((await run('issue', real('2025-06-07-th-hours'), ...start, '--confirm', ...id)).out, /^issued th\/2025-06-07/)
  const next = await run('issue', real('2025-06-24-th-closed'), '--start', '2026-11-22T00:00+07:00', '--confirm')
  assert.match(next.out, /takes the place of th\/2025-06-07$/, next.err)
  const listed = await run('list', '--at', '2026-11-22T08:00+07:00')
  assert.match(listed.out, /^coming {2}th\/2025-06-24 {2}closed {2}2026-11-22T00:00:00\+07:00 – {3}every point$/)
  assert.match(
    (await run('end', 'th/2025-06-24', '--reason', 'peace')).out,
    /^th\/2025-06-24 ends at 2026-11-22T00:00:00\+07:00\nth\/2025-06-07 has back the end that it had before$/,
  )
  assert.match((await run('end', 'th/2025-06-24', '--reason', 'peace')).err, /^order\.over /)
  assert.equal(await count(), 2)
})

const broken = join(home, 'broken.json')
writeFileSync(broken, JSON.stringify({ id: 'kh/x', colour: 'red' }))
const bad: [what: string, verb: string, args: string[], exit: number, said: RegExp][] = [
  ['nothing', 'check', [], 2, /usage/],
  ['no such file', 'check', [join(home, 'none.json')], 2, /no file/],
  ['a broken file', 'issue', [broken], 1, /broken\.json:colour order\.form/],
  ['no instant', 'check', [real('2025-12-13-kh-closed'), '--start', 'tomorrow'], 2, /usage/],
  ['an end without a reason', 'end', ['kh/x'], 2, /usage/],
  ['an end of nothing', 'end', ['kh/x', '--reason', 'x'], 1, /order\.not-found/],
  ['an unknown option', 'list', ['--colour'], 2, /usage/],
  ['a paper that is not there', 'issue', [real('2025-12-13-kh-closed'), ...start, '--paper', join(home, 'none.pdf')], 2, /no file/],
]
for (const [what, verb, args, exit, said] of bad)
  test(`refused, and nothing written: ${what}`, async () => {
    const before = await count()
    const found = await run(verb, ...args)
    assert.equal(found.exit, exit, found.err)
    assert.match(found.err, said)
    assert.equal(await count(), before)
  })
