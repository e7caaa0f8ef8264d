// Words of the form for a new application.
import type { Text } from '../kernel/language.ts'

export const formWords = {
  lead: { km: 'បំពេញតាមឯកសាររបស់អ្នកស្នើសុំ។', th: 'กรอกตามเอกสารของผู้ขอ', en: 'Fill it in from the applicant’s papers.' },
  madeUp: { km: 'បំពេញដោយមនុស្សប្រឌិត', th: 'กรอกด้วยบุคคลสมมติ', en: 'Fill with a made-up person' },
  others: { km: 'អ្នកផ្សេងទៀត', th: 'คนอื่น', en: 'Others' },
  person: { km: 'អ្នកស្នើសុំ', th: 'ผู้ขอ', en: 'Person' },
  localName: { km: 'ឈ្មោះពេញជាអក្សរជាតិ', th: 'ชื่อเต็มในภาษาของตน', en: 'Full name in the own script' },
  familyName: { km: 'នាមត្រកូលជាអក្សរឡាតាំង', th: 'นามสกุลอักษรโรมัน', en: 'Family name, Latin letters' },
  givenName: { km: 'នាមខ្លួនជាអក្សរឡាតាំង', th: 'ชื่อตัวอักษรโรมัน', en: 'Given name, Latin letters' },
  birthDate: { km: 'ថ្ងៃខែឆ្នាំកំណើត', th: 'วันเดือนปีเกิด', en: 'Date of birth' },
  birthDateHint: {
    km: 'ថ្ងៃ/ខែ/ឆ្នាំ។ ឆ្នាំចាប់ពី ២៤០០ គឺពុទ្ធសករាជ។',
    th: 'วัน/เดือน/ปี ปีตั้งแต่ 2400 คือพุทธศักราช',
    en: 'Day/month/year. A year from 2400 on is Buddhist era.',
  },
  noSuchDay: {
    km: 'គ្មានថ្ងៃនេះក្នុងប្រតិទិនទេ សូមមើលឯកសារម្តងទៀត។',
    th: 'ไม่มีวันนี้ในปฏิทิน โปรดดูเอกสารอีกครั้ง',
    en: 'There is no such day in the calendar: look at the paper again.',
  },
  birthDateUnread: {
    km: 'សូមសរសេរជា ថ្ងៃ/ខែ/ឆ្នាំ ឧទាហរណ៍ ៨/៦/១៩៩២ ឬ ៨/៦/២៥៣៥។',
    th: 'โปรดเขียนเป็น วัน/เดือน/ปี เช่น 8/6/2535 หรือ 8/6/1992',
    en: 'Write it as day/month/year, for example 8/6/1992 or 8/6/2535.',
  },
  age: { km: 'អាយុ {age} ឆ្នាំ', th: 'อายุ {age} ปี', en: 'Aged {age}' },
  sex: { km: 'ភេទ', th: 'เพศ', en: 'Sex' },
  nationality: { km: 'សញ្ជាតិ', th: 'สัญชาติ', en: 'Nationality' },
  nationalId: { km: 'លេខអត្តសញ្ញាណប័ណ្ណ', th: 'เลขประจำตัวประชาชน', en: 'Identity number' },
  home: { km: 'លំនៅឋានអចិន្ត្រៃយ៍', th: 'ถิ่นที่อยู่ถาวร', en: 'Permanent home' },
  province: { km: 'ខេត្ត', th: 'จังหวัด', en: 'Province' },
  district: { km: 'ក្រុង ឬស្រុក', th: 'เมืองหรืออำเภอ', en: 'City or district' },
  choose: { km: 'សូមជ្រើសរើស', th: 'โปรดเลือก', en: 'Choose' },
  address: { km: 'អាសយដ្ឋាន (ផ្ទះ ក្រុម ភូមិ)', th: 'ที่อยู่ (บ้านเลขที่ หมู่ ถนน)', en: 'Address (house, group, village)' },
  guardian: { km: 'ឪពុកម្តាយ ឬអាណាព្យាបាល', th: 'บิดามารดาหรือผู้ปกครอง', en: 'Parent or guardian' },
  guardianHint: {
    km: 'ត្រូវមានសម្រាប់កុមារអាយុក្រោម {under} ឆ្នាំ។',
    th: 'ต้องมีสำหรับเด็กอายุต่ำกว่า {under} ปี',
    en: 'Needed for a child under {under}.',
  },
  onParentsPass: {
    km: 'កុមារអាយុក្រោម {under} ឆ្នាំ អាចធ្វើដំណើរលើលិខិតឆ្លងដែនរបស់ឪពុកម្តាយ។',
    th: 'เด็กอายุต่ำกว่า {under} ปี เดินทางโดยใช้บัตรของบิดามารดาได้',
    en: 'A child under {under} may travel on a parent’s pass.',
  },
  photo: { km: 'រូបថត', th: 'รูปถ่าย', en: 'Photo' },
  photoHint: { km: 'មុខនៅចំកណ្តាល មានពន្លឺគ្រប់គ្រាន់ គ្មានមួក។', th: 'ใบหน้าอยู่ตรงกลาง แสงเพียงพอ ไม่สวมหมวก', en: 'Face in the middle, enough light, no hat.' },
  photoNeeded: { km: 'ត្រូវមានរូបថត។', th: 'ต้องมีรูปถ่าย', en: 'A photo is needed.' },
  takePhoto: { km: 'ថតរូប', th: 'ถ่ายรูป', en: 'Take a photo' },
  photoReady: { km: 'រូបថតរួចរាល់', th: 'รูปถ่ายพร้อมแล้ว', en: 'Photo is ready' },
  needed: { km: 'ត្រូវបំពេញប្រអប់នេះ។', th: 'ต้องกรอกช่องนี้', en: 'This is needed.' },
  submit: { km: 'ដាក់ពាក្យសុំ', th: 'ยื่นคำขอ', en: 'Submit the application' },
  submitting: { km: 'កំពុងផ្ញើ', th: 'กำลังส่ง', en: 'Sending' },
  sendAgain: { km: 'ផ្ញើម្តងទៀត', th: 'ส่งอีกครั้ง', en: 'Send again' },
  fieldsOpen: {
    km: 'នៅមានប្រអប់ចំនួន {count} ដែលត្រូវពិនិត្យ។',
    th: 'ยังมี {count} ช่องที่ต้องตรวจ',
    en: 'Entries still to look at: {count}.',
  },
  eligibility: { km: 'តើការិយាល័យនេះអាចផ្តល់លិខិតបានទេ', th: 'สำนักงานนี้ออกบัตรให้ได้หรือไม่', en: 'May this office issue it?' },
  eligibilityWait: {
    km: 'សូមជ្រើសរើសខេត្ត និងក្រុង ឬស្រុក ដើម្បីដឹង។',
    th: 'เลือกจังหวัดและอำเภอเพื่อดูคำตอบ',
    en: 'Choose the province and district to see.',
  },
  eligible: { km: 'ការិយាល័យនេះអាចផ្តល់លិខិតបាន', th: 'สำนักงานนี้ออกบัตรให้ได้', en: 'This office may issue' },
  price: { km: 'តម្លៃកំណត់', th: 'ราคาที่กำหนด', en: 'Set price' },
  servedBy: { km: 'ប្តូរទៅការិយាល័យ {office}', th: 'เปลี่ยนไปที่สำนักงาน {office}', en: 'Change to the office of {office}' },
  servedElsewhere: {
    km: 'អាសយដ្ឋាននេះបម្រើដោយការិយាល័យ {office}។ សូមណែនាំអ្នកស្នើសុំទៅទីនោះ។',
    th: 'ที่อยู่นี้อยู่ในความดูแลของสำนักงาน {office} โปรดแนะนำผู้ขอไปที่นั่น',
    en: 'The office of {office} serves this address: send the applicant there.',
  },
  familyBook: { km: 'លេខសៀវភៅគ្រួសារ (បើមាន)', th: 'เลขรหัสประจำบ้าน (ถ้ามี)', en: 'Family book number, if there is one' },
  familyBookHint: {
    km: 'ប្រើដើម្បីកុំឱ្យនរណាសម្រេចលើពាក្យសុំរបស់គ្រួសារខ្លួន។',
    th: 'ใช้เพื่อไม่ให้ผู้ใดพิจารณาคำขอของครอบครัวตนเอง',
    en: 'So that nobody decides on their own family’s case.',
  },
} as const satisfies Record<string, Text>

