import type { Text } from '../kernel/language.ts'
import { inDigitsOf } from './dates.ts'

// Words of who may do what and where. Words lie below the lists they name: src/identity/words-of-roles.test.ts compares the two.

export const roleWords = {
  resident: { km: 'ប្រជាពលរដ្ឋ', th: 'ประชาชนในพื้นที่', en: 'Resident' },
  clerk: { km: 'មន្ត្រីទទួលពាក្យ', th: 'เจ้าหน้าที่รับคำขอ', en: 'Clerk' },
  cashier: { km: 'បេឡាករ', th: 'เจ้าหน้าที่การเงิน', en: 'Cashier' },
  reviewer: { km: 'មន្ត្រីពិនិត្យពាក្យសុំ', th: 'เจ้าหน้าที่ตรวจคำขอ', en: 'Reviewer' },
  printer: { km: 'មន្ត្រីបោះពុម្ពលិខិត', th: 'เจ้าหน้าที่พิมพ์บัตร', en: 'Printer' },
  governor: { km: 'អភិបាលក្រុង ស្រុក', th: 'นายอำเภอ', en: 'Governor' },
  'deputy-governor': { km: 'អភិបាលរងក្រុង ស្រុក', th: 'ปลัดอำเภอ', en: 'Deputy governor' },
  'office-administrator': { km: 'អ្នកគ្រប់គ្រងការិយាល័យ', th: 'ผู้ดูแลสำนักงาน', en: 'Office administrator' },
  'provincial-officer': { km: 'មន្ត្រីខេត្ត', th: 'เจ้าหน้าที่จังหวัด', en: 'Provincial officer' },
  'provincial-governor': { km: 'អភិបាលខេត្ត', th: 'ผู้ว่าราชการจังหวัด', en: 'Provincial governor' },
  'checkpoint-officer': { km: 'មន្ត្រីច្រកព្រំដែន', th: 'เจ้าหน้าที่จุดผ่านแดน', en: 'Checkpoint officer' },
  'chief-of-point': { km: 'ប្រធានច្រកព្រំដែន', th: 'หัวหน้าจุดผ่านแดน', en: 'Chief of the crossing point' },
  'patrol-leader': { km: 'ប្រធានល្បាត', th: 'หัวหน้าชุดลาดตระเวน', en: 'Patrol leader' },
  'unit-head': { km: 'ប្រធានអង្គភាព', th: 'หัวหน้าหน่วย', en: 'Head of unit' },
  'interior-desk': { km: 'មន្ត្រីក្រសួងមហាផ្ទៃ', th: 'เจ้าหน้าที่กระทรวงมหาดไทย', en: 'Interior desk' },
  'foreign-affairs-desk': { km: 'មន្ត្រីក្រសួងការបរទេស', th: 'เจ้าหน้าที่กระทรวงการต่างประเทศ', en: 'Foreign Affairs desk' },
  'border-secretariat-desk': { km: 'មន្ត្រីលេខាធិការដ្ឋានព្រំដែន', th: 'เจ้าหน้าที่สำนักเลขาธิการชายแดน', en: 'Border Secretariat desk' },
  analyst: { km: 'មន្ត្រីវិភាគ', th: 'เจ้าหน้าที่วิเคราะห์', en: 'Analyst' },
  auditor: { km: 'សវនករ', th: 'ผู้ตรวจสอบ', en: 'Auditor' },
  'system-administrator': { km: 'អ្នកគ្រប់គ្រងប្រព័ន្ធ', th: 'ผู้ดูแลระบบ', en: 'System administrator' },
} as const satisfies Record<string, Text>

