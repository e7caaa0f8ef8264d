// Goal: the documentation names what the code has, and nothing else. Method: the code's own lists against the pages' text; every link and path is followed.
import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { passCodes } from '../credential/codes.ts'
import { lawRules, readLaw } from '../instruments/law-file.ts'
import { problemRule } from '../kernel/problem.ts'
import { reasons, ruleVersions } from '../movements/verdict-table.rules.ts'
import { projectRoot, settings } from '../platform/config.ts'

const read = (path: string): string => readFileSync(join(projectRoot, path), 'utf8')
const rulesPage = read('docs/rules.md')

const lists: [list: string, page: string, names: readonly string[]][] = [
  ['rules of refusals', 'docs/rules.md', Object.values(problemRule)],
  ['codes of refusals', 'docs/rules.md', Object.keys(problemRule)],
  ['rules of the verdict', 'docs/verdict.md', Object.keys(ruleVersions)],
  ['reasons of the verdict', 'docs/verdict.md', reasons],
  ['rules of the law', 'docs/rules.md', lawRules],
  ['codes of the credential', 'docs/spec/credential.md', passCodes],
]
for (const [list, page, names] of lists)
  test(`${page} names the ${list}`, () => {
    const text = read(page)
    assert.deepEqual(
      [...new Set(names)].filter((name) => !text.includes(`\`${name}\``)),
      [],
    )
  })

test('docs/rules.md has no rule that is gone', () => {
  const known: readonly string[] = [...new Set([...Object.values(problemRule), ...Object.keys(ruleVersions), ...lawRules])]
  const named = rowsOf(rulesPage).flatMap(([first = '']) => /^`([^`]+)`$/.exec(first)?.[1] ?? [])
  assert.ok(named.length >= known.length / 2)
  assert.deepEqual(
    named.filter((name) => !known.includes(name)),
    [],
  )
})

test('docs/rules.md has a row for each parameter of the law, with its day and instrument', () => {
  const rows = rowsOf(rulesPage)
  const missing = readLaw().law.parameters.filter(
    ({ rule, scope, from, instrument }) =>
      !rows.some((row) => row[0] === `\`${rule}\`` && row[1]?.split(', ').includes(scope) && row[2] === from && row.includes(`\`${instrument}\``)),
  )
  assert.deepEqual(missing, [])
})

test('docs/dependencies.md names each direct dependency with its version, and no other', () => {
  const manifest = JSON.parse(read('package.json')) as Record<'dependencies' | 'devDependencies' | 'optionalDependencies', Record<string, string>>
  const wanted = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies }
  const named = [...read('docs/dependencies.md').matchAll(/^- `([^`]+)` (\S+): /gm)].map(([, name = '', version = '']) => `${name} ${version}`)
  assertSame(
    named,
    Object.entries(wanted).map(([name, version]) => `${name} ${version}`),
  )
})

test('docs/operating.md names each setting with its default, and no other', () => {
  const page = read('docs/operating.md')
  const wanted = Object.values(settings).map(({ variable, standard }) => `\`${variable}\` ${standard === '' ? '(empty)' : `\`${standard}\``}`)
  const named = rowsOf(page).flatMap(([variable = '', standard = '']) => (/^`[A-Z_]+`$/.test(variable) ? [`${variable} ${standard}`] : []))
  assertSame(named, wanted)
  const variables = Object.values(settings).map(({ variable }) => variable)
  const strangers = [...page.matchAll(/\bSPEAN_[A-Z_]+/g)].map(([name]) => name).filter((name) => name !== 'SPEAN_TEST_' && !variables.includes(name))
  assert.deepEqual(strangers, [])
})

const pages = globSync(['README.md', 'CHANGELOG.md', 'docs/**/*.md', 'src/**/README.md', 'vectors/**/README.md'], { cwd: projectRoot })

test('every relative link, and every path in backticks, points to something', () => {
  assert.ok(pages.length > 20, `only ${pages.length} pages were found`)
  const dead = pages.flatMap((page) => targetsOf(page).flatMap((target) => (exists(target) ? [] : [`${page}: ${target}`])))
  assert.deepEqual(dead, [])
})

test('every test that a README names beside an invariant is there', () => {
  const named = globSync('src/*/README.md', { cwd: projectRoot }).flatMap((page) =>
    [...read(page).matchAll(/`([\w./-]+\.test\.tsx?)`/g)].map(([, file = '']) => ({ page, file })),
  )
  assert.ok(named.length > 20, `only ${named.length} tests are named`)
  const dead = named.filter(({ page, file }) => !existsSync(join(projectRoot, file.startsWith('src/') ? file : join(dirname(page), file))))
  assert.deepEqual(dead, [])
})

test('docs/performance.md and the usage name every part of the bench', () => {
  const bench = read('scripts/bench.ts')
  const parts = [...bench.matchAll(/^ {2}(\w+): bench\w+,$/gm)].map(([, name]) => name)
  assert.ok(parts.length >= 10, `only ${parts.length} parts were found`)
  for (const text of [bench, read('docs/performance.md')]) assert.ok(text.includes(`--only ${parts.join('|')}`), 'another list of names')
})

/** The difference alone is shown: the lists are long. */
function assertSame(named: readonly string[], wanted: readonly string[]): void {
  const missing = wanted.filter((each) => !named.includes(each))
  const gone = named.filter((each, index) => !wanted.includes(each) || named.indexOf(each) !== index)
  assert.deepEqual({ missing, gone }, { missing: [], gone: [] })
}

/** Cells of every table row of a page. */
const rowsOf = (page: string): string[][] => [...page.matchAll(/^\|(.+)\|$/gm)].map(([, row = '']) => row.split('|').map((cell) => cell.trim()))

/** What a page points to, by path from the project's root. */
function targetsOf(page: string): string[] {
  const text = read(page)
  const links = [...text.matchAll(/\]\(([^)\s#]+)[^)]*\)/g)].map(([, target = '']) => target).filter((target) => !/^[a-z]+:/.test(target))
  const paths = [...text.matchAll(/`((?:src|docs|db|data|vectors|scripts|bin)\/[\w./*-]+)`/g)].map(([, path = '']) => path)
  return [...links.map((link) => join(dirname(page), link)), ...paths]
}

const exists = (target: string): boolean =>
  target.includes('*') ? globSync(target, { cwd: projectRoot }).length > 0 : existsSync(join(projectRoot, target))
