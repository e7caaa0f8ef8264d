// Passes found by whoever signed or handled them, and their revocation by two people.
import type { Text } from '../kernel/language.ts'

/** Passes signed under an instrument, and revoking them by two people. */
export const signedWords = {
  title: { km: 'លិខិតដែលបានចុះហត្ថលេខាតាមលិខិតបទដ្ឋាននេះ', th: 'บัตรที่ลงนามภายใต้ฉบับนี้', en: 'Passes signed under it' },
  from: { km: 'ចាប់ពី', th: 'ตั้งแต่', en: 'From' },
  until: { km: 'មុន', th: 'ก่อน', en: 'Before' },
  everyOffice: { km: 'គ្រប់ការិយាល័យរបស់លោកអ្នក', th: 'ทุกสำนักงานของท่าน', en: 'All your offices' },
  count: { km: 'បានចុះហត្ថលេខា', th: 'ลงนามแล้ว', en: 'Signed' },
  live: { km: 'នៅប្រើបាន ឬត្រូវបានផ្អាក', th: 'ยังใช้ได้หรือถูกระงับ', en: 'In force or suspended' },
  none: { km: 'គ្មានលិខិតក្នុងរយៈពេលនេះទេ។', th: 'ไม่มีบัตรในช่วงเวลานี้', en: 'No pass was signed in this time.' },
  list: { km: 'បង្ហាញបញ្ជី', th: 'แสดงรายการ', en: 'Show the list' },
  hideList: { km: 'លាក់បញ្ជី', th: 'ซ่อนรายการ', en: 'Hide the list' },
  listNote: { km: 'ការបើកបញ្ជីនេះត្រូវបានកត់ត្រា។', th: 'การเปิดรายการนี้จะถูกบันทึก', en: 'Opening the list is recorded.' },
  more: { km: 'បង្ហាញបន្ថែម', th: 'แสดงเพิ่ม', en: 'Show more' },
  csv: { km: 'ទាញយក CSV', th: 'ดาวน์โหลด CSV', en: 'Download CSV' },
  number: { km: 'លេខលិខិត', th: 'หมายเลขบัตร', en: 'Number' },
  person: { km: 'អ្នកកាន់', th: 'ผู้ถือบัตร', en: 'Holder' },
  signedAt: { km: 'បានចុះហត្ថលេខា', th: 'ลงนามเมื่อ', en: 'Signed' },
  state: { km: 'ស្ថានភាព', th: 'สถานะ', en: 'State' },
  badPeriod: { km: 'ពេលចុងក្រោយត្រូវនៅក្រោយពេលដំបូង។', th: 'เวลาสิ้นสุดต้องอยู่หลังเวลาเริ่ม', en: 'The end must lie after the beginning.' },
  propose: { km: 'ស្នើលុបចោលលិខិត {count}', th: 'เสนอยกเลิกบัตร {count} ใบ', en: 'Propose to revoke {count} {count:pass|passes}' },
  proposeTitle: { km: 'ស្នើលុបចោលលិខិត {count}', th: 'เสนอยกเลิกบัตร {count} ใบ', en: 'Propose to revoke {count} {count:pass|passes}' },
  proposeLead: {
    km: 'គ្មានអ្វីកើតឡើងទេ រហូតដល់អ្នកទីពីរដែលមានសិទ្ធិដូចគ្នាបញ្ជាក់។ បន្ទាប់មក លិខិតទាំងអស់ត្រូវបានលុបចោលជារៀងរហូត ហើយច្រកលែងទទួលវា។',
    th: 'ยังไม่มีอะไรเกิดขึ้นจนกว่าบุคคลที่สองซึ่งมีสิทธิเดียวกันจะยืนยัน หลังจากนั้นบัตรทั้งหมดจะถูกยกเลิกถาวรและด่านจะไม่รับ',
    en: 'Nothing happens until a second person with the same right confirms it. Then all of them are revoked for good, and gates no longer take them.',
  },
  proposeAction: { km: 'ស្នើ', th: 'เสนอ', en: 'Propose' },
  proposals: { km: 'ការលុបចោលជាក្រុម', th: 'การยกเลิกเป็นกลุ่ม', en: 'Revocations of many' },
  noProposals: { km: 'មិនទាន់មានការស្នើទេ។', th: 'ยังไม่มีข้อเสนอ', en: 'None was proposed.' },
  proposedBy: { km: 'ស្នើដោយ {name} នៅ {at}', th: 'เสนอโดย {name} เมื่อ {at}', en: 'Proposed by {name}, {at}' },
  confirmedBy: { km: 'បញ្ជាក់ដោយ {name} នៅ {at}', th: 'ยืนยันโดย {name} เมื่อ {at}', en: 'Confirmed by {name}, {at}' },
  betweenTimes: { km: 'បានចុះហត្ថលេខាពី {from} ដល់មុន {until}', th: 'ลงนามตั้งแต่ {from} ถึงก่อน {until}', en: 'Signed from {from} to before {until}' },
  found: { km: 'លិខិត {count}', th: 'บัตร {count} ใบ', en: '{count} {count:pass|passes}' },
  progress: { km: 'បានលុបចោល {done} ក្នុងចំណោម {total}', th: 'ยกเลิกแล้ว {done} จาก {total}', en: '{done} of {total} revoked' },
  waitsForSecond: { km: 'រង់ចាំអ្នកទីពីរបញ្ជាក់។', th: 'รอบุคคลที่สองยืนยัน', en: 'Waits for a second person to confirm it.' },
  confirm: { km: 'បញ្ជាក់ និងលុបចោល', th: 'ยืนยันและยกเลิก', en: 'Confirm and revoke' },
  confirmTitle: { km: 'លុបចោលលិខិត {count} ជារៀងរហូត', th: 'ยกเลิกบัตร {count} ใบถาวร', en: 'Revoke {count} {count:pass|passes} for good' },
  confirmLead: {
    km: 'លោកអ្នកជាអ្នកទីពីរ។ ការលុបចោលចាប់ផ្តើមភ្លាម ហើយមិនអាចបញ្ឈប់ ឬដកវិញបានទេ។ អ្នកកាន់ត្រូវសុំលិខិតថ្មី។',
    th: 'ท่านเป็นบุคคลที่สอง การยกเลิกเริ่มทันที หยุดหรือเรียกคืนไม่ได้ ผู้ถือบัตรต้องขอบัตรใหม่',
    en: 'You are the second person. It begins at once and can neither be stopped nor taken back. The holders must apply again.',
  },
  fresh: { km: 'កំពុងធ្វើ', th: 'กำลังดำเนินการ', en: 'Running' },
} as const satisfies Record<string, Text>