export const sexWords = {
  '1': { km: 'ប្រុស', th: 'ชาย', en: 'Male' },
  '2': { km: 'ស្រី', th: 'หญิง', en: 'Female' },
  '3': { km: 'ផ្សេង', th: 'อื่น ๆ', en: 'Other' },
} as const satisfies Record<string, Text>

export const nationalityWords = {
  KHM: { km: 'ខ្មែរ', th: 'กัมพูชา', en: 'Cambodian' },
  THA: { km: 'ថៃ', th: 'ไทย', en: 'Thai' },
  LAO: { km: 'ឡាវ', th: 'ลาว', en: 'Lao' },
  VNM: { km: 'វៀតណាម', th: 'เวียดนาม', en: 'Vietnamese' },
} as const satisfies Record<string, Text>

/** What the new pass is for. */
export const replacementWords = {
  title: { km: 'លិខិតប្រភេទណា', th: 'ขอบัตรแบบใด', en: 'Which pass' },
  first: { km: 'លិខិតដំបូង', th: 'บัตรใบแรก', en: 'A first pass' },
  replaces: { km: 'ជំនួសលិខិត', th: 'แทนบัตร', en: 'Replaces pass' },
  extendedNumber: { km: 'លេខលិខិតដែលត្រូវបន្តសុពលភាព', th: 'หมายเลขบัตรที่ต่ออายุ', en: 'Number of the pass to extend' },
  staysOne: {
    km: 'លិខិតនៅដដែល៖ ថ្ងៃផុតកំណត់ថ្មីត្រូវដាក់ក្នុងសៀវភៅ ក្រោយពេលចុះហត្ថលេខា។ សូមយកសៀវភៅមកជាមួយ។',
    th: 'ยังเป็นบัตรใบเดิม วันหมดอายุใหม่จะลงในเล่มเมื่อลงนามแล้ว ต้องนำเล่มมาด้วย',
    en: 'It stays the same pass: once this is signed, the new last day goes into the booklet, which the person brings.',
  },
  number: { km: 'លេខលិខិតដែលត្រូវជំនួស', th: 'หมายเลขบัตรเดิม', en: 'Number of the pass it replaces' },
  deadNow: {
    km: 'លិខិតចាស់ឈប់ប្រើបានភ្លាមៗ ពេលដាក់ពាក្យសុំ។',
    th: 'บัตรเดิมใช้ไม่ได้ทันทีเมื่อยื่นคำขอ',
    en: 'The old pass stops working as soon as this is submitted.',
  },
  servesOn: {
    km: 'លិខិតចាស់ប្រើបាន រហូតដល់លិខិតថ្មីត្រូវបានចុះហត្ថលេខា។',
    th: 'บัตรเดิมใช้ได้จนกว่าบัตรใหม่จะลงนาม',
    en: 'The old pass serves until the new one is signed.',
  },
  offer: {
    km: 'លិខិត {number}៖ បន្តសុពលភាព ឬជំនួសព្រោះ៖',
    th: 'บัตร {number}: ต่ออายุ หรือออกแทนเพราะ:',
    en: 'Extend pass {number}, or replace it since it is:',
  },
} as const satisfies Record<string, Text>

