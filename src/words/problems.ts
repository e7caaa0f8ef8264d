import type { Language, Text } from '../kernel/language.ts'
import type { Refusal } from '../kernel/outcome.ts'
import type { ProblemCode, problemRule } from '../kernel/problem.ts'
import { sayFigure, saySpan } from './dates.ts'
import { fillIn } from './fill-in.ts'
import { applicationProblems } from './problems-application.ts'
import { crossProblems, crossRules } from './problems-cross.ts'
import { importProblems, importRules, unreadableWords } from './problems-import.ts'
import { mrzProblems, zoneFieldWords } from './problems-mrz.ts'
import { officeProblems } from './problems-office.ts'
import { orderProblems } from './problems-orders.ts'
import { paymentProblems } from './problems-payment.ts'
import { pointProblems, pointRules } from './problems-point.ts'
import { portalProblems } from './problems-portal.ts'
import { printingProblems } from './problems-printing.ts'
import { recordProblems } from './problems-record.ts'
import { serviceProblems } from './problems-service.ts'
import { sheetProblems, sheetRules, sheetValues } from './problems-sheets.ts'
import { signingProblems } from './problems-signing.ts'
import { staffProblems } from './problems-staff.ts'
import { stayProblems, stayRules } from './problems-stays.ts'
import { watchProblems, watchRules } from './problems-watch.ts'
import { stateWords } from './states.ts'

/** `title` says no in one sentence, without personal data; `next` says what the person can do now. {names} are keys of the refusal's `about`. */
export type ProblemWords = { readonly title: Text; readonly next: Text }

/** Every refusal in three languages. A new code does not compile until it has words. */
export const problemWords = {
  ...serviceProblems,
  ...applicationProblems,
  ...officeProblems,
  ...importProblems,
  ...mrzProblems,
  ...paymentProblems,
  ...portalProblems,
  ...recordProblems,
  ...sheetProblems,
  ...staffProblems,
  ...signingProblems,
  ...printingProblems,
  ...watchProblems,
  ...crossProblems,
  ...pointProblems,
  ...stayProblems,
  ...orderProblems,
} as const satisfies Record<ProblemCode, ProblemWords>

/** The refusal as a person reads it: the words of its code, with its values written as people of that language write them. */
export function sayProblem(refusal: Refusal, language: Language): { readonly title: string; readonly next: string } {
  const about = Object.fromEntries(Object.entries(refusal.about ?? {}).map(([key, value]) => [key, sayValue(key, value, language)]))
  const seconds = refusal.about?.['seconds']
  if (typeof seconds === 'number') about['span'] = saySpan(seconds, language)
  const { title, next } = problemWords[refusal.code]
  return { title: fillIn(title[language], about), next: fillIn(next[language], about) }
}

function sayValue(key: string, value: string | number, language: Language): string {
  const word = typeof value === 'string' ? valueWords.get(`${key}:${value}`) : undefined
  return word ? word[language] : sayFigure(value, language)
}

