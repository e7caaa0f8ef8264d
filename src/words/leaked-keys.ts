// Words of the page where passes are revoked by many, and where a signing key is declared leaked.
import type { Text } from '../kernel/language.ts'

export const revokeWords = {
  title: { km: 'ការលុបចោល និងកូនសោ', th: 'การยกเลิกและกุญแจ', en: 'Revocations and keys' },
  lead: {
    km: 'ការលុបចោលលិខិតច្រើន និងកូនសោហត្ថលេខាដែលបែកធ្លាយ៖ មនុស្សពីរនាក់សម្រេច។',
    th: 'การยกเลิกบัตรจำนวนมาก และกุญแจลงนามที่รั่วไหล: ต้องมีสองคนตัดสิน',
    en: 'Many passes at once, and a signing key that others have: two people decide.',
  },
  ways: { km: 'កន្លែងដែលត្រូវចាប់ផ្តើម', th: 'เริ่มที่ใด', en: 'Where to begin' },
  one: { km: 'លិខិតមួយ៖ តាមទំព័ររបស់វា', th: 'บัตรเดียว: ที่หน้าของบัตรนั้น', en: 'One pass: on its own page' },
  byInstrument: {
    km: 'លិខិតទាំងអស់តាមការផ្ទេរសិទ្ធិ៖ តាមលិខិតបទដ្ឋាន',
    th: 'ทุกใบภายใต้การมอบอำนาจ: ที่คำสั่งนั้น',
    en: 'All under a mandate: on its instrument',
  },
  byPerson: {
    km: 'អ្វីដែលបុគ្គលម្នាក់បានធ្វើក្នុងរយៈពេលមួយ៖ តាមទំព័របុគ្គលិក',
    th: 'สิ่งที่เจ้าหน้าที่คนหนึ่งทำในช่วงเวลา: ที่หน้าเจ้าหน้าที่',
    en: 'What one clerk did in a time: on their page among the staff',
  },
  byKey: { km: 'កូនសោដែលបែកធ្លាយ៖ ខាងក្រោម', th: 'กุญแจที่รั่วไหล: ด้านล่าง', en: 'A leaked key: below' },
  underInstrument: { km: 'តាម {instrument}', th: 'ภายใต้ {instrument}', en: 'Under {instrument}' },
  ofPerson: { km: 'តាមបុគ្គលម្នាក់', th: 'ของเจ้าหน้าที่คนหนึ่ง', en: 'Of one member of staff' },
} as const satisfies Record<string, Text>

