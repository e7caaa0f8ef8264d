// Goal: bound parts are one sound PDF/A file: every page in order, every tag with its page, nothing lost and nothing double. Method: real parts, and a reader of its own that follows every offset and reference of the bound file; files that are not ours, or cut, are refused.
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { bindPages } from './bind-pages.ts'
import { PageError } from './page-error.ts'
import { openPagePrinter } from './page-printer.ts'
import { samplePage } from './sample-page.test.ts'

const folder = mkdtempSync(join(tmpdir(), 'spean-bind-'))
const printer = openPagePrinter()
after(() => {
  printer.close()
  rmSync(folder, { recursive: true })
})

const numberOf = (part: number, page: number) => `KH0110${part}00${String(page).padStart(4, '0')}`
async function makePart(part: number, pages: number, state: 'KH' | 'TH' = 'KH'): Promise<string> {
  const [first, ...others] = Array.from({ length: pages }, (_, page) => samplePage({ state, number: numberOf(part, page) }))
  const path = join(folder, `part-${part}-${state}.pdf`)
  writeFileSync(path, await printer.renderPassPages([first ?? assert.fail(), ...others]))
  return path
}
let parts: readonly string[] = []
let sound = Buffer.alloc(0)
before(async () => {
  parts = [await makePart(0, 3), await makePart(1, 1), await makePart(2, 2)]
  sound = readFileSync(parts[0] ?? '')
})
let turn = 0
const target = () => join(folder, `bound-${turn++}.pdf`)

/** What a reader of PDF files sees, with every rule followed that binding could break. */
function readBound(path: string) {
  const text = readFileSync(path).toString('latin1')
  const tableAt = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1])
  const [table = '', count = ''] = /^xref\n0 (\d+)\n/.exec(text.slice(tableAt)) ?? assert.fail('no table')
  const objects = new Map<number, string>()
  for (let number = 1; number < Number(count); number += 1) {
    const at = tableAt + table.length + number * 20
    const offset = Number(text.slice(at, at + 10))
    assert.equal(text.slice(at + 10, at + 20), ' 00000 n \n')
    assert.ok(text.startsWith(`${number} 0 obj\n`, offset), `object ${number}`)
    const whole = text.slice(offset, text.indexOf('\nendobj', offset))
    const stream = whole.indexOf('\nstream\n')
    if (stream >= 0)
      assert.equal(whole.length - stream - '\nstream\n'.length - '\nendstream'.length, Number(/\/Length (\d+)/.exec(whole)?.[1]), `${number}`)
    objects.set(number, stream < 0 ? whole : whole.slice(0, stream))
  }
  const refsIn = (part: string | undefined) => [...(part ?? '').matchAll(/(\d+) 0 R/g)].map(([, ref]) => Number(ref))
  for (const [number, head] of objects) for (const ref of refsIn(head)) assert.ok(objects.has(ref), `${number} names ${ref}`)
  const get = (number: number | undefined) => objects.get(number ?? 0) ?? assert.fail(`no object ${number}`)
  const field = (head: string, name: string) => Number(new RegExp(`/${name} (\\d+)`).exec(head)?.[1])
  const list = (head: string, name: string) => refsIn(new RegExp(`/${name} \\[([^\\]]*)\\]`).exec(head)?.[1])
  const catalog = get(field(text.slice(tableAt), 'Root'))

  const pages: number[] = []
  const walk = (node: number, parent: number | undefined): number => {
    const head = get(node)
    if (parent !== undefined) assert.equal(field(head, 'Parent'), parent)
    if (/\/Type \/Page\n/.test(head)) return pages.push(node) > 0 ? 1 : 0
    const below = list(head, 'Kids').reduce((sum, kid) => sum + walk(kid, node), 0)
    assert.equal(field(head, 'Count'), below)
    return below
  }
  walk(field(catalog, 'Pages'), undefined)
  assert.equal([...objects.values()].filter((head) => /\/Type \/Page\n/.test(head)).length, pages.length, 'a page outside the tree')

  const struct = field(catalog, 'StructTreeRoot')
  const nums = new Map(
    [...(/\/Nums \[([^\]]*)\]/.exec(get(struct))?.[1] ?? '').matchAll(/(\d+) (\d+) 0 R/g)].map(([, key, ref]) => [Number(key), Number(ref)]),
  )
  assert.deepEqual(
    [...nums.keys()].sort((a, b) => a - b),
    pages.map((_, index) => index),
  )
  assert.equal(field(get(struct), 'ParentTreeNextKey'), pages.length)
  for (const kid of list(get(struct), 'K')) assert.equal(field(get(kid), 'P'), struct)
  for (const page of pages)
    for (const tag of new Set(refsIn(get(nums.get(field(get(page), 'StructParents')))))) {
      assert.match(get(tag), /\/Type \/StructElem/)
      assert.ok(refsIn(get(tag)).includes(page) || /\/S \//.test(get(tag)))
      for (const [, ref] of get(tag).matchAll(/\/Pg (\d+) 0 R/g)) assert.equal(Number(ref), page, 'a tag of another page')
    }
  const titles = [...text.matchAll(/<xmpTPg:NPages>(\d+)</g)].map(([, pagesSaid]) => Number(pagesSaid))
  assert.deepEqual(titles, [pages.length], 'one metadata, with the whole count')
  assert.equal([...objects.values()].filter((head) => /\/Type \/OutputIntent\n/.test(head)).length, 1)
  assert.match(text, /<pdfaid:part>2<\/pdfaid:part><pdfaid:conformance>A</)
  return { pages: pages.length, text }
}