/** An application about a pass there is begins with what the register has. */
export const recordWords = {
  fill: { km: 'បំពេញពីបញ្ជី', th: 'กรอกจากทะเบียน', en: 'Fill from the record' },
  filled: {
    km: 'បានបំពេញពីបញ្ជី៖ សូមផ្ទៀងផ្ទាត់ជាមួយឯកសារ ហើយកែអ្វីដែលខុស។',
    th: 'กรอกจากทะเบียนแล้ว: โปรดเทียบกับเอกสาร และแก้สิ่งที่ผิด',
    en: 'Filled from the record: compare it with the papers and correct what is wrong.',
  },
  photoServes: {
    km: 'រូបថតនៃថ្ងៃ {day} ប្រើបានទៀត។ បើមុខប្រែប្រួល សូមថតថ្មី។',
    th: 'รูปถ่ายเมื่อ {day} ยังใช้ได้ หากใบหน้าเปลี่ยนไป โปรดถ่ายใหม่',
    en: 'The photo of {day} can be used again. If the face has changed, take a new one.',
  },
  photoOld: {
    km: 'រូបថតក្នុងបញ្ជីចុះថ្ងៃ {day} ចាស់ជាង {months} ខែ៖ សូមថតថ្មី។',
    th: 'รูปถ่ายในทะเบียนเมื่อ {day} เก่ากว่า {months} เดือน: โปรดถ่ายใหม่',
    en: 'The photo on record is of {day}, older than {months} {months:month|months}: take a new one.',
  },
  noPhoto: { km: 'គ្មានរូបថតក្នុងបញ្ជីទេ៖ សូមថតរូប។', th: 'ไม่มีรูปถ่ายในทะเบียน: โปรดถ่ายรูป', en: 'No photo is on record: take one.' },
} as const satisfies Record<string, Text>

