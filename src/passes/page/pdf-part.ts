import { PageError } from './page-error.ts'

/** A file of ours, opened: its objects by number, as the typesetter wrote them. Accepts that writer's shape alone: a classic cross-reference table, every object of generation 0, no object streams. */
export type PdfPart = {
  readonly header: Buffer
  /** Number → text before a stream, and the stream with its words around it. */
  readonly objects: ReadonlyMap<number, { readonly head: string; readonly rest: Buffer }>
  readonly catalog: number
  readonly pages: number
  readonly metadata: number
  readonly info: number
  readonly intents: number
  readonly struct: number
  readonly id: string
  readonly pageCount: number
  /** The tree of tags: what hangs at its root, and the number tree from pages to tags. */
  readonly tags: {
    readonly roleMap: string
    readonly kids: string
    readonly parents: readonly (readonly [key: number, ref: number])[]
    readonly nextKey: number
  }
}

/** @throws PageError `typst` for anything but such a file. */
export function openPart(bytes: Buffer): PdfPart {
  const text = bytes.toString('latin1')
  const [, start = ''] = /startxref\n(\d+)\n%%EOF\s*$/.exec(text) ?? strange('no end')
  const tableAt = Number(start)
  const [table = '', count = ''] = /^xref\n0 (\d+)\n/.exec(text.slice(tableAt, tableAt + 40)) ?? strange('no table')
  const entries = text.slice(tableAt + table.length, tableAt + table.length + Number(count) * 20)
  const offsets = Array.from({ length: Number(count) }, (_, number) => {
    const [, offset = '', kind] = /^(\d{10}) \d{5} ([nf])/.exec(entries.slice(number * 20, number * 20 + 20)) ?? strange('a broken table')
    return kind === 'n' ? Number(offset) : undefined
  })
  const objects = objectsOf(bytes, text, offsets, tableAt)
  const head = (number: number): string => objects.get(number)?.head ?? strange('an object is missing')
  const trailer = text.slice(tableAt + table.length + entries.length)
  const [catalog, info] = [refIn(trailer, 'Root'), refIn(trailer, 'Info')]
  const [, id = ''] = /\/ID \[\(([^()\\]+)\)/.exec(trailer) ?? strange('no id')
  if (/\/(Names|Dests|Outlines|AcroForm|OpenAction|AA)\b/.test(head(catalog))) strange('more than pages')
  const [pages, metadata, intents, struct] = (['Pages', 'Metadata', 'OutputIntents', 'StructTreeRoot'] as const).map((name) =>
    refIn(head(catalog), name),
  ) as [number, number, number, number]
  const [, pageCount = ''] =
    /^\d+ 0 obj\n<<\n {2}\/Type \/Pages\n {2}\/Count (\d+)\n {2}\/Kids \[[^\]]*\]\n>>\nendobj\s*$/.exec(head(pages)) ?? strange('pages of pages')
  const first = offsets.filter((offset) => offset !== undefined).sort((a, b) => a - b)[0] ?? strange('nothing')
  return {
    header: bytes.subarray(0, first),
    objects,
    ...{ catalog, pages, metadata, info, intents, struct, id },
    pageCount: Number(pageCount),
    tags: tagsOf(head(struct)),
  }
}

export const strange = (why: string): never => {
  throw new PageError('typst', `a file that is not as we write them: ${why}`)
}

function objectsOf(bytes: Buffer, text: string, offsets: readonly (number | undefined)[], end: number): PdfPart['objects'] {
  const starts = [...offsets.filter((offset) => offset !== undefined), end].sort((a, b) => a - b)
  const next = new Map(starts.map((offset, index) => [offset, starts[index + 1]]))
  const objects = new Map<number, { head: string; rest: Buffer }>()
  for (const [number, offset] of offsets.entries()) {
    if (offset === undefined) continue
    const until = next.get(offset) ?? strange('two objects at one place')
    const whole = text.slice(offset, until)
    if (!whole.startsWith(`${number} 0 obj\n`) || !/\nendobj\s*$/.test(whole)) strange('an object is not where the table says')
    const stream = whole.indexOf('\nstream\n')
    const cut = stream < 0 ? whole.length : stream
    objects.set(number, { head: whole.slice(0, cut), rest: bytes.subarray(offset + cut, until) })
  }
  return objects
}

function refIn(text: string, name: string): number {
  const [, number = ''] = new RegExp(`/${name} (\\d+) 0 R`).exec(text) ?? strange(`no ${name}`)
  return Number(number)
}

const tagTree =
  /^\d+ 0 obj\n<<\n {2}\/Type \/StructTreeRoot\n {2}(\/RoleMap <<[^<>]*>>)\n {2}\/K \[([\d R]+)\]\n {2}\/ParentTree <<\n {4}\/Nums \[([\d R]+)\]\n {2}>>\n {2}\/ParentTreeNextKey (\d+)\n>>\nendobj\s*$/

function tagsOf(head: string): PdfPart['tags'] {
  const [, roleMap = '', kids = '', nums = '', nextKey = ''] = tagTree.exec(head) ?? strange('other tags')
  const parents = [...nums.matchAll(/(\d+) (\d+) 0 R/g)].map(([, key, ref]) => [Number(key), Number(ref)] as const)
  return { roleMap, kids, parents, nextKey: Number(nextKey) }
}
