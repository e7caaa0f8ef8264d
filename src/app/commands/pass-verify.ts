import { readFileSync } from 'node:fs'
import { StringDecoder } from 'node:string_decoder'
import { parseArgs } from 'node:util'
import type { PassOutcome } from '../../credential/codes.ts'
import { parseTrustJson, type Trust } from '../../credential/trust.ts'
import { type PassVerdict, verifyPass } from '../../credential/verify.ts'

/** Where the command reads and writes; tests give their own. */
export type PassVerifyStreams = {
  readonly input: AsyncIterable<Uint8Array | string>
  print(text: string): Promise<void> | void
  complain(text: string): void
}

const usage = 'usage: spean pass verify [--trust FILE] [--now EPOCH] [--json] TEXT | --jsonl    (TEXT "-" reads standard input)'
const exitCodes = { green: 0, red: 1, amber: 2, neutral: 3 } as const satisfies Record<PassOutcome, number>
const exitFault = 4

/**
 * `spean pass verify`: judges a QR text, or with `--jsonl` a line {"id","text"} at a time from standard input. Needs no database and no network.
 * Gives the exit code: the outcome's (0 green, 2 amber, 1 red, 3 neutral); 0 after `--jsonl`; 4 with one line of complaint if it could not begin.
 */
export async function passVerify(
  args: readonly string[],
  { defaultTrustFile }: { defaultTrustFile: string },
  streams: PassVerifyStreams = processStreams,
): Promise<number> {
  const request = parseRequest(args)
  if (typeof request === 'string') return complain(streams, request)
  const trust = readTrust(request.trustFile ?? defaultTrustFile)
  if (typeof trust === 'string') return complain(streams, trust)
  const now = request.now ?? Math.floor(Date.now() / 1000)

  if (request.text === undefined) {
    await judgeLines(streams, trust, now)
    return 0
  }
  const text = request.text === '-' ? await readText(streams.input) : request.text
  const verdict = await verifyPass(text, trust, now)
  await streams.print(`${JSON.stringify(toJson(verdict), null, request.isOneLine ? 0 : 2)}\n`)
  return exitCodes[verdict.outcome]
}

type Request = {
  readonly trustFile: string | undefined
  readonly now: number | undefined
  readonly isOneLine: boolean
  /** Undefined for `--jsonl`. */
  readonly text: string | undefined
}

/** The request, or why it is none. */
function parseRequest(args: readonly string[]): Request | string {
  const { options, words } = splitWords(args)
  try {
    const { values } = parseArgs({
      args: options,
      options: { trust: { type: 'string' }, now: { type: 'string' }, json: { type: 'boolean' }, jsonl: { type: 'boolean' } },
    })
    const { trust, now, json = false, jsonl = false } = values
    if (now !== undefined && !/^\d{1,12}$/.test(now)) return `--now "${now}" is not a number of seconds since 1970`
    if (jsonl === words.length > 0) return usage
    return { trustFile: trust, now: now === undefined ? undefined : Number(now), isOneLine: json, text: jsonl ? undefined : words.join(' ') }
  } catch (error) {
    return `${messageOf(error)}; ${usage}`
  }
}

/** A QR text may hold spaces and begin a word with "-", but has no small letters: what starts with "--" and one is an option, all else is the text. */
function splitWords(args: readonly string[]): { options: string[]; words: string[] } {
  const options: string[] = []
  const words: string[] = []
  const rest = [...args]
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '--') words.push(...rest.splice(0))
    else if (!/^--[a-z]/.test(word)) words.push(word)
    else if (/^--(trust|now)$/.test(word) && rest.length > 0) options.push(`${word}=${rest.shift()}`)
    else options.push(word)
  }
  return { options, words }
}

function readTrust(file: string): Trust | string {
  try {
    const reading = parseTrustJson(readFileSync(file, 'utf8'))
    return reading.ok ? reading.trust : `${file}: ${reading.fault}`
  } catch (error) {
    return `the trust file cannot be read: ${messageOf(error)}`
  }
}

const linesAtOnce = 64
const lineCharactersMax = 65_536

/** Answers in the order of the lines, a few at a time: memory stays small however long the input is. */
async function judgeLines({ input, print }: PassVerifyStreams, trust: Trust, now: number): Promise<void> {
  let waiting: Promise<string>[] = []
  const flush = async (): Promise<void> => {
    if (waiting.length > 0) await print((await Promise.all(waiting)).join(''))
    waiting = []
  }
  for await (const line of linesOf(input)) {
    waiting.push(judgeLine(line, trust, now))
    if (waiting.length >= linesAtOnce) await flush()
  }
  await flush()
}

/** A line that is no {"id","text"} gets the code LINE, and the next one is read. */
async function judgeLine(line: string, trust: Trust, now: number): Promise<string> {
  const { id, text } = parseLine(line)
  const { outcome, code } = text === undefined ? { outcome: 'neutral', code: 'LINE' } : await verifyPass(text, trust, now)
  return `${JSON.stringify({ id, outcome, code })}\n`
}

function parseLine(line: string): { id: string | number | null; text: string | undefined } {
  try {
    const value: unknown = JSON.parse(line)
    const { id, text } = typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}
    return { id: typeof id === 'string' || typeof id === 'number' ? id : null, text: typeof text === 'string' ? text : undefined }
  } catch {
    return { id: null, text: undefined }
  }
}

/** Split at line feeds alone: JSON may hold U+2028, which other readers of lines split at. A longer line is cut, and then is no JSON. */
async function* linesOf(input: AsyncIterable<Uint8Array | string>): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8')
  let rest = ''
  for await (const chunk of input) {
    const lines = (rest + (typeof chunk === 'string' ? chunk : decoder.write(chunk))).split('\n')
    rest = (lines.pop() ?? '').slice(0, lineCharactersMax)
    yield* lines
  }
  if (rest !== '') yield rest
}

/** Standard input without the line end that a shell's `echo` adds. */
async function readText(input: AsyncIterable<Uint8Array | string>): Promise<string> {
  const lines: string[] = []
  for await (const line of linesOf(input)) if (lines.length < 2) lines.push(line)
  return lines.join('\n').replace(/\r$/, '')
}

function toJson({ outcome, code, claims, unverified, kid }: PassVerdict): object {
  const verdict = { outcome, code, ...(unverified && { unverified }), ...(kid !== undefined && { kid }) }
  if (!claims) return verdict
  const { photo, ...rest } = claims
  return { ...verdict, claims: photo ? { ...rest, photo: Buffer.from(photo).toString('base64') } : rest }
}

function complain(streams: PassVerifyStreams, sentence: string): number {
  streams.complain(`spean pass verify: ${sentence.replaceAll(/\s+/g, ' ')}\n`)
  return exitFault
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

const processStreams: PassVerifyStreams = {
  input: process.stdin,
  print: (text) =>
    new Promise((resolve) => {
      // A reader that has seen enough (`| head`) closes the pipe: that ends the command, and is no fault.
      const end = (): never => process.exit(0)
      process.stdout.once('error', end)
      process.stdout.write(text, (error) => {
        if (error) return
        process.stdout.off('error', end)
        resolve()
      })
    }),
  complain: (text) => {
    process.stderr.write(text)
  },
}
