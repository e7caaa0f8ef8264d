// Goal: a bad setting stops the start with one clear line. Method: each variable with values it cannot have, through the shell command too.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { ConfigFault, describeSettings, projectRoot, readConfig, settings } from './config.ts'

const bad: [variable: string, value: string][] = [
  ['SPEAN_STATE', 'FR'],
  ['SPEAN_STATE', 'LA'],
  ['SPEAN_HOME', ''],
  ['SPEAN_HOME', 'a\0b'],
  ['SPEAN_HOST', '0.0.0.0'],
  ['SPEAN_PORT', '70000'],
  ['SPEAN_PORT', '-1'],
  ['SPEAN_PORT', '80a'],
  ['SPEAN_DATABASE_PORT', '1e3'],
  ['SPEAN_LANES', '0'],
  ['SPEAN_LOG', 'loud'],
  ['DATABASE_URL', 'mysql://x'],
  ['SPEAN_BAKONG_URL', 'http://bank.example'],
  ['SPEAN_BAKONG_URL', 'https://me:secret@bank.example'],
  ['SPEAN_BAKONG_URL', 'https://bank.example/?token=x'],
  ['SPEAN_BAKONG_URL', 'http://127.0.0.1.example'],
  ['SPEAN_BAKONG_URL', 'file:///etc/passwd'],
  ['SPEAN_BAKONG_URL', 'bank.example'],
  ['SPEAN_BAKONG_TOKEN_FILE', 'a\0b'],
  ['SPEAN_PROMPTPAY_URL', 'http://bank.example'],
  ['SPEAN_PROMPTPAY_URL', 'https://me:secret@bank.example'],
  ['SPEAN_PROMPTPAY_CLIENT', 'a name\r\nx-other: 1'],
  ['SPEAN_PROMPTPAY_CLIENT', 'สำนักงาน'],
  ['SPEAN_PROMPTPAY_TOKEN_FILE', 'a\0b'],
  ['SPEAN_BILLERS', 'a\0b'],
  ['SPEAN_SMS_URL', 'http://sms.example'],
  ['SPEAN_SMS_URL', 'https://sms.example/?key=x'],
  ['SPEAN_SMS_TOKEN_FILE', 'a\0b'],
  ['SPEAN_SMS_SENDER', 'A name too long'],
  ['SPEAN_SMS_SENDER', 'ឈ្មោះ'],
  ['SPEAN_PROT', '8080'],
]
for (const [variable, value] of bad)
  test(`${variable}=${JSON.stringify(value)} is refused in one line that names it`, () => {
    assert.throws(
      () => readConfig({ [variable]: value }),
      (error) => error instanceof ConfigFault && error.message.includes(variable) && !error.message.includes('\n'),
    )
  })

test('nothing set: every default is a good value', () =>
  assert.deepEqual([readConfig({}).state, readConfig({}).port, readConfig({}).host], ['KH', 8080, '127.0.0.1']))

test('the table names every setting and hides a password', () => {
  const table = describeSettings({ DATABASE_URL: 'postgres://me:secret@127.0.0.1/x' })
  for (const { variable } of Object.values(settings)) assert.ok(table.includes(variable))
  assert.ok(!table.includes('secret') && table.includes('postgres://me:…@127.0.0.1/x'))
})

const spean = (args: string[], environment: Record<string, string>) =>
  spawnSync(process.execPath, [join(projectRoot, 'src', 'app', 'cli.ts'), ...args], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] ?? '', ...environment },
    timeout: 60_000,
  })
const refusedStart = (environment: Record<string, string>) => {
  const { status, stderr } = spean(['serve'], environment)
  return { status, line: stderr.split('\n').findLast((text) => text.startsWith('spean: ')) ?? stderr }
}

test('a bad setting, a database that is down, a port in use, a home that is a file: each ends the start with one clear line and leaves nothing half-made', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'spean-config-'))
  const taken = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => taken.once('listening', resolve))
  const address = taken.address()
  const port = typeof address === 'object' && address ? String(address.port) : ''
  try {
    const file = join(folder, 'file')
    writeFileSync(file, '')
    const home = join(folder, 'home')
    assert.match(refusedStart({ SPEAN_PORT: 'x' }).line, /SPEAN_PORT=x cannot be used/)
    assert.match(refusedStart({ SPEAN_HOME: file }).line, /SPEAN_HOME=.*cannot be made/)
    assert.match(
      refusedStart({ SPEAN_HOME: home, DATABASE_URL: 'postgres://nobody@127.0.0.1:1/x' }).line,
      /DATABASE_URL cannot be used: .*ECONNREFUSED/,
    )
    const inUse = refusedStart({ SPEAN_HOME: home, SPEAN_PORT: port })
    assert.match(inUse.line, new RegExp(`Port ${port} on 127.0.0.1 is in use`))
    assert.equal(inUse.status, 1)
    assert.deepEqual(readdirSync(home), [], 'nothing was made, no lock was left')
    assert.match(refusedStart({ SPEAN_HOME: join(folder, 'other'), SPEAN_DATABASE_PORT: port }).line, /Port \d+ is in use: set SPEAN_DATABASE_PORT/)
  } finally {
    taken.close()
    rmSync(folder, { recursive: true, force: true })
  }
})

test('an unknown command says so and shows the list', () => {
  const { status, stderr } = spean(['frobnicate'], {})
  assert.deepEqual([status, /no command "frobnicate"[\s\S]*usage: spean COMMAND/.test(stderr)], [2, true])
})
