// Refusals of a machine readable zone: what the officer reads after a scan or a typed zone. The shape of each is checked where problems.ts joins them.
import type { Text } from '../kernel/language.ts'

const typeAgain = {
  km: 'សូមស្កេនម្តងទៀត ឬវាយបន្ទាត់ទាំងអស់តាមឯកសារ។ បើនៅតែខុស សូមបញ្ជូនឯកសារទៅមន្ត្រីទទួលបន្ទុកពិនិត្យ។',
  th: 'โปรดสแกนใหม่ หรือพิมพ์ทุกบรรทัดตามเอกสาร หากยังไม่ถูกต้อง โปรดส่งเอกสารให้เจ้าหน้าที่ผู้รับผิดชอบตรวจ',
  en: 'Scan it again, or type all its lines as they stand. If it is still wrong, give the document to the officer in charge.',
}

export const mrzProblems = {
  'mrz.not-found': {
    title: {
      km: 'រកមិនឃើញបន្ទាត់សម្រាប់ម៉ាស៊ីនអានក្នុងអ្វីដែលបានស្កេនទេ។',
      th: 'ไม่พบแถบสำหรับเครื่องอ่านในสิ่งที่สแกน',
      en: 'No machine readable zone was found in what was scanned.',
    },
    next: typeAgain,
  },
  'mrz.field': {
    title: {
      km: 'មានតួអក្សរមិនត្រឹមត្រូវនៅត្រង់ {zoneField}។',
      th: 'มีตัวอักษรที่ไม่ถูกต้องในส่วน {zoneField}',
      en: 'A character that cannot stand there was read in the {zoneField}.',
    },
    next: typeAgain,
  },
  'mrz.check-digit': {
    title: {
      km: 'លេខផ្ទៀងផ្ទាត់នៃ {zoneField} មិនត្រឹមត្រូវ។',
      th: 'เลขตรวจสอบของ {zoneField} ไม่ถูกต้อง',
      en: 'The check digit of the {zoneField} does not hold.',
    },
    next: typeAgain,
  },
  'mrz.state': {
    title: {
      km: 'មិនស្គាល់កូដរដ្ឋនៅត្រង់ {zoneField}។',
      th: 'ไม่รู้จักรหัสประเทศในส่วน {zoneField}',
      en: 'There is no such code for the {zoneField}.',
    },
    next: typeAgain,
  },
  'mrz.date': {
    title: { km: '{zoneField} មិនមែនជាកាលបរិច្ឆេទពិតទេ។', th: '{zoneField} ไม่ใช่วันที่จริง', en: 'The {zoneField} is no real date.' },
    next: typeAgain,
  },
} as const

/** Fields of a zone, as values of a refusal. */
export const zoneFieldWords = {
  'zoneField:code': { km: 'កូដឯកសារ', th: 'รหัสเอกสาร', en: 'document code' },
  'zoneField:issuer': { km: 'រដ្ឋដែលចេញឯកសារ', th: 'รัฐผู้ออกเอกสาร', en: 'issuing state' },
  'zoneField:name': { km: 'ឈ្មោះ', th: 'ชื่อ', en: 'name' },
  'zoneField:number': { km: 'លេខឯកសារ', th: 'หมายเลขเอกสาร', en: 'document number' },
  'zoneField:nationality': { km: 'សញ្ជាតិ', th: 'สัญชาติ', en: 'nationality' },
  'zoneField:birth': { km: 'ថ្ងៃខែឆ្នាំកំណើត', th: 'วันเกิด', en: 'date of birth' },
  'zoneField:sex': { km: 'ភេទ', th: 'เพศ', en: 'sex' },
  'zoneField:expiry': { km: 'ថ្ងៃផុតកំណត់', th: 'วันหมดอายุ', en: 'date of expiry' },
  'zoneField:optional': { km: 'លេខផ្ទាល់ខ្លួន', th: 'หมายเลขส่วนตัว', en: 'personal number' },
  'zoneField:whole': { km: 'បន្ទាត់ទាំងមូល', th: 'แถบทั้งหมด', en: 'whole zone' },
} as const satisfies Record<string, Text>
