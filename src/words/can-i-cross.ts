// What the page says that answers "can I cross?". The reader is told, not an officer: the reasons an officer reads stand in verdicts.ts.
import type { Text } from '../kernel/language.ts'

export const crossWords = {
  which: { km: 'ច្រកណា', th: 'จุดผ่านแดนใด', en: 'Which crossing' },
  as: { km: 'ខ្ញុំឆ្លងជា', th: 'ฉันผ่านแดนด้วย', en: 'I cross with' },
  way: { km: 'ទិសណា', th: 'ทิศทางใด', en: 'Which way' },
  fromTo: { km: 'ពី{from}ទៅ{to}', th: 'จาก{from}ไป{to}', en: '{from} to {to}' },
  pass: { km: 'លិខិតឆ្លងដែន', th: 'บัตรผ่านแดน', en: 'Border pass' },
  passport: { km: 'លិខិតឆ្លងដែនអន្តរជាតិ', th: 'หนังสือเดินทาง', en: 'Passport' },
  student: { km: 'ជាសិស្ស', th: 'เป็นนักเรียน', en: 'As a student' },
  vehicle: { km: 'ជាមួយយាន', th: 'พร้อมยานพาหนะ', en: 'With a vehicle' },
  vehicleKind: { km: 'យាន', th: 'ยานพาหนะ', en: 'Vehicle' },
  wheels: { km: 'ចំនួនកង់', th: 'จำนวนล้อ', en: 'Wheels' },
  more: { km: 'បញ្ជាក់បន្ថែមអំពីខ្ញុំ', th: 'ข้อมูลเพิ่มเติมเกี่ยวกับฉัน', en: 'More about me' },
  nationality: { km: 'សញ្ជាតិ', th: 'สัญชาติ', en: 'Nationality' },
  otherNationality: { km: 'ផ្សេងទៀត', th: 'อื่น ๆ', en: 'Another' },
  code: { km: 'អក្សរបីនៃប្រទេស ដូចក្នុងលិខិតឆ្លងដែនអន្តរជាតិ', th: 'รหัสประเทศสามตัวอักษรตามหนังสือเดินทาง', en: 'Three letters of the country, as in the passport' },
  issuedIn: { km: 'លិខិតចេញនៅ', th: 'บัตรออกที่', en: 'The pass was issued in' },
  notSaid: { km: 'មិនបញ្ជាក់', th: 'ไม่ระบุ', en: 'Not said' },
  age: { km: 'អាយុ', th: 'อายุ', en: 'Age' },
  withMyPass: { km: 'ប្រើលេខលិខិតរបស់ខ្ញុំ៖ នៅសល់ប៉ុន្មានថ្ងៃ', th: 'ใช้หมายเลขบัตรของฉัน: เหลืออีกกี่วัน', en: 'With my own pass: how many days I have left' },
  passNumber: { km: 'លេខលិខិតឆ្លងដែន', th: 'หมายเลขบัตรผ่านแดน', en: 'Number of the pass' },
  ask: { km: 'សួរ', th: 'ถาม', en: 'Ask' },
  chooseFirst: { km: 'សូមជ្រើសរើសច្រក។', th: 'โปรดเลือกจุดผ่านแดน', en: 'Choose a crossing point.' },
  yes: { km: 'ឆ្លងបាន', th: 'ผ่านได้', en: 'You can cross' },
  note: { km: 'ឆ្លងបាន ប៉ុន្តែសូមអាន', th: 'ผ่านได้ แต่โปรดอ่าน', en: 'You can cross: read this' },
  officer: { km: 'មន្ត្រីនឹងពិនិត្យមុន', th: 'เจ้าหน้าที่จะตรวจก่อน', en: 'An officer looks first' },
  no: { km: 'ឆ្លងមិនបានទេ', th: 'ผ่านไม่ได้', en: 'You cannot cross' },
  homeOfficer: {
    km: 'គ្មាននរណាត្រូវបានបដិសេធមិនឱ្យត្រឡប់ទៅប្រទេសវិញទេ៖ មន្ត្រីនឹងជួយ។',
    th: 'ไม่มีใครถูกปฏิเสธไม่ให้กลับประเทศ เจ้าหน้าที่จะช่วย',
    en: 'Nobody is refused the way home: an officer helps.',
  },
  instead: { km: 'ពេលណាវិញ', th: 'เมื่อใดแทน', en: 'When instead' },
  from: { km: 'ចាប់ពី {time}', th: 'ตั้งแต่{time}', en: 'From {time}' },
  noTime: {
    km: 'ក្នុងរយៈពេល ៦០ ថ្ងៃខាងមុខ មិនទាន់មានពេលណាឆ្លងបែបនេះបានទេ។',
    th: 'ใน 60 วันข้างหน้ายังไม่มีเวลาที่ผ่านเช่นนี้ได้',
    en: 'In the next 60 days no time is known at which this is possible.',
  },
  insteadAt: { km: 'យាននេះឆ្លងបាននៅ៖ {points}', th: 'ยานพาหนะนี้ผ่านได้ที่: {points}', en: 'This vehicle crosses at: {points}' },
  places: {
    km: '{opens}–{closes}៖ បានប្រើ {used} ក្នុងចំណោម {limit} កន្លែង',
    th: '{opens}–{closes}: ใช้แล้ว {used} จาก {limit} คน',
    en: '{opens}–{closes}: {used} of {limit} {limit:place|places} used',
  },
  placesToday: { km: 'កន្លែងថ្ងៃនេះ', th: 'จำนวนที่วันนี้', en: 'Places today' },
  stayUntil: { km: 'អាចស្នាក់នៅដល់ {day}', th: 'พำนักได้ถึง {day}', en: 'You may stay until {day}' },
  daysLeft: { km: 'នៅសល់ {days} ថ្ងៃ', th: 'เหลือ {days} วัน', en: '{days} {days:day|days} left' },
  stayOver: {
    km: 'ហួសថ្ងៃកំណត់ហើយ។ សូមត្រឡប់មកវិញ ហើយប្រាប់មន្ត្រី។',
    th: 'เลยกำหนดแล้ว โปรดกลับและแจ้งเจ้าหน้าที่',
    en: 'The last lawful day is over. Come home and tell the officer.',
  },
  lastDay: { km: 'ថ្ងៃចុងក្រោយ {day}', th: 'วันสุดท้าย {day}', en: 'Last lawful day: {day}' },
  tolled: { km: 'ថ្ងៃដែលច្រកបិទដោយបទបញ្ជា មិនរាប់៖ {days}', th: 'วันที่ปิดตามคำสั่ง ไม่นับ: {days}', en: 'Closed by order, not counted: {days}' },
  noStay: { km: 'មិនមានការស្នាក់នៅបើកចំហក្នុងកំណត់ត្រាទេ។', th: 'ไม่มีการพำนักที่ค้างอยู่ในบันทึก', en: 'No stay is open on record.' },
  why: { km: 'ហេតុអ្វី', th: 'เพราะเหตุใด', en: 'Why' },
  officerDecides: {
    km: 'មន្ត្រីនៅច្រកសម្រេចចុងក្រោយ ដោយមើលលិខិត និងមុខ។',
    th: 'เจ้าหน้าที่ที่จุดผ่านแดนเป็นผู้ตัดสินสุดท้ายโดยดูบัตรและใบหน้า',
    en: 'The officer at the crossing decides in the end, by the document and the face.',
  },
} as const satisfies Record<string, Text>

