// Words of the instruments' pages: a legal text with its mandates, the decision that ends them, and what was signed under them.
import type { Text } from '../kernel/language.ts'

export const instrumentWords = {
  title: { km: 'លិខិតបទដ្ឋាន', th: 'คำสั่งและความตกลง', en: 'Instruments' },
  lead: {
    km: 'អត្ថបទច្បាប់ដែលវិធាន ការផ្ទេរសិទ្ធិ និងច្រកព្រំដែនពឹងផ្អែកលើ។',
    th: 'ตัวบทที่กฎ การมอบอำนาจ และจุดผ่านแดนอ้างอิง',
    en: 'The legal texts that rules, mandates and crossing points stand on.',
  },
  name: { km: 'ឈ្មោះ', th: 'ชื่อ', en: 'Name' },
  kind: { km: 'ប្រភេទ', th: 'ประเภท', en: 'Kind' },
  issuer: { km: 'ចេញដោយ', th: 'ผู้ออก', en: 'Issued by' },
  signedOn: { km: 'ថ្ងៃចុះហត្ថលេខា', th: 'วันลงนาม', en: 'Signed on' },
  notKnown: { km: 'មិនទាន់ដឹង', th: 'ไม่ทราบ', en: 'Not known' },
  inForceFrom: { km: 'ចូលជាធរមាន', th: 'มีผลตั้งแต่', en: 'In force from' },
  source: { km: 'ឯកសារ', th: 'แฟ้มเอกสาร', en: 'File' },
  standsOn: { km: 'អ្វីដែលពឹងលើលិខិតនេះ', th: 'สิ่งที่อ้างอิงฉบับนี้', en: 'What stands on it' },
  factCounts: {
    km: 'ព័ត៌មានអំពីច្រក៖ {points} · បទបញ្ជាបើកបិទ៖ {orders} · ការិយាល័យ៖ {offices}',
    th: 'ข้อมูลจุดผ่านแดน {points} · คำสั่งเปิดปิด {orders} · สำนักงาน {offices}',
    en: 'Facts of crossing points: {points} · opening orders: {orders} · offices: {offices}',
  },
  rules: { km: 'វិធានតាមលិខិតនេះ', th: 'กฎตามฉบับนี้', en: 'Rules by it' },
  state: { km: 'រដ្ឋ', th: 'รัฐ', en: 'State' },
  value: { km: 'តម្លៃ', th: 'ค่า', en: 'Value' },
  period: { km: 'រយៈពេល', th: 'ระยะเวลา', en: 'Period' },
  since: { km: 'ចាប់ពី {from}', th: 'ตั้งแต่ {from}', en: 'Since {from}' },
  fromUntil: { km: '{from} ដល់ {until}', th: '{from} ถึง {until}', en: '{from} to {until}' },
  mandates: { km: 'ការផ្ទេរសិទ្ធិតាមលិខិតនេះ', th: 'การมอบอำนาจตามฉบับนี้', en: 'Mandates given by it' },
  noMandates: { km: 'លិខិតនេះមិនផ្ទេរសិទ្ធិទេ។', th: 'ฉบับนี้ไม่ได้มอบอำนาจ', en: 'It gives no mandate.' },
  revokes: { km: 'ការផ្ទេរសិទ្ធិដែលលិខិតនេះបានបញ្ចប់', th: 'การมอบอำนาจที่ฉบับนี้ยุติ', en: 'Mandates that it ended' },
  office: { km: 'ការិយាល័យ', th: 'สำนักงาน', en: 'Office' },
  holder: { km: 'អ្នកទទួលសិទ្ធិ', th: 'ผู้รับมอบอำนาจ', en: 'Held by' },
  powers: { km: 'សិទ្ធិអំណាច', th: 'อำนาจ', en: 'Powers' },
  area: { km: 'តំបន់', th: 'เขต', en: 'Area' },
  standing: { km: 'ស្ថានភាព', th: 'สถานะ', en: 'Standing' },
  autoExtends: {
    km: 'បន្តដោយស្វ័យប្រវត្តិ លុះត្រាតែមានសេចក្តីសម្រេចផ្សេង',
    th: 'ต่ออายุเองโดยอัตโนมัติ เว้นแต่จะมีคำสั่งเป็นอย่างอื่น',
    en: 'Extends itself, unless a different decision is made',
  },
  noExtension: { km: 'មិនបន្តដោយស្វ័យប្រវត្តិ', th: 'ไม่ต่ออายุเอง', en: 'Does not extend itself' },
  revokedAt: { km: 'បញ្ចប់នៅ {at} ដោយ', th: 'ยุติเมื่อ {at} โดย', en: 'Ended {at} by' },
  showAll: { km: 'បង្ហាញទាំង {count}', th: 'แสดงทั้งหมด {count}', en: 'Show all {count}' },
  showFewer: { km: 'បង្ហាញតែមួយផ្នែក', th: 'แสดงบางส่วน', en: 'Show fewer' },
} as const satisfies Record<string, Text>