export const causeWords = {
  lost: { km: 'បាត់', th: 'หาย', en: 'Lost' },
  stolen: { km: 'ត្រូវគេលួច', th: 'ถูกขโมย', en: 'Stolen' },
  damaged: { km: 'ខូច', th: 'ชำรุด', en: 'Damaged' },
  'wrong-data': { km: 'ទិន្នន័យខុស', th: 'ข้อมูลผิด', en: 'Wrong data' },
} as const satisfies Record<string, Text>

/** What is wanted of a pass there is. */
export const wishWords = {
  extension: { km: 'បន្តសុពលភាព', th: 'ต่ออายุ', en: 'Extension' },
  ...causeWords,
} as const satisfies Record<string, Text>

/** What clerks typed and did not submit yet. */
export const draftWords = {
  title: { km: 'សេចក្តីព្រាងរបស់ការិយាល័យ', th: 'ร่างของสำนักงาน', en: 'Drafts of this office' },
  none: { km: 'គ្មានសេចក្តីព្រាង', th: 'ไม่มีร่าง', en: 'No drafts' },
  noName: { km: 'មិនទាន់មានឈ្មោះ', th: 'ยังไม่มีชื่อ', en: 'No name yet' },
  goOn: { km: 'បន្ត', th: 'ทำต่อ', en: 'Go on' },
  discard: { km: 'លុបចោល', th: 'ทิ้ง', en: 'Throw away' },
  discardTitle: { km: 'លុបសេចក្តីព្រាងនេះ', th: 'ทิ้งร่างนี้', en: 'Throw this draft away' },
  discardLead: {
    km: 'អ្វីដែលបានបំពេញសម្រាប់ {name} នឹងបាត់ទាំងស្រុង។',
    th: 'ข้อมูลที่กรอกของ {name} จะหายไปทั้งหมด',
    en: 'All that was typed for {name} is gone then.',
  },
  refuse: { km: 'មិនទទួល', th: 'ไม่รับ', en: 'Do not take it' },
  refuseTitle: { km: 'មិនទទួលពាក្យសុំតាមអនឡាញរបស់ {name}', th: 'ไม่รับคำขอออนไลน์ของ {name}', en: 'Do not take what {name} sent' },
  refuseLead: {
    km: 'អ្វីដែលបានផ្ញើនឹងបាត់ទាំងស្រុង។ អ្នកផ្ញើអានមូលហេតុតាមលេខតាមដាន ហើយអាចដាក់ពាក្យម្តងទៀត។',
    th: 'ข้อมูลที่ส่งมาจะหายไปทั้งหมด ผู้ส่งอ่านเหตุผลได้ด้วยหมายเลขติดตาม และยื่นใหม่ได้',
    en: 'All that was sent is gone then. Whoever sent it reads the reason by the follow number, and can apply again.',
  },
  online: { km: 'តាមអនឡាញ៖ ត្រូវបញ្ជាក់អត្តសញ្ញាណ', th: 'ทางออนไลน์: ต้องพิสูจน์ตัวตน', en: 'Online: identity to be proved' },
  open: { km: 'កំពុងបើក', th: 'เปิดอยู่', en: 'Open here' },
  all: { km: 'បង្ហាញទាំង {count}', th: 'แสดงทั้งหมด {count}', en: 'Show all {count}' },
  aside: { km: 'ទុកសិន ហើយចាប់ផ្តើមថ្មី', th: 'พักไว้ แล้วเริ่มคำขอใหม่', en: 'Put it aside, begin another' },
  clear: { km: 'សម្អាតទម្រង់', th: 'ล้างแบบฟอร์ม', en: 'Clear the form' },
  kept: {
    km: 'អ្វីដែលបំពេញ ត្រូវបានរក្សាទុកនៅការិយាល័យ។',
    th: 'ข้อมูลที่กรอกถูกเก็บไว้ที่สำนักงาน',
    en: 'What you type is kept at the office.',
  },
  saving: { km: 'កំពុងរក្សាទុក', th: 'กำลังบันทึก', en: 'Saving the draft' },
  saved: { km: 'បានរក្សាទុកសេចក្តីព្រាង', th: 'บันทึกร่างแล้ว', en: 'Draft saved' },
  unsaved: {
    km: 'មិនទាន់រក្សាទុកបានទេ នឹងព្យាយាមម្តងទៀត។',
    th: 'ยังบันทึกไม่ได้ จะลองอีกครั้ง',
    en: 'Not saved yet; it is tried again.',
  },
  notSaved: { km: 'មិនបានរក្សាទុក', th: 'ยังไม่ได้บันทึก', en: 'Not saved' },
  openNewer: { km: 'បើកសេចក្តីព្រាងថ្មីជាង', th: 'เปิดร่างที่ใหม่กว่า', en: 'Open the newer one' },
  mineInstead: { km: 'ប្រើរបស់ខ្ញុំជំនួស', th: 'ใช้ของฉันแทน', en: 'Use mine instead' },
  correction: { km: 'ការកែពាក្យសុំ', th: 'การแก้ไขคำขอ', en: 'Correction of a case' },
  keepMine: { km: 'រក្សារបស់ខ្ញុំជាសេចក្តីព្រាងផ្សេង', th: 'เก็บของฉันเป็นอีกร่าง', en: 'Keep mine as another draft' },
} as const satisfies Record<string, Text>