export const leakWords = {
  title: { km: 'កូនសោហត្ថលេខាបែកធ្លាយ', th: 'กุญแจลงนามรั่วไหล', en: 'A leaked signing key' },
  lead: {
    km: 'អ្នកដែលមានកូនសោរបស់ការិយាល័យ អាចធ្វើលិខិតក្លែងក្លាយដែលអានបានត្រឹមត្រូវ។ ក្រោយពេលប្រកាស មានតែលិខិតក្នុងបញ្ជីប៉ុណ្ណោះដែលនៅប្រើបាន។',
    th: 'ผู้ที่มีกุญแจของสำนักงานทำบัตรปลอมที่อ่านได้ถูกต้องได้ เมื่อประกาศแล้ว เฉพาะบัตรที่อยู่ในทะเบียนเท่านั้นที่ยังใช้ได้',
    en: 'Whoever has an office’s key can make false passes that read as good. Once it is declared, only the passes in the register stay good.',
  },
  key: { km: 'កូនសោរបស់', th: 'กุญแจของ', en: 'Key of' },
  choose: { km: 'ជ្រើសរើសកូនសោ', th: 'เลือกกุญแจ', en: 'Choose the key' },
  chooseHint: { km: 'ប្រើចុះហត្ថលេខាពី {from} ដល់ {until}', th: 'ใช้ลงนามตั้งแต่ {from} ถึง {until}', en: 'Signs from {from} to {until}' },
  since: { km: 'ថ្ងៃដំបូងដែលអាចបែកធ្លាយ', th: 'วันแรกที่อาจรั่วไหล', en: 'First day on which it may have leaked' },
  badDay: { km: 'មិនមែនជាថ្ងៃទេ ឬមិនទាន់មកដល់។', th: 'ไม่ใช่วันที่ หรือยังมาไม่ถึง', en: 'Not a day, or not here yet.' },
  live: { km: 'លិខិតរបស់កូនសោនេះ នៅប្រើបាន ឬត្រូវបានផ្អាក', th: 'บัตรของกุญแจนี้ที่ยังใช้ได้หรือถูกระงับ', en: 'Passes of this key in force or suspended' },
  liveSince: { km: 'ក្នុងនោះ ចុះហត្ថលេខាចាប់ពីថ្ងៃនោះ', th: 'ในจำนวนนั้น ลงนามตั้งแต่วันนั้น', en: 'Of these, signed on that day or later' },
  stayGood: {
    km: 'លិខិតទាំងនេះមាននៅក្នុងបញ្ជី ហើយនៅតែប្រើបាន។ លិខិតដែលអ្នកផ្សេងធ្វើដោយកូនសោនេះ មិនមានក្នុងបញ្ជីទេ។',
    th: 'บัตรเหล่านี้อยู่ในทะเบียนและยังใช้ได้ บัตรที่ผู้อื่นทำด้วยกุญแจนี้ไม่อยู่ในทะเบียน',
    en: 'These are in the register and stay good. What others made with the key is not in it.',
  },
  propose: { km: 'ស្នើប្រកាសថាបែកធ្លាយ', th: 'เสนอประกาศว่ารั่วไหล', en: 'Propose to declare it leaked' },
  proposeTitle: { km: 'កូនសោរបស់ {office} បែកធ្លាយ', th: 'กุญแจของ {office} รั่วไหล', en: 'The key of {office} is leaked' },
  proposeLead: {
    km: 'គ្មានអ្វីកើតឡើងទេ រហូតដល់អ្នកទីពីរដែលមានសិទ្ធិដូចគ្នាបញ្ជាក់។ បន្ទាប់មក មិនអាចដកវិញបានទេ។',
    th: 'ยังไม่มีอะไรเกิดขึ้นจนกว่าบุคคลที่สองซึ่งมีสิทธิเดียวกันจะยืนยัน หลังจากนั้นเรียกคืนไม่ได้',
    en: 'Nothing happens until a second person with the same right confirms it. Then it cannot be taken back.',
  },
  proposeAction: { km: 'ស្នើ', th: 'เสนอ', en: 'Propose' },
  declared: { km: 'កូនសោដែលបានប្រកាស', th: 'กุญแจที่ประกาศแล้ว', en: 'Keys that were declared' },
  none: { km: 'មិនទាន់មានកូនសោណាត្រូវបានប្រកាសទេ។', th: 'ยังไม่มีกุญแจใดถูกประกาศ', en: 'No key was declared.' },
  leakedSince: { km: 'អាចបែកធ្លាយចាប់ពី {day}', th: 'อาจรั่วไหลตั้งแต่ {day}', en: 'May have leaked since {day}' },
  confirm: { km: 'បញ្ជាក់ថាបែកធ្លាយ', th: 'ยืนยันว่ารั่วไหล', en: 'Confirm that it leaked' },
  confirmTitle: { km: 'កូនសោរបស់ {office} លែងប្រើបាន', th: 'กุญแจของ {office} จะใช้ไม่ได้อีก', en: 'The key of {office} ends' },
  confirmLead: {
    km: 'លោកអ្នកជាអ្នកទីពីរ។ ការិយាល័យលែងចុះហត្ថលេខាដោយកូនសោនេះ ហើយច្រកបដិសេធលិខិតទាំងអស់ដែលមិនមានក្នុងបញ្ជី។ មិនអាចដកវិញបានទេ។',
    th: 'ท่านเป็นบุคคลที่สอง สำนักงานจะไม่ลงนามด้วยกุญแจนี้อีก และด่านจะปฏิเสธบัตรทุกใบที่ไม่อยู่ในทะเบียน เรียกคืนไม่ได้',
    en: 'You are the second person. The office signs nothing with it any more, and gates refuse every pass of it that the register does not know. It cannot be taken back.',
  },
  progress: { km: 'អ្វីដែលកើតឡើង', th: 'ความคืบหน้า', en: 'What happens' },
  publishing: { km: 'កំពុងផ្សព្វផ្សាយតម្រង', th: 'กำลังเผยแพร่ตัวกรอง', en: 'The filter is being published' },
  published: {
    km: 'តម្រងបានផ្សព្វផ្សាយ។ លិខិតពិតក្នុងតម្រង៖ {count}',
    th: 'เผยแพร่ตัวกรองแล้ว บัตรแท้ในตัวกรอง: {count}',
    en: 'The filter is published. Genuine passes in it: {count}',
  },
  settling: {
    km: 'ក្នុងមួយនាទីទៀត ហត្ថលេខាដែលកំពុងធ្វើនៅតែអាចចូលក្នុងតម្រង។',
    th: 'ภายในหนึ่งนาที การลงนามที่ค้างอยู่ยังเข้าตัวกรองได้',
    en: 'For one more minute a signature that was under way may still come in.',
  },
  settled: { km: 'តម្រងពេញលេញហើយ។', th: 'ตัวกรองครบถ้วนแล้ว', en: 'The filter is complete.' },
  successor: { km: 'ការិយាល័យចុះហត្ថលេខាដោយកូនសោថ្មី {kid}។', th: 'สำนักงานลงนามด้วยกุญแจใหม่ {kid}', en: 'The office signs with a new key, {kid}.' },
  noSuccessor: {
    km: 'ហត្ថលេខាបន្ទាប់របស់ការិយាល័យ នឹងបង្កើតកូនសោថ្មី។',
    th: 'การลงนามครั้งถัดไปของสำนักงานจะสร้างกุญแจใหม่',
    en: 'The office’s next signature makes a new key.',
  },
  gates: {
    km: 'ច្រករបស់ប្រព័ន្ធនេះប្រើតម្រងភ្លាម៖ លិខិតពិតនៅល្អ លិខិតក្លែងក្លាយត្រូវបដិសេធជាពណ៌ក្រហម។',
    th: 'ด่านของระบบนี้ใช้ตัวกรองทันที: บัตรแท้ยังใช้ได้ บัตรปลอมถูกปฏิเสธเป็นสีแดง',
    en: 'The gates of this service use it at once: a genuine pass stays good, a forged one is refused in red.',
  },
  others: {
    km: 'អ្នកពិនិត្យផ្សេង ទទួលវានៅពេលសួរបន្ទាប់ ដោយធម្មតាក្នុងមួយនាទី។ អ្នកដែលមិនអានតម្រង លែងស្គាល់កូនសោនេះ ហើយបង្ហាញពណ៌លឿង។',
    th: 'ผู้ตรวจรายอื่นได้รับเมื่อถามครั้งถัดไป โดยปกติภายในหนึ่งนาที ผู้ที่ไม่อ่านตัวกรองจะไม่รู้จักกุญแจนี้และแสดงสีเหลือง',
    en: 'Other verifiers get it when they next ask, as a rule within a minute. Whoever reads no filter does not know the key any more and shows amber.',
  },
} as const satisfies Record<string, Text>

export const leakStateWords = {
  proposed: { km: 'បានស្នើ', th: 'เสนอแล้ว', en: 'Proposed' },
  withdrawn: { km: 'បានដកវិញ', th: 'ถอนแล้ว', en: 'Withdrawn' },
  confirmed: { km: 'កំពុងផ្សព្វផ្សាយ', th: 'กำลังเผยแพร่', en: 'Being published' },
  published: { km: 'បានផ្សព្វផ្សាយ', th: 'เผยแพร่แล้ว', en: 'Published' },
} as const satisfies Record<string, Text>
