import type { SaxesTagPlain } from 'saxes'
import { SaxesParser } from 'saxes'
import { showsDay } from './xlsx-cells.rules.ts'
import type { ZipParts } from './zip.ts'
import { Unreadable } from './zip.ts'

/** The attributes that a workbook's parts are read for; of a sheet's `r:id` the prefix is the writer's choice. */
export type Attributes = {
  readonly [K in 'r' | 't' | 's' | 'name' | 'state' | 'date1904' | 'Id' | 'Target' | 'TargetMode' | 'numFmtId' | 'formatCode']?: string
}
export type XmlHandlers = {
  open?(name: string, attributes: Attributes, depth: number): void
  text?(text: string): void
  close?(name: string): void
  /** After each piece of the part: time to hand on what was gathered. False: enough. */
  pause?(): Promise<boolean>
}

/** Nested deeper than any workbook is. */
const depthMax = 64

/** Strict XML in UTF-8, without a DTD: entities of one's own are how small files become large ones. Names lose their prefix. */
export async function parsePart(parts: ZipParts, name: string, handlers: XmlHandlers): Promise<void> {
  const parser = new SaxesParser()
  let depth = 0
  parser.on('doctype', () => {
    throw new Unreadable('doctype')
  })
  parser.on('error', () => {
    throw new Unreadable('xml')
  })
  parser.on('opentag', (tag: SaxesTagPlain) => {
    depth += 1
    if (depth > depthMax) throw new Unreadable('xml')
    handlers.open?.(localName(tag.name), tag.attributes as Attributes, depth)
  })
  parser.on('closetag', (tag: SaxesTagPlain) => {
    depth -= 1
    handlers.close?.(localName(tag.name))
  })
  if (handlers.text) parser.on('text', handlers.text)
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const chunk of parts.read(name)) {
      parser.write(decoder.decode(chunk, { stream: true }))
      if (handlers.pause && !(await handlers.pause())) return
    }
    parser.write(decoder.decode())
    parser.close()
  } catch (error) {
    if (error instanceof TypeError && 'code' in error && error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA') throw new Unreadable('xml')
    throw error
  }
  if (handlers.pause) await handlers.pause()
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

export type Workbook = { readonly sheet: string; readonly part: string; readonly epoch1904: boolean }

/** The first sheet that is shown, and where it lies. */
export async function readWorkbook(parts: ZipParts): Promise<Workbook> {
  const sheets: { name: string; id: string; hidden: boolean }[] = []
  const targets = new Map<string, string>()
  let epoch1904 = false
  await parsePart(parts, 'xl/workbook.xml', {
    open(name, attributes) {
      if (name === 'workbookPr') epoch1904 = ['1', 'true'].includes(attributes.date1904 ?? '')
      if (name !== 'sheet') return
      const id = Object.entries(attributes).find(([key]) => localName(key) === 'id' && key.includes(':'))?.[1] ?? ''
      sheets.push({ name: attributes.name ?? '', id, hidden: ['hidden', 'veryHidden'].includes(attributes.state ?? '') })
    },
  })
  await parsePart(parts, 'xl/_rels/workbook.xml.rels', {
    open(name, attributes) {
      if (name !== 'Relationship' || attributes.TargetMode === 'External') return
      targets.set(attributes.Id ?? '', (attributes.Target ?? '').replace(/^\/?(xl\/)?/, 'xl/'))
    },
  })
  const sheet = sheets.find(({ hidden }) => !hidden)
  const part = sheet && targets.get(sheet.id)
  if (!sheet || !part || !parts.has(part)) throw new Unreadable('no-sheet')
  return { sheet: sheet.name.slice(0, 100), part, epoch1904 }
}

/** For each cell style, whether it shows a day. */
export async function readDayStyles(parts: ZipParts): Promise<readonly boolean[]> {
  const [codes, styles] = [new Map<number, string>(), [] as boolean[]]
  let inStyles = false
  if (!parts.has('xl/styles.xml')) return styles
  await parsePart(parts, 'xl/styles.xml', {
    open(name, attributes) {
      if (name === 'numFmt') codes.set(Number(attributes.numFmtId), (attributes.formatCode ?? '').slice(0, 200))
      if (name === 'cellXfs') inStyles = true
      const id = Number(attributes.numFmtId)
      if (name === 'xf' && inStyles) styles.push(showsDay(id, codes.get(id)))
    },
    close(name) {
      if (name === 'cellXfs') inStyles = false
    },
  })
  return styles
}

/** The texts that cells point to lie in one part, and must be at hand while the sheet is read: so many characters of memory and no more. */
const sharedCharactersMax = 32_000_000

export async function readSharedStrings(parts: ZipParts): Promise<readonly string[]> {
  const texts: string[] = []
  if (!parts.has('xl/sharedStrings.xml')) return texts
  let [text, total, inText, inPhonetic] = ['', 0, false, false]
  await parsePart(parts, 'xl/sharedStrings.xml', {
    open(name) {
      if (name === 'si') text = ''
      if (name === 't') inText = true
      if (name === 'rPh') inPhonetic = true
    },
    text(more) {
      if (!inText || inPhonetic) return
      text += more
      total += more.length
      if (total > sharedCharactersMax) throw new Unreadable('too-many-texts')
    },
    close(name) {
      if (name === 't') inText = false
      if (name === 'rPh') inPhonetic = false
      if (name === 'si') texts.push(text)
      if (texts.length > sharedCharactersMax / 8) throw new Unreadable('too-many-texts')
    },
  })
  return texts
}
