import type { Text } from '../kernel/language.ts'

// Refusals about stays. The shape of each is checked where problems.ts joins them.

export const stayRules = {
  'stay.registry': { km: 'បញ្ជីការស្នាក់នៅ', th: 'ทะเบียนการพำนัก', en: 'Register of stays' },
  'stay.extension': { km: 'ការបន្តការស្នាក់នៅ', th: 'การขยายเวลาพำนัก', en: 'Extending a stay' },
  'stay.whose-clock': { km: 'នាឡិការបស់អ្នកណា', th: 'เวลาของใคร', en: 'Whose clock binds' },
  'stay.repair': { km: 'ចុងដែលខ្វះ', th: 'ขาที่ขาด', en: 'A missing end' },
  'rebuttal.workflow': { km: 'ដំណើរការនៃពាក្យជំទាស់', th: 'ขั้นตอนของคำโต้แย้ง', en: 'How a rebuttal goes' },
  'rebuttal.subject': { km: 'អ្វីដែលអាចជំទាស់', th: 'สิ่งที่โต้แย้งได้', en: 'What is contested' },
  'rebuttal.different-hands': { km: 'អ្នកសម្រេចមិនមែនអ្នកកត់ត្រា', th: 'ผู้วินิจฉัยไม่ใช่ผู้บันทึก', en: 'Different hands decide' },
  'rebuttal.effect': { km: 'ផលនៃការទទួលយក', th: 'ผลของการรับ', en: 'What accepting does' },
} as const satisfies Record<string, Text>

const extensionProblems = {
  'stay.not-found': {
    title: {
      km: 'គ្មានការស្នាក់នៅនៃឯកសារនេះក្នុងតំបន់របស់អ្នកទេ។',
      th: 'ไม่มีการพำนักของเอกสารนี้ในพื้นที่ของท่าน',
      en: 'There is no stay of this document in your area.',
    },
    next: {
      km: 'សូមពិនិត្យលេខ។ ការស្នាក់នៅក្នុងខេត្តផ្សេង ត្រូវទៅការិយាល័យនៃខេត្តនោះ។',
      th: 'โปรดตรวจหมายเลข การพำนักในจังหวัดอื่นต้องติดต่อสำนักงานของจังหวัดนั้น',
      en: 'Check the number. A stay in another province is for an office of that province.',
    },
  },
  'stay.not-open': {
    title: { km: 'ការស្នាក់នៅនេះបានបញ្ចប់ហើយ។', th: 'การพำนักนี้สิ้นสุดแล้ว', en: 'This stay has ended.' },
    next: { km: 'មានតែការស្នាក់នៅដែលបើកប៉ុណ្ណោះអាចបន្តបាន។', th: 'ขยายได้เฉพาะการพำนักที่ยังไม่สิ้นสุด', en: 'Only an open stay is extended.' },
  },
  'stay.extension-late': {
    title: { km: 'ថ្ងៃស្របច្បាប់ចុងក្រោយ ({until}) បានផុតហើយ។', th: 'วันสุดท้ายตามกฎหมาย ({until}) ผ่านไปแล้ว', en: 'The last lawful day, {until}, is over.' },
    next: {
      km: 'សូមបញ្ជូនទៅមេច្រក។ បើថ្ងៃនេះខុស អាចដាក់ពាក្យជំទាស់។',
      th: 'โปรดส่งต่อหัวหน้าจุดผ่านแดน หากวันนี้ผิด ยื่นคำโต้แย้งได้',
      en: 'Refer them to the chief of the point. Where the day is wrong, they can contest it.',
    },
  },
  'stay.extended': {
    title: { km: 'ការស្នាក់នៅនេះបានបន្តរួចហើយ។', th: 'การพำนักนี้ขยายไปแล้ว', en: 'This stay has been extended already.' },
    next: { km: 'ច្បាប់មិនអនុញ្ញាតឱ្យបន្តទៀតទេ។', th: 'กฎหมายไม่ให้ขยายอีก', en: 'The law allows no further extension.' },
  },
  'stay.no-extension': {
    title: { km: 'ច្បាប់មិនផ្តល់ការបន្តសម្រាប់ការស្នាក់នៅនេះទេ។', th: 'กฎหมายไม่ให้ขยายการพำนักนี้', en: 'The law gives no extension of this stay.' },
    next: {
      km: 'ការស្នាក់នៅដោយលិខិតឆ្លងដែនអាចបន្តបាន តាមច្បាប់។',
      th: 'ขยายได้เฉพาะการพำนักด้วยบัตรผ่านแดนตามกฎหมาย',
      en: 'A stay on a border pass is extended, where the law says so.',
    },
  },
  'stay.their-clock': {
    title: {
      km: 'ប្រទេសជិតខាងជាអ្នកបន្តការស្នាក់នៅរបស់ពលរដ្ឋយើង។',
      th: 'ประเทศเพื่อนบ้านเป็นผู้ขยายการพำนักของคนชาติเรา',
      en: 'The neighbour extends the stays of our own nationals.',
    },
    next: { km: 'សូមកត់ថ្ងៃដែលគេប្រាប់ ជាកំណត់សម្គាល់។', th: 'โปรดบันทึกวันที่ได้รับแจ้งเป็นหมายเหตุ', en: 'Note the day that they were told.' },
  },
  'stay.our-clock': {
    title: {
      km: 'ថ្ងៃដែលគេប្រាប់ គឺសម្រាប់តែពលរដ្ឋយើងនៅបរទេស។',
      th: 'วันที่ได้รับแจ้งใช้เฉพาะคนชาติเราที่อยู่ต่างประเทศ',
      en: 'A told day is for our own nationals abroad alone.',
    },
    next: { km: 'សូមបន្តការស្នាក់នៅវិញ។', th: 'โปรดขยายการพำนักแทน', en: 'Extend the stay instead.' },
  },
  'stay.told-day': {
    title: { km: 'ថ្ងៃដែលគេប្រាប់មិនសមនឹងការស្នាក់នៅទេ។', th: 'วันที่ได้รับแจ้งไม่เข้ากับการพำนัก', en: 'The told day does not fit the stay.' },
    next: {
      km: 'សូមសរសេរថ្ងៃក្រោយថ្ងៃចេញ ក្នុងរយៈពេលដែលច្បាប់ឱ្យច្រើនបំផុត។',
      th: 'โปรดใส่วันหลังวันออก ไม่เกินที่กฎหมายให้มากที่สุด',
      en: 'Write a day after the last lawful one, within the most that the law gives.',
    },
  },
} as const

