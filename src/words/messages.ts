import type { Text } from '../kernel/language.ts'

/** What is sent, in the applicant's language: the office, the follow number, and nothing else of anybody. No address to tap on: one that asks for it is not ours. */
export const messageTexts = {
  received: {
    km: 'លិខិតឆ្លងដែន {office}៖ បានទទួលពាក្យសុំ។ លេខតាមដាន {number}',
    th: 'บัตรผ่านแดน {office}: รับคำขอแล้ว หมายเลขติดตาม {number}',
    en: 'Border pass, {office}: your application was received. Number to follow it: {number}',
  },
  returned: {
    km: 'លិខិតឆ្លងដែន {office}៖ ពាក្យសុំលេខ {number} ត្រូវកែ។ សូមមើលទំព័រតាមដាន ឬសួរការិយាល័យ។',
    th: 'บัตรผ่านแดน {office}: คำขอ {number} ต้องแก้ไข ดูที่หน้าติดตามหรือถามสำนักงาน',
    en: 'Border pass, {office}: application {number} needs a correction. See the follow page or ask at the office.',
  },
  ready: {
    km: 'លិខិតឆ្លងដែន {office}៖ ពាក្យសុំលេខ {number} រួចរាល់ហើយ។ សូមមកទទួល។',
    th: 'บัตรผ่านแดน {office}: คำขอ {number} เสร็จแล้ว มารับได้',
    en: 'Border pass, {office}: application {number} is ready. Please come and collect it.',
  },
  decided: {
    km: 'លិខិតឆ្លងដែន {office}៖ ពាក្យសុំលេខ {number} មានសេចក្តីសម្រេច។ សូមមើលទំព័រតាមដាន ឬសួរការិយាល័យ។',
    th: 'บัตรผ่านแดน {office}: คำขอ {number} มีผลแล้ว ดูที่หน้าติดตามหรือถามสำนักงาน',
    en: 'Border pass, {office}: application {number} was decided. See the follow page or ask at the office.',
  },
} as const satisfies Record<string, Text>

/** The form's fields, at the desk and at home. */
export const mobileWords = {
  title: { km: 'ជូនដំណឹងតាមទូរស័ព្ទ (មិនចាំបាច់)', th: 'แจ้งทางโทรศัพท์ (ไม่จำเป็น)', en: 'Tell by phone (optional)' },
  mobile: { km: 'លេខទូរស័ព្ទដៃ', th: 'หมายเลขโทรศัพท์มือถือ', en: 'Mobile number' },
  hint: {
    km: 'សម្រាប់សារខ្លីពេលទទួលពាក្យសុំ ពេលត្រូវកែ និងពេលរួចរាល់។ គ្មានលេខក៏បាន។',
    th: 'สำหรับข้อความสั้นเมื่อรับคำขอ เมื่อต้องแก้ไข และเมื่อเสร็จ ไม่ให้ก็ได้',
    en: 'For a short message when it is received, needs a correction or is ready. It works without one too.',
  },
  atCounter: {
    km: 'ប្រើតែក្រោយពេលការិយាល័យបានទទួលអ្នកនៅបញ្ជរ។',
    th: 'จะใช้หลังจากสำนักงานรับคำขอที่เคาน์เตอร์แล้วเท่านั้น',
    en: 'Used only after the office has received you at the counter.',
  },
  consent: {
    km: 'បុគ្គលនេះយល់ព្រមឱ្យការិយាល័យផ្ញើសារមកលេខនេះអំពីពាក្យសុំនេះ។',
    th: 'เจ้าตัวยินยอมให้สำนักงานส่งข้อความถึงหมายเลขนี้เกี่ยวกับคำขอนี้',
    en: 'The person agrees that the office sends messages about this application to this number.',
  },
  consentMine: {
    km: 'ខ្ញុំយល់ព្រមឱ្យការិយាល័យផ្ញើសារមកលេខនេះអំពីពាក្យសុំនេះ។',
    th: 'ข้าพเจ้ายินยอมให้สำนักงานส่งข้อความถึงหมายเลขนี้เกี่ยวกับคำขอนี้',
    en: 'I agree that the office sends messages about this application to this number.',
  },
  unread: {
    km: 'នេះមិនមែនជាលេខទូរស័ព្ទដៃទេ។ លេខបរទេសត្រូវផ្តើមដោយ + និងលេខកូដប្រទេស។',
    th: 'ไม่ใช่หมายเลขโทรศัพท์มือถือ หมายเลขต่างประเทศให้ขึ้นต้นด้วย + และรหัสประเทศ',
    en: 'This is no mobile number. One from abroad begins with + and the country.',
  },
  consentNeeded: {
    km: 'ត្រូវគូសប្រអប់យល់ព្រម ឬលុបលេខចេញ។',
    th: 'ต้องทำเครื่องหมายยินยอม หรือลบหมายเลข',
    en: 'Tick that it is agreed, or take the number out.',
  },
} as const satisfies Record<string, Text>

