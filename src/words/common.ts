import type { Text } from '../kernel/language.ts'

/** What every page says. */
export const commonWords = {
  name: { km: 'ស្ពាន', th: 'สะเปียน', en: 'Spean' },
  /** Between a name and what is said of it. */
  colon: { km: '៖', th: ':', en: ':' },
  language: { km: 'ភាសា', th: 'ภาษา', en: 'Language' },
  noConnection: {
    km: 'គ្មានការតភ្ជាប់ទៅម៉ាស៊ីនមេ។ គ្មានអ្វីត្រូវបានបាត់បង់ទេ សូមព្យាយាមម្តងទៀត។',
    th: 'ติดต่อเครื่องแม่ข่ายไม่ได้ ไม่มีข้อมูลสูญหาย โปรดลองอีกครั้ง',
    en: 'No connection to the server. Nothing is lost: try again.',
  },
  chooseFile: { km: 'ជ្រើសរើសឯកសារ', th: 'เลือกไฟล์', en: 'Choose a file' },
  publicPage: { km: 'ច្រកព្រំដែន', th: 'จุดผ่านแดน', en: 'Crossing points' },
  gate: { km: 'ច្រកត្រួតពិនិត្យ', th: 'ด่านตรวจ', en: 'Gate' },
  desk: { km: 'តុទទួលពាក្យ', th: 'เคาน์เตอร์รับคำขอ', en: 'Desk' },
} as const satisfies Record<string, Text>
