import type { Text } from '../kernel/language.ts'

// Words of the offices' numbers and of the cases behind them. The shape of each is checked in screens.test.ts.

export const officeNumbersWords = {
  title: { km: 'តួលេខតាមការិយាល័យ', th: 'ตัวเลขของสำนักงาน', en: 'Numbers of the offices' },
  lead: {
    km: 'រាប់ពិតប្រាកដ គិតត្រឹម {at}។ ចុចលើតួលេខដើម្បីមើលបញ្ជី។',
    th: 'นับจริง ณ {at} แตะตัวเลขเพื่อดูรายการ',
    en: 'Counted exactly, as of {at}. Every number opens its list.',
  },
  leadPlain: { km: 'រាប់ពិតប្រាកដ គិតត្រឹម {at}។', th: 'นับจริง ณ {at}', en: 'Counted exactly, as of {at}.' },
  day: { km: 'ថ្ងៃ', th: 'วันที่', en: 'Day' },
  dayHint: {
    km: 'អ្វីដែលកំពុងរង់ចាំ គិតត្រឹមពេលនេះជានិច្ច។',
    th: 'งานที่รออยู่นับ ณ เวลานี้เสมอ',
    en: 'What is waiting is always of this moment.',
  },
  dayUnread: { km: 'មិនមែនជាថ្ងៃទេ ឬមិនទាន់មកដល់។', th: 'ไม่ใช่วันที่ หรือยังมาไม่ถึง', en: 'Not a day, or not here yet.' },
  asTable: { km: 'ទាញយកជាតារាង (CSV)', th: 'ดาวน์โหลดเป็นตาราง (CSV)', en: 'Download as a table (CSV)' },
  print: { km: 'បោះពុម្ព', th: 'พิมพ์', en: 'Print' },
  office: { km: 'ការិយាល័យ', th: 'สำนักงาน', en: 'Office' },
  issuedDay: { km: 'បានផ្តល់ថ្ងៃនោះ', th: 'ออกในวันนั้น', en: 'Issued that day' },
  issuedTotal: { km: 'បានផ្តល់សរុប', th: 'ออกแล้วทั้งหมด', en: 'Issued in all' },
  pending: { km: 'កំពុងរង់ចាំ', th: 'รออยู่', en: 'Pending' },
  late: { km: 'ហួសកំណត់', th: 'เกินกำหนด', en: 'Late' },
  oldest: { km: 'រង់ចាំយូរបំផុត', th: 'รอนานที่สุด', en: 'Waiting longest' },
  sinceDay: { km: 'តាំងពី {day}', th: 'ตั้งแต่ {day}', en: 'since {day}' },
  rejected: { km: 'បានបដិសេធ', th: 'ไม่อนุมัติ', en: 'Rejected' },
  onTime: { km: 'ទាន់កំណត់', th: 'ทันกำหนด', en: 'On time' },
  ofProduced: { km: '{some} ក្នុង {all}', th: '{some} จาก {all}', en: '{some} of {all}' },
  total: { km: 'សរុប', th: 'รวม', en: 'Total' },
  none: { km: 'គ្មាន', th: 'ไม่มี', en: 'none' },
  thatDay: { km: 'ថ្ងៃនោះ', th: 'ในวันนั้น', en: 'That day' },
  inAll: { km: 'សរុប', th: 'ทั้งหมด', en: 'In all' },
  issued: { km: 'បានផ្តល់', th: 'ออกบัตร', en: 'Issued' },
  waiting: { km: 'កំពុងរង់ចាំឥឡូវ', th: 'รออยู่ตอนนี้', en: 'Waiting now' },
  number: { km: 'ចំនួន', th: 'จำนวน', en: 'Number' },
  ground: { km: 'ប្រភេទមូលហេតុ', th: 'ประเภทของเหตุ', en: 'Ground' },
  groundNeeded: { km: 'សូមជ្រើសរើសប្រភេទមូលហេតុ។', th: 'โปรดเลือกประเภทของเหตุ', en: 'Choose the ground.' },
  rejectedBy: { km: 'បានបដិសេធ តាមមូលហេតុ', th: 'ไม่อนุมัติ ตามเหตุ', en: 'Rejected, by ground' },
  otherEnds: { km: 'ចប់ដោយរបៀបផ្សេង', th: 'สิ้นสุดทางอื่น', en: 'Ended otherwise' },
  shareTitle: {
    km: 'ចាប់ពី {since} ដល់ {on}៖ ទាន់កំណត់ប៉ុន្មាន',
    th: 'ตั้งแต่ {since} ถึง {on}: ทันกำหนดเท่าใด',
    en: 'From {since} to {on}: how much was on time',
  },
  produced: { km: 'បានផលិត', th: 'ทำเล่มแล้ว', en: 'Produced' },
  inDueDays: { km: 'ក្នុងថ្ងៃកំណត់តាមច្បាប់', th: 'ภายในวันครบกำหนด', en: 'By the due day' },
  inTarget: { km: 'ក្នុងគោលដៅ', th: 'ภายในเป้าหมาย', en: 'Within the target' },
  unknownDue: { km: 'គ្មានថ្ងៃកំណត់ក្នុងកំណត់ត្រា', th: 'ไม่มีวันครบกำหนดในบันทึก', en: 'No due day on record' },
  casesNone: { km: 'គ្មានពាក្យសុំបែបនេះទេ។', th: 'ไม่มีคำขอเช่นนี้', en: 'There is no such application.' },
  casesMax: { km: 'បង្ហាញ {count} ដំបូង។', th: 'แสดง {count} รายการแรก', en: 'The first {count} are shown.' },
  back: { km: 'ត្រឡប់ទៅតួលេខ', th: 'กลับไปที่ตัวเลข', en: 'Back to the numbers' },
  applicant: { km: 'អ្នកស្នើសុំ', th: 'ผู้ขอ', en: 'Applicant' },
  due: { km: 'ថ្ងៃកំណត់', th: 'ครบกำหนด', en: 'Due' },
  state: { km: 'ស្ថានភាព', th: 'สถานะ', en: 'State' },
  provisionalNote: {
    km: '* បណ្តោះអាសន្ន៖ រាប់តាមថ្ងៃឈប់សម្រាកដែលបានគណនា មិនទាន់ប្រកាសជាផ្លូវការទេ។ ចំនួននេះអាចប្រែប្រួល។',
    th: '* เบื้องต้น: นับตามวันหยุดที่คำนวณไว้ ซึ่งยังไม่ประกาศเป็นทางการ จำนวนนี้อาจเปลี่ยน',
    en: '* Provisional: counted by holidays that are computed and not officially announced yet. The number may change.',
  },
} as const satisfies Record<string, Text>