const repairProblems = {
  'repair.not-needed': {
    title: { km: 'ការស្នាក់នៅនេះមិនខ្វះចុងណាទេ។', th: 'การพำนักนี้ไม่ได้ขาดขาใด', en: 'This stay lacks neither end.' },
    next: { km: 'សូមជ្រើសការស្នាក់នៅដែលខ្វះការចេញ ឬការចូល។', th: 'โปรดเลือกการพำนักที่ขาดขาออกหรือขาเข้า', en: 'Choose a stay whose exit or entry is missing.' },
  },
  'repair.done': {
    title: { km: 'ការស្នាក់នៅនេះបានបំពេញរួចហើយ។', th: 'การพำนักนี้เติมแล้ว', en: 'This stay has been repaired already.' },
    next: { km: 'បើការបំពេញខុស អាចដាក់ពាក្យជំទាស់។', th: 'หากที่เติมผิด ยื่นคำโต้แย้งได้', en: 'Where the repair is wrong, it can be contested.' },
  },
  'repair.before-beginning': {
    title: { km: 'ពេលនេះមុនការចាប់ផ្តើមនៃការស្នាក់នៅ។', th: 'เวลานี้ก่อนเริ่มการพำนัก', en: 'This time is before the stay began.' },
    next: { km: 'សូមពិនិត្យថ្ងៃ និងម៉ោងក្នុងភស្តុតាង។', th: 'โปรดตรวจวันและเวลาในหลักฐาน', en: 'Check the day and time in the evidence.' },
  },
  'repair.after-end': {
    title: { km: 'ពេលនេះក្រោយការឆ្លងបន្ទាប់។', th: 'เวลานี้หลังการผ่านแดนครั้งถัดไป', en: 'This time is after the next crossing.' },
    next: { km: 'សូមពិនិត្យថ្ងៃ និងម៉ោងក្នុងភស្តុតាង។', th: 'โปรดตรวจวันและเวลาในหลักฐาน', en: 'Check the day and time in the evidence.' },
  },
  'repair.in-future': {
    title: { km: 'ពេលនេះមិនទាន់មកដល់ទេ។', th: 'เวลานี้ยังมาไม่ถึง', en: 'This time has not come yet.' },
    next: { km: 'សូមពិនិត្យថ្ងៃ និងម៉ោងក្នុងភស្តុតាង។', th: 'โปรดตรวจวันและเวลาในหลักฐาน', en: 'Check the day and time in the evidence.' },
  },
} as const

