// Goal: the lawyer's page says what the table says. Method: the page made again and compared; every role, action and refusal found on it.
import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { apart } from '../passes/separation.rules.ts'
import { projectRoot } from '../platform/config.ts'
import { actionWords, roleWords } from '../words/roles.ts'
import { actions, roles } from './authority-lists.rules.ts'
import { renderAuthorityPage } from './authority-page.ts'
import { readOracle } from './test-oracle.ts'

const file = join(projectRoot, 'docs', 'authority.md')
const made = renderAuthorityPage(apart)

test('docs/authority.md is what the table makes', () => {
  // After a change of the table: SPEAN_TEST_WRITE_AUTHORITY=1 npm test authority-page
  if (process.env['SPEAN_TEST_WRITE_AUTHORITY']) writeFileSync(file, made)
  assert.equal(made, readFileSync(file, 'utf8'))
})

test('every step of the separation of duties has words', () => {
  assert.doesNotMatch(made, /takenBy|approvedBy|signedBy|printedBy|undefined/)
})

test('the page’s table, read back, allows what the oracle allows', () => {
  const letters = new Map([
    ['own-district', 'O'],
    ['sibling-district', 'S'],
    ['own-province', 'P'],
    ['national', 'N'],
  ])
  const oracle = readOracle()
  const read = new Map<string, string>()
  let head: string[] = []
  for (const line of made.split('\n').filter((one) => one.startsWith('| '))) {
    const cells = line.slice(2, -2).split(' | ')
    if (cells[0] === 'action') head = cells
    else if (head.length > 0) for (const [index, name] of head.entries()) if (index > 0) read.set(`${name} ${cells[0]}`, cells[index]?.trim() ?? '')
    if (cells[0] === actionWords['retention.run'].en && head.includes(roleWords['system-administrator'].en)) head = []
  }
  for (const role of roles.filter((one) => one !== 'resident'))
    for (const action of actions) {
      const where = oracle.rows.find((row) => row.role === role && row.action === action)?.relations
      assert.equal(
        read.get(`${roleWords[role].en} ${actionWords[action].en}`),
        where?.map((relation) => letters.get(relation)).join(' '),
        `${role} ${action}`,
      )
    }
})
