import { parseArgs } from 'node:util'
import { readRetention } from '../../instruments/retention.ts'
import { importFolder } from '../../passes/import/import-file.ts'
import { type Erased, runRetention } from '../../passes/retention.ts'
import type { Config } from '../../platform/config.ts'
import { clockOf, connectDatabase } from '../instance.ts'

const usage = 'usage: spean retention run [--dry-run] [--json]'

/** `spean retention run`: takes away what was kept long enough, a line each kind with its count. `--dry-run` counts and changes nothing. Exit 0, or 2 when the request is none. */
export async function retentionRun(args: readonly string[], config: Config, print: (line: string) => void = console.log): Promise<number> {
  const request = parseRequest(args)
  if (typeof request === 'string') {
    console.error(`spean retention run: ${request}`)
    return 2
  }
  const connected = await connectDatabase(config)
  try {
    const { database, identity } = connected
    const retention = { database, identity, periods: readRetention(), state: config.state, now: clockOf(config), importFolder: importFolder(config) }
    const erased = await runRetention(retention, request)
    for (const line of request.json ? [JSON.stringify(erased)] : linesOf(erased, request.dryRun)) print(line)
    return 0
  } finally {
    await connected.close()
  }
}

/** As people read it: what is kept for good stands last. */
export function linesOf(erased: readonly Erased[], dryRun: boolean): string[] {
  const going = erased.flatMap(({ kind, what, before, days, n }) =>
    before === null ? [] : [`${String(n).padStart(7)}  ${kind}: ${what} (${days} days, before ${before})`],
  )
  const kept = erased.flatMap(({ kind, what, before }) => (before === null ? [`   kept  ${kind}: ${what}`] : []))
  return [dryRun ? 'This much would go; nothing was changed.' : 'This much went.', ...going, ...kept]
}

function parseRequest(args: readonly string[]): { readonly dryRun: boolean; readonly json: boolean } | string {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { 'dry-run': { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
    })
    return { dryRun: values['dry-run'], json: values.json }
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}; ${usage}`
  }
}
