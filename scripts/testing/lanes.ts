// Lanes: processes that run test files one after the other. A file that hangs, or takes its process with it, fails alone: the next file gets a new process.
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { projectRoot } from '../../src/platform/config.ts'
import { nodeFlags } from '../node-flags.mjs'
import type { LaneMessage } from './messages.ts'

const fileTimeoutMs = 300_000
const endTimeoutMs = 30_000
/** After so many, a lane begins again with an empty process. */
const filesPerProcess = 60
const stderrShown = 4_000

export type Failure = { readonly name: string; readonly file: string; readonly seconds: number; readonly endedAt: number; readonly why: string }
/** Told as it comes. */
export type Listener = {
  passed(): void
  /** `why` is missing where only a test inside this one says something new. */
  failed(failure: Omit<Failure, 'why'> & { readonly why: string | undefined }): void
  ended(file: string, seconds: number): void
}
export type Queued = { readonly file: string /** Looks at the whole process, or changes it. */; readonly alone: boolean }

/** Takes files from the queue until it is empty. */
export async function runLane(queue: Queued[], listener: Listener): Promise<void> {
  let lane: Lane | undefined
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    if (lane && (next.alone || lane.files.length === filesPerProcess || !lane.child.connected)) lane = await endLane(lane, listener)
    lane ??= startLane()
    const goesOn = await runFile(lane, next.file, listener)
    if (!goesOn) lane = undefined
    else if (next.alone) lane = await endLane(lane, listener)
  }
  if (lane) await endLane(lane, listener)
}

type Lane = { readonly child: ChildProcess; readonly files: string[]; said: string; failed: boolean }

function startLane(): Lane {
  const reporter = pathToFileURL(join(import.meta.dirname, 'lane-reporter.ts')).href
  const flags = [...nodeFlags, `--test-reporter=${reporter}`, '--test-reporter-destination=stdout']
  // A lane that a test starts tells its parent, not the runner of that test.
  const { NODE_TEST_CONTEXT: _, ...env } = process.env
  const child = spawn(process.execPath, [...flags, join(import.meta.dirname, 'lane.ts')], {
    cwd: projectRoot,
    env,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  const lane: Lane = { child, files: [], said: '', failed: false }
  child.stderr?.on('data', (chunk: Buffer) => {
    lane.said = `${lane.said}${chunk.toString('utf8')}`.slice(-stderrShown)
  })
  return lane
}

/** False: the process is gone, and the file has failed. */
function runFile(lane: Lane, file: string, listener: Listener): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>()
  const started = performance.now()
  const { child } = lane
  let tests = 0
  const fail = (name: string, why: string | undefined, seconds = (performance.now() - started) / 1000) => {
    lane.failed = true
    listener.failed({ name, file, seconds, endedAt: Date.now(), why })
  }
  const heard = (message: LaneMessage): void => {
    if (message.kind === 'passed') listener.passed()
    if (message.kind === 'passed' || message.kind === 'failed') tests += 1
    if (message.kind === 'failed') fail(message.name, message.why, message.seconds)
    if (message.kind !== 'ended') return
    if (message.why !== undefined) fail('the file itself', message.why)
    else if (tests === 0) fail('the file itself', 'no test in it')
    listener.ended(file, message.seconds)
    done(true)
  }
  const gone = (code: number | null, signal: string | null): void => {
    fail('the file itself', `its process ended (${signal ?? code})\n${lane.said}`)
    done(false)
  }
  const timer = setTimeout(() => {
    child.off('exit', gone)
    child.kill('SIGKILL')
    fail('the file itself', `did not end within ${fileTimeoutMs / 1000} s\n${lane.said}`)
    done(false)
  }, fileTimeoutMs)
  const done = (goesOn: boolean): void => {
    clearTimeout(timer)
    child.off('message', heard).off('exit', gone)
    resolve(goesOn)
  }
  lane.files.push(file)
  child.on('message', heard).on('exit', gone)
  child.send(file)
  return promise
}

/** Hangs up: a process with nothing left to do ends. */
async function endLane(lane: Lane, listener: Listener): Promise<undefined> {
  const { child, files } = lane
  const { promise, resolve } = Promise.withResolvers<number | string | null>()
  const timer = setTimeout(() => child.kill('SIGKILL'), endTimeoutMs)
  const started = performance.now()
  child.on('exit', (code, signal) => resolve(signal ?? code))
  if (child.exitCode !== null || child.signalCode !== null) resolve(child.signalCode ?? child.exitCode)
  else if (child.connected) child.disconnect()
  const code = await promise
  clearTimeout(timer)
  // With a failed test the exit code is 1, and the test has been told.
  if (code === 0 || (code === 1 && lane.failed)) return
  const why = `ended with ${code}\n${lane.said}`
  listener.failed({ name: 'a process of tests', file: files.join(', '), seconds: (performance.now() - started) / 1000, endedAt: Date.now(), why })
}