export const actionWords = {
  'application.take': { km: 'ទទួលពាក្យសុំ', th: 'รับคำขอ', en: 'Take an application' },
  'application.read': { km: 'មើលពាក្យសុំ', th: 'ดูคำขอ', en: 'Read an application' },
  'application.review': { km: 'ពិនិត្យពាក្យសុំ', th: 'ตรวจคำขอ', en: 'Review an application' },
  'application.approve': { km: 'អនុម័តពាក្យសុំ', th: 'อนุมัติคำขอ', en: 'Approve an application' },
  'application.reject': { km: 'បដិសេធពាក្យសុំ', th: 'ไม่อนุมัติคำขอ', en: 'Reject an application' },
  'application.withdraw': { km: 'ដកពាក្យសុំវិញ', th: 'ถอนคำขอ', en: 'Withdraw an application' },
  'application.move': { km: 'ផ្ទេរពាក្យសុំទៅការិយាល័យផ្សេង', th: 'โอนคำขอไปสำนักงานอื่น', en: 'Move applications to another office' },
  'office.workload': { km: 'មើលបន្ទុកការងាររបស់ការិយាល័យ', th: 'ดูภาระงานของสำนักงาน', en: 'Read an office’s workload' },
  'office.equip': { km: 'កត់ត្រាឧបករណ៍របស់ការិយាល័យ', th: 'บันทึกอุปกรณ์ของสำนักงาน', en: 'Enter an office’s equipment' },
  'payment.request': { km: 'បង្កើតកូដបង់ប្រាក់', th: 'สร้างรหัสชำระเงิน', en: 'Make a payment code' },
  'payment.take': { km: 'ទទួលថ្លៃសេវា', th: 'รับค่าธรรมเนียม', en: 'Take the fee' },
  'payment.reverse': { km: 'ដកការបង់ប្រាក់វិញ', th: 'กลับรายการชำระเงิน', en: 'Reverse a payment' },
  'payment.read': { km: 'មើលការបង់ប្រាក់', th: 'ดูการชำระเงิน', en: 'Read payments' },
  'payment.close-day': { km: 'បិទបញ្ជីប្រាក់ប្រចាំថ្ងៃ', th: 'ปิดยอดเงินประจำวัน', en: 'Close the till’s day' },
  'refund.settle': { km: 'សងប្រាក់វិញ', th: 'คืนเงิน', en: 'Give money back' },
  'pass.sign': { km: 'ចុះហត្ថលេខាលើលិខិតឆ្លងដែន', th: 'ลงนามบัตรผ่านแดน', en: 'Sign a pass' },
  'pass.read': { km: 'មើលលិខិតឆ្លងដែន', th: 'ดูบัตรผ่านแดน', en: 'Read a pass' },
  'pass.print': { km: 'បោះពុម្ពលិខិតឆ្លងដែន', th: 'พิมพ์บัตรผ่านแดน', en: 'Print a pass' },
  'pass.hand-over': { km: 'ប្រគល់លិខិតឆ្លងដែន', th: 'มอบบัตรผ่านแดน', en: 'Hand a pass over' },
  'booklet.read': { km: 'មើលស្តុកសៀវភៅ', th: 'ดูคลังเล่ม', en: 'Read the stock of booklets' },
  'lost-report.read': {
    km: 'មើលលិខិតដែលបាត់ ឬរកឃើញក្នុងដៃអ្នកដទៃ',
    th: 'ดูบัตรที่แจ้งหายหรือพบในมือผู้อื่น',
    en: 'See passes lost or in another hand',
  },
  'lost-report.settle': { km: 'ដោះស្រាយរបាយការណ៍បាត់លិខិត', th: 'ดำเนินการแจ้งบัตรหาย', en: 'Settle a report of a lost pass' },
  'complaint.read': { km: 'អានបណ្តឹង', th: 'อ่านเรื่องร้องเรียน', en: 'Read complaints' },
  'complaint.answer': { km: 'ឆ្លើយបណ្តឹង', th: 'ตอบเรื่องร้องเรียน', en: 'Answer a complaint' },
  'booklet.receive': { km: 'ទទួលសៀវភៅចូលស្តុក', th: 'รับเล่มเข้าคลัง', en: 'Take booklets into stock' },
  'pass.suspend': { km: 'ផ្អាកលិខិតឆ្លងដែន', th: 'ระงับบัตรผ่านแดน', en: 'Suspend a pass' },
  'pass.revoke': { km: 'លុបលិខិតឆ្លងដែនចោល', th: 'ยกเลิกบัตรผ่านแดน', en: 'Revoke a pass' },
  'pass.count': { km: 'មើលចំនួនលិខិតឆ្លងដែន', th: 'ดูจำนวนบัตรผ่านแดน', en: 'Count passes' },
  'pass.evidence': { km: 'មើលភស្តុតាងនៃលិខិតឆ្លងដែន', th: 'ดูหลักฐานของบัตรผ่านแดน', en: 'Read the evidence of a pass' },
  'register.import': { km: 'នាំចូលអ្នកកាន់លិខិតចាស់', th: 'นำเข้าผู้ถือบัตรเดิม', en: 'Import existing holders' },
  'person.search': { km: 'ស្វែងរកបុគ្គល', th: 'ค้นหาบุคคล', en: 'Search for a person' },
  'mandate.decide': { km: 'សម្រេចលើការផ្ទេរសិទ្ធិ', th: 'ตัดสินเรื่องการมอบอำนาจ', en: 'Decide on a mandate' },
  'mandate.passes': { km: 'មើលលិខិតតាមការផ្ទេរសិទ្ធិ', th: 'ดูบัตรตามการมอบอำนาจ', en: 'List the passes under a mandate' },
  'mandate.revoke-passes': { km: 'លុបលិខិតតាមការផ្ទេរសិទ្ធិ', th: 'ยกเลิกบัตรตามการมอบอำนาจ', en: 'Revoke the passes under a mandate' },
  'verdict.ask': { km: 'ពិនិត្យលិខិតនៅច្រក', th: 'ตรวจบัตรที่จุดผ่านแดน', en: 'Ask for a verdict' },
  'movement.record': { km: 'កត់ត្រាការឆ្លងកាត់', th: 'บันทึกการผ่านแดน', en: 'Record a movement' },
  'movement.read': { km: 'មើលការឆ្លងកាត់', th: 'ดูการผ่านแดน', en: 'Read movements' },
  'movement.count': { km: 'មើលចំនួនការឆ្លងកាត់', th: 'ดูจำนวนการผ่านแดน', en: 'Count movements' },
  'sheet.record': { km: 'កត់ត្រាយានយន្ត និងទំនិញ', th: 'บันทึกยานพาหนะและสินค้า', en: 'Record a vehicle or goods sheet' },
  'sheet.read': { km: 'មើលបញ្ជីយានយន្ត និងទំនិញ', th: 'ดูใบบันทึกยานพาหนะและสินค้า', en: 'Read vehicle and goods sheets' },
  'shift.work': { km: 'ចូលវេននៅច្រក', th: 'เข้าเวรที่จุดผ่านแดน', en: 'Work a shift at a lane' },
  'movement.undo': { km: 'លុបចោលការឆ្លងកាត់ដែលទើបកត់ត្រា', th: 'ยกเลิกการผ่านแดนที่เพิ่งบันทึก', en: 'Undo a movement just recorded' },
  'referral.decide': { km: 'សម្រេចលើអ្នកដែលត្រូវបញ្ជូនបន្ត', th: 'ตัดสินผู้ที่ถูกส่งต่อ', en: 'Decide on a referral' },
  'referral.oversee': {
    km: 'សម្រេចជំនួសប្រធានច្រកដែលបានបញ្ជូនដោយខ្លួនឯង',
    th: 'ตัดสินแทนหัวหน้าที่เป็นผู้ส่งต่อเอง',
    en: 'Decide where the chief referred alone',
  },
  'point.lead': { km: 'ដឹកនាំច្រកព្រំដែន', th: 'ควบคุมจุดผ่านแดน', en: 'Lead a crossing point' },
  'watch.enter': { km: 'បញ្ចូលទៅក្នុងបញ្ជីតាមដាន', th: 'เพิ่มในบัญชีเฝ้าระวัง', en: 'Enter on the watchlist' },
  'watch.read': { km: 'មើលបញ្ជីតាមដាន', th: 'ดูบัญชีเฝ้าระวัง', en: 'Read the watchlist' },
  'watch.clear': { km: 'ដោះស្រាយការត្រូវគ្នាខុស', th: 'ปลดการตรงกันที่ผิดคน', en: 'Clear a false hit' },
  'watch.import': { km: 'នាំចូលបញ្ជីតាមដាន', th: 'นำเข้าบัญชีเฝ้าระวัง', en: 'Import a watchlist' },
  'stay.look': { km: 'មើលការស្នាក់នៅរបស់អ្នកមកជួប', th: 'ดูการพำนักของผู้ที่มาติดต่อ', en: 'See the stay of somebody who stands here' },
  'stay.extend': { km: 'បន្តរយៈពេលស្នាក់នៅ', th: 'ขยายเวลาพำนัก', en: 'Extend a stay' },
  'stay.read': { km: 'មើលបញ្ជីអ្នកស្នាក់នៅលើសកំណត់', th: 'ดูรายชื่อผู้พำนักเกินกำหนด', en: 'Read overstays and rebuttals' },
  'stay.repair': { km: 'បំពេញការចេញ ឬចូលដែលខ្វះ', th: 'เติมขาออกหรือขาเข้าที่ขาด', en: 'Repair a missing exit or entry' },
  'rebuttal.take': { km: 'ទទួលពាក្យជំទាស់', th: 'รับคำโต้แย้ง', en: 'Take a rebuttal in' },
  'rebuttal.decide': { km: 'សម្រេចលើពាក្យជំទាស់', th: 'วินิจฉัยคำโต้แย้ง', en: 'Decide a rebuttal' },
  'order.read': { km: 'ព្រាង និងមើលជាមុននូវបទបញ្ជា', th: 'ร่างและดูตัวอย่างคำสั่ง', en: 'Draft and preview orders' },
  'order.issue': { km: 'ចេញបទបញ្ជា', th: 'ออกคำสั่ง', en: 'Issue orders' },
  'order.end': { km: 'បញ្ចប់បទបញ្ជា', th: 'ยุติคำสั่ง', en: 'End orders' },
  'staff.read': { km: 'មើលបុគ្គលិក', th: 'ดูรายชื่อเจ้าหน้าที่', en: 'Read the staff list' },
  'staff.invite': { km: 'អញ្ជើញបុគ្គលិក', th: 'เชิญเจ้าหน้าที่', en: 'Invite staff' },
  'staff.grant': { km: 'ផ្តល់ និងបញ្ចប់តួនាទី', th: 'ให้และยุติบทบาท', en: 'Give and end roles' },
  'staff.recover': { km: 'ផ្តល់ការចូលប្រើឡើងវិញ', th: 'กู้คืนการเข้าใช้', en: 'Recover an account' },
  'staff.events': { km: 'មើលព្រឹត្តិការណ៍របស់បុគ្គលិក', th: 'ดูเหตุการณ์ของเจ้าหน้าที่', en: 'Read the events of staff' },
  'operations.read': { km: 'មើលដំណើរការនៃប្រព័ន្ធ', th: 'ดูการทำงานของระบบ', en: 'Read operations' },
  'retention.run': { km: 'អនុវត្តរយៈពេលរក្សាទុក', th: 'ดำเนินการตามระยะเวลาเก็บรักษา', en: 'Run retention' },
} as const satisfies Record<string, Text>

