// Goal: a page is right, the same every time, and no page takes the server with it. Method: real pages from real workers, and workers that misbehave.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { inflateSync } from 'node:zlib'
import { readStateProfile } from '../../instruments/states.ts'
import type { CivilDate } from '../../kernel/time.ts'
import { PageError, type PageFault } from './page-error.ts'
import { openPagePrinter, type PagePrinter } from './page-printer.ts'
import type { PassPageData } from './pass-page.ts'
import { samplePage } from './sample-page.test.ts'

const folder = mkdtempSync(join(tmpdir(), 'spean-page-'))
const printer = openPagePrinter({ workersMax: 2 })
after(() => {
  printer.close()
  rmSync(folder, { recursive: true })
})

const workerOf = (name: string, source: string): URL => {
  writeFileSync(join(folder, name), source)
  return pathToFileURL(join(folder, name))
}
const faultOf = async (page: Promise<unknown>): Promise<PageFault | 'none'> => {
  try {
    await page
    return 'none'
  } catch (error) {
    assert.ok(error instanceof PageError)
    return error.fault
  }
}
async function withPrinter(printerOptions: Parameters<typeof openPagePrinter>[0], use: (printer: PagePrinter) => Promise<void>): Promise<void> {
  const own = openPagePrinter(printerOptions)
  try {
    await use(own)
  } finally {
    own.close()
  }
}

/** The file's words: everything, with the packed streams unpacked. */
function unpacked(pdf: Uint8Array): string {
  const bytes = Buffer.from(pdf)
  let words = bytes.toString('latin1')
  for (const match of words.matchAll(/stream\r?\n/g)) {
    const start = match.index + match[0].length
    try {
      words += inflateSync(bytes.subarray(start), { finishFlush: 2 }).toString('latin1')
    } catch {
      // A stream that is not packed, such as the photo.
    }
  }
  return words
}

for (const state of ['KH', 'TH'] as const)
  test(`a page of ${state}: one PDF/A page of 125 × 88 mm with every font inside`, async () => {
    const pdf = await printer.renderPassPage(samplePage({ state }))
    const words = unpacked(pdf)
    assert.ok(words.startsWith('%PDF-1.'))
    const box = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(words)
    assert.ok(Math.abs(Number(box?.[1]) - 354.33) < 0.01 && Math.abs(Number(box?.[2]) - 249.45) < 0.01)
    assert.equal(words.match(/\/Type \/Page\b/g)?.length, 1)
    assert.match(words, /<pdfaid:part>2<\/pdfaid:part>/)
    const fonts = new Set([...words.matchAll(/\/FontName \/[A-Z]{6}\+([A-Za-z-]+)/g)].map(([, name]) => name))
    for (const font of ['Inter-Regular', 'Inter-Bold', 'NotoSansKhmer-Regular', 'NotoSansThai-Regular', 'OCRB-Regular'])
      assert.ok(fonts.has(font), font)
    assert.equal(fonts.has('Moul-Regular'), state === 'KH')
    const embedded = words.match(/\/FontFile[23] /g)?.length
    assert.equal(embedded, words.match(/\/Type \/FontDescriptor/g)?.length)
    // Text can be taken out again: every font says which letters its signs are.
    assert.equal(words.match(/\/ToUnicode /g)?.length, words.match(/\/Subtype \/Type0/g)?.length)
  })

test('equal data are equal bytes, from whichever worker; other data are not', async () => {
  const pages = await Promise.all([1, 2, 3].map(() => printer.renderPassPage(samplePage())))
  assert.deepEqual(pages[0], pages[1])
  assert.deepEqual(pages[0], pages[2])
  await withPrinter({}, async (other) => assert.deepEqual(await other.renderPassPage(samplePage()), pages[0]))
  assert.notDeepEqual(await printer.renderPassPage(samplePage({ givenName: 'Sophea' })), pages[0])
})

test('the longest names and addresses still make one page', async () => {
  const pdf = await printer.renderPassPage(
    samplePage({
      localName: 'ស្រ៊ុន ស្រីពៅ '.repeat(9).slice(0, 120),
      givenName: 'W'.repeat(60),
      familyName: 'Srun Chanthavy '.repeat(4).trim(),
      address: { km: 'ភូមិក្បាលស្ពាន '.repeat(14).slice(0, 200), en: 'Kbal Spean village, '.repeat(10).trim() },
      signedBy: 'The Governor of a City with a Long Name '.repeat(3).trim(),
    }),
  )
  assert.equal(unpacked(pdf).match(/\/Type \/Page\b/g)?.length, 1)
})

