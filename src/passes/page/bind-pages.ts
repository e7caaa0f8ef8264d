import { hash } from 'node:crypto'
import { open, readFile } from 'node:fs/promises'
import { openPart, type PdfPart, strange } from './pdf-part.ts'

/** Our own objects of the bound file; the parts' follow. */
const own = { pages: 1, struct: 2, metadata: 3, info: 4, catalog: 5 } as const
const firstFree = 6

/**
 * Binds files of pages into one, in order: still PDF/A, with every page's tags. A part at a time is in memory. Takes only files that the typesetter wrote
 * (`pdf-part.ts`). Equal parts give equal bytes. @throws PageError `typst` for another file.
 */
export async function bindPages(parts: readonly string[], target: string): Promise<{ readonly pages: number }> {
  const out = await open(target, 'wx', 0o600)
  try {
    const offsets: number[] = []
    let at = 0
    const write = async (bytes: Buffer): Promise<void> => {
      await out.write(bytes)
      at += bytes.length
    }
    const object = async (number: number, text: string, rest: Buffer = Buffer.alloc(0)): Promise<void> => {
      offsets[number] = at
      await write(Buffer.concat([Buffer.from(text, 'latin1'), rest]))
    }
    const bound = newBound()
    let first: PdfPart | undefined
    for (const path of parts) {
      const part = openPart(await readFile(path))
      if (!first) await write(part.header)
      first ??= part
      const numbers = numbersOf(part, part === first, bound.next)
      bound.next += numbers.size
      for (const [number, { head, rest }] of part.objects)
        if (numbers.has(number)) await object(numbers.get(number) ?? 0, moved(part, number, head, numbers, bound.tagKeys), rest)
      keep(bound, part, numbers, part === first)
    }
    if (!first) return strange('no parts')
    for (const [number, text] of rootsOf(first, bound)) await object(number, text)
    await write(Buffer.from(endOf(offsets, at, idOf(bound)), 'latin1'))
    return { pages: bound.pages }
  } finally {
    await out.close()
  }
}

type Bound = {
  next: number
  pages: number
  tagKeys: number
  readonly pageTrees: number[]
  readonly kids: string[]
  readonly parents: string[]
  readonly ids: string[]
  intents: number
}
const newBound = (): Bound => ({ next: firstFree, pages: 0, tagKeys: 0, pageTrees: [], kids: [], parents: [], ids: [], intents: 0 })

/** Old number → new. What a file has once comes from the first part, or from us. */
function numbersOf(part: PdfPart, isFirst: boolean, from: number): ReadonlyMap<number, number> {
  const ours = [part.catalog, part.info, part.metadata, part.struct, ...(isFirst ? [] : [part.intents, ...intentsOf(part)])]
  const kept = [...part.objects.keys()].filter((number) => !ours.includes(number))
  return new Map(kept.map((number, index) => [number, from + index]))
}

const intentsOf = ({ objects, intents }: PdfPart): number[] =>
  [...(objects.get(intents)?.head ?? '').matchAll(/(\d+) 0 R/g)].map(([, number]) => Number(number))

/** Strings are left alone; references and the keys of tags are not. */
const tokens = /\((?:\\[\s\S]|[^\\()]|\((?:\\[\s\S]|[^\\()])*\))*\)|<[0-9A-Fa-f\s]*>|(\/StructParents? )(\d+)\b|\b(\d+) 0 R\b/g

function moved(part: PdfPart, number: number, head: string, numbers: ReadonlyMap<number, number>, tagKeys: number): string {
  const body = renumbered(head.slice(head.indexOf('\n')), part, numbers, tagKeys)
  const text = number === part.pages ? body.replace('/Type /Pages', `/Type /Pages\n  /Parent ${own.pages} 0 R`) : body
  return `${numbers.get(number)} 0 obj${text}`
}

