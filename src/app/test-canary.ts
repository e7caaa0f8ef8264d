import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { embeddedOf } from '../../scripts/bench/server-process.ts'
import { projectRoot } from '../platform/config.ts'

/** In the person's and the staff's names, never in a draw: base64 would have to hit ten letters. */
const stem = 'Kanaritsuv'

/** A person whom no other text can be taken for. */
export const canary = {
  localName: 'ស្រីកាណារី ហ្សីវុត',
  localLanguage: 'khm',
  givenName: `${stem}test`,
  familyName: 'Zyxwvuqjkz',
  birthDate: '1987-03-23',
  sex: 2,
  nationality: 'KHM',
  // Grouped, as people write it: nine digits alone could be drawn.
  nationalId: '771 042 609',
  homeArea: 'KH:0109',
  address: `${stem}lane 9q0x8z1w7v, ផ្លូវកាណារី`,
  guardian: `Guard${stem.toLowerCase()} Qqxwzvjkpq`,
  familyBook: `FB${stem.toUpperCase()}5521`,
} as const
export const canaryStaff = {
  name: `Staf${stem.toLowerCase()} Wwqxzvjkpq`,
  nationalId: '771042600914',
  familyBook: `FB${stem.toUpperCase()}5522`,
} as const
/** As it is typed; both ways to write it are marks. */
export const canaryMobile = { number: '096 771 9087', consent: true } as const

/** As the register keeps it. Too short for a mark: where it is looked for, it stands alone. */
export const plainNumber = canary.nationalId.replaceAll(' ', '')

/** What nobody may find where it does not belong, in the spellings that programs give it. None can come about by chance: see `canBeDrawn`. */
export const marks: readonly string[] = [
  stem.toLowerCase(),
  'zyxwvuqjkz',
  'qqxwzvjkpq',
  'wwqxzvjkpq',
  'ស្រីកាណារី',
  'ហ្សីវុត',
  'ផ្លូវកាណារី',
  '9q0x8z1w7v',
  '855967719087',
  '096 771 9087',
  canary.nationalId,
  // As the keys of the search hold it.
  `#${plainNumber}`,
  canaryStaff.nationalId,
].flatMap((mark) => [...new Set([mark, encodeURIComponent(mark).toLowerCase(), JSON.stringify(escaped(mark)).slice(1, -1).replaceAll('\\\\', '\\')])])

/** Could a timestamp, a duration, an id or a token hold this one day? Not ten letters in a few megabytes of base64, nor twelve digits in its numbers (letters of hexadecimal count as digits); Khmer is in none of them. */
export function canBeDrawn(mark: string): boolean {
  return /^[\x20-\x7e]*$/.test(mark) && mark.length < (/^[0-9a-f-]*$/i.test(mark) ? 12 : 10)
}

/** The marks that stand in `where`, each with what is around it. Of `more`, a number that could be a part of a longer one stands alone. */
export function found(where: string, more: readonly string[] = []): string[] {
  const lower = where.toLowerCase()
  return [...marks, ...more.map((mark) => mark.toLowerCase())].flatMap((mark) => {
    const at = canBeDrawn(mark) ? lower.search(new RegExp(`(?<![\\d.])${mark}(?!\\d)`)) : lower.indexOf(mark)
    return at === -1 ? [] : [`${mark}: …${where.slice(Math.max(0, at - 120), at + 120)}…`]
  })
}

export type LoggedServer = {
  readonly url: string
  /** Everything the program wrote: both streams. */
  output(): string
  /** Everything its Postgres wrote. */
  postgresLog(): string
  readonly databaseUrl: string
  stop(): Promise<void>
}

/** The program as people start it, with its most talkative log and a database of its own in `home`. */
export async function startLoggedServer(home: string, clock: string): Promise<LoggedServer> {
  const env = { ...process.env, SPEAN_HOME: join(home, 'var'), SPEAN_PORT: '0', SPEAN_LOG: 'debug', SPEAN_CLOCK: clock }
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(projectRoot, 'src', 'app', 'cli.ts'), 'serve'], { env })
  const chunks: Buffer[] = []
  let isUp = false
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const output = () => Buffer.concat(chunks).toString('utf8')
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      chunks.push(chunk)
      // Read until the address is there: all of a talkative log, again for each piece of it, was half of what the server's answers cost.
      if (isUp) return
      const [, address] = /(http:\/\/(?:127\.0\.0\.1|localhost|\[::1\]):\d+)\/gate/.exec(output()) ?? []
      isUp = address !== undefined
      if (address) resolve(address)
    })
  const gone = new Promise<void>((done) => child.once('exit', () => done()))
  void gone.then(() => reject(new Error(`the server ended before it was up:\n${output()}`)))
  const url = await promise
  return {
    url,
    output,
    postgresLog: () => readFileSync(join(home, 'var', 'postgres.log'), 'utf8'),
    databaseUrl: embeddedOf(home).url,
    async stop() {
      child.kill('SIGTERM')
      await gone
    },
  }
}

/** Letters beyond ASCII as \uXXXX. */
function escaped(mark: string): string {
  return mark.replace(/[^\x20-\x7e]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

export type Schema = {
  readonly type?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly const?: unknown
}

const good: Readonly<Record<string, unknown>> = {
  ...canary,
  mobile: canaryMobile,
  ...Object.fromEntries(['office', 'place', 'home', 'homeArea'].map((name) => [name, 'KH:0109'])),
  point: 'kh-th/poipet',
  states: 'kh-th',
  name: 'poipet',
  direction: 'exit',
  from: '2026-11-20',
  until: '2026-11-21',
  role: 'clerk',
  // A reason is what the officer writes, and is kept as written: the forms ask for no names in it.
  reason: 'lost',
}

/** A value that fits: `known` says which, by the field's name; a text that may be anything is the canary's name. */
export function fitting(name: string, schema: Schema, known: Readonly<Record<string, unknown>>): unknown {
  if (name in known) return known[name]
  const field = schema.anyOf?.[0] ?? schema
  if (field.const !== undefined) return field.const
  if (field.properties) return Object.fromEntries(Object.entries(field.properties).map(([key, inner]) => [key, fitting(key, inner, known)]))
  if (field.type === 'array') return [fitting(name, field.items ?? {}, known)]
  if (field.type === 'integer' || field.type === 'number') return 1
  return field.type === 'boolean' ? true : (good[name] ?? canary.familyName)
}

/** The same shape, with the canary wherever something else should stand. */
export function unfitting(schema: Schema): unknown {
  const field = schema.anyOf?.[0] ?? schema
  if (field.properties) return Object.fromEntries(Object.entries(field.properties).map(([key, inner]) => [key, unfitting(inner)]))
  return field.type === 'array' ? [unfitting(field.items ?? {})] : `${canary.givenName} ${canary.localName} ${canary.nationalId}`
}
