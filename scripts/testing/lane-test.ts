// What a test file gets in place of node:test while it runs in a lane: its tests and hooks belong to its own file, whatever ran before it.
import type { test as nodeTest, TestContext } from 'node:test'

export { mock } from 'node:test'

let file: TestContext | undefined
let tests: Promise<unknown>[] = []

/** Loads the file that runs now, and waits for its tests; a lane runs one file at a time. */
export async function runIn(context: TestContext, load: () => Promise<unknown>): Promise<void> {
  file = context
  tests = []
  await load()
  // A context waits for the tests that it knows when its function ends, and not for all of them when some ended long before.
  await Promise.all(tests)
}

const here = (): TestContext => {
  if (!file) throw new Error('a test outside of any file')
  return file
}

function testHere(...args: Parameters<TestContext['test']>): Promise<void> {
  const running = here().test(...args)
  tests.push(running)
  return running
}

// A helper that many files share is loaded once: what it hooks on is the file that runs.
export const test = testHere as typeof nodeTest
export const after = (...args: Parameters<TestContext['after']>): void => here().after(...args)
export const before = (...args: Parameters<TestContext['before']>): void => here().before(...args)
export const beforeEach = (...args: Parameters<TestContext['beforeEach']>): void => here().beforeEach(...args)
export const afterEach = (...args: Parameters<TestContext['afterEach']>): void => here().afterEach(...args)
