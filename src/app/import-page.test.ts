// Goal: somebody of the ministry brings a list in by the screen: sends, confirms the mapping, sees what is wrong, imports, in three languages and on a phone. Method:
// Chromium against a whole instance, axe on every screen.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { csvLine, holderCells, holdersHeader } from '../passes/import/test-holders.ts'
import { buildWeb } from './build-web.ts'
import { at, openJourney, seenAtBothWidths, speak } from './journey-browser.ts'
import { openTestInstance } from './test-instance.ts'

const folder = mkdtempSync(join(tmpdir(), 'spean-import-page-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const file = join(folder, 'banteay-meanchey-2568.csv')
const rows = Array.from({ length: 60 }, (_, index) => holderCells(index + 1, index % 20 === 7 ? { 'Date of birth': '30/02/2530' } : {}))
writeFileSync(
  file,
  [holdersHeader, ...rows, holderCells(61, { 'Area code': 'KH:9999' }), holderCells(62, { 'National ID': '600000001' })].map(csvLine).join(''),
)
writeFileSync(join(folder, 'picture.csv'), Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0xfc, 0xfd]))

const open = await openTestInstance({ now: '2026-11-20T08:30:00+07:00', webFolder: await buildWeb(), listen: true })
const { faults, visitAs } = await openJourney(open.url)
const page = await visitAs('interior-desk', 'KH', '/desk/import')

const seen = (name: string) => seenAtBothWidths(page, name)

test('what is no table is refused in words, and the page stays', async () => {
  await at(page, 'import-file').setInputFiles(join(folder, 'picture.csv'))
  await at(page, 'import-send').click()
  await at(page, 'problem').waitFor()
  assert.equal(await at(page, 'problem').getAttribute('data-code'), 'import.unreadable')
  await seen('import-refused')
})

test('a file is sent, its mapping guessed with samples and confirmed, and tried', async () => {
  await at(page, 'import-file').setInputFiles(file)
  await at(page, 'import-send').click()
  await at(page, 'map-number').waitFor()
  assert.equal(await at(page, 'map-nationalId').inputValue(), 'National ID')
  await seen('import-mapping')
  await at(page, 'import-check').click()
  await page.locator('[data-testid=import-state][data-state=checked]').waitFor()
  await at(page, 'faults').locator('tbody tr').nth(4).waitFor()
  assert.equal(await at(page, 'faults').locator('tbody tr').count(), 5)
  assert.match(String(await at(page, 'faults').locator('tbody tr').first().textContent()), /9Date of birth00\/00\/0000This is no day of the calendar/)
  await seen('import-checked')
  const [download] = await Promise.all([page.waitForEvent('download'), at(page, 'faults-download').click()])
  assert.equal(download.suggestedFilename(), 'faults.csv')
})

test('it is imported, and stands in the list; in Khmer and Thai too', async () => {
  await at(page, 'import-start').click()
  await page.locator('[data-testid=import-state][data-state=done]').waitFor()
  const { rows } = await open.administrator.query("select count(*)::int as n from pass where model <> 'qr'")
  assert.equal(rows[0].n, 57)
  await seen('import-done')
  for (const language of ['km', 'th'] as const) {
    await speak(page, language)
    await at(page, 'import-progress').waitFor()
    await seen('import-done')
  }
  await page.goto(`${open.url}/desk/import`)
  await at(page, 'imports').waitFor()
  await seen('import-list')
})

test('no page had an error, and nothing was blocked by the content policy', () => assert.deepEqual(faults, []))
