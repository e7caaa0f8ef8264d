import { readFileSync, statSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { readOperatingParameters } from '../../instruments/operating-parameters.ts'
import { parseCommandId } from '../../kernel/code.ts'
import { accept, type Outcome } from '../../kernel/outcome.ts'
import { borderZone, epochMs, type Instant, instantOfMs, parseInstant } from '../../kernel/time.ts'
import { conflictsOf } from '../../orders/conflicts.rules.ts'
import { writeEnd } from '../../orders/end-order.ts'
import { writeOrder } from '../../orders/issue-order.ts'
import type { OrderDraft, OrderFault } from '../../orders/order-draft.rules.ts'
import { assess } from '../../orders/ordering.ts'
import { wordsOf } from '../../orders/place-names.ts'
import { readOrderFile } from '../../orders/read-order-file.ts'
import { isLive } from '../../places/order.rules.ts'
import { inZone, type Registry } from '../../places/registry.rules.ts'
import { loadRegistry } from '../../places/registry.store.ts'
import type { Config } from '../../platform/config.ts'
import { type Database, rollBackOn, type Tx } from '../../platform/database.ts'
import { newCommandId } from '../../platform/ids.ts'
import { sayProblem } from '../../words/problems.ts'
import { clockOf, connectDatabase } from '../instance.ts'
import type { Streams } from './holders-import.ts'

const processStreams: Streams = { print: (line) => console.log(line), complain: (line) => console.error(line) }
export const ordersUsage = `usage: spean orders check FILE [--start INSTANT] [--json]
       spean orders issue FILE [--start INSTANT] [--paper FILE] [--confirm] [--id UUID]
       spean orders list [--at INSTANT] [--json]
       spean orders end ID --reason TEXT [--at INSTANT]`
/** Whoever runs the machine; the event names no officer. */
const shellActor = 'shell'

type Shell = { readonly config: Config; readonly streams: Streams; readonly database: Database; readonly now: () => Instant }
type Values = {
  readonly start?: string | undefined
  readonly paper?: string | undefined
  readonly confirm: boolean
  readonly id?: string | undefined
  readonly at?: string | undefined
  readonly reason?: string | undefined
  readonly json: boolean
}

/**
 * `spean orders check|issue|list|end`: orders from files, for whoever runs the machine. A server that runs follows within its five seconds. Exit 0 done, 1 refused (each
 * fault a line; nothing written), 2 not understood.
 */
export async function orders(verb: string, args: readonly string[], config: Config, streams: Streams = processStreams): Promise<number> {
  const request = parseRequest(verb, args)
  if (!request) return complain(streams, ordersUsage, 2)
  const { values, subject } = request
  const now = clockOf(config)
  const draft = verb === 'check' || verb === 'issue' ? readDraftFile(subject, values, streams) : undefined
  if (typeof draft === 'number') return draft
  const connected = await connectDatabase(config)
  try {
    return await connected.asMigrator((database) => {
      const shell = { config, streams, database, now }
      if (draft) return verb === 'check' ? check(shell, draft, values) : issue(shell, draft, values)
      return verb === 'list' ? list(shell, values) : end(shell, subject, values)
    })
  } finally {
    await connected.close()
  }
}

function parseRequest(verb: string, args: readonly string[]): { readonly subject: string; readonly values: Values } | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        start: { type: 'string' },
        paper: { type: 'string' },
        confirm: { type: 'boolean', default: false },
        id: { type: 'string' },
        at: { type: 'string' },
        reason: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
      allowPositionals: true,
    })
    const [subject = '', ...more] = positionals
    const times = [values.start, values.at].every((time) => time === undefined || parseInstant(time) !== undefined)
    const isWhole = verb === 'list' ? subject === '' : subject !== '' && (verb !== 'end' || (values.reason ?? '').trim() !== '')
    const isId = values.id === undefined || parseCommandId(values.id) !== undefined
    return more.length === 0 && times && isWhole && isId ? { subject, values } : undefined
  } catch {
    return undefined
  }
}

/** The order in the file; with --start moved there, with its end: to play one of another year today. */
function readDraftFile(file: string, { start }: Values, streams: Streams): OrderDraft | number {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return complain(streams, `${plain(file)} is no file that can be read`, 2)
  const read = readOrderFile(readFileSync(file))
  if (!read.ok) return tellFaults(streams, file, read.faults)
  const from = start === undefined ? undefined : parseInstant(start)
  if (!from) return read.draft
  const { order } = read.draft
  const lastsMs = order.endsAt === null ? null : epochMs(order.endsAt) - epochMs(order.startsAt)
  return { ...read.draft, order: { ...order, startsAt: from, endsAt: lastsMs === null ? null : instantOfMs(epochMs(from) + lastsMs) } }
}

