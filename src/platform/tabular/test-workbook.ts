import { crc32, deflateRawSync } from 'node:zlib'

export type Part = readonly [name: string, content: string | Uint8Array]

/** A zip of these parts, deflated. `flags`: bit 0 says encrypted. */
export function zipOf(parts: readonly Part[], { flags = 0, level = 6 } = {}): Buffer {
  const [locals, central]: [Buffer[], Buffer[]] = [[], []]
  let offset = 0
  for (const [name, content] of parts) {
    const raw = Buffer.from(content as string)
    const packed = deflateRawSync(raw, { level })
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    head.writeUInt16LE(flags, 2)
    head.writeUInt16LE(8, 4)
    head.writeUInt32LE(crc32(raw), 10)
    head.writeUInt32LE(packed.length, 14)
    head.writeUInt32LE(raw.length, 18)
    head.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), head, Buffer.from(name), packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    central.push(Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), head, tail, Buffer.from(name)]))
    locals.push(local)
    offset += local.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end])
}

export const workbookParts = (sheetData: string, { shared = '', extra = [] as readonly Part[], head = '' } = {}): Part[] => [
  ['[Content_Types].xml', '<Types/>'],
  [
    'xl/workbook.xml',
    `<workbook xmlns:r="r"><workbookPr date1904="0"/><sheets><sheet name="Old" state="hidden" r:id="r9"/><sheet name="Holders" r:id="r1"/></sheets></workbook>`,
  ],
  ['xl/_rels/workbook.xml.rels', '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>'],
  [
    'xl/styles.xml',
    '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[$-D07041E]d/m/yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="4"/></cellXfs></styleSheet>',
  ],
  ['xl/sharedStrings.xml', `<sst>${shared}</sst>`],
  ['xl/worksheets/sheet1.xml', `${head}<worksheet><sheetData>${sheetData}</sheetData></worksheet>`],
  ...extra,
]
