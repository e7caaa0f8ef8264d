/** Existing holders who never lived, as a province's list has them. `index` makes the person; the same index is the same row. */
export const holdersHeader = [
  'No.',
  'Model',
  'Issued',
  'Valid until',
  'ឈ្មោះ',
  'Given name',
  'Family name',
  'Date of birth',
  'Sex',
  'National ID',
  'Area code',
  'Address',
]

const two = (value: number): string => String(value).padStart(2, '0')
const given = ['Dara', 'Sophea', 'Vannak', 'Bopha', 'Rithy', 'Kanha', 'Piseth', 'Chenda', 'Makara', 'Sreymom']
const family = ['Sok', 'Chan', 'Keo', 'Heng', 'Lim', 'Meas', 'Nuon', 'Phan', 'Ros', 'Seng', 'Tep', 'Yim']
const local = ['សុខ ដារា', 'ចាន់ សុភា', 'កែវ វណ្ណៈ', 'ហេង បុប្ផា', 'លឹម រិទ្ធី', 'មាស កញ្ញា', 'នួន ពិសិដ្ឋ', 'ផាន ចិន្តា']

export function holderCells(index: number, changes: Readonly<Record<string, string>> = {}): string[] {
  const cells = [
    `BM-${String(index).padStart(6, '0')}`,
    index % 3 === 0 ? 'ពណ៌ខៀវ' : 'yellow',
    `${two(1 + (index % 28))}/${two(1 + (index % 10))}/2568`,
    `${two(1 + (index % 28))}/${two(1 + (index % 10))}/2570`,
    local[index % local.length] ?? '',
    given[index % given.length] ?? '',
    family[Math.floor(index / 7) % family.length] ?? '',
    `${two(1 + (index % 28))}/${two(1 + (Math.floor(index / 28) % 12))}/${1950 + (Math.floor(index / 336) % 55)}`,
    index % 2 === 0 ? 'ប្រុស' : 'F',
    String(600_000_000 + index),
    index % 2 === 0 ? 'KH:0110' : 'KH:0109',
    `Group ${1 + (index % 9)}`,
  ]
  return cells.map((cell, at) => changes[holdersHeader[at] ?? ''] ?? cell)
}

export const csvLine = (cells: readonly string[]): string =>
  `${cells.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`

export const holdersMapping = {
  fields: {
    number: { columns: ['No.'] },
    model: { columns: ['Model'] },
    issuedOn: { columns: ['Issued'] },
    validUntil: { columns: ['Valid until'] },
    localName: { columns: ['ឈ្មោះ'] },
    givenName: { columns: ['Given name'] },
    familyName: { columns: ['Family name'] },
    birthDate: { columns: ['Date of birth'] },
    sex: { columns: ['Sex'] },
    nationalId: { columns: ['National ID'] },
    homeArea: { columns: ['Area code'] },
    address: { columns: ['Address'] },
  },
  dateOrder: 'dmy' as const,
  numberPrefix: '',
}