/** The photo taken and cut at the desk. */
export const photoWords = {
  cutTitle: { km: 'កាត់រូបថត', th: 'ตัดรูปถ่าย', en: 'Cut the photo' },
  cutHint: {
    km: 'អូសរូប ឬប្រើសញ្ញាព្រួញ ឱ្យមុខពេញរង្វង់។ សញ្ញា + និង − ពង្រីក និងបង្រួម។',
    th: 'ลากรูป หรือใช้ปุ่มลูกศร ให้ใบหน้าเต็มวงรี ปุ่ม + และ − ขยายและย่อ',
    en: 'Drag the picture, or use the arrow keys, until the face fills the oval. The keys + and − zoom.',
  },
  cutArea: { km: 'ផ្ទៃរូបថត', th: 'กรอบรูปถ่าย', en: 'Frame of the photo' },
  zoom: { km: 'ពង្រីក', th: 'ขยาย', en: 'Zoom' },
  use: { km: 'ប្រើរូបនេះ', th: 'ใช้รูปนี้', en: 'Use this photo' },
  shoot: { km: 'ថតឥឡូវ', th: 'ถ่ายเลย', en: 'Take it now' },
  cameraTitle: { km: 'ថតរូប', th: 'ถ่ายรูป', en: 'Take a photo' },
  cameraLead: { km: 'ដាក់មុខក្នុងរង្វង់ មើលត្រង់កាមេរ៉ា។', th: 'ให้ใบหน้าอยู่ในวงรี มองตรงที่กล้อง', en: 'Face in the oval, looking straight at the camera.' },
  again: { km: 'ថតម្តងទៀត', th: 'ถ่ายใหม่', en: 'Take another' },
  chip: { km: 'ក្នុងកូដ QR', th: 'ในรหัส QR', en: 'In the QR code' },
  chipHint: {
    km: 'រូបតូចគ្មានពណ៌ ដូចដែលមន្ត្រីច្រកនឹងឃើញពេលគ្មានបណ្តាញ។',
    th: 'ภาพขาวดำเล็ก ตรงตามที่เจ้าหน้าที่ด่านเห็นเมื่อไม่มีเครือข่าย',
    en: 'The small grey picture, just as a gate sees it without a network.',
  },
  chipBytes: { km: '{bytes} បៃ', th: '{bytes} ไบต์', en: '{bytes} {bytes:byte|bytes}.' },
  chipLost: { km: 'មិនអាចបង្ហាញរូបនេះឥឡូវបានទេ។', th: 'แสดงภาพนี้ไม่ได้ในขณะนี้', en: 'It cannot be shown just now.' },
} as const satisfies Record<string, Text>
