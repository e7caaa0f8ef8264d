// Refusals about printing many pages at once. The shape of each is checked where problems.ts joins them.

export const printingProblems = {
  'print.not-found': {
    title: { km: 'រកមិនឃើញការបោះពុម្ពនេះទេ។', th: 'ไม่พบชุดพิมพ์นี้', en: 'This print batch was not found.' },
    next: {
      km: 'វាបានចប់ ឬប្រព័ន្ធបានចាប់ផ្តើមឡើងវិញ។ សូមចាប់ផ្តើមបោះពុម្ពម្តងទៀត។',
      th: 'ชุดพิมพ์สิ้นสุดแล้ว หรือระบบเริ่มทำงานใหม่ โปรดเริ่มพิมพ์อีกครั้ง',
      en: 'It is over, or the service was started again. Start the batch again.',
    },
  },
  'print.busy': {
    title: { km: 'កំពុងមានការបោះពុម្ពមួយរួចហើយ។', th: 'มีชุดพิมพ์กำลังทำงานอยู่แล้ว', en: 'A print batch is already under way.' },
    next: {
      km: 'សូមរង់ចាំឱ្យចប់ ទាញយក ឬបោះបង់វាសិន។',
      th: 'โปรดรอให้เสร็จ ดาวน์โหลด หรือยกเลิกก่อน',
      en: 'Wait until it is done, fetch it, or cancel it first.',
    },
  },
  'print.nothing': {
    title: { km: 'គ្មានអ្វីត្រូវបោះពុម្ពទេ។', th: 'ไม่มีสิ่งที่ต้องพิมพ์', en: 'There is nothing to print.' },
    next: {
      km: 'លិខិតដែលបានចុះហត្ថលេខាទាំងអស់ បានបោះពុម្ពហើយ។ បើត្រូវបោះពុម្ពម្តងទៀត សូមជ្រើសរើសលេខលិខិត។',
      th: 'บัตรที่ลงนามแล้วพิมพ์ครบแล้ว หากต้องพิมพ์ซ้ำ โปรดระบุหมายเลขบัตร',
      en: 'All signed passes are printed. To print one again, name its number.',
    },
  },
  'print.not-ready': {
    title: { km: 'ទំព័រមិនទាន់រួចរាល់ទេ។', th: 'หน้าบัตรยังไม่พร้อม', en: 'The pages are not ready yet.' },
    next: { km: 'សូមរង់ចាំរហូតដល់ចប់។', th: 'โปรดรอจนเสร็จ', en: 'Wait until the batch is done.' },
  },
  'print.ended': {
    title: {
      km: 'ការបោះពុម្ពនេះបានចប់ ហើយឯកសារមិនត្រូវបានរក្សាទុកទេ។',
      th: 'ชุดพิมพ์นี้สิ้นสุดแล้ว และไม่มีการเก็บไฟล์ไว้',
      en: 'This print batch is over, and its file is not kept.',
    },
    next: {
      km: 'បើត្រូវការទំព័រម្តងទៀត សូមចាប់ផ្តើមបោះពុម្ពថ្មី។',
      th: 'หากต้องการหน้าบัตรอีก โปรดเริ่มชุดพิมพ์ใหม่',
      en: 'If you need the pages again, start a new batch.',
    },
  },
  'print.page-failed': {
    title: { km: 'មិនអាចរៀបចំទំព័ររបស់លិខិតនេះបានទេ។', th: 'จัดทำหน้าของบัตรนี้ไม่ได้', en: 'The page of this pass could not be made.' },
    next: {
      km: 'បើបានបោះពុម្ពជាមួយលិខិតផ្សេង សូមព្យាយាមបោះពុម្ពវាតែមួយ។ បើនៅតែមិនបាន សូមជូនដំណឹងដល់អ្នកគ្រប់គ្រងប្រព័ន្ធ។',
      th: 'หากพิมพ์พร้อมบัตรอื่น โปรดลองพิมพ์บัตรนี้ฉบับเดียว หากยังไม่ได้ โปรดแจ้งผู้ดูแลระบบ',
      en: 'If it was printed with others, try it alone. If that fails too, tell the system’s administrator.',
    },
  },
} as const
