// A process that runs test files one after the other, as its parent names them: what they share is loaded and compiled once. When the parent hangs up, it ends by itself, or says what still runs.
import { registerHooks } from 'node:module'
import { join, resolve } from 'node:path'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { projectRoot } from '../../src/platform/config.ts'
import { runIn } from './lane-test.ts'
import { outsideOfTests, stillBusy } from './messages.ts'

const goneMs = 20_000
const substitute = pathToFileURL(join(import.meta.dirname, 'lane-test.ts')).href
const ownFolder = pathToFileURL(`${import.meta.dirname}/`).href

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'node:test' && context.parentURL?.startsWith(ownFolder) !== true ? next(substitute, context) : next(specifier, context),
})

process.on('message', (file: string) => void runFile(file))
process.on('disconnect', () => {
  lookForFault('the last file')
  setTimeout(() => {
    console.error(`still running after its last test: ${process.getActiveResourcesInfo().join(', ')}`)
    process.exit(stillBusy)
  }, goneMs).unref()
})

process.on('exit', () => {
  if (faulty) process.exitCode = outsideOfTests
})

async function runFile(file: string): Promise<void> {
  // As a file of its own, also where another file has taken something from it.
  const path = resolve(projectRoot, file)
  const address = `${pathToFileURL(path).href}?run`
  // As if it had been started alone: what it makes is named after it.
  process.argv[1] = path
  await test(file, (context) => runIn(context, () => import(address)))
  lookForFault(file)
}

/** An error that came when its test was over leaves its mark in the exit code, as a failed test does at the very end only. */
let faulty = false
function lookForFault(last: string): void {
  if (faulty || process.exitCode === undefined || process.exitCode === 0) return
  faulty = true
  console.error(`an error outside of any test, seen by the end of ${last}`)
}