export const instrumentKindWords = {
  agreement: { km: 'កិច្ចព្រមព្រៀង', th: 'ความตกลง', en: 'Agreement' },
  notice: { km: 'សេចក្តីជូនដំណឹង', th: 'ประกาศ', en: 'Notice' },
  order: { km: 'បទបញ្ជា', th: 'คำสั่ง', en: 'Order' },
  decision: { km: 'សេចក្តីសម្រេច', th: 'คำวินิจฉัย', en: 'Decision' },
  publication: { km: 'ឯកសារផ្សព្វផ្សាយ', th: 'เอกสารเผยแพร่', en: 'Publication' },
} as const satisfies Record<string, Text>

export const powerWords = {
  review: { km: 'ពិនិត្យ', th: 'ตรวจ', en: 'Review' },
  approve: { km: 'អនុម័ត', th: 'อนุมัติ', en: 'Approve' },
  sign: { km: 'ចុះហត្ថលេខា', th: 'ลงนาม', en: 'Sign' },
} as const satisfies Record<string, Text>

/** How a mandate stands now. */
export const standingWords = {
  'not-started': { km: 'មិនទាន់ចាប់ផ្តើម', th: 'ยังไม่เริ่ม', en: 'Not started' },
  'in-force': { km: 'ជាធរមាន', th: 'มีผลใช้บังคับ', en: 'In force' },
  extended: { km: 'បានបន្តដោយស្វ័យប្រវត្តិ', th: 'ต่ออายุเองแล้ว', en: 'Extended itself' },
  ended: { km: 'បានផុតកំណត់', th: 'สิ้นสุดแล้ว', en: 'Ended' },
  revoked: { km: 'បានបញ្ចប់ដោយសេចក្តីសម្រេច', th: 'ยุติโดยคำสั่ง', en: 'Ended by a decision' },
} as const satisfies Record<string, Text>

