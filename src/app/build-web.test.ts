// Goal: pages never run on rules of yesterday: a change of any folder that they import from builds them anew. Method: the imports of src/web that are kept in the pages against the list of sources.
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { projectRoot } from '../platform/config.ts'
import { sources } from './build-web.ts'

test('every folder that a page imports from is a source of the build', () => {
  const files = globSync('src/web/**/*.{ts,tsx}', { cwd: projectRoot }).filter((file) => !file.includes('.test.'))
  const folders = files.flatMap((file) => {
    const imports = readFileSync(join(projectRoot, file), 'utf8').matchAll(/^import (?!type )[^;]*?from '([^']+)'/gm)
    return [...imports].flatMap(([, from = '']) => (from.startsWith('.') ? [join(file, '..', from).split('/').slice(0, 2).join('/')] : []))
  })
  assert.ok(folders.includes('src/passports'), 'the gate reads passports')
  assert.deepEqual(
    [...new Set(folders)].filter((folder) => folder.startsWith('src/') && !sources.includes(folder)),
    [],
  )
})