/** Values of closed lists that a refusal may carry, as "key:value". */
const valueWords: ReadonlyMap<string, Text> = new Map(
  Object.entries({
    ...unreadableWords,
    ...zoneFieldWords,
    ...sheetValues,
    'field:localName': { km: '«ឈ្មោះជាអក្សរជាតិ»', th: '“ชื่อในภาษาของตน”', en: '“name in own script”' },
    'field:givenName': { km: '«នាមខ្លួនជាអក្សរឡាតាំង»', th: '“ชื่อตัวอักษรโรมัน”', en: '“given name in Latin letters”' },
    'field:familyName': { km: '«នាមត្រកូលជាអក្សរឡាតាំង»', th: '“นามสกุลอักษรโรมัน”', en: '“family name in Latin letters”' },
    'field:nationalId': { km: '«លេខអត្តសញ្ញាណប័ណ្ណ»', th: '“เลขประจำตัวประชาชน”', en: '“identity number”' },
    'field:address': { km: '«អាសយដ្ឋាន»', th: '“ที่อยู่”', en: '“address”' },
    'field:guardian': { km: '«ឪពុកម្តាយ ឬអាណាព្យាបាល»', th: '“บิดามารดาหรือผู้ปกครอง”', en: '“parent or guardian”' },
    'field:livesSince': { km: '«រស់នៅតាំងពី»', th: '“อยู่ตั้งแต่”', en: '“lives there since”' },
    'field:proofDate': { km: '«ថ្ងៃនៃឯកសារ»', th: '“วันที่ของหลักฐาน”', en: '“date of the paper”' },
    'power:review': { km: 'ពិនិត្យ', th: 'ตรวจพิจารณา', en: 'review' },
    'power:approve': { km: 'អនុម័ត', th: 'อนุมัติ', en: 'approve' },
    'power:sign': { km: 'ចុះហត្ថលេខា', th: 'ลงนาม', en: 'sign' },
    'currency:KHR': { km: 'រៀល', th: 'เรียล', en: 'riel' },
    'currency:THB': { km: 'បាត', th: 'บาท', en: 'baht' },
    'currency:USD': { km: 'ដុល្លារ', th: 'ดอลลาร์', en: 'dollars' },
    'currency:LAK': { km: 'គីប', th: 'กีบ', en: 'kip' },
    'currency:VND': { km: 'ដុង', th: 'ด่ง', en: 'dong' },
    'issuer:KH': stateWords.KH,
    'issuer:TH': stateWords.TH,
    'issuer:LA': stateWords.LA,
    'issuer:VN': stateWords.VN,
  } satisfies Record<string, Text>),
)