/** The states of these borders, after "from" and "to". */
export const countryWords = {
  KH: { km: 'កម្ពុជា', th: 'กัมพูชา', en: 'Cambodia' },
  TH: { km: 'ថៃ', th: 'ไทย', en: 'Thailand' },
  LA: { km: 'ឡាវ', th: 'ลาว', en: 'Laos' },
  VN: { km: 'វៀតណាម', th: 'เวียดนาม', en: 'Vietnam' },
} as const satisfies Record<string, Text>

/** Reasons that a resident reads in other words than an officer does. */
export const crossReasonWords: Readonly<Record<string, Text>> = {
  'visa-not-seen': {
    km: 'សញ្ជាតិនេះត្រូវការទិដ្ឋាការ៖ សូមយកមកជាមួយ។',
    th: 'สัญชาตินี้ต้องมีวีซ่า โปรดนำมาด้วย',
    en: 'This nationality needs a visa: bring it with you.',
  },
  'child-not-asked': {
    km: 'កុមារអាយុ {age} ឆ្នាំ ត្រូវមានមនុស្សពេញវ័យមកជាមួយ។',
    th: 'เด็กอายุ {age} ปีต้องมีผู้ใหญ่มาด้วย',
    en: 'A child of {age} needs a grown-up to come along.',
  },
  'going-home': { km: 'អ្នកអាចត្រឡប់ទៅប្រទេសវិញបានជានិច្ច។', th: 'ท่านกลับประเทศได้เสมอ', en: 'You may always go home.' },
  'going-home-to-officer': {
    km: 'អ្នកអាចត្រឡប់ទៅប្រទេសវិញបានជានិច្ច៖ សូមទៅជួបមន្ត្រី។',
    th: 'ท่านกลับประเทศได้เสมอ โปรดไปพบเจ้าหน้าที่',
    en: 'You may always go home: go to the officer.',
  },
  'late-own-national': { km: 'ហួសថ្ងៃស្នាក់នៅចុងក្រោយហើយ។', th: 'เลยวันพำนักสุดท้ายแล้ว', en: 'That is after your last lawful day.' },
  'late-foreigner': { km: 'ហួសថ្ងៃស្នាក់នៅចុងក្រោយហើយ។', th: 'เลยวันพำนักสุดท้ายแล้ว', en: 'That is after your last lawful day.' },
  'exit-missing': { km: 'គ្មានកំណត់ត្រានៃការចេញរបស់អ្នកទេ។', th: 'ไม่มีบันทึกการออกของท่าน', en: 'Your last way out is not on record.' },
  'entry-missing': { km: 'គ្មានកំណត់ត្រានៃការត្រឡប់របស់អ្នកទេ។', th: 'ไม่มีบันทึกการกลับของท่าน', en: 'Your last way back is not on record.' },
  'not-handed-over': { km: 'សូមទៅយកលិខិតនៅការិយាល័យជាមុនសិន។', th: 'โปรดรับบัตรที่สำนักงานก่อน', en: 'Fetch the pass at its office first.' },
  suspended: { km: 'លិខិតនេះត្រូវបានផ្អាក។ សូមសួរនៅការិយាល័យ។', th: 'บัตรนี้ถูกระงับ โปรดสอบถามที่สำนักงาน', en: 'The pass is suspended. Ask at its office.' },
  'order-admits': {
    km: 'បទបញ្ជាលេខ {order} ឱ្យអ្នកឆ្លងនៅម៉ោងនេះ។',
    th: 'คำสั่งเลขที่ {order} ให้ท่านผ่านในเวลานี้',
    en: 'Order {order} lets you cross at this hour.',
  },
  'session-place': { km: 'វគ្គនេះមាន {limit} កន្លែងក្នុងមួយថ្ងៃ។', th: 'รอบนี้มีวันละ {limit} คน', en: 'This session has {limit} {limit:place|places} a day.' },
}