/** The agreement's parameters, each said with its values. */
export const lawRuleWords = {
  'pass.validity': { km: 'សុពលភាពលិខិតឆ្លងដែន', th: 'อายุบัตรผ่านแดน', en: 'Validity of a pass' },
  'pass.extension': { km: 'ការបន្តសុពលភាព', th: 'การต่ออายุบัตร', en: 'Extension of a pass' },
  'pass.fee': { km: 'ថ្លៃលិខិតឆ្លងដែន', th: 'ค่าธรรมเนียมบัตร', en: 'Fee of a pass' },
  'pass.extension-fee': { km: 'ថ្លៃបន្តសុពលភាព', th: 'ค่าธรรมเนียมต่ออายุ', en: 'Fee of an extension' },
  'document.classes': { km: 'ឯកសារនៅតាមថ្នាក់ច្រក', th: 'เอกสารตามประเภทจุดผ่านแดน', en: 'Documents by class of crossing point' },
  'passport.entry': { km: 'លិខិតឆ្លងដែនអន្តរជាតិតាមសញ្ជាតិ', th: 'หนังสือเดินทางตามสัญชาติ', en: 'Passports by nationality' },
  'stay.days': { km: 'រយៈពេលស្នាក់នៅ', th: 'ระยะเวลาพำนัก', en: 'Length of a stay' },
  'applicant.residence': { km: 'លំនៅឋានរបស់អ្នកស្នើសុំ', th: 'ถิ่นที่อยู่ของผู้ขอ', en: 'Residence of an applicant' },
  'applicant.age': { km: 'អាយុរបស់អ្នកស្នើសុំ', th: 'อายุของผู้ขอ', en: 'Age of an applicant' },
  'applicant.residence-proof': { km: 'ភស្តុតាងនៃលំនៅឋាន', th: 'หลักฐานถิ่นที่อยู่', en: 'Proof of residence' },
  'application.due': { km: 'រយៈពេលនៃពាក្យសុំ', th: 'ระยะเวลาดำเนินการของคำขอ', en: 'Time for an application' },
  'application.papers': { km: 'ឯកសារដែលត្រូវយកមក', th: 'เอกสารที่ต้องนำมา', en: 'Papers to bring' },
  'fee.split': { km: 'ការបែងចែកថ្លៃសេវា', th: 'การแบ่งค่าธรรมเนียม', en: 'Split of a fee' },
  'movement.repeat': { km: 'ការឆ្លងកាត់ដដែល', th: 'การผ่านแดนซ้ำ', en: 'The same movement again' },
  'movement.time': { km: 'ពេលវេលានៃការឆ្លងកាត់', th: 'เวลาของการผ่านแดน', en: 'Time of a movement' },
} as const satisfies Record<string, Text>