const rebuttalProblems = {
  'rebuttal.not-found': {
    title: { km: 'គ្មានពាក្យជំទាស់នេះទេ។', th: 'ไม่มีคำโต้แย้งนี้', en: 'There is no such rebuttal.' },
    next: { km: 'សូមពិនិត្យតំណ ឬបញ្ជី។', th: 'โปรดตรวจลิงก์หรือรายการ', en: 'Check the link, or the list.' },
  },
  'rebuttal.not-theirs': {
    title: { km: 'កំណត់ត្រានេះមិនមែនជារបស់អ្នកកាន់ឯកសារនេះទេ។', th: 'บันทึกนี้ไม่ใช่ของผู้ถือเอกสารนี้', en: 'This record is not of the holder of this document.' },
    next: { km: 'មនុស្សម្នាក់អាចជំទាស់តែកំណត់ត្រារបស់ខ្លួន។', th: 'แต่ละคนโต้แย้งได้เฉพาะบันทึกของตน', en: 'Somebody contests what is recorded of them alone.' },
  },
  'rebuttal.subject': {
    title: { km: 'គ្មានអ្វីត្រូវជំទាស់ដូច្នេះក្នុងកំណត់ត្រានេះទេ។', th: 'บันทึกนี้ไม่มีสิ่งที่โต้แย้ง', en: 'This record has nothing of that kind to contest.' },
    next: { km: 'សូមជ្រើសការស្នាក់នៅ ឬការឆ្លងដែលត្រឹមត្រូវ។', th: 'โปรดเลือกการพำนักหรือการผ่านแดนที่ถูกต้อง', en: 'Choose the right stay or movement.' },
  },
  'rebuttal.code': {
    title: {
      km: 'នេះមិនមែនជាកូដនៃការបដិសេធទេ។',
      th: 'นี่ไม่ใช่รหัสของการปฏิเสธ',
      en: 'This is no code of a refusal.',
    },
    next: {
      km: 'កូដមានប្រាំបីតួ ជាពីរក្រុម ដូចដែលបានបង្ហាញនៅច្រក។',
      th: 'รหัสมีแปดตัว แบ่งเป็นสองกลุ่ม ตามที่แสดงที่จุดผ่านแดน',
      en: 'It has eight signs in two groups, as it was shown at the crossing point.',
    },
  },
  'rebuttal.proof': {
    title: {
      km: 'សូមផ្តល់ថ្ងៃកំណើត ឬកូដ មួយក្នុងចំណោមពីរ។',
      th: 'โปรดให้วันเกิดหรือรหัส อย่างใดอย่างหนึ่ง',
      en: 'Give the date of birth or the code: one of the two.',
    },
    next: {
      km: 'ថ្ងៃកំណើតបើកកំណត់ត្រាទាំងមូល កូដបើកតែការបដិសេធមួយ។',
      th: 'วันเกิดเปิดบันทึกทั้งหมด รหัสเปิดเฉพาะการปฏิเสธนั้น',
      en: 'The date of birth opens the whole record, the code that one refusal.',
    },
  },
  'rebuttal.unknown': {
    title: {
      km: 'គ្មានការសម្រេចណាដែលមានលេខ និងកូដនេះទេ។',
      th: 'ไม่พบคำตัดสินที่ตรงกับหมายเลขและรหัสนี้',
      en: 'There is no decision with this number and this code.',
    },
    next: {
      km: 'សូមពិនិត្យទាំងពីរ ដូចនៅលើក្រដាសពីច្រក។ បើឯកសារចេញដោយប្រទេសផ្សេង សូមជ្រើសឯកសារនោះខាងលើ។',
      th: 'โปรดตรวจทั้งสองอย่างตามใบที่จุดผ่านแดนให้ หากเอกสารออกโดยรัฐอื่น โปรดเลือกเอกสารนั้นด้านบน',
      en: 'Check both, as they stand on the slip of the gate. If another state issued the document, choose it above.',
    },
  },
  'rebuttal.twice': {
    title: { km: 'ពាក្យជំទាស់លើរឿងនេះកំពុងរង់ចាំរួចហើយ។', th: 'คำโต้แย้งเรื่องนี้รออยู่แล้ว', en: 'A rebuttal of this is waiting already.' },
    next: { km: 'សូមរង់ចាំចម្លើយ។', th: 'โปรดรอคำตอบ', en: 'Wait for its answer.' },
  },
  'rebuttal.received': {
    title: { km: 'គ្មានអ្នកណាទទួលពាក្យជំទាស់នេះទេ។', th: 'ยังไม่มีใครรับคำโต้แย้งนี้', en: 'Nobody has this rebuttal in hand.' },
    next: { km: 'សូមទទួលវាជាមុនសិន។', th: 'โปรดรับเรื่องก่อน', en: 'Take it in hand first.' },
  },
  'rebuttal.in-hand': {
    title: { km: 'អ្នកផ្សេងកំពុងកាន់ពាក្យជំទាស់នេះ។', th: 'ผู้อื่นรับคำโต้แย้งนี้แล้ว', en: 'Somebody has this rebuttal in hand.' },
    next: { km: 'អ្នកដែលទទួលវា ត្រូវសម្រេច។', th: 'ผู้ที่รับเรื่องเป็นผู้วินิจฉัย', en: 'Whoever took it decides it.' },
  },
  'rebuttal.decided': {
    title: { km: 'ពាក្យជំទាស់នេះបានសម្រេចហើយ។', th: 'คำโต้แย้งนี้วินิจฉัยแล้ว', en: 'This rebuttal has been decided.' },
    next: { km: 'ចម្លើយមាននៅក្នុងកំណត់ត្រា។', th: 'คำตอบอยู่ในบันทึก', en: 'The answer is on record.' },
  },
  'rebuttal.own-record': {
    title: { km: 'អ្នកបានកត់ត្រារឿងនេះដោយខ្លួនឯង។', th: 'ท่านเป็นผู้บันทึกเรื่องนี้เอง', en: 'You recorded this yourself.' },
    next: { km: 'អ្នកផ្សេងត្រូវសម្រេច។', th: 'ผู้อื่นต้องเป็นผู้วินิจฉัย', en: 'Somebody else decides it.' },
  },
  'rebuttal.effect': {
    title: { km: 'ការកែនេះមិនសមនឹងអ្វីដែលត្រូវបានជំទាស់ទេ។', th: 'การแก้ไขนี้ไม่เข้ากับเรื่องที่โต้แย้ง', en: 'This correction does not fit what is contested.' },
    next: {
      km: 'ការស្នាក់នៅលើសកំណត់ ត្រូវសម្គាល់ថាស្របច្បាប់ ឬបញ្ចប់តាមពេលដែលបង្ហាញ; រឿងផ្សេង ត្រូវកត់ចំណាំ។',
      th: 'การพำนักเกินกำหนดให้ทำเครื่องหมายว่าชอบ หรือปิดตามเวลาที่พิสูจน์ เรื่องอื่นให้บันทึกไว้',
      en: 'An overstay is marked lawful, or ended at the proven time; anything else is noted.',
    },
  },
  'rebuttal.lawful-day': {
    title: {
      km: 'ការសម្រេចមិនអាចរាប់ថាស្របច្បាប់ដល់ថ្ងៃនោះទេ។',
      th: 'คำวินิจฉัยนับว่าชอบถึงวันนั้นไม่ได้',
      en: 'A decision cannot find the stay lawful through that day.',
    },
    next: {
      km: 'សូមជ្រើសថ្ងៃពី {first} ដល់ {last}។',
      th: 'โปรดเลือกวันตั้งแต่ {first} ถึง {last}',
      en: 'Choose a day from {first} to {last}.',
    },
  },
} as const

export const stayProblems = { ...extensionProblems, ...repairProblems, ...rebuttalProblems } as const