test('words are never markup', async () => {
  const pdf = await printer.renderPassPage(samplePage({ address: { en: '#panic("x") $x$ *b* #image("/etc/passwd") \\ " @ref <label>' } }))
  assert.ok(pdf.length > 10_000)
})

const refused: [why: string, change: Partial<PassPageData>, fault: PageFault][] = [
  ['a letter that no shipped font has', { localName: 'ສົມຊາຍ' }, 'letters'],
  ['a control character', { signedBy: 'a\u0007b' }, 'letters'],
  ['a number the zone can not hold', { number: 'kh-1' }, 'mrz'],
  ['a QR text with small letters', { qrText: 'abc' }, 'qr-text'],
  ['a QR text of more than the page can show', { qrText: 'A'.repeat(1700) }, 'qr-too-long'],
  ['a photo that is none', { portrait: new Uint8Array(100) }, 'typst'],
]
for (const [why, change, fault] of refused)
  test(`refuses ${why}`, async () => {
    assert.equal(await faultOf(printer.renderPassPage(samplePage(change))), fault)
    assert.ok((await printer.renderPassPage(samplePage())).length > 0)
  })

test('a worker that never answers is ended, and the next page gets a new one', async () => {
  const silent = workerOf('silent.ts', 'process.on("message", () => {}); process.on("disconnect", () => process.exit())')
  await withPrinter({ workerFile: silent, timeoutMs: 300 }, async (own) => {
    assert.deepEqual(await Promise.all([1, 2].map(() => faultOf(own.renderPassPage(samplePage())))), ['time-out', 'time-out'])
  })
})

test('a worker that dies takes one page with it, no more', async () => {
  const mark = join(folder, 'died')
  const source = `import { existsSync, writeFileSync } from 'node:fs'
    process.on('message', () => {
      if (existsSync('${mark}')) return process.send({ pdf: new Uint8Array([1]) })
      writeFileSync('${mark}', '')
      process.abort()
    })`
  await withPrinter({ workerFile: workerOf('dies.ts', source) }, async (own) => {
    const pages = [own.renderPassPage(samplePage()), own.renderPassPage(samplePage())]
    assert.deepEqual(await Promise.all(pages.map(faultOf)), ['worker-died', 'none'])
  })
})

test('closing ends what is under way, and too long a queue is refused', async () => {
  const silent = workerOf('silent.ts', 'process.on("message", () => {}); process.on("disconnect", () => process.exit())')
  await withPrinter({ workerFile: silent, waitingMax: 1 }, async (own) => {
    const faults = [1, 2, 3].map(() => faultOf(own.renderPassPage(samplePage())))
    assert.equal(await faults[2], 'busy')
    own.close()
    assert.deepEqual(await Promise.all(faults), ['closed', 'closed', 'busy'])
    assert.equal(await faultOf(own.renderPassPage(samplePage())), 'closed')
  })
})

test('several pages are one file of as many pages, in order; equal data are equal bytes', async () => {
  const three = [samplePage(), samplePage({ number: 'KH01100000435' }), samplePage({ number: 'KH01100000443' })] as const
  const pdf = await printer.renderPassPages([...three])
  assert.equal(unpacked(pdf).match(/\/Type \/Page\b/g)?.length, 3)
  assert.deepEqual(await printer.renderPassPages([...three]), pdf)
  assert.equal(await faultOf(printer.renderPassPages([three[0], samplePage({ localName: 'ສົມຊາຍ' })])), 'letters')
})

for (const state of ['KH', 'TH'] as const)
  test(`the cover of ${state}: one PDF/A page, front, fold and back`, async () => {
    const cover = { state, name: readStateProfile(state).name, on: '2026-11-20' as CivilDate }
    const pdf = await printer.renderCover(cover)
    const words = unpacked(pdf)
    const box = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(words)
    assert.ok(Math.abs(Number(box?.[1]) - (252 / 25.4) * 72) < 0.01 && Math.abs(Number(box?.[2]) - (88 / 25.4) * 72) < 0.01)
    assert.equal(words.match(/\/Type \/Page\b/g)?.length, 1)
    assert.match(words, /<pdfaid:part>2<\/pdfaid:part>/)
    assert.equal(/\+Moul-Regular/.test(words), state === 'KH')
    for (const font of ['NotoSansKhmer', 'NotoSansThai', 'Inter']) assert.match(words, new RegExp(`\\+${font}`))
    assert.deepEqual(await printer.renderCover(cover), pdf)
  })