/** A short name for each rule behind a refusal. */
export const ruleWords = {
  ...importRules,
  ...sheetRules,
  ...watchRules,
  ...crossRules,
  ...pointRules,
  ...stayRules,
  'http.schema': { km: 'ទម្រង់នៃសំណើ', th: 'รูปแบบของข้อมูลที่ส่ง', en: 'Form of requests' },
  'http.limits': { km: 'កម្រិតទំហំនៃសំណើ', th: 'ขนาดสูงสุดของข้อมูลที่ส่ง', en: 'Size of requests' },
  'follow.own-case': { km: 'លេខតាមដាន និងថ្ងៃកំណើតជាមួយគ្នា', th: 'หมายเลขติดตามพร้อมวันเกิด', en: 'Follow number and birth date together' },
  'portal.limits': { km: 'កម្រិតនៃសំណើសាធារណៈ', th: 'จำนวนครั้งที่ประชาชนขอได้', en: 'Limits of public requests' },
  'report.lost': { km: 'ការរាយការណ៍បាត់លិខិត', th: 'การแจ้งบัตรหาย', en: 'Reports of lost passes' },
  'complaint.workflow': { km: 'ដំណើរការបណ្តឹង', th: 'ขั้นตอนเรื่องร้องเรียน', en: 'Steps of a complaint' },
  'command.once': { km: 'សំណើមួយធ្វើតែម្តង', th: 'หนึ่งรายการทำครั้งเดียว', en: 'One request, done once' },
  'server.durable': { km: 'ចម្លើយក្រោយពេលរក្សាទុករួច', th: 'ตอบเมื่อบันทึกแล้วเท่านั้น', en: 'Answer only after saving' },
  'time.iso': { km: 'របៀបសរសេរកាលបរិច្ឆេទ និងម៉ោង', th: 'รูปแบบวันที่และเวลา', en: 'Form of dates and times' },
  'document.mrz': { km: 'បន្ទាត់សម្រាប់ម៉ាស៊ីនអាន', th: 'แถบสำหรับเครื่องอ่าน', en: 'Machine readable zone' },
  'calendar.years': { km: 'ឆ្នាំដែលមានបញ្ជីថ្ងៃឈប់សម្រាក', th: 'ปีที่มีปฏิทินวันหยุด', en: 'Years with known holidays' },
  'area.registry': { km: 'បញ្ជីតំបន់រដ្ឋបាល', th: 'ทะเบียนเขตการปกครอง', en: 'Registry of administrative areas' },
  'point.registry': { km: 'បញ្ជីច្រកព្រំដែន', th: 'ทะเบียนจุดผ่านแดน', en: 'Registry of crossing points' },
  'office.registry': { km: 'បញ្ជីការិយាល័យ', th: 'ทะเบียนสำนักงาน', en: 'Registry of offices' },
  'table.form': { km: 'ទម្រង់តារាងច្រកផ្លូវការ', th: 'รูปแบบตารางจุดผ่านแดนทางการ', en: 'Form of the official table' },
  'table.resolved': { km: 'ទីកន្លែងក្នុងតារាងត្រូវកំណត់ឱ្យច្បាស់', th: 'สถานที่ในตารางต้องระบุได้ชัดเจน', en: 'Each place in the table is known' },
  'applicant.name': { km: 'ឈ្មោះ និងព័ត៌មានរបស់អ្នកស្នើសុំ', th: 'ชื่อและข้อมูลของผู้ขอ', en: 'Name and details of the applicant' },
  'applicant.age': { km: 'អាយុរបស់អ្នកស្នើសុំ', th: 'อายุของผู้ขอ', en: 'Age of the applicant' },
  'applicant.residence': { km: 'សញ្ជាតិ និងលំនៅឋានរបស់អ្នកស្នើសុំ', th: 'สัญชาติและถิ่นที่อยู่ของผู้ขอ', en: 'Nationality and residence' },
  'applicant.photo': { km: 'រូបថតរបស់អ្នកស្នើសុំ', th: 'รูปถ่ายของผู้ขอ', en: 'Photo of the applicant' },
  'pass.one-live': { km: 'មនុស្សម្នាក់មានលិខិតឆ្លងដែនតែមួយ', th: 'หนึ่งคนมีบัตรผ่านแดนได้ฉบับเดียว', en: 'One person, one pass in force' },
  'pass.extension': { km: 'ការបន្តសុពលភាពលិខិត', th: 'การต่ออายุบัตร', en: 'Extending a pass' },
  'pass.extension-by-phone': { km: 'ការបន្តសុពលភាពតាមទូរស័ព្ទ', th: 'การต่ออายุทางโทรศัพท์', en: 'Extending by phone' },
  'application.move': { km: 'ការផ្ទេរពាក្យសុំក្នុងខេត្ត', th: 'การโอนคำขอภายในจังหวัด', en: 'Moving applications within a province' },
  'application.workflow': { km: 'លំដាប់នីតិវិធីនៃពាក្យសុំ', th: 'ลำดับขั้นตอนของคำขอ', en: 'Steps of an application' },
  'booklet.stock': { km: 'ស្តុកសៀវភៅនៃការិយាល័យ', th: 'คลังเล่มของสำนักงาน', en: 'An office’s stock of booklets' },
  'booklet.once': { km: 'លេខសៀវភៅមួយប្រើតែម្តង', th: 'เลขเล่มหนึ่งใช้ครั้งเดียว', en: 'A booklet’s number serves once' },
  'booklet.read-back': { km: 'អានលេខកូដដែលបានបោះពុម្ពឡើងវិញ', th: 'อ่านรหัสที่พิมพ์ซ้ำ', en: 'The printed code is read back' },
  'draft.of-office': { km: 'សេចក្តីព្រាងជារបស់ការិយាល័យ', th: 'ร่างเป็นของสำนักงาน', en: 'A draft is the office’s' },
  'fee.set-price': { km: 'ថ្លៃសេវាតាមការកំណត់', th: 'ค่าธรรมเนียมตามที่กำหนด', en: 'The set price' },
  'charge.registry': { km: 'ថ្លៃសេវាដែលត្រូវបង់', th: 'ค่าธรรมเนียมที่ต้องชำระ', en: 'What is owed' },
  'payment.once': { km: 'ថ្លៃសេវាមួយបង់តែម្តង', th: 'ค่าธรรมเนียมหนึ่งชำระครั้งเดียว', en: 'One charge is paid once' },
  'payment.online': { km: 'ការបង់ប្រាក់តាមកូដ QR', th: 'การชำระเงินด้วยรหัส QR', en: 'Payment by QR code' },
  'payment.reversal': { km: 'ការបង់ប្រាក់មិនត្រូវបានលុប តែអាចដកវិញ', th: 'ไม่ลบการชำระเงิน มีแต่กลับรายการ', en: 'Payments are reversed, never deleted' },
  'payment.refund': { km: 'ប្រាក់លើសត្រូវសងវិញ', th: 'เงินที่เกินต้องคืน', en: 'What was paid too much goes back' },
  'till.day': { km: 'បញ្ជីប្រាក់ប្រចាំថ្ងៃ', th: 'ยอดเงินประจำวัน', en: 'The till’s day' },
  'till.statement': { km: 'បញ្ជីរបស់ធនាគារ', th: 'รายการของธนาคาร', en: 'The bank’s list' },
  'mandate.in-force': { km: 'ការផ្ទេរសិទ្ធិត្រូវមានប្រសិទ្ធភាព', th: 'การมอบอำนาจต้องมีผลอยู่', en: 'Mandate in force' },
  'mandate.area': { km: 'តំបន់នៃការផ្ទេរសិទ្ធិ', th: 'พื้นที่ของการมอบอำนาจ', en: 'Area of the mandate' },
  'mandate.power': { km: 'សិទ្ធិដែលបានផ្ទេរ', th: 'อำนาจที่ได้รับมอบ', en: 'Powers of the mandate' },
  'pass.registry': { km: 'បញ្ជីលិខិតឆ្លងដែន', th: 'ทะเบียนบัตรผ่านแดน', en: 'Register of passes' },
  'pass.workflow': { km: 'ការផ្អាក និងការលុបចោលលិខិតឆ្លងដែន', th: 'การระงับและยกเลิกบัตรผ่านแดน', en: 'Suspending and revoking passes' },
  'status.delta': { km: 'ការផ្លាស់ប្តូរនៃបញ្ជីស្ថានភាព', th: 'การเปลี่ยนแปลงของรายการสถานะ', en: 'Changes of a status list' },
  'person.registry': { km: 'បញ្ជីអ្នកកាន់លិខិតឆ្លងដែន', th: 'ทะเบียนผู้ถือบัตรผ่านแดน', en: 'Register of holders' },
  'session.signed-in': { km: 'ការចូលប្រើ', th: 'การลงชื่อเข้าใช้', en: 'Signed in' },
  'session.origin': { km: 'សំណើមកពីទំព័រនៃប្រព័ន្ធ', th: 'คำสั่งต้องมาจากหน้าของระบบ', en: 'Requests from own pages' },
  'session.limits': { km: 'កម្រិតនៃការព្យាយាមចូលប្រើ', th: 'จำนวนครั้งที่ลองลงชื่อเข้าใช้', en: 'Number of sign-in attempts' },
  'session.gesture': { km: 'ការបញ្ជាក់ដោយសាមីខ្លួន', th: 'การยืนยันด้วยตนเอง', en: 'A gesture of the person' },
  'session.invitation': { km: 'តំណអញ្ជើញប្រើបានតែម្តង', th: 'ลิงก์เชิญใช้ได้ครั้งเดียว', en: 'An invitation, used once' },
  'authority.table': { km: 'សិទ្ធិតាមតួនាទី និងទីកន្លែង', th: 'สิทธิตามบทบาทและสถานที่', en: 'What a role may do, and where' },
  'authority.time': { km: 'រយៈពេលនៃតួនាទី', th: 'ระยะเวลาของบทบาท', en: 'Time of a role' },
  'authority.separation': { km: 'អ្នកធ្វើ និងអ្នកពិនិត្យមិនមែនម្នាក់', th: 'ผู้ทำและผู้ตรวจต้องต่างคน', en: 'Different hands' },
  'staff.registry': { km: 'បញ្ជីបុគ្គលិក និងតួនាទី', th: 'ทะเบียนเจ้าหน้าที่และบทบาท', en: 'Register of staff and roles' },
  'signature.list': { km: 'ចុះហត្ថលេខាលើបញ្ជីដែលបានឃើញ', th: 'ลงนามในรายการที่ได้เห็น', en: 'The list that was shown' },
  'signature.gesture': { km: 'ហត្ថលេខាដោយសោសម្ងាត់ផ្ទាល់ខ្លួន', th: 'ลงนามด้วยพาสคีย์ของตน', en: 'Signed by own passkey' },
  'print.batch': { km: 'ការបោះពុម្ពទំព័រលិខិត', th: 'การพิมพ์หน้าบัตร', en: 'Printing the pages of passes' },
  'revocation.two-people': { km: 'ការលុបលិខិតច្រើនត្រូវការពីរនាក់', th: 'ยกเลิกบัตรหลายฉบับต้องมีสองคน', en: 'Many passes, two people' },
  'search.limits': { km: 'កម្រិតនៃការស្វែងរកមនុស្ស', th: 'ขอบเขตการค้นหาบุคคล', en: 'Limits of a search' },
  'document.genuine': { km: 'លិខិតត្រូវជារបស់ពិត', th: 'เอกสารต้องเป็นของแท้', en: 'Genuine document' },
  'movement.time': { km: 'ពេលវេលានៃការឆ្លងកាត់', th: 'เวลาของการผ่านแดน', en: 'Time of a movement' },
  'movement.once': { km: 'ការឆ្លងកាត់មួយកត់ត្រាតែម្តង', th: 'การผ่านแดนหนึ่งครั้งบันทึกครั้งเดียว', en: 'One movement, recorded once' },
  'movement.registry': { km: 'បញ្ជីការឆ្លងកាត់', th: 'ทะเบียนการผ่านแดน', en: 'Register of movements' },
  'order.form': { km: 'ទម្រង់នៃបទបញ្ជា', th: 'แบบของคำสั่ง', en: 'The form of an order' },
  'order.times': { km: 'ពេលវេលានៃបទបញ្ជា', th: 'เวลาของคำสั่ง', en: 'The time of an order' },
  'order.points': { km: 'ច្រកនៃបទបញ្ជា', th: 'จุดผ่านแดนของคำสั่ง', en: 'The points of an order' },
  'order.sessions': { km: 'ម៉ោងនៃបទបញ្ជា', th: 'ช่วงเวลาของคำสั่ง', en: 'The hours of an order' },
  'order.who': { km: 'បទបញ្ជាសម្រាប់អ្នកណា', th: 'คำสั่งใช้กับใคร', en: 'Whom an order is for' },
  'order.reroute': { km: 'ការប្តូរផ្លូវយានយន្ត', th: 'การเปลี่ยนเส้นทางรถ', en: 'Where vehicles are sent' },
  'order.conflicts': { km: 'ការប៉ះទង្គិចត្រូវបញ្ជាក់', th: 'ข้อขัดกันต้องยืนยัน', en: 'Conflicts are confirmed' },
  'order.registry': { km: 'បញ្ជីបទបញ្ជា', th: 'ทะเบียนคำสั่ง', en: 'Register of orders' },
  'order.end': { km: 'ការបញ្ចប់បទបញ្ជា', th: 'การสิ้นสุดของคำสั่ง', en: 'The end of an order' },
  'order.paper': { km: 'លិខិតនៃបទបញ្ជា', th: 'เอกสารของคำสั่ง', en: 'The paper of an order' },
  'message.mobile': { km: 'លេខសម្រាប់ផ្ញើសារ', th: 'หมายเลขสำหรับส่งข้อความ', en: 'The number for messages' },
} as const satisfies Record<(typeof problemRule)[ProblemCode], Text>
