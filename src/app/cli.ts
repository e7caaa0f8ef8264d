import { join } from 'node:path'
import { borderZone, type ClockTime, type Instant, instantAt, parseCivilDate, parseInstant } from '../kernel/time.ts'
import { ConfigFault, describeSettings, readConfig } from '../platform/config.ts'
import { PostgresFault } from '../platform/postgres/embedded.ts'

const usage = `usage: spean COMMAND

  serve                                     the server: API, pages, database (what npm start runs)
  config                                    every setting with its value, default and meaning
  crossings import FILE [--dry-run] [--json]    read the official table of crossing points
  crossings open [--at INSTANT] [--point ID] [--json]   which points are open
  areas import FILE --layout ncdd|dopa --from DATE [--instrument ID] [--dry-run] [--json]   an official list of areas, from a day on
  holders import FILE [--mapping M.json] [--dry-run] [--json]   existing holders of older passes, from CSV or XLSX
  pass verify [--trust FILE] [--now EPOCH] [--json] TEXT   check the text of a pass's QR
  pass verify --jsonl [--trust FILE] [--now EPOCH]         the same for many, one JSON object a line
  pass evidence NUMBER [--out FILE]          who signed a pass, when, under what: from this instance's database
  pass evidence --file FILE [--root-pin HEX]               the same from a file alone, offline
  due DATE [--state KH]                     until when what is paid on that day is due, by working days
  orders check FILE | issue FILE | list | end ID --reason TEXT   orders on crossings: look at a file, issue it, what is live, end one
  verdict rederive [--since DAY|INSTANT]    derive every recorded verdict again and compare
  retention run [--dry-run] [--json]        take away what was kept long enough (serve does so every day)
  day [--point ID] [--people N] [--date DATE] [--url URL]  play a day at a crossing against the running server`

type Run = (args: string[]) => Promise<number>

/** Each command is loaded when it is called: a shell tool should not wait for a web server. */
const commands: Readonly<Record<string, Run>> = {
  serve: async (args) => {
    if (args.length > 0) return notUnderstood('serve', args)
    const { serve } = await import('./commands/serve.ts')
    await serve(readConfig(process.env))
    return 0
  },
  config: async (args) => {
    if (args.length > 0) return notUnderstood('config', args)
    console.log(describeSettings(process.env))
    readConfig(process.env)
    return 0
  },
  'crossings import': async (args) => {
    const { crossingsImport } = await import('./commands/crossings-import.ts')
    const { saveCrossings } = await import('./commands/save-crossings.ts')
    return crossingsImport(args, { save: (points) => saveCrossings(readConfig(process.env), points) })
  },
  'crossings open': async (args) => {
    const { crossingsOpen } = await import('./commands/crossings-open.ts')
    return crossingsOpen(args, readConfig(process.env))
  },
  'areas import': async (args) => {
    const { areasImport } = await import('./commands/areas-import.ts')
    return areasImport(args, readConfig(process.env))
  },
  'holders import': async (args) => {
    const { holdersImport } = await import('./commands/holders-import.ts')
    return holdersImport(args, readConfig(process.env))
  },
  'pass verify': async (args) => {
    const { passVerify } = await import('./commands/pass-verify.ts')
    const config = readConfig(process.env)
    return passVerify(args, { defaultTrustFile: join(config.home, 'trust.json') })
  },
  'pass evidence': async (args) => {
    const { passEvidence } = await import('./commands/pass-evidence.ts')
    return passEvidence(args, readConfig(process.env))
  },
  'retention run': async (args) => {
    const { retentionRun } = await import('./commands/retention-run.ts')
    return retentionRun(args, readConfig(process.env))
  },
  due: async (args) => {
    const { due } = await import('./commands/due.ts')
    return due(args, { state: readConfig(process.env).state })
  },
  ...Object.fromEntries(
    ['check', 'issue', 'list', 'end'].map((verb): [string, Run] => [
      `orders ${verb}`,
      async (args) => {
        const { orders } = await import('./commands/orders.ts')
        return orders(verb, args, readConfig(process.env))
      },
    ]),
  ),
  'verdict rederive': async (args) => {
    const [flag, text, ...more] = args
    const since = flag === '--since' && text !== undefined ? (parseInstant(text) ?? startOfDay(text)) : undefined
    if (flag === '--since' && since === undefined) {
      console.error(`spean verdict rederive: "${(text ?? '').slice(0, 60)}" is no day and no instant; say 2026-01-31 or 2026-01-31T08:00+07:00.`)
      return 2
    }
    if (args.length > 0 && (since === undefined || more.length > 0)) return notUnderstood('verdict rederive', args)
    const { verdictRederive } = await import('./commands/verdict-rederive.ts')
    return verdictRederive(readConfig(process.env), since ?? null)
  },
  day: async (args) => {
    const { playDay } = await import('./commands/day.ts')
    return playDay(args, readConfig(process.env))
  },
}

/** A civil day's beginning on the border. */
function startOfDay(text: string): Instant | undefined {
  const day = parseCivilDate(text)
  return day && instantAt(day, '00:00' as ClockTime, borderZone)
}

function notUnderstood(command: string, args: readonly string[]): number {
  console.error(`spean ${command}: takes no "${args.join(' ').slice(0, 60)}"; settings are environment variables, spean config lists them.`)
  return 2
}

async function main(args: readonly string[]): Promise<number> {
  const [first = '', second = ''] = args
  const command = (name: string) => (Object.hasOwn(commands, name) ? commands[name] : undefined)
  const [two, one] = [command(`${first} ${second}`), command(first)]
  if (two) return two(args.slice(2))
  if (one) return one(args.slice(1))
  if (first === '' || ['help', '--help', '-h'].includes(first)) {
    console.log(usage)
    return 0
  }
  console.error(`spean: no command "${args.slice(0, 2).join(' ').slice(0, 60)}"\n\n${usage}`)
  return 2
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  // A fault of the machine (a full disk, a folder that may not be written) is told in a line too; a fault of ours shows where it is.
  const isTold = error instanceof ConfigFault || error instanceof PostgresFault || (error instanceof Error && 'syscall' in error)
  if (!isTold) throw error
  console.error(`spean: ${error.message}`)
  process.exitCode = 1
}