function renumbered(text: string, part: PdfPart, numbers: ReadonlyMap<number, number>, tagKeys: number): string {
  return text.replace(tokens, (whole, key: string | undefined, tag: string | undefined, ref: string | undefined) => {
    if (key !== undefined) return `${key}${Number(tag) + tagKeys}`
    if (ref === undefined) return whole
    const to = Number(ref) === part.struct ? own.struct : numbers.get(Number(ref))
    return to === undefined ? strange('a reference to what is left out') : `${to} 0 R`
  })
}

function keep(bound: Bound, part: PdfPart, numbers: ReadonlyMap<number, number>, isFirst: boolean): void {
  const to = (number: number): number => numbers.get(number) ?? strange('a tag without its object')
  bound.pageTrees.push(to(part.pages))
  bound.kids.push(renumbered(part.tags.kids, part, numbers, 0))
  for (const [key, ref] of part.tags.parents) bound.parents.push(`${key + bound.tagKeys} ${to(ref)} 0 R`)
  bound.ids.push(part.id)
  bound.pages += part.pageCount
  bound.tagKeys += part.tags.nextKey
  if (isFirst) bound.intents = to(part.intents)
}

/** From the ids of the parts, which are hashes of what is in them. */
const idOf = ({ ids }: Bound): string => hash('sha256', ids.join('\n'), 'buffer').subarray(0, 16).toString('base64')

function rootsOf(first: PdfPart, bound: Bound): [number: number, text: string][] {
  const headOf = (number: number): string => (first.objects.get(number)?.head ?? '').replace(/^\d+ 0 obj/, '')
  const roots = new Map([
    [first.pages, own.pages],
    [first.metadata, own.metadata],
    [first.intents, bound.intents],
  ])
  const catalog = renumbered(headOf(first.catalog), first, roots, 0)
  const struct = `\n<<\n  /Type /StructTreeRoot\n  ${first.tags.roleMap}\n  /K [${bound.kids.join(' ')}]\n  /ParentTree <<\n    /Nums [${bound.parents.join(' ')}]\n  >>\n  /ParentTreeNextKey ${bound.tagKeys}\n>>\nendobj\n\n`
  const pages = `\n<<\n  /Type /Pages\n  /Count ${bound.pages}\n  /Kids [${bound.pageTrees.map((tree) => `${tree} 0 R`).join(' ')}]\n>>\nendobj\n\n`
  const bodies: [number, string][] = [
    [own.pages, pages],
    [own.struct, struct],
    [own.metadata, metadataOf(first, bound)],
    [own.info, headOf(first.info)],
    [own.catalog, catalog],
  ]
  return bodies.map(([number, body]) => [number, `${number} 0 obj${body}`])
}

/** The first part's, which tells how many pages there are and which file it is. */
function metadataOf(first: PdfPart, bound: Bound): string {
  const { head, rest } = first.objects.get(first.metadata) ?? strange('no metadata')
  const [, xml = ''] = /^\nstream\n([\s\S]*)\nendstream\nendobj\s*$/.exec(rest.toString('latin1')) ?? strange('packed metadata')
  if (/\/Filter/.test(head)) strange('packed metadata')
  const said = xml.replaceAll(first.id, idOf(bound)).replace(/(<xmpTPg:NPages>)\d+(?=<)/, `$1${bound.pages}`)
  return `${head.replace(/^\d+ 0 obj/, '').replace(/\/Length \d+/, `/Length ${said.length}`)}\nstream\n${said}\nendstream\nendobj\n\n`
}

function endOf(offsets: readonly number[], tableAt: number, id: string): string {
  const entries = offsets.slice(1).map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`)
  return `xref\n0 ${offsets.length}\n0000000000 65535 f \n${entries.join('')}trailer\n<<\n  /Size ${offsets.length}\n  /Root ${own.catalog} 0 R\n  /Info ${own.info} 0 R\n  /ID [(${id}) (${id})]\n>>\nstartxref\n${tableAt}\n%%EOF\n`
}
