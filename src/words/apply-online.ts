// What a resident reads who applies from a phone.
import type { Text } from '../kernel/language.ts'

export const applyWords = {
  lead: {
    km: 'ផ្ញើឥឡូវនេះ រួចយកឯកសារទៅការិយាល័យ។ អត្តសញ្ញាណត្រូវពិនិត្យនៅទីនោះ។',
    th: 'ส่งตอนนี้ แล้วนำเอกสารไปที่สำนักงาน การยืนยันตัวตนทำที่นั่น',
    en: 'Send it now, then bring your papers to the office. Who you are is checked there.',
  },
  office: { km: 'ការិយាល័យ', th: 'สำนักงาน', en: 'Office' },
  localName: { km: 'ឈ្មោះពេញជាអក្សរជាតិ', th: 'ชื่อเต็มในภาษาของตน', en: 'Full name in your own script' },
  familyName: { km: 'នាមត្រកូលជាអក្សរឡាតាំង', th: 'นามสกุลอักษรโรมัน', en: 'Family name, Latin letters' },
  givenName: { km: 'នាមខ្លួនជាអក្សរឡាតាំង', th: 'ชื่อตัวอักษรโรมัน', en: 'Given name, Latin letters' },
  sex: { km: 'ភេទ', th: 'เพศ', en: 'Sex' },
  male: { km: 'ប្រុស', th: 'ชาย', en: 'Male' },
  female: { km: 'ស្រី', th: 'หญิง', en: 'Female' },
  otherSex: { km: 'ផ្សេងទៀត', th: 'อื่น ๆ', en: 'Other' },
  nationalId: { km: 'លេខអត្តសញ្ញាណប័ណ្ណ', th: 'เลขประจำตัวประชาชน', en: 'Identity number' },
  address: { km: 'អាសយដ្ឋាន (ផ្ទះ ក្រុម ភូមិ)', th: 'ที่อยู่ (บ้านเลขที่ หมู่ ถนน)', en: 'Address (house, group, village)' },
  guardian: { km: 'ឪពុកម្តាយ ឬអាណាព្យាបាល (សម្រាប់កុមារ)', th: 'บิดามารดาหรือผู้ปกครอง (สำหรับเด็ก)', en: 'Parent or guardian (for a child)' },
  photo: { km: 'រូបថត', th: 'รูปถ่าย', en: 'Photo' },
  photoHint: { km: 'មុខនៅចំកណ្តាល មានពន្លឺគ្រប់គ្រាន់ គ្មានមួក', th: 'ใบหน้าอยู่ตรงกลาง แสงเพียงพอ ไม่สวมหมวก', en: 'Face in the middle, enough light, no hat' },
  photoUnread: { km: 'មិនអាចអានរូបនេះបានទេ។', th: 'อ่านรูปนี้ไม่ได้', en: 'This picture cannot be read.' },
  preview: { km: 'រូបថតរបស់អ្នក', th: 'รูปถ่ายของท่าน', en: 'Your photo' },
  sent: { km: 'បានផ្ញើហើយ', th: 'ส่งแล้ว', en: 'It was sent' },
  bring: { km: 'សូមយកឯកសារទៅ {office}។', th: 'โปรดนำเอกสารไปที่ {office}', en: 'Bring your papers to {office}.' },
} as const satisfies Record<string, Text>
