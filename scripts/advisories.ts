// Asks the npm registry what it knows against every locked package: what `npm audit` asks. Leaves with 1 for something high or critical, and with 2
// when the registry does not say: silence is not "nothing found". Usage: npm run advisories
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../src/platform/config.ts'

type Advisory = { readonly name: string; readonly severity: string; readonly title: string; readonly url: string; readonly versions: string }
type Packages = Readonly<Record<string, readonly string[]>>

const severities = ['info', 'low', 'moderate', 'high', 'critical']
const isGrave = ({ severity }: Advisory) => !['info', 'low', 'moderate'].includes(severity)
/** Prototype pollution, known since 2019 (CVE-2019-10744): a registry that does not know it knows nothing. */
const known: Packages = { lodash: ['4.17.11'] }
const [patienceMs, bytesMax] = [30_000, 20_000_000]

const registry = process.env['npm_config_registry'] ?? 'https://registry.npmjs.org/'
const locked = lockedPackages(readFileSync(join(projectRoot, 'package-lock.json'), 'utf8'))
process.exitCode = await report().catch((error: Error) => {
  console.error(`No answer about advisories: ${error.message}. Ask another registry (npm_config_registry=…); until then nothing is known.`)
  return 2
})

async function report(): Promise<number> {
  if ((await ask(known)).length === 0) throw new Error(`${registry} does not know even an old, famous one, so its silence says nothing`)
  const found = await ask(locked)
  const count = Object.values(locked).flat().length
  console.log(
    found.length === 0 ? `${count} locked packages: no advisory known to ${registry}` : `${count} locked packages, ${found.length} advisories:`,
  )
  for (const { severity, name, versions, title, url } of found.sort(
    (one, other) => severities.indexOf(other.severity) - severities.indexOf(one.severity),
  ))
    console.log(`${severity.padEnd(9)} ${name} ${versions}  ${title}  ${url}`)
  return found.some(isGrave) ? 1 : 0
}

/** Every name and version in the lockfile; a package under another name counts by its own. */
function lockedPackages(text: string): Packages {
  const lock = JSON.parse(text) as { packages: Record<string, { name?: string; version?: string; link?: boolean }> }
  const packages: Record<string, string[]> = {}
  for (const [path, { name, version, link }] of Object.entries(lock.packages)) {
    const at = path.lastIndexOf('node_modules/')
    if (at === -1 || link || version === undefined) continue
    const own = name ?? path.slice(at + 'node_modules/'.length)
    packages[own] = [...new Set([...(packages[own] ?? []), version])]
  }
  return packages
}

/** @throws when the registry cannot be reached, refuses, or answers something else than advisories. */
async function ask(packages: Packages): Promise<Advisory[]> {
  const response = await fetch(new URL('-/npm/v1/security/advisories/bulk', registry.endsWith('/') ? registry : `${registry}/`), {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(packages),
    redirect: 'error',
    signal: AbortSignal.timeout(patienceMs),
  }).catch((error: Error) => {
    throw new Error(`${registry} could not be reached (${reasonOf(error)})`)
  })
  if (!response.ok) throw new Error(`${registry} answered ${response.status}`)
  const text = await response.text()
  const answer = text.length > bytesMax ? undefined : parsed(text)
  if (!isRecord(answer)) throw new Error(`${registry} answered something that is no list of advisories`)
  return Object.entries(answer).flatMap(([name, advisories]) => {
    if (!Array.isArray(advisories)) throw new Error(`${registry} answered something that is no list of advisories`)
    return advisories.map((each: unknown) => advisoryOf(name, each))
  })
}

/** A severity that we do not know counts as grave. */
function advisoryOf(name: string, value: unknown): Advisory {
  const text = (key: string) => printable(isRecord(value) && typeof value[key] === 'string' ? value[key] : 'unknown')
  return { name: printable(name), severity: text('severity'), title: text('title'), url: text('url'), versions: text('vulnerable_versions') }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
// What a registry says goes to a terminal: no control characters, no endless lines.
function printable(text: string): string {
  return text.replace(/\p{C}/gu, ' ').slice(0, 200)
}
function reasonOf(error: Error): string {
  return error.cause instanceof Error ? error.cause.message : error.message
}
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