test('three parts are one sound file with all pages', async () => {
  const path = target()
  assert.deepEqual(await bindPages(parts, path), { pages: 6 })
  assert.equal(readBound(path).pages, 6)
  assert.equal(statSync(path).mode & 0o777, 0o600)
})

test('one part alone, and one part twice', async () => {
  const [one, twice] = [target(), target()]
  await bindPages([parts[1] ?? ''], one)
  assert.equal(readBound(one).pages, 1)
  await bindPages([parts[0] ?? '', parts[0] ?? ''], twice)
  assert.equal(readBound(twice).pages, 6)
})

test('what is drawn is not touched: every stream of the parts stands in the bound file, in order', async () => {
  const path = target()
  await bindPages(parts, path)
  const { text } = readBound(path)
  const streamsIn = (file: string) =>
    [...file.matchAll(/\nstream\n([\s\S]*?)\nendstream\n/g)].map(([, stream = '']) => stream).filter((stream) => !stream.startsWith('<?xpacket'))
  assert.deepEqual(
    streamsIn(text),
    parts.flatMap((part) => streamsIn(readFileSync(part, 'latin1'))),
  )
})

test('equal parts are equal bytes; another order is another file', async () => {
  const [one, same, other] = [target(), target(), target()]
  await bindPages(parts, one)
  await bindPages(parts, same)
  await bindPages(parts.toReversed(), other)
  assert.deepEqual(readFileSync(one), readFileSync(same))
  const idOf = (path: string) => /\/ID \[\(([^)]+)\)/.exec(readFileSync(path, 'latin1'))?.[1]
  assert.notEqual(idOf(one), idOf(other))
  assert.notEqual(idOf(one), idOf(parts[0] ?? ''))
})

test('Thai pages are bound as well', async () => {
  const path = target()
  await bindPages([await makePart(5, 2, 'TH'), await makePart(6, 1, 'TH')], path)
  assert.equal(readBound(path).pages, 3)
})

const changed = (change: (text: string) => string) => () => Buffer.from(change(sound.toString('latin1')), 'latin1')
const broken: [why: string, make: () => Buffer][] = [
  ['nothing', () => Buffer.alloc(0)],
  ['no PDF', () => Buffer.from('hello')],
  ['one without its end', () => sound.subarray(0, sound.length - 30)],
  ['one without its beginning', () => sound.subarray(100)],
  ['one whose table is off by one', changed((text) => text.replace(/startxref\n(\d+)/, (_, at) => `startxref\n${Number(at) + 1}`))],
  [
    'one with an object moved',
    changed((text) => text.replace(/\n(\d{9})(\d) 00000 n/, (_, start, last) => `\n${start}${(Number(last) + 1) % 10} 00000 n`)),
  ],
  ['one with a script', changed((text) => text.replace('  /MarkInfo', '  /OpenAction'))],
  ['one with other tags', changed((text) => text.replace('/ParentTreeNextKey', '/ParentTreeNextKez'))],
  ['one with a reference to nowhere', changed((text) => text.replace(/\/Contents \d+ 0 R/, '/Contents 9999 0 R'))],
]
for (const [why, make] of broken)
  test(`refuses ${why}`, async () => {
    const path = join(folder, 'broken.pdf')
    writeFileSync(path, make())
    await assert.rejects(bindPages([parts[0] ?? '', path], target()), (error) => error instanceof PageError && error.fault === 'typst')
  })

test('refuses no parts, and never writes over a file', async () => {
  await assert.rejects(bindPages([], target()), PageError)
  const path = target()
  writeFileSync(path, 'kept')
  await assert.rejects(bindPages(parts, path), /EEXIST/)
  assert.equal(readFileSync(path, 'utf8'), 'kept')
})
