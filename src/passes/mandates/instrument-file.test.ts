// Goal: what somebody types as a source opens no file of the machine. Method: a true source, and paths that lead elsewhere.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { instrumentFile } from './instrument-file.ts'

test('a text of ours is found', () => assert.equal(instrumentFile('data/sources/kh-th-agreement-1997.txt')?.name, 'kh-th-agreement-1997.txt'))

for (const source of [
  'data/sources/../../package.json',
  'data/sources/..%2f..%2fpackage.txt',
  '/etc/passwd',
  'data/sources/kh-th-agreement-1997.txt\n',
  ' data/sources/kh-th-agreement-1997.txt',
  'data/sources/none.txt',
  'package.json',
  '',
])
  test(`no file: ${JSON.stringify(source)}`, () => assert.equal(instrumentFile(source), undefined))
