// Goal: the decision table that people read is the one the code decides by. Method: docs/verdict.md is written from the table and compared.
import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { projectRoot } from '../platform/config.ts'
import { type Reason, reasons, ruleVersions, verdictTable } from './verdict-table.rules.ts'

const file = join(projectRoot, 'docs', 'verdict.md')

function page(): string {
  const rows = reasons.map((reason: Reason, index) => {
    const { rule, effect, when } = verdictTable[reason]
    const previous = reasons[index - 1]
    const first = previous === undefined || verdictTable[previous].rule !== rule
    return `| ${first ? `\`${rule}\` (${ruleVersions[rule]})` : ''} | \`${reason}\` | ${effect} | ${when} |`
  })
  return [
    '# The verdict: its decision table',
    '',
    'Written from `src/movements/verdict-table.rules.ts` by `src/movements/verdict-page.test.ts`; change the table, not this page. How the rules work together stands in [rules](rules.md#rules-of-the-verdict).',
    '',
    'Each rule that applies leaves a finding: a reason with its effect. The strongest effect is the verdict: `admit` < `admit-with-flag` < `refer` < `refuse`.',
    'Then the last three rules may take its place: nobody is refused the way home, nobody who needs care is refused, and somebody in charge may decide on a referral. The number beside a rule is its version.',
    '',
    '| rule | reason | effect alone | given when |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n')
}

test('docs/verdict.md is the table of the code', () => {
  if (process.env['SPEAN_TEST_WRITE_VERDICT'] === '1') writeFileSync(file, page())
  assert.equal(readFileSync(file, 'utf8'), page())
})