/** The card on the case. */
export const messageWords = {
  title: { km: 'សារទៅអ្នកស្នើសុំ', th: 'ข้อความถึงผู้ยื่นคำขอ', en: 'Messages to the applicant' },
  demonstration: {
    km: 'ការបង្ហាញ៖ គ្មានសារចេញពីម៉ាស៊ីននេះទេ។',
    th: 'การสาธิต: ไม่มีข้อความออกจากเครื่องนี้',
    en: 'Demonstration: no message leaves this machine.',
  },
  off: {
    km: 'មិនមានច្រកផ្ញើសារទេ៖ គ្មានអ្វីត្រូវបានផ្ញើ។',
    th: 'ไม่ได้ตั้งค่าช่องทางส่งข้อความ: ไม่มีการส่งใด ๆ',
    en: 'No way to send messages is set up: nothing is sent.',
  },
  noNumber: { km: 'គ្មានលេខទូរស័ព្ទ៖ មិនផ្ញើសារទេ។', th: 'ไม่มีหมายเลข: ไม่ส่งข้อความ', en: 'No number: nothing is sent.' },
  number: { km: 'លេខទូរស័ព្ទដៃ', th: 'หมายเลขโทรศัพท์มือถือ', en: 'Mobile number' },
  add: { km: 'បន្ថែមលេខ', th: 'เพิ่มหมายเลข', en: 'Add a number' },
  change: { km: 'ប្តូរលេខ', th: 'เปลี่ยนหมายเลข', en: 'Change the number' },
  remove: { km: 'លុបលេខ', th: 'ลบหมายเลข', en: 'Take the number out' },
  save: { km: 'រក្សាទុក', th: 'บันทึก', en: 'Save' },
  cancel: { km: 'បោះបង់', th: 'ย้อนกลับ', en: 'Cancel' },
  tries: { km: 'ព្យាយាម {count} ដង', th: 'ลองแล้ว {count} ครั้ง', en: 'tries: {count}' },
  nextTry: { km: 'ព្យាយាមបន្ទាប់ {time}', th: 'ลองครั้งต่อไป {time}', en: 'next try {time}' },
} as const satisfies Record<string, Text>

export const messageKindWords = {
  received: { km: 'បានទទួល', th: 'รับคำขอแล้ว', en: 'Received' },
  returned: { km: 'ត្រូវកែ', th: 'ต้องแก้ไข', en: 'Returned for correction' },
  ready: { km: 'រួចរាល់', th: 'เสร็จแล้ว', en: 'Ready' },
  decided: { km: 'មានសេចក្តីសម្រេច', th: 'มีผลแล้ว', en: 'Decided' },
} as const satisfies Record<string, Text>

export const messageStateWords = {
  waiting: { km: 'កំពុងរង់ចាំ', th: 'รอส่ง', en: 'Waiting' },
  sending: { km: 'កំពុងផ្ញើ', th: 'กำลังส่ง', en: 'Being sent' },
  sent: { km: 'បានផ្ញើ', th: 'ส่งแล้ว', en: 'Sent' },
  dead: { km: 'ផ្ញើមិនបាន', th: 'ส่งไม่ได้', en: 'Could not be sent' },
  overtaken: { km: 'មិនត្រូវការទៀត', th: 'ไม่ต้องส่งแล้ว', en: 'No longer needed' },
} as const satisfies Record<string, Text>
