// Words of stays at the desk: days, extension, overstays, missing ends, rebuttals.
import type { Text } from '../kernel/language.ts'

export const stayWords = {
  title: { km: 'ការស្នាក់នៅ', th: 'การพำนัก', en: 'Stays' },
  lead: {
    km: 'ស្វែងរកតាមលេខឯកសាររបស់អ្នកដែលមកជួប។ ការមើលម្តងៗត្រូវបានកត់ត្រា។',
    th: 'ค้นหาด้วยหมายเลขเอกสารของผู้ที่มาติดต่อ การเปิดดูทุกครั้งจะบันทึกไว้',
    en: 'Find the stay by the document of whoever stands here. Every look is on record.',
  },
  number: { km: 'លេខឯកសារ', th: 'หมายเลขเอกสาร', en: 'Document number' },
  issuer: { km: 'អ្នកចេញ', th: 'ผู้ออก', en: 'Issuer' },
  issuerHint: { km: 'ទទេ៖ លិខិតឆ្លងដែនរបស់យើង', th: 'ว่าง: บัตรผ่านแดนที่เราออก', en: 'Empty: a border pass of ours.' },
  find: { km: 'ស្វែងរក', th: 'ค้นหา', en: 'Find' },
  stay: { km: 'ការស្នាក់នៅលេខ {number}', th: 'การพำนักที่ {number}', en: 'Stay {number}' },
  noStay: { km: 'គ្មានការស្នាក់នៅទេ។', th: 'ไม่มีการพำนัก', en: 'No stay.' },
  began: { km: 'ចាប់ផ្តើម', th: 'เริ่ม', en: 'Began' },
  ended: { km: 'បញ្ចប់', th: 'สิ้นสุด', en: 'Ended' },
  lastDay: { km: 'ថ្ងៃស្របច្បាប់ចុងក្រោយ', th: 'วันสุดท้ายตามกฎหมาย', en: 'Last lawful day' },
  noLastDay: { km: 'គ្មានកំណត់', th: 'ไม่มีกำหนด', en: 'None is set' },
  tolledDays: { km: 'ថ្ងៃបិទដែលមិនរាប់', th: 'วันปิดที่ไม่นับ', en: 'Closed days that do not count' },
  toldUntil: { km: 'ប្រទេសជិតខាងប្រាប់រហូតដល់', th: 'เพื่อนบ้านแจ้งถึง', en: 'Told by the neighbour, until' },
  extendedOn: { km: 'បានបន្តនៅ', th: 'ขยายเมื่อ', en: 'Extended on' },
  missing: { km: 'ចុងដែលខ្វះ', th: 'ขาที่ขาด', en: 'Missing end' },
  repaired: { km: 'បានបំពេញ', th: 'เติมแล้ว', en: 'Repaired' },
  days: { km: 'ថ្ងៃនៃការស្នាក់នៅ', th: 'วันของการพำนัก', en: 'Days of the stay' },
  daysOver: { km: 'លើស {days} ថ្ងៃ', th: 'เกิน {days} วัน', en: 'Over by {days} {days:day|days}' },
  foundLawful: {
    km: 'ពាក្យជំទាស់ត្រូវបានទទួល៖ ស្របច្បាប់ដល់ {day}',
    th: 'รับคำโต้แย้งแล้ว ชอบด้วยกฎหมายถึง {day}',
    en: 'Found lawful by a rebuttal, through {day}',
  },
  ours: { km: 'ពលរដ្ឋយើងនៅបរទេស៖ គ្រាន់តែព្រមាន', th: 'คนชาติเราในต่างประเทศ เพียงเตือน', en: 'Our national abroad: a warning alone' },
  extendTo: { km: 'បន្តដល់ {day}', th: 'ขยายถึง {day}', en: 'Extend to {day}' },
  note: { km: 'កត់ថ្ងៃដែលគេប្រាប់', th: 'บันทึกวันที่ได้รับแจ้ง', en: 'Note the told day' },
  reason: { km: 'មូលហេតុ', th: 'เหตุผล', en: 'Reason' },
  day: { km: 'ថ្ងៃ', th: 'วันที่', en: 'Day' },
  timeHint: { km: 'ឧ. ១៤:៣០', th: 'เช่น 14:30', en: 'Such as 14:30' },
  dayHint: { km: 'ឧ. ២០/១១/២០២៦', th: 'เช่น 20/11/2569', en: 'Such as 20/11/2026' },
  time: { km: 'ម៉ោង', th: 'เวลา', en: 'Time' },
  point: { km: 'ច្រក', th: 'จุดผ่านแดน', en: 'Crossing point' },
  basis: { km: 'ភស្តុតាង', th: 'หลักฐาน', en: 'Evidence' },
  evidence: { km: 'អ្នកណា ឬអ្វីបញ្ជាក់', th: 'ใครหรือสิ่งใดยืนยัน', en: 'Who or what says so' },
  repair: { km: 'បំពេញចុងដែលខ្វះ', th: 'เติมขาที่ขาด', en: 'Repair the missing end' },
  overstays: { km: 'ស្នាក់នៅលើសកំណត់', th: 'พำนักเกินกำหนด', en: 'Over their days' },
  foreign: { km: 'ជនបរទេសនៅក្នុងប្រទេស', th: 'คนต่างชาติในประเทศ', en: 'Foreigners inside' },
  own: { km: 'ពលរដ្ឋយើងនៅបរទេស', th: 'คนชาติเราในต่างประเทศ', en: 'Our nationals away' },
  none: { km: 'គ្មាននរណាទេ។', th: 'ไม่มีผู้ใด', en: 'Nobody.' },
  byPoint: { km: 'តាមច្រកចូល', th: 'ตามจุดที่เข้า', en: 'By point of entry' },
  byArea: { km: 'តាមតំបន់នៃឯកសារ', th: 'ตามพื้นที่ของเอกสาร', en: 'By area of the document' },
  more: { km: 'បង្ហាញបន្ថែម', th: 'แสดงเพิ่ม', en: 'Show more' },
  tasks: { km: 'ចុងដែលត្រូវបំពេញ', th: 'ขาที่ต้องเติม', en: 'Ends to repair' },
  noTasks: { km: 'គ្មានអ្វីត្រូវបំពេញទេ។', th: 'ไม่มีสิ่งที่ต้องเติม', en: 'Nothing to repair.' },
  open: { km: 'បើក', th: 'เปิด', en: 'Open' },
  rebuttals: { km: 'ពាក្យជំទាស់', th: 'คำโต้แย้ง', en: 'Rebuttals' },
  contest: { km: 'ជំទាស់ថាលើសកំណត់', th: 'โต้แย้งว่าไม่เกินกำหนด', en: 'Contest the overstay' },
  contestMovement: { km: 'ជំទាស់នឹងការសម្រេចនេះ', th: 'โต้แย้งคำตัดสินนี้', en: 'Contest this decision' },
  decided: { km: 'អ្វីដែលបានសម្រេចនៅច្រក', th: 'สิ่งที่ตัดสินที่จุดผ่านแดน', en: 'Decided at the gate' },
  contestText: { km: 'អ្វីដែលកើតឡើង', th: 'สิ่งที่เกิดขึ้น', en: 'What happened' },
  picture: { km: 'រូបភាពនៃភស្តុតាង', th: 'ภาพหลักฐาน', en: 'Picture of the evidence' },
  dueOn: { km: 'ត្រូវឆ្លើយត្រឹម {day}', th: 'ต้องตอบภายใน {day}', en: 'Answer due {day}' },
  take: { km: 'ទទួលរឿង', th: 'รับเรื่อง', en: 'Take in hand' },
  answer: { km: 'ចម្លើយ', th: 'คำตอบ', en: 'Answer' },
  accept: { km: 'ទទួលយក', th: 'รับ', en: 'Accept' },
  notAccept: { km: 'មិនទទួលយក', th: 'ไม่รับ', en: 'Do not accept' },
  everywhere: { km: 'ទាំងអស់', th: 'ทั้งหมด', en: 'All of mine' },
  area: { km: 'ខេត្ត', th: 'จังหวัด', en: 'Province' },
  noTolled: { km: 'គ្មានថ្ងៃបិទទេ', th: 'ไม่มีวันปิด', en: 'No closed days' },
  gone: {
    km: 'ការស្នាក់នៅនេះត្រូវបានដកចេញ ដោយការលុបការឆ្លង។',
    th: 'การพำนักนี้ถูกถอนไปพร้อมการยกเลิกการผ่านแดน',
    en: 'The stay was taken back when its movement was undone.',
  },
} as const satisfies Record<string, Text>

