import type { Text } from '../kernel/language.ts'

/** The printer's screen: many pages as one file. */
export const printingWords = {
  title: { km: 'ត្រូវបោះពុម្ព', th: 'รอพิมพ์', en: 'To print' },
  lead: {
    km: 'លិខិតដែលបានចុះហត្ថលេខានៅ {office} ហើយមិនទាន់បោះពុម្ព។ ទំព័រទាំងអស់ចេញជាឯកសារតែមួយ យ៉ាងច្រើន {max} ទំព័រ។',
    th: 'บัตรของ {office} ที่ลงนามแล้วและยังไม่ได้พิมพ์ ทุกหน้ารวมเป็นไฟล์เดียว ไม่เกิน {max} หน้า',
    en: 'Passes of {office} that are signed and not printed yet. Their pages come as one file, {max} at most.',
  },
  none: { km: 'គ្មានលិខិតរង់ចាំបោះពុម្ពទេ។', th: 'ไม่มีบัตรที่รอพิมพ์', en: 'No pass waits to be printed.' },
  waiting: { km: 'រង់ចាំបោះពុម្ព', th: 'รอพิมพ์', en: 'Waiting' },
  ticked: { km: 'បានជ្រើសរើស', th: 'เลือกแล้ว', en: 'Ticked' },
  tickAll: { km: 'ជ្រើសរើសទាំងអស់', th: 'เลือกทั้งหมด', en: 'Tick all' },
  untickAll: { km: 'ដោះការជ្រើសរើស', th: 'ไม่เลือกเลย', en: 'Tick none' },
  tick: { km: 'ជ្រើសរើសលិខិត {number}', th: 'เลือกบัตร {number}', en: 'Tick pass {number}' },
  number: { km: 'លេខលិខិត', th: 'หมายเลขบัตร', en: 'Pass number' },
  signedAt: { km: 'បានចុះហត្ថលេខា', th: 'ลงนามเมื่อ', en: 'Signed' },
  oldest: {
    km: 'បញ្ជីនេះបង្ហាញលិខិតចាស់ជាងគេ {count}។ ការជ្រើសរើសទាំងអស់រួមបញ្ចូលលិខិតដែលមិនបង្ហាញផង។',
    th: 'รายการนี้แสดงบัตรที่เก่าที่สุด {count} ใบ การเลือกทั้งหมดรวมบัตรที่ไม่ได้แสดงด้วย',
    en: 'The list shows the oldest {count}. Ticking all takes those that are not shown as well.',
  },
  start: { km: 'រៀបចំ {count} ទំព័រ', th: 'จัดทำ {count} หน้า', en: 'Make {count} {count:page|pages}' },
  cover: { km: 'គម្របសៀវភៅ (PDF)', th: 'ปกเล่ม (PDF)', en: 'Booklet cover (PDF)' },
  making: { km: 'កំពុងរៀបចំទំព័រ', th: 'กำลังจัดทำหน้าบัตร', en: 'Making the pages' },
  progress: { km: '{done} ក្នុង {total} ទំព័រ', th: '{done} จาก {total} หน้า', en: '{done} of {total} {total:page|pages}' },
  cancel: { km: 'បោះបង់ការបោះពុម្ព', th: 'ยกเลิกชุดพิมพ์', en: 'Cancel the batch' },
  ready: { km: 'ទំព័ររួចរាល់ហើយ', th: 'หน้าบัตรพร้อมแล้ว', en: 'The pages are ready' },
  readyLead: {
    km: 'ឯកសារអាចទាញយកបានម្តង ហើយនឹងត្រូវលុបនៅថ្ងៃទី {until}។ វាមានទិន្នន័យផ្ទាល់ខ្លួន៖ សូមលុបវាក្រោយពេលបោះពុម្ព។',
    th: 'ดาวน์โหลดไฟล์ได้ครั้งเดียว และไฟล์จะถูกลบในวันที่ {until} ไฟล์มีข้อมูลส่วนบุคคล โปรดลบหลังพิมพ์',
    en: 'The file can be downloaded once, and is deleted on {until}. It holds personal data: delete your copy when it is printed.',
  },
  download: { km: 'ទាញយក {count} ទំព័រ', th: 'ดาวน์โหลด {count} หน้า', en: 'Download {count} {count:page|pages}' },
  fetched: { km: 'បានទាញយកទំព័រហើយ', th: 'ดาวน์โหลดหน้าบัตรแล้ว', en: 'The pages were downloaded' },
  expired: { km: 'គ្មាននរណាទាញយកទំព័រទាន់ពេលទេ', th: 'ไม่มีผู้ดาวน์โหลดภายในเวลา', en: 'Nobody fetched the pages in time' },
  cancelled: { km: 'បានបោះបង់ការបោះពុម្ព', th: 'ยกเลิกชุดพิมพ์แล้ว', en: 'The batch was cancelled' },
  failed: { km: 'គ្មានទំព័រណាមួយត្រូវបានរៀបចំទេ', th: 'จัดทำหน้าบัตรไม่ได้', en: 'No page was made' },
  leftOut: { km: 'ទុកដោយឡែក៖ {count}', th: 'กันไว้: {count}', en: 'Left out: {count}' },
  again: { km: 'ចាប់ផ្តើមម្តងទៀត', th: 'เริ่มชุดใหม่', en: 'Start another batch' },
} as const satisfies Record<string, Text>
