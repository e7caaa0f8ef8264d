import { parseArgs } from 'node:util'
import { borderZone, civilDateAt, type Instant, parseInstant } from '../../kernel/time.ts'
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
    const openings = points.map((point) => pointOpening(registry, point, asked.at))
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

function lineOf(opening: PointOpening, name: string | undefined): string {
  const when = opening.open ? `open until ${opening.until ?? 'further notice'}` : `closed, next opening ${opening.nextOpen ?? 'not known'}`
  return `${opening.point.padEnd(22)} ${(name ?? '').padEnd(16)} ${when}   [${opening.instruments.join(', ')}]`
}