async function check(shell: Shell, draft: OrderDraft, { json }: Values): Promise<number> {
  const { streams, database } = shell
  const registry = await loadRegistry(database)
  const faults = assess(services(shell, registry), registry, draft)
  const conflicts = faults.length > 0 ? [] : conflictsOf(draft, registry)
  const words = wordsOf(draft.order, registry)
  if (json) streams.print(JSON.stringify({ faults, conflicts, words: faults.length > 0 ? null : words }))
  else if (faults.length > 0) return tellFaults(streams, draft.order.id, faults)
  else {
    for (const { key, points } of conflicts) streams.print(`conflict  ${key}  ${points.join(' ')}`)
    for (const text of Object.values(words)) streams.print(text)
  }
  return faults.length > 0 ? 1 : 0
}

async function issue(shell: Shell, draft: OrderDraft, { confirm, paper, id }: Values): Promise<number> {
  const { streams, database, now } = shell
  if (paper !== undefined && !statSync(paper, { throwIfNoEntry: false })?.isFile())
    return complain(streams, `${plain(paper)} is no file that can be read`, 2)
  const requestId = (id && parseCommandId(id)) || newCommandId(epochMs(now()))
  const registry = await loadRegistry(database)
  const confirmed = confirm ? conflictsOf(draft, registry).map(({ key }) => key) : []
  const done = await inTheirName(shell, (tx) =>
    writeOrder(services(shell, registry), tx, {
      ...{ draft, requestId, confirmed, by: shellActor, mayEnd: () => accept(undefined) },
      paper: paper === undefined ? null : readFileSync(paper),
    }),
  )
  if (!done.ok) return refused(streams, done)
  streams.print(
    `issued ${done.value.id}, in force from ${atBorder(draft.order.startsAt)}${done.value.superseded.map((each) => `; takes the place of ${each}`).join('')}`,
  )
  return 0
}

async function list({ streams, database, now }: Shell, { at, json }: Values): Promise<number> {
  const { orders: all } = await loadRegistry(database)
  const when = at === undefined ? undefined : parseInstant(at)
  const shown = when ? all.filter((order) => isLive(order, epochMs(when))) : all
  const standing = ({ startsAt, endsAt }: (typeof all)[number]) => {
    if (endsAt !== null && (endsAt <= now() || endsAt <= startsAt)) return 'over  '
    return startsAt > now() ? 'coming' : 'live  '
  }
  if (json) streams.print(JSON.stringify(shown))
  else
    for (const order of shown)
      streams.print(
        `${standing(order)}  ${order.id}  ${order.stage}  ${atBorder(order.startsAt)} – ${order.endsAt === null ? '' : atBorder(order.endsAt)}  ${order.points?.join(' ') ?? 'every point'}`,
      )
  return 0
}

async function end(shell: Shell, order: string, { reason = '', at, id }: Values): Promise<number> {
  const { streams, now, database } = shell
  const requestId = (id && parseCommandId(id)) || newCommandId(epochMs(now()))
  const when = (at === undefined ? null : parseInstant(at)) ?? null
  const services_ = services(shell, await loadRegistry(database))
  const done = await inTheirName(shell, (tx) =>
    writeEnd(services_, tx, { order, reason, at: when, requestId, by: shellActor, mayEnd: () => accept(undefined) }),
  )
  if (!done.ok) return refused(streams, done)
  streams.print(`${done.value.id} ends at ${atBorder(done.value.endsAt)}`)
  for (const restored of done.value.restored) streams.print(`${restored} has back the end that it had before`)
  return 0
}

const inTheirName = <T>({ database, now }: Shell, work: (tx: Tx) => Promise<Outcome<T>>): Promise<Outcome<T>> =>
  rollBackOn(database, { job: 'reference', at: now() }, work)

const services = ({ config, database, now }: Shell, registry: Registry) => ({
  ...{ state: config.state, database, now, parameters: readOperatingParameters() },
  registry: { current: registry },
})

function tellFaults(streams: Streams, where: string, faults: readonly OrderFault[]): number {
  for (const { code, path, about } of faults)
    streams.complain(`${plain(where)}:${plain(path)} ${code} ${sayProblem({ code, ...(about && { about }) }, 'en').title}`)
  return 1
}

function refused(streams: Streams, { refusal }: Extract<Outcome<unknown>, { ok: false }>): number {
  return complain(
    streams,
    `${refusal.code} ${sayProblem(refusal, 'en').title}${refusal.about?.['path'] ? ` (${plain(String(refusal.about['path']))})` : ''}`,
    1,
  )
}

/** As the clock at the border tells it, which the order was written by. */
const atBorder = (instant: Instant): string => inZone(instant, borderZone)

/** What somebody wrote, without what would steer a terminal. */
const plain = (text: string): string => text.replace(/[\p{Cc}\p{Cf}]/gu, '').slice(0, 200)

function complain(streams: Streams, why: string, exit: number): number {
  streams.complain(why)
  return exit
}