export const lawValueWords = {
  years: { km: 'យ៉ាងយូរ {yearsMax} ឆ្នាំ', th: 'ไม่เกิน {yearsMax} ปี', en: 'At most {yearsMax} years' },
  extension: { km: 'ម្តង {yearsMax} ឆ្នាំ មិនកំណត់ចំនួនដង', th: 'ครั้งละ {yearsMax} ปี ไม่จำกัดจำนวนครั้ง', en: '{yearsMax} years at a time, as often as asked' },
  extensionTimes: {
    km: 'ម្តង {yearsMax} ឆ្នាំ យ៉ាងច្រើន {timesMax} ដង',
    th: 'ครั้งละ {yearsMax} ปี ไม่เกิน {timesMax} ครั้ง',
    en: '{yearsMax} years at a time, at most {timesMax} times',
  },
  classes: {
    km: 'លិខិតឆ្លងដែន៖ {borderPass} · លិខិតឆ្លងដែនអន្តរជាតិ៖ {passport}',
    th: 'บัตรผ่านแดน: {borderPass} · หนังสือเดินทาง: {passport}',
    en: 'Border pass: {borderPass} · passport: {passport}',
  },
  entryOwn: { km: 'ជនជាតិខ្លួន៖ {codes}', th: 'คนชาติตน: {codes}', en: 'Own nationals: {codes}' },
  entryExempt: { km: 'លើកលែងទិដ្ឋាការ {days} ថ្ងៃ៖ {codes}', th: 'ยกเว้นการตรวจลงตรา {days} วัน: {codes}', en: 'Exempt for {days} days: {codes}' },
  entryVisa: { km: 'ត្រូវមើលទិដ្ឋាការ៖ {codes}', th: 'ต้องดูการตรวจลงตรา: {codes}', en: 'A visa is to be seen: {codes}' },
  entryNot: { km: 'មិនឱ្យចូលតាមផ្លូវគោក៖ {codes}', th: 'ไม่ให้เข้าทางบก: {codes}', en: 'Not admitted by land: {codes}' },
  entryOthers: { km: 'ផ្សេងទៀត', th: 'อื่น ๆ', en: 'Others' },
  stay: {
    km: '{daysPerEntry} ថ្ងៃក្នុងមួយចូល យ៉ាងយូរ {daysMax} ថ្ងៃ',
    th: 'ครั้งละ {daysPerEntry} วัน รวมไม่เกิน {daysMax} วัน',
    en: '{daysPerEntry} days an entry, {daysMax} at most',
  },
  age: {
    km: 'ក្រោម {onParentsPassUnder} ឆ្នាំ ក្នុងលិខិតឪពុកម្តាយ · ក្រោម {guardianUnder} ឆ្នាំ មានអាណាព្យាបាល',
    th: 'ต่ำกว่า {onParentsPassUnder} ปี ใช้บัตรของบิดามารดา · ต่ำกว่า {guardianUnder} ปี ต้องมีผู้ปกครอง',
    en: 'Under {onParentsPassUnder} on a parent’s pass · under {guardianUnder} with a guardian',
  },
  residenceProof: {
    km: 'រស់នៅយ៉ាងតិច {residenceMonthsMin} ខែ · ឯកសារមិនចាស់ជាង {proofMonthsMax} ខែ',
    th: 'อยู่อาศัยอย่างน้อย {residenceMonthsMin} เดือน · หลักฐานไม่เก่ากว่า {proofMonthsMax} เดือน',
    en: 'Lives there for {residenceMonthsMin} months · a paper not older than {proofMonthsMax} months',
  },
  due: {
    km: 'យ៉ាងយូរ {workingDaysMax} ថ្ងៃធ្វើការ គោលដៅ {workingDaysTarget} ថ្ងៃ',
    th: 'ไม่เกิน {workingDaysMax} วันทำการ เป้าหมาย {workingDaysTarget} วัน',
    en: 'At most {workingDaysMax} working days, aim {workingDaysTarget}',
  },
  split: {
    km: 'ការិយាល័យ {officePercent}% · ខេត្ត {provincePercent}%',
    th: 'สำนักงาน {officePercent}% · จังหวัด {provincePercent}%',
    en: 'Office {officePercent}% · province {provincePercent}%',
  },
  repeat: { km: 'ក្នុង {seconds} វិនាទី', th: 'ภายใน {seconds} วินาที', en: 'Within {seconds} seconds' },
  time: {
    km: 'យ៉ាងច្រើន {futureSecondsMax} វិនាទីមុន និង {pastDaysMax} ថ្ងៃក្រោយ',
    th: 'ล่วงหน้าไม่เกิน {futureSecondsMax} วินาที ย้อนหลังไม่เกิน {pastDaysMax} วัน',
    en: 'At most {futureSecondsMax} seconds ahead and {pastDaysMax} days back',
  },
} as const satisfies Record<string, Text>

