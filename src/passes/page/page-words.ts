import type { StateCode } from '../../kernel/code.ts'
import type { Language, Text } from '../../kernel/language.ts'

/** The labels of the page, each in the three languages. */
export const labels = {
  number: { km: 'លេខលិខិត', th: 'เลขที่', en: 'No.' },
  name: { km: 'គោត្តនាម និងនាម', th: 'ชื่อ–สกุล', en: 'Name' },
  sex: { km: 'ភេទ', th: 'เพศ', en: 'Sex' },
  nationality: { km: 'សញ្ជាតិ', th: 'สัญชาติ', en: 'Nationality' },
  birthDate: { km: 'ថ្ងៃខែឆ្នាំកំណើត', th: 'วันเกิด', en: 'Date of birth' },
  address: { km: 'អាសយដ្ឋាន', th: 'ที่อยู่', en: 'Address' },
  issuedOn: { km: 'ថ្ងៃចេញលិខិត', th: 'วันออกบัตร', en: 'Issued' },
  expiresOn: { km: 'មានសុពលភាពដល់', th: 'ใช้ได้ถึง', en: 'Valid until' },
  office: { km: 'ការិយាល័យចេញលិខិត', th: 'สำนักงานที่ออก', en: 'Issuing office' },
  signedBy: { km: 'ចុះហត្ថលេខាដោយ', th: 'ผู้ลงนาม', en: 'Signed by' },
  qr: { km: 'ហត្ថលេខាឌីជីថល', th: 'ลายมือชื่อดิจิทัล', en: 'Digitally signed' },
  portrait: { km: 'រូបថត', th: 'รูปถ่าย', en: 'Photo of the holder' },
  title: { km: 'លិខិតឆ្លងដែន', th: 'บัตรผ่านแดน', en: 'BORDER PASS' },
  specimen: { km: 'គំរូ · មនុស្សប្រឌិត', th: 'ตัวอย่าง · บุคคลสมมติ', en: 'SPECIMEN · made-up person' },
} as const satisfies Record<string, Text>

export const sexWords = {
  1: { km: 'ប្រុស', th: 'ชาย', en: 'M' },
  2: { km: 'ស្រី', th: 'หญิง', en: 'F' },
  3: { km: 'ផ្សេងទៀត', th: 'อื่น ๆ', en: 'X' },
} as const satisfies Record<1 | 2 | 3, Text>

/** By ISO 3166-1 alpha-3; another nationality is shown by its code alone. */
export const nationalityWords: Readonly<Record<string, Text>> = {
  KHM: { km: 'កម្ពុជា', th: 'กัมพูชา', en: 'KHM' },
  THA: { km: 'ថៃ', th: 'ไทย', en: 'THA' },
  LAO: { km: 'ឡាវ', th: 'ลาว', en: 'LAO' },
  VNM: { km: 'វៀតណាម', th: 'เวียดนาม', en: 'VNM' },
}

/** What the cover says beside the state's name and the document's. */
export const coverWords = {
  emblem: { km: 'ទីតាំងសញ្ញារដ្ឋ', th: 'ที่ตั้งตราแผ่นดิน', en: 'Place of the emblem' },
  pages: { km: 'សៀវភៅនេះមាន ៣២ ទំព័រ', th: 'เล่มนี้มี 32 หน้า', en: 'This booklet has 32 pages' },
  found: {
    km: 'បើរើសបាន សូមប្រគល់ជូនការិយាល័យ ឬច្រកព្រំដែនណាមួយ',
    th: 'หากเก็บได้ โปรดส่งคืนที่สำนักงานหรือจุดผ่านแดน',
    en: 'If found, please hand it in at an office or a crossing point',
  },
} as const satisfies Record<string, Text>

export type PrintingState = Extract<StateCode, 'KH' | 'TH'>
/** What differs between the two states' pages. `order`: the own language, the neighbour's, English. */
export const stateFace = {
  KH: {
    order: ['km', 'th', 'en'],
    country: { local: 'ព្រះរាជាណាចក្រកម្ពុជា', en: 'KINGDOM OF CAMBODIA' },
    localTitle: 'លិខិតឆ្លងដែន',
    neighbourTitle: 'หนังสือผ่านแดน',
  },
  TH: {
    order: ['th', 'km', 'en'],
    country: { local: 'ราชอาณาจักรไทย', en: 'KINGDOM OF THAILAND' },
    localTitle: 'หนังสือผ่านแดน / บัตรผ่านแดน',
    neighbourTitle: 'លិខិតឆ្លងដែន',
  },
} as const satisfies Record<
  PrintingState,
  { order: readonly [Language, Language, Language]; country: { local: string; en: string }; localTitle: string; neighbourTitle: string }
>