/** A day of the strip. */
export const dayKindWords = {
  lawful: { km: 'ស្របច្បាប់', th: 'ชอบ', en: 'Lawful' },
  tolled: { km: 'មិនរាប់', th: 'ไม่นับ', en: 'Not counted' },
  over: { km: 'លើស', th: 'เกิน', en: 'Over' },
} as const satisfies Record<string, Text>

export const stayStateWords = {
  open: { km: 'បើក', th: 'ยังพำนัก', en: 'Open' },
  closed: { km: 'បានបិទ', th: 'ปิดแล้ว', en: 'Closed' },
  unmatched: { km: 'ខ្វះចុងម្ខាង', th: 'ขาดขาหนึ่ง', en: 'One end missing' },
} as const satisfies Record<string, Text>

export const missingWords = {
  exit: { km: 'ការចេញ', th: 'ขาออก', en: 'Exit' },
  entry: { km: 'ការចូល', th: 'ขาเข้า', en: 'Entry' },
} as const satisfies Record<string, Text>

export const basisWords = {
  stamp: { km: 'ត្រា', th: 'ตราประทับ', en: 'Stamp' },
  ticket: { km: 'សំបុត្រ', th: 'ตั๋ว', en: 'Ticket' },
  'neighbour-list': { km: 'បញ្ជីរបស់ប្រទេសជិតខាង', th: 'รายชื่อของเพื่อนบ้าน', en: 'The neighbour’s list' },
  witness: { km: 'សាក្សី', th: 'พยาน', en: 'Witness' },
  rebuttal: { km: 'ពាក្យជំទាស់ដែលបានទទួល', th: 'คำโต้แย้งที่รับแล้ว', en: 'Accepted rebuttal' },
} as const satisfies Record<string, Text>

export const rebuttalSubjectWords = {
  overstay: { km: 'ការស្នាក់នៅលើសកំណត់', th: 'การพำนักเกินกำหนด', en: 'An overstay' },
  flag: { km: 'ការសម្គាល់', th: 'ข้อสังเกต', en: 'A flag' },
  refusal: { km: 'ការបដិសេធ', th: 'การปฏิเสธ', en: 'A refusal' },
  record: { km: 'កំណត់ត្រា', th: 'บันทึก', en: 'A record' },
} as const satisfies Record<string, Text>

export const rebuttalStateWords = {
  received: { km: 'បានទទួល', th: 'ได้รับแล้ว', en: 'Received' },
  'in-hand': { km: 'កំពុងពិនិត្យ', th: 'กำลังพิจารณา', en: 'In hand' },
  accepted: { km: 'បានទទួលយក', th: 'รับแล้ว', en: 'Accepted' },
  'not-accepted': { km: 'មិនបានទទួលយក', th: 'ไม่รับ', en: 'Not accepted' },
} as const satisfies Record<string, Text>
