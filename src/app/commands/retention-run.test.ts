// Goal: the command says in lines, or in JSON, what goes and what is kept, and refuses what it does not understand. Method: a database of its own by DATABASE_URL.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { retentionKinds } from '../../instruments/retention.ts'
import { readConfig } from '../../platform/config.ts'
import { openTestDatabase } from '../../platform/postgres/test-cluster.ts'
import { retentionRun } from './retention-run.ts'

const home = mkdtempSync(join(tmpdir(), 'spean-retention-'))
after(() => rmSync(home, { recursive: true, force: true }))
const { database, url } = await openTestDatabase()
const config = readConfig({ SPEAN_HOME: home, DATABASE_URL: url, SPEAN_CLOCK: '2026-03-02T10:00+07:00' })
const runs = async (): Promise<number> =>
  (await database.query.selectFrom('event').select('id').where('type', '=', 'RetentionApplied').execute()).length

test('a dry run counts, names what is kept, and leaves no event; a run leaves one', async () => {
  const lines: string[] = []
  assert.equal(await retentionRun(['--dry-run'], config, (line) => lines.push(line)), 0)
  assert.equal(lines[0], 'This much would go; nothing was changed.')
  assert.equal(lines.length, 1 + retentionKinds.length)
  assert.match(lines.join('\n'), /\n {6}0 {2}closed-application: .*365 days, before 2025-03-02T03:00/)
  assert.match(lines.join('\n'), /\n {3}kept {2}movement: /)
  assert.equal(await runs(), 0)
  assert.equal(await retentionRun([], config, () => {}), 0)
  assert.equal(await runs(), 1)
})

test('JSON is one array, a row for each kind', async () => {
  const lines: string[] = []
  await retentionRun(['--json', '--dry-run'], config, (line) => lines.push(line))
  assert.deepEqual(
    (JSON.parse(lines.join('')) as { kind: string }[]).map(({ kind }) => kind),
    [...retentionKinds],
  )
})

test('anything else is refused before a database is touched', async () => {
  assert.equal(await retentionRun(['--everything'], config, () => assert.fail('printed')), 2)
  assert.equal(await retentionRun(['now'], config, () => assert.fail('printed')), 2)
})