/** The different decision: its form, and what it does and does not do. */
export const decisionWords = {
  title: { km: 'សេចក្តីសម្រេចផ្សេង', th: 'คำสั่งเป็นอย่างอื่น', en: 'A different decision' },
  lead: {
    km: 'បញ្ចូលសេចក្តីសម្រេចដែលបញ្ចប់ការផ្ទេរសិទ្ធិតាមលិខិតនេះ។',
    th: 'บันทึกคำสั่งที่ยุติการมอบอำนาจตามฉบับนี้',
    en: 'Enter the decision that ends mandates given by this instrument.',
  },
  open: { km: 'បញ្ចូលសេចក្តីសម្រេច', th: 'บันทึกคำสั่ง', en: 'Enter a decision' },
  whose: { km: 'ការផ្ទេរសិទ្ធិណាខ្លះបញ្ចប់', th: 'การมอบอำนาจใดสิ้นสุด', en: 'Whose mandates end' },
  all: { km: 'ទាំងអស់ ({count})', th: 'ทั้งหมด ({count})', en: 'All of them ({count})' },
  some: { km: 'តែការិយាល័យដែលជ្រើសរើស ({count})', th: 'เฉพาะสำนักงานที่เลือก ({count})', en: 'Only of chosen offices ({count})' },
  offices: { km: 'ការិយាល័យ', th: 'สำนักงาน', en: 'Offices' },
  id: { km: 'លេខសម្គាល់', th: 'รหัสอ้างอิง', en: 'Reference' },
  idHint: {
    km: 'អក្សរឡាតាំងតូច លេខ និងសញ្ញា - ឧទាហរណ៍ decision-2026-12-01',
    th: 'อักษรโรมันตัวเล็ก ตัวเลข และ - เช่น decision-2026-12-01',
    en: 'Small letters, digits and -, for example decision-2026-12-01',
  },
  titleIn: { km: 'ចំណងជើង · {language}', th: 'ชื่อเรื่อง · {language}', en: 'Title · {language}' },
  source: { km: 'ឯកសារនៅឯណា', th: 'เอกสารอยู่ที่ใด', en: 'Where its text lies' },
  when: { km: 'មានប្រសិទ្ធភាពពីពេលណា', th: 'มีผลเมื่อใด', en: 'From when on' },
  now: { km: 'ឥឡូវនេះ', th: 'ทันที', en: 'Now' },
  later: { km: 'នៅពេលកំណត់', th: 'ตามเวลาที่กำหนด', en: 'At a set time' },
  day: { km: 'ថ្ងៃ', th: 'วันที่', en: 'Day' },
  clock: { km: 'ម៉ោង', th: 'เวลา', en: 'Time' },
  next: { km: 'ពិនិត្យមុនបញ្ចូល', th: 'ตรวจก่อนบันทึก', en: 'Check before entering' },
  confirmTitle: { km: 'បញ្ចប់ការផ្ទេរសិទ្ធិ {count}', th: 'ยุติการมอบอำนาจ {count} รายการ', en: 'End {count} mandates' },
  happens: { km: 'អ្វីដែលកើតឡើង', th: 'สิ่งที่จะเกิดขึ้น', en: 'What happens' },
  happensNow: {
    km: 'ចាប់ពីនាទីនេះ គ្មានអ្នកណាអាចអនុម័ត ឬចុះហត្ថលេខាតាមការផ្ទេរសិទ្ធិ {count} នេះបានទេ។',
    th: 'ตั้งแต่นาทีนี้ ไม่มีผู้ใดอนุมัติหรือลงนามภายใต้การมอบอำนาจ {count} รายการนี้ได้',
    en: 'From this minute on, nobody approves or signs under these {count} mandates.',
  },
  happensAt: {
    km: 'ចាប់ពី {at} គ្មានអ្នកណាអាចអនុម័ត ឬចុះហត្ថលេខាតាមការផ្ទេរសិទ្ធិ {count} នេះបានទេ។',
    th: 'ตั้งแต่ {at} ไม่มีผู้ใดอนุมัติหรือลงนามภายใต้การมอบอำนาจ {count} รายการนี้ได้',
    en: 'From {at} on, nobody approves or signs under these {count} mandates.',
  },
  happensWaiting: {
    km: 'ពាក្យសុំដែលកំពុងរង់ចាំ នៅរង់ចាំ រហូតដល់មានការផ្ទេរសិទ្ធិថ្មី។',
    th: 'คำขอที่รออยู่จะรอต่อไปจนกว่าจะมีการมอบอำนาจใหม่',
    en: 'Applications that wait go on waiting until there is a new mandate.',
  },
  happensRecord: {
    km: 'សេចក្តីសម្រេចនេះត្រូវបានដាក់ក្នុងបញ្ជី ជាមួយឈ្មោះរបស់លោកអ្នក។',
    th: 'คำสั่งนี้จะอยู่ในทะเบียนพร้อมชื่อของท่าน',
    en: 'The decision stands in the register, with your name.',
  },
  not: { km: 'អ្វីដែលមិនកើតឡើង', th: 'สิ่งที่จะไม่เกิดขึ้น', en: 'What does not happen' },
  notPasses: {
    km: 'លិខិតដែលបានចុះហត្ថលេខាមុនពេលនោះ នៅមានសុពលភាព។',
    th: 'บัตรที่ลงนามก่อนหน้านั้นยังใช้ได้',
    en: 'Passes signed before stay valid.',
  },
  notOthers: {
    km: 'ការផ្ទេរសិទ្ធិតាមលិខិតផ្សេង មិនផ្លាស់ប្តូរទេ។',
    th: 'การมอบอำนาจตามฉบับอื่นไม่เปลี่ยนแปลง',
    en: 'Mandates given by other instruments do not change.',
  },
  final: {
    km: 'វាមិនអាចដកវិញបានទេ៖ មានតែលិខិតថ្មីទេដែលផ្តល់ការផ្ទេរសិទ្ធិថ្មី។',
    th: 'เรียกคืนไม่ได้ มีเพียงฉบับใหม่เท่านั้นที่มอบอำนาจใหม่ได้',
    en: 'It cannot be taken back: only a new instrument gives a new mandate.',
  },
  enter: { km: 'បញ្ចូលសេចក្តីសម្រេច', th: 'บันทึกคำสั่ง', en: 'Enter the decision' },
  done: { km: 'បានបញ្ចប់ការផ្ទេរសិទ្ធិ {count}។', th: 'ยุติการมอบอำนาจแล้ว {count} รายการ', en: 'Mandates ended: {count}.' },
  openDecision: { km: 'មើលសេចក្តីសម្រេច', th: 'ดูคำสั่ง', en: 'Open the decision' },
  needed: { km: 'ត្រូវបំពេញ។', th: 'ต้องกรอก', en: 'This is needed.' },
  badDate: { km: 'មិនមែនជាកាលបរិច្ឆេទ។', th: 'ไม่ใช่วันที่', en: 'That is no date.' },
  badClock: { km: 'សរសេរម៉ោងបែប 14:30។', th: 'เขียนเวลาเป็น 14:30', en: 'Write the time as 14:30.' },
  badId: { km: 'ប្រើតែអក្សរឡាតាំងតូច លេខ និងសញ្ញា -។', th: 'ใช้เฉพาะอักษรโรมันตัวเล็ก ตัวเลข และ -', en: 'Use small letters, digits and - only.' },
  chooseOffice: { km: 'ជ្រើសរើសយ៉ាងតិចមួយ។', th: 'เลือกอย่างน้อยหนึ่งแห่ง', en: 'Choose at least one.' },
} as const satisfies Record<string, Text>

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
  propose: { km: 'ស្នើលុបចោលលិខិត {count}', th: 'เสนอยกเลิกบัตร {count} ใบ', en: 'Propose to revoke {count} passes' },
  proposeTitle: { km: 'ស្នើលុបចោលលិខិត {count}', th: 'เสนอยกเลิกบัตร {count} ใบ', en: 'Propose to revoke {count} passes' },
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
  found: { km: 'លិខិត {count}', th: 'บัตร {count} ใบ', en: '{count} passes' },
  progress: { km: 'បានលុបចោល {done} ក្នុងចំណោម {total}', th: 'ยกเลิกแล้ว {done} จาก {total}', en: '{done} of {total} revoked' },
  waitsForSecond: { km: 'រង់ចាំអ្នកទីពីរបញ្ជាក់។', th: 'รอบุคคลที่สองยืนยัน', en: 'Waits for a second person to confirm it.' },
  confirm: { km: 'បញ្ជាក់ និងលុបចោល', th: 'ยืนยันและยกเลิก', en: 'Confirm and revoke' },
  confirmTitle: { km: 'លុបចោលលិខិត {count} ជារៀងរហូត', th: 'ยกเลิกบัตร {count} ใบถาวร', en: 'Revoke {count} passes for good' },
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
