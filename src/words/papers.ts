// What somebody comes to an office for, and what they bring.
import type { Text } from '../kernel/language.ts'

export const caseKindWords = {
  new: { km: 'លិខិតថ្មី', th: 'ขอบัตรใหม่', en: 'New pass' },
  extension: { km: 'បន្តសុពលភាព', th: 'ต่ออายุ', en: 'Extension' },
  'replacement-lost': { km: 'ជំនួសលិខិតដែលបាត់', th: 'ออกแทนบัตรที่หาย', en: 'Replacement, lost' },
  'replacement-stolen': { km: 'ជំនួសលិខិតដែលត្រូវគេលួច', th: 'ออกแทนบัตรที่ถูกขโมย', en: 'Replacement, stolen' },
  'replacement-damaged': { km: 'ជំនួសលិខិតដែលខូច', th: 'ออกแทนบัตรที่ชำรุด', en: 'Replacement, damaged' },
  'replacement-wrong-data': { km: 'ជំនួសលិខិតដែលមានទិន្នន័យខុស', th: 'ออกแทนบัตรที่ข้อมูลผิด', en: 'Replacement, wrong data' },
  'page-addition': { km: 'បន្ថែមទំព័រ', th: 'เพิ่มหน้า', en: 'More pages' },
} as const satisfies Record<string, Text>

export const paperWords = {
  'national-id': { km: 'អត្តសញ្ញាណប័ណ្ណ', th: 'บัตรประจำตัวประชาชน', en: 'National identity card' },
  'birth-certificate': { km: 'សំបុត្រកំណើត', th: 'สูติบัตร', en: 'Birth certificate' },
  'family-book': { km: 'សៀវភៅគ្រួសារ', th: 'สมุดครอบครัว', en: 'Family book' },
  'residence-book': { km: 'សៀវភៅស្នាក់នៅ', th: 'ทะเบียนบ้าน', en: 'Residence book' },
  'photo-4x6': { km: 'រូបថត ៤×៦', th: 'รูปถ่าย 4×6', en: 'Photo 4×6' },
  'guardian-consent': { km: 'ការយល់ព្រមរបស់អាណាព្យាបាល', th: 'หนังสือยินยอมของผู้ปกครอง', en: 'Consent of the guardian' },
  'police-report': { km: 'របាយការណ៍នគរបាល', th: 'ใบแจ้งความ', en: 'Police report' },
  'border-pass': { km: 'លិខិតឆ្លងដែនដែលមាន', th: 'บัตรผ่านแดนเดิม', en: 'The pass itself' },
} as const satisfies Record<string, Text>

/** How a line of papers reads. */
export const paperLineWords = {
  or: { km: '{one} ឬ {other}', th: '{one} หรือ {other}', en: '{one} or {other}' },
  several: { km: '{paper} ចំនួន {count}', th: '{paper} จำนวน {count}', en: '{paper}, {count} of them' },
  forChild: { km: '{paper} សម្រាប់កុមារ', th: '{paper} สำหรับเด็ก', en: '{paper}, for a child' },
  assumed: { km: '{paper} (រង់ចាំការបញ្ជាក់)', th: '{paper} (รอการยืนยัน)', en: '{paper} (to be confirmed)' },
} as const satisfies Record<string, Text>