export const issuedKindWords = {
  new: { km: 'លិខិតថ្មី', th: 'บัตรใหม่', en: 'New passes' },
  replacement: { km: 'ជំនួសលិខិតចាស់', th: 'บัตรแทน', en: 'Replacements' },
  extension: { km: 'បន្តសុពលភាព', th: 'ต่ออายุ', en: 'Extensions' },
} as const satisfies Record<string, Text>

export const groundWords = {
  papers: { km: 'ឯកសារមិនគ្រប់ ឬមិនត្រឹមត្រូវ', th: 'เอกสารไม่ครบหรือไม่ถูกต้อง', en: 'Papers missing or wrong' },
  identity: { km: 'អត្តសញ្ញាណមិនច្បាស់', th: 'ตัวตนไม่แน่ชัด', en: 'Identity not certain' },
  address: { km: 'ទីលំនៅមិនត្រូវ', th: 'ที่อยู่ไม่ถูกต้อง', en: 'Address does not hold' },
  photo: { km: 'រូបថតមិនត្រូវ', th: 'รูปถ่ายไม่ถูกต้อง', en: 'Photo not fit' },
  'fraud-suspected': { km: 'សង្ស័យថាក្លែងបន្លំ', th: 'สงสัยว่าทุจริต', en: 'Fraud suspected' },
  other: { km: 'មូលហេតុផ្សេង', th: 'เหตุอื่น', en: 'Other' },
} as const satisfies Record<string, Text>

export const endWords = {
  produced: { km: 'បានផលិតសៀវភៅ', th: 'ทำเล่มแล้ว', en: 'Booklet produced' },
  collected: { km: 'បានប្រគល់', th: 'มอบแล้ว', en: 'Handed over' },
  withdrawn: { km: 'បានដកវិញ', th: 'ถอนแล้ว', en: 'Withdrawn' },
  lapsed: { km: 'ផុតពេលរង់ចាំ', th: 'หมดเวลารอ', en: 'Lapsed' },
} as const satisfies Record<string, Text>