export const placeKindWords = {
  state: { km: 'ថ្នាក់ជាតិ', th: 'ระดับประเทศ', en: 'State' },
  province: { km: 'ខេត្ត', th: 'จังหวัด', en: 'Province' },
  district: { km: 'ក្រុង ស្រុក', th: 'อำเภอ', en: 'City or district' },
  point: { km: 'ច្រកព្រំដែន', th: 'จุดผ่านแดน', en: 'Crossing point' },
  unit: { km: 'អង្គភាព', th: 'หน่วย', en: 'Unit' },
} as const satisfies Record<string, Text>

/** A district's unit as the place of a role: "border-unit-2" in words, any other as it is called. */
export function unitWords(unit: string): Text {
  const [, number] = /^border-unit-(\d+)$/.exec(unit) ?? []
  if (number === undefined) return { km: unit, th: unit, en: unit }
  return { km: `អង្គភាពព្រំដែនទី ${inDigitsOf('km', number)}`, th: `หน่วยชายแดนที่ ${number}`, en: `Border unit ${number}` }
}

/** How the case's place lies to the role's. `own-district` also stands for the role's own province hall, crossing point or unit. */
export const relationWords = {
  'own-district': { km: 'ទីកន្លែងផ្ទាល់របស់តួនាទី', th: 'สถานที่ของบทบาทเอง', en: 'The role’s own place' },
  'sibling-district': { km: 'ក្រុង ស្រុកផ្សេងក្នុងខេត្តតែមួយ', th: 'อำเภออื่นในจังหวัดเดียวกัน', en: 'Another district of the province' },
  'own-province': { km: 'ខេត្តរបស់តួនាទី', th: 'จังหวัดของบทบาท', en: 'The role’s province' },
  'other-province': { km: 'ខេត្តផ្សេង', th: 'จังหวัดอื่น', en: 'Another province' },
  national: { km: 'ទូទាំងប្រទេស', th: 'ทั้งประเทศ', en: 'The whole state' },
  'other-state': { km: 'រដ្ឋផ្សេង', th: 'รัฐอื่น', en: 'Another state' },
  none: { km: 'គ្មានទីកន្លែង', th: 'ไม่มีสถานที่', en: 'No place' },
} as const satisfies Record<string, Text>

/** Moments of a role's time. */
export const grantTimeWords = {
  before: { km: 'មុនថ្ងៃដំបូង', th: 'ก่อนวันแรก', en: 'Before its first day' },
  start: { km: 'វិនាទីដំបូង', th: 'วินาทีแรก', en: 'Its first second' },
  inside: { km: 'ក្នុងរយៈពេល', th: 'ในระยะเวลา', en: 'Within its time' },
  end: { km: 'វិនាទីចុងក្រោយ', th: 'วินาทีสุดท้าย', en: 'Its last second' },
  after: { km: 'ក្រោយថ្ងៃចុងក្រោយ', th: 'หลังวันสุดท้าย', en: 'After its last day' },
  revoked: { km: 'ក្រោយពេលដកវិញ', th: 'หลังถูกเพิกถอน', en: 'After it was withdrawn' },
} as const satisfies Record<string, Text>
