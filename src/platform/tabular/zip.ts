import { type Entry, openPromise, type ZipFile } from 'yauzl'

/** Why a workbook is none that we read: told to the person as `about.why`. */
export class Unreadable extends Error {
  readonly why: string
  constructor(why: string) {
    super(why)
    this.why = why
  }
}

const entriesMax = 2_000
/** A sheet of a million rows is some 600 MB of XML; packed into less than a hundredth of that it is no sheet. */
const inflatedBytesMax = 2_000_000_000
const ratioMax = 150
/** Small parts are packed as tight as they like. */
const ratioFromBytes = 16_000_000

export type ZipParts = {
  has(name: string): boolean
  read(name: string): AsyncIterable<Uint8Array>
  close(): void
}

/** The parts of a workbook. What is inflated is counted as it comes, whatever the directory promises. @throws Unreadable */
export async function openZip(path: string): Promise<ZipParts> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false, strictFileNames: true }).catch(() => {
    throw new Unreadable('zip')
  })
  try {
    return partsOf(zip, await entriesOf(zip))
  } catch (error) {
    zip.close()
    throw error
  }
}

async function entriesOf(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  if (zip.entryCount > entriesMax) throw new Unreadable('zip')
  const entries = new Map<string, Entry>()
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.isEncrypted()) throw new Unreadable('old-or-encrypted-workbook')
      // Two parts of one name: one reader would see this table, another that.
      if (entries.has(entry.fileName) || entry.uncompressedSize > inflatedBytesMax) throw new Unreadable('zip')
      entries.set(entry.fileName, entry)
    }
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable('zip')
  }
  const names = [...entries.keys()]
  if (names.some((name) => /vbaProject|macrosheets|activeX/i.test(name))) throw new Unreadable('macros')
  if (names.some((name) => /^xl\/(externalLinks|connections|queryTables)/i.test(name))) throw new Unreadable('external-links')
  if (!entries.has('xl/workbook.xml')) throw new Unreadable('not-a-workbook')
  return entries
}

function partsOf(zip: ZipFile, entries: ReadonlyMap<string, Entry>): ZipParts {
  let total = 0
  return {
    has: (name) => entries.has(name),
    async *read(name) {
      const entry = entries.get(name)
      if (!entry) throw new Unreadable('not-a-workbook')
      const stream = await zip.openReadStreamPromise(entry).catch(() => {
        throw new Unreadable('zip')
      })
      let inflated = 0
      try {
        for await (const chunk of stream as AsyncIterable<Uint8Array>) {
          inflated += chunk.length
          total += chunk.length
          if (total > inflatedBytesMax || (inflated > ratioFromBytes && inflated > ratioMax * entry.compressedSize)) throw new Unreadable('zip-bomb')
          yield chunk
        }
      } catch (error) {
        throw error instanceof Unreadable ? error : new Unreadable('zip')
      } finally {
        stream.destroy()
      }
    },
    close: () => zip.close(),
  }
}
