import type { Text } from '../kernel/language.ts'

/** The day's sheet of a crossing point, on paper. */
export const daySheetWords = {
  title: { km: 'សន្លឹកប្រចាំថ្ងៃនៃច្រក', th: 'ใบสรุปประจำวันของจุดผ่านแดน', en: 'Day sheet of the crossing point' },
  asOf: { km: 'ស្ថានភាពនៅ', th: 'ข้อมูล ณ', en: 'As of' },
  counts: { km: 'ការឆ្លងកាត់', th: 'การผ่านแดน', en: 'Movements' },
  hours: { km: 'តាមម៉ោង', th: 'ตามชั่วโมง', en: 'By hour' },
  lanes: { km: 'តាមជួរ', th: 'ตามช่อง', en: 'By lane' },
  orders: { km: 'បទបញ្ជាដែលមានប្រសិទ្ធភាព', th: 'คำสั่งที่มีผล', en: 'Orders in force' },
  quotas: { km: 'ចំនួនកំណត់ដែលបានប្រើ', th: 'โควตาที่ใช้', en: 'Quotas used' },
  referrals: { km: 'ការបញ្ជូនបន្ត', th: 'การส่งต่อ', en: 'Referrals' },
  overrides: { km: 'ឆ្លងតាមការសម្រេច', th: 'ผ่านตามคำตัดสิน', en: 'Passed on a decision' },
  notable: { km: 'បដិសេធ និងមានចំណាំ តាមវិធាន', th: 'ไม่อนุญาตและมีข้อสังเกต ตามกฎ', en: 'Refused and flagged, by rule' },
  rule: { km: 'វិធាន', th: 'กฎ', en: 'Rule' },
  undone: { km: 'បានលុបចោល', th: 'ยกเลิก', en: 'Undone' },
  vehicles: { km: 'យានយន្ត', th: 'ยานพาหนะ', en: 'Vehicles' },
  goods: { km: 'ទំនិញ', th: 'สินค้า', en: 'Goods' },
  shifts: { km: 'វេន', th: 'เวร', en: 'Shifts' },
  none: { km: 'គ្មាន', th: 'ไม่มี', en: 'None' },
  lane: { km: 'ជួរ', th: 'ช่อง', en: 'Lane' },
  chapter: { km: 'ជំពូក', th: 'ตอน', en: 'Chapter' },
  time: { km: 'ម៉ោង', th: 'เวลา', en: 'Time' },
  direction: { km: 'ទិស', th: 'ทิศทาง', en: 'Direction' },
  outcome: { km: 'លទ្ធផល', th: 'ผล', en: 'Outcome' },
  people: { km: 'មនុស្ស', th: 'คน', en: 'People' },
  order: { km: 'លេខ', th: 'เลขที่', en: 'Number' },
  span: { km: 'ចាប់ពី – រហូតដល់', th: 'ตั้งแต่ – ถึง', en: 'From – until' },
  session: { km: 'វគ្គ', th: 'รอบ', en: 'Session' },
  places: { km: 'បានប្រើ / ទាំងអស់', th: 'ใช้แล้ว / ทั้งหมด', en: 'Used / all' },
  why: { km: 'មូលហេតុ', th: 'เหตุ', en: 'Why' },
  decision: { km: 'ការសម្រេច', th: 'คำตัดสิน', en: 'Decision' },
  undoneAt: { km: 'លុបចោលនៅ', th: 'ยกเลิกเมื่อ', en: 'Undone at' },
  kind: { km: 'ប្រភេទ', th: 'ประเภท', en: 'Kind' },
  count: { km: 'ចំនួន', th: 'จำนวน', en: 'Number' },
  nature: { km: 'បានឃើញ ឬប្រកាស', th: 'ที่เห็นหรือสำแดง', en: 'Seen or declared' },
  sum: { km: 'សរុប', th: 'รวม', en: 'Sum' },
  unit: { km: 'ឯកតា', th: 'หน่วย', en: 'Unit' },
  officer: { km: 'មន្ត្រី', th: 'เจ้าหน้าที่', en: 'Officer' },
  handOver: { km: 'ប្រគល់ជូនវេនបន្ទាប់', th: 'ส่งต่อให้เวรถัดไป', en: 'Handed over' },
  toConfirm: { km: 'រង់ចាំប្រធានបញ្ជាក់', th: 'รอหัวหน้ายืนยัน', en: 'waits for the chief' },
  contested: { km: 'មានការជំទាស់', th: 'ถูกคัดค้าน', en: 'contested' },
} as const satisfies Record<string, Text>

export const referralStateWords = {
  open: { km: 'កំពុងរង់ចាំ', th: 'รออยู่', en: 'waits' },
  'let-pass': { km: 'ឱ្យឆ្លង', th: 'ให้ผ่าน', en: 'let pass' },
  'turned-back': { km: 'បង្វិលត្រឡប់', th: 'ส่งกลับ', en: 'turned back' },
  'handed-over': { km: 'បានប្រគល់', th: 'ส่งต่อ', en: 'handed over' },
  left: { km: 'បានចាកចេញ', th: 'ออกไปแล้ว', en: 'left' },
} as const satisfies Record<string, Text>

export const receiverWords = {
  police: { km: 'ប៉ូលិស', th: 'ตำรวจ', en: 'police' },
  immigration: { km: 'អន្តោប្រវេសន៍', th: 'ตรวจคนเข้าเมือง', en: 'immigration' },
  social: { km: 'សង្គមកិច្ច', th: 'สังคมสงเคราะห์', en: 'social services' },
  health: { km: 'សុខាភិបាល', th: 'สาธารณสุข', en: 'health services' },
  court: { km: 'តុលាការ', th: 'ศาล', en: 'court' },
} as const satisfies Record<string, Text>
