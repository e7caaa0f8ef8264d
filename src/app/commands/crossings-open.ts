import { parseArgs } from 'node:util'
import { borderZone, civilDateAt, type Instant, parseInstant } from '../../kernel/time.ts'
import { type DayHours, hoursFrom, type OpenTo, openToAt } from '../../places/open-to.rules.ts'
import { findPoint, type PointOpening, pointOpening, valueOn } from '../../places/registry.rules.ts'
import { loadRegistry } from '../../places/registry.store.ts'
import type { Config } from '../../platform/config.ts'
import { clockOf, connectDatabase } from '../instance.ts'

const usage = 'usage: spean crossings open [--at 2025-06-10T08:30+07:00] [--point kh-th/poipet] [--json]'

/** Which points are open at an instant, by this instance's registry. Exit 0; 2 when the question cannot be understood. */
export async function crossingsOpen(args: string[], config: Config): Promise<number> {
  const asked = readArguments(args, clockOf(config)())
  if ('fault' in asked) {
    console.error(`spean: ${asked.fault}\n${usage}`)
    return 2
  }
  const connected = await connectDatabase(config)
  try {
    const registry = await loadRegistry(connected.database)
    const points = asked.point === undefined ? registry.points : [findPoint(registry, asked.point)].flatMap((point) => point ?? [])
    if (points.length === 0) {
      console.error(`spean: no crossing point "${asked.point}"; spean crossings open lists them all.`)
      return 2
    }
    const openings = points.map((point) => ({
      ...pointOpening(registry, point, asked.at),
      openTo: openToAt(point, registry.orders, asked.at),
      days: hoursFrom(point, registry.orders, asked.at).days,
    }))
    if (asked.json) console.log(JSON.stringify(asked.point === undefined ? openings : openings[0]))
    else
      for (const [index, opening] of openings.entries())
        console.log(lineOf(opening, valueOn(points[index]?.names.KH, civilDateAt(asked.at, borderZone))?.en))
    return 0
  } finally {
    await connected.close()
  }
}

function readArguments(args: string[], now: Instant) {
  try {
    const { values } = parseArgs({ args, options: { at: { type: 'string' }, point: { type: 'string' }, json: { type: 'boolean', default: false } } })
    const at = values.at === undefined ? now : parseInstant(values.at)
    return at ? { at, point: values.point, json: values.json } : { fault: `--at ${values.at} is not an instant with an offset` }
  } catch (error) {
    return { fault: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error) }
  }
}

type Line = PointOpening & { readonly openTo: OpenTo; readonly days: readonly DayHours[] }

function lineOf(opening: Line, name: string | undefined): string {
  return `${opening.point.padEnd(22)} ${(name ?? '').padEnd(16)} ${whenOpen(opening)}   [${opening.instruments.join(', ')}]`
}

/** Under an order that lets some pass, a point is neither open to everybody nor closed: its hours say when, and that they are not for all. */
export function whenOpen({ open, until, nextOpen, openTo, days }: Omit<Line, 'point' | 'at' | 'instruments'>): string {
  if (open) return `open until ${until ?? 'further notice'}`
  const forSome = days.flatMap(({ date, hours }) =>
    hours.flatMap(({ opens, closes, openTo: whom }) => (whom === 'some' ? [`${date} ${opens}–${closes}`] : [])),
  )
  const some = forSome.length > 0 ? `, to some ${forSome.join(', ')}` : ''
  return `${openTo === 'some' ? 'open to some' : 'closed'}, next opening ${nextOpen ?? 'not known'}${some}`
}
