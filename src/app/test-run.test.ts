// Goal: nothing that goes wrong in a test file is lost by the processes that tests share, and a machine that stood still is told. Method: made-up files, each wrong in its own way, run in a lane of their own; a clock of the test's own.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { startHeartbeat } from '../../scripts/testing/heartbeat.ts'
import { runLane } from '../../scripts/testing/lanes.ts'

const folder = mkdtempSync(join(tmpdir(), 'spean-lane-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const head = "import assert from 'node:assert/strict'\nimport { after, test } from 'node:test'\n"
const files: [name: string, text: string, passed: number, failures: RegExp[]][] = [
  ['sound', "test('one', () => assert.ok(true))\nawait null\ntest('two', (t) => t.test('inside', () => {}))", 3, []],
  ['wrong', "test('one', () => assert.equal(1, 2))\ntest('two', () => {})", 1, [/^one: AssertionError/]],
  ['wrong inside', "test('one', (t) => t.test('inside', () => assert.fail('deep')))", 0, [/^inside: .*deep/s, /^one: undefined/]],
  ['a hook', "after(() => { throw new Error('hook broke') })\ntest('one', () => {})", 1, [/^the file itself: Error: hook broke/]],
  ['broken at load', "throw new Error('no start')", 0, [/^the file itself: Error: no start/]],
  ['empty', '', 0, [/^the file itself: no test in it/]],
  ['gone', "test('one', () => process.exit(3))", 0, [/^the file itself: its process ended \(3\)/]],
  [
    'late',
    "test('one', () => void setTimeout(() => { throw new Error('too late') }, 1))\nawait new Promise((done) => setTimeout(done, 100))\ntest('two', () => {})",
    2,
    [/^a process of tests: .*too late/s],
  ],
]
const written = (name: string, text: string): string => {
  const file = join(folder, `${name.replaceAll(' ', '-')}.mjs`)
  writeFileSync(file, head + text)
  return file
}
/** What a lane tells of these files, run in this order. */
async function run(queue: { file: string; alone: boolean }[]) {
  const told = { passed: 0, failures: [] as { file: string; text: string }[], ended: [] as string[] }
  await runLane(queue, {
    passed: () => {
      told.passed += 1
    },
    failed: ({ name, file, why }) => void told.failures.push({ file, text: `${name}: ${why}` }),
    ended: (file) => void told.ended.push(file),
  })
  return told
}

test('each wrong file is told with its own name, and the sound ones beside it pass', async () => {
  const queue = files.map(([name, text]) => ({ file: written(name, text), alone: false }))
  const { passed, failures } = await run([...queue, { file: written('sound after all', files[0]?.[1] ?? ''), alone: false }])
  for (const [name, , , expected] of files) {
    const told = failures.filter(({ file }) => file.split(', ').some((each) => each.endsWith(`/${name.replaceAll(' ', '-')}.mjs`)))
    for (const each of expected)
      assert.ok(
        told.some(({ text }) => each.test(text)),
        `${name}: ${each} in ${JSON.stringify(told)}`,
      )
  }
  assert.equal(failures.length, files.flatMap(([, , , expected]) => expected).length, JSON.stringify(failures))
  assert.equal(passed, files.reduce((sum, [, , count]) => sum + count, 0) + 3)
})

test('a file that looks at its process has one of its own', async () => {
  const text = "test('one', () => { assert.equal(globalThis.seen, undefined); globalThis.seen = true })"
  const twice = ['first', 'second'].map((name) => written(name, text))
  assert.equal((await run(twice.map((file) => ({ file, alone: true })))).failures.length, 0)
  assert.equal((await run(twice.map((file) => ({ file, alone: false })))).failures.length, 1)
})

test('a beat that comes more than three seconds late says that the machine stood still', () => {
  let [now, beat] = [1_000, () => {}]
  const stop = startHeartbeat(
    () => now,
    (heard) => {
      beat = heard
      return () => {}
    },
  )
  for (const next of [1_100, 4_100, 7_101, 7_200]) {
    now = next
    beat()
  }
  now = 20_000
  assert.deepEqual(stop(), [
    { from: 4_100, seconds: 3.001 },
    { from: 7_200, seconds: 12.8 },
  ])
})
