// Goal: the written style stays true. Method: read every source file once and name each breach.
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, sep } from 'node:path'
import { test } from 'node:test'

/** Lower first: an import goes to the left or stays. */
const order = [
  'kernel',
  'words',
  'platform',
  'instruments',
  'places',
  'audit',
  'identity',
  'credential',
  'passports',
  'payments',
  'persons',
  'passes',
  'watchlist',
  'portal',
  'movements',
  'stays',
  'orders',
  'checkpoint',
  'app',
  'web',
]
const bannedInRules = [/\bDate\.now\b/, /\bnew Date\(/, /\bMath\.random\b/, /\bawait\b/, /\bprocess\./]
const bannedAnywhere = [/\bas any\b/, /@ts-(ignore|expect-error|nocheck)/, /\b(FIXME|TODO|XXX)\b/, /\btest\.(skip|only)\(/]
const linesMax = 300

const areaOf = (path: string) => path.split(sep)[0] ?? ''
const rank = (path: string) => order.indexOf(areaOf(path))
const isTest = (path: string) => /\.test\.tsx?$/.test(path) || /(^|\/)test-[\w-]+\.ts$/.test(path) || path.includes('/vectors/')
const isRules = (path: string) => ['kernel', 'words'].includes(areaOf(path)) || path.endsWith('.rules.ts')
const runsAnywhere = (path: string) => isRules(path) || areaOf(path) === 'credential' || path.endsWith('.json')

export function breaches(path: string, text: string): string[] {
  const found: string[] = []
  if (text.split('\n').length > linesMax) found.push(`longer than ${linesMax} lines`)
  for (const banned of [...bannedAnywhere, ...(isRules(path) ? bannedInRules : [])]) if (banned.test(text)) found.push(`contains ${banned}`)
  for (const [, typeOnly, target = ''] of text.matchAll(/^(?:import|export) (type )?[^'"]*?from '([^']+)'/gms))
    found.push(...importBreaches(path, target, typeOnly !== undefined))
  for (const [, target = ''] of text.matchAll(/\bimport\('([^']+)'\)/g)) found.push(...importBreaches(path, target, false))
  return found
}

function importBreaches(path: string, target: string, typeOnly: boolean): string[] {
  if (!target.startsWith('.')) return isRules(path) ? [`rules import a package: ${target}`] : []
  const imported = normalize(join(dirname(path), target))
  if (imported.startsWith('..')) return []
  const found: string[] = []

  if (rank(imported) > rank(path)) found.push(`imports upward: ${imported}`)
  if (isRules(path) && !runsAnywhere(imported)) found.push(`rules import ${imported}`)
  if (areaOf(path) === 'web' && areaOf(imported) !== 'web' && !runsAnywhere(imported) && !typeOnly) found.push(`browser imports ${imported}`)
  if (imported.endsWith('.store.ts') && areaOf(imported) !== areaOf(path) && !['app'].includes(areaOf(path)))
    found.push(`reaches into another store: ${imported}`)
  return found
}

test('tidy: every source file', () => {
  const files = globSync('src/**/*.{ts,tsx}').map((file) => file.slice('src/'.length))
  assert.ok(files.length > 100, `only ${files.length} files were found`)
  const checked = files.filter((file) => !isTest(file) && file !== 'tidy.test.ts')
  const found = checked.flatMap((file) => breaches(file, readFileSync(join('src', file), 'utf8')).map((breach) => `${file}: ${breach}`))
  assert.deepEqual(found, [])
})

const caught: [path: string, text: string, breach: string][] = [
  ['passes/pass.rules.ts', 'const now = new Date()', 'contains'],
  ['passes/pass.rules.ts', "import { decideVerdict } from '../movements/verdict.rules.ts'", 'imports upward'],
  ['passes/pass.rules.ts', "import { findEvent } from '../audit/record-event.ts'", 'rules import audit'],
  ['passes/pass.rules.ts', "import pg from 'pg'", 'rules import a package'],
  ['movements/recorder.ts', "import { insertPass } from '../passes/pass.store.ts'", 'reaches into another store'],
  ['web/desk/main.tsx', "import { changePass } from '../../passes/change-pass.ts'", 'browser imports'],
  ['passes/change-pass.ts', "const { x } = await import('../movements/recorder.ts')", 'imports upward'],
  ['passes/change-pass.ts', '// TODO later', 'contains'],
  ['passes/change-pass.ts', '\n'.repeat(linesMax), 'longer'],
]
for (const [path, text, breach] of caught)
  test(`tidy catches: ${breach} in ${path}`, () => {
    const [found] = breaches(normalize(path), text)
    assert.ok(found?.startsWith(breach), `found: ${found}`)
  })

test('nothing in the project names a place outside it', () => {
  const files = globSync('{src,scripts,docs,data,db,bin,.ci}/**/*.{ts,tsx,mjs,md,json,sql,csv,css,html}').concat(['README.md', 'CHANGELOG.md'])
  const named = files.filter((file) => /\.\.\/shared|(^|[^A-Za-z0-9._-])\/(home|root|work)\/[a-z]/m.test(readFileSync(file, 'utf8')))
  assert.deepEqual(
    named.filter((file) => file !== 'src/tidy.test.ts'),
    [],
  )
})
