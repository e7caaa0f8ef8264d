// What a holder reads of an extension that is begun by phone.
import type { Text } from '../kernel/language.ts'

export const phoneExtensionWords = {
  extend: { km: 'ស្នើបន្តសុពលភាពឥឡូវនេះ', th: 'ขอต่ออายุตอนนี้', en: 'Ask for the extension now' },
  extendNote: {
    km: 'អ្នកទទួលបានលេខថ្មី ហើយបង់ថ្លៃតាមទូរស័ព្ទ ឬនៅការិយាល័យ។ មិនទាន់បង់ គឺមិនទាន់បន្តទេ។',
    th: 'ท่านจะได้หมายเลขใหม่ แล้วชำระทางโทรศัพท์หรือที่สำนักงาน หากยังไม่ชำระจะยังไม่ต่ออายุ',
    en: 'You get a new number, and pay by phone or at the office. Until it is paid, nothing is extended.',
  },
  begun: { km: 'លេខតាមដាននៃការបន្តសុពលភាពនេះ', th: 'หมายเลขติดตามของการต่ออายุนี้', en: 'The follow number of this extension' },
  underWay: {
    km: 'ការបន្តសុពលភាពកំពុងដំណើរការ ក្រោមលេខ {number}។',
    th: 'กำลังดำเนินการต่ออายุ หมายเลข {number}',
    en: 'An extension is under way, under the number {number}.',
  },
  showBegun: { km: 'បង្ហាញការបន្តនោះ', th: 'แสดงการต่ออายุนั้น', en: 'Show that extension' },
  bringBooklet: {
    km: 'ពេលទៅយក សូមយកសៀវភៅទៅជាមួយ៖ ទំព័រថ្មីត្រូវដាក់ក្នុងនោះ។',
    th: 'เมื่อไปรับ โปรดนำเล่มไปด้วย หน้าใหม่จะใส่ในเล่มนั้น',
    en: 'When you go to fetch it, bring your booklet: the new page goes into it.',
  },
} as const satisfies Record<string, Text>