/** Passes that one member of staff handled, and by which hands. */
export const handledWords = {
  title: { km: 'លិខិតដែលបុគ្គលនេះបានធ្វើការលើ', th: 'บัตรที่บุคคลนี้ดำเนินการ', en: 'Passes this person handled' },
  lead: {
    km: 'លិខិតដែលបុគ្គលនេះបានទទួលពាក្យសុំ អនុម័ត ឬចុះហត្ថលេខា។ ការទទួលថ្លៃសេវា និងការបោះពុម្ព មិនរាប់ទេ។',
    th: 'บัตรที่บุคคลนี้รับคำขอ อนุมัติ หรือลงนาม ไม่นับการรับค่าธรรมเนียมและการพิมพ์',
    en: 'Passes whose application this person took, approved or signed. Taking the fee and printing do not count.',
  },
  deed: { km: 'អ្វីដែលបានធ្វើ', th: 'สิ่งที่ทำ', en: 'What was done' },
  count: { km: 'បានធ្វើការលើ', th: 'ดำเนินการแล้ว', en: 'Handled' },
  none: { km: 'គ្មានលិខិតក្នុងរយៈពេលនេះទេ។', th: 'ไม่มีบัตรในช่วงเวลานี้', en: 'No such pass in this time.' },
  proposals: { km: 'ការលុបចោលលិខិតរបស់បុគ្គលនេះ', th: 'การยกเลิกบัตรที่บุคคลนี้ดำเนินการ', en: 'Revocations of what this person handled' },
  betweenTimes: { km: '{deed}៖ ពី {from} ដល់មុន {until}', th: '{deed}: ตั้งแต่ {from} ถึงก่อน {until}', en: '{deed}: from {from} to before {until}' },
  ownHands: {
    km: 'នេះជាការងាររបស់លោកអ្នក៖ អ្នកផ្សេងពីរនាក់ត្រូវសម្រេច។',
    th: 'นี่เป็นงานของท่านเอง ต้องให้บุคคลอื่นสองคนตัดสิน',
    en: 'This is your own work: two other people decide on it.',
  },
} as const satisfies Record<string, Text>

export const deedWords = {
  any: { km: 'ណាមួយក៏បាន', th: 'อย่างใดอย่างหนึ่ง', en: 'Any of these' },
  took: { km: 'បានទទួលពាក្យសុំ', th: 'รับคำขอ', en: 'Took the application' },
  approved: { km: 'បានអនុម័ត', th: 'อนุมัติ', en: 'Approved it' },
  signed: { km: 'បានចុះហត្ថលេខា', th: 'ลงนาม', en: 'Signed the pass' },
} as const satisfies Record<string, Text>

/** Taking a proposal back before the second person confirmed it. */
export const withdrawWords = {
  button: { km: 'ដកសំណើវិញ', th: 'ถอนข้อเสนอ', en: 'Withdraw the proposal' },
  title: { km: 'ដកសំណើនេះវិញ', th: 'ถอนข้อเสนอนี้', en: 'Withdraw this proposal' },
  lead: {
    km: 'គ្មានអ្វីកើតឡើងឡើយ ហើយនឹងមិនមានអ្វីកើតឡើងដែរ។ សំណើនៅក្នុងកំណត់ត្រា ហើយអាចស្នើថ្មីបាន។',
    th: 'ยังไม่มีอะไรเกิดขึ้นและจะไม่เกิดขึ้น ข้อเสนอยังอยู่ในบันทึก และเสนอใหม่ได้',
    en: 'Nothing has happened and nothing will. It stays on record, and may be proposed again.',
  },
  by: { km: 'ដកវិញដោយ {name} នៅ {at}៖ {reason}', th: 'ถอนโดย {name} เมื่อ {at}: {reason}', en: 'Withdrawn by {name}, {at}: {reason}' },
} as const satisfies Record<string, Text>

export const revocationStateWords = {
  proposed: { km: 'បានស្នើ', th: 'เสนอแล้ว', en: 'Proposed' },
  withdrawn: { km: 'បានដកវិញ', th: 'ถอนแล้ว', en: 'Withdrawn' },
  confirmed: { km: 'កំពុងលុបចោល', th: 'กำลังยกเลิก', en: 'Being revoked' },
  done: { km: 'បានលុបចោលទាំងអស់', th: 'ยกเลิกครบแล้ว', en: 'All revoked' },
} as const satisfies Record<string, Text>
