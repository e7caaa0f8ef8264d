import type { Text } from '../kernel/language.ts'

// What the officer at the gate reads and taps beside a verdict: what was scanned that is no pass, what the person says, passports, undoing, orders of the day, the clock.

/** What was read is nothing to judge: what it is, and what to do. */
export const mishapWords = {
  half: {
    title: { km: 'កូដមិនពេញ៖ សូមស្កេនម្តងទៀត', th: 'ได้รหัสไม่ครบ โปรดสแกนใหม่', en: 'Half a code: scan again' },
    next: {
      km: 'ឧបករណ៍ស្កេនបានផ្ញើតែផ្នែកខ្លះនៃកូដ។ គ្មានអ្វីត្រូវបានពិនិត្យទេ។',
      th: 'เครื่องสแกนส่งรหัสมาเพียงบางส่วน ยังไม่ได้ตรวจสิ่งใด',
      en: 'The scanner sent only a part of the code. Nothing was checked.',
    },
  },
  'half-zone': {
    title: {
      km: 'បន្ទាត់លិខិតឆ្លងដែនអន្តរជាតិមិនពេញ',
      th: 'ได้แถบหนังสือเดินทางไม่ครบ',
      en: 'Half of a passport’s lines: read both',
    },
    next: {
      km: 'សូមស្កេន ឬវាយបន្ទាត់ទាំងពីរនៅខាងក្រោមទំព័រទិន្នន័យ។',
      th: 'โปรดสแกนหรือพิมพ์ทั้งสองบรรทัดที่ด้านล่างของหน้าข้อมูล',
      en: 'Scan or type both lines at the foot of the data page.',
    },
  },
  two: {
    title: { km: 'កូដពីរចូលគ្នា៖ មិនបានយកទាំងពីរ', th: 'ได้สองรหัสติดกัน ไม่รับทั้งสอง', en: 'Two codes at once: neither was taken' },
    next: { km: 'សូមស្កេនលិខិតម្តងមួយ។', th: 'โปรดสแกนทีละใบ', en: 'Scan one document, then the next.' },
  },
  payment: {
    title: { km: 'នេះជាកូដបង់ប្រាក់', th: 'นี่คือรหัสชำระเงิน', en: 'This is a code for a payment' },
    next: {
      km: 'កូដ KHQR ឬ PromptPay មិនមែនជាលិខិតឆ្លងដែនទេ។ សូមសុំលិខិត។',
      th: 'รหัส KHQR หรือ PromptPay ไม่ใช่บัตรผ่านแดน โปรดขอดูบัตร',
      en: 'A KHQR or PromptPay code is no border pass. Ask for the pass.',
    },
  },
  address: {
    title: { km: 'នេះជាអាសយដ្ឋានគេហទំព័រ', th: 'นี่คือที่อยู่เว็บ', en: 'This is a web address' },
    next: {
      km: 'មិនមែនជាលិខិតឆ្លងដែនទេ ហើយមិនត្រូវបានបើកទេ។ សូមរកកូដ QR លើលិខិត។',
      th: 'ไม่ใช่บัตรผ่านแดน และไม่ได้เปิดที่อยู่นี้ โปรดหารหัส QR บนบัตร',
      en: 'It is no border pass, and it was not opened. Find the QR code on the pass.',
    },
  },
  licence: {
    title: { km: 'នេះជាប័ណ្ណផ្សេង', th: 'นี่คือบัตรชนิดอื่น', en: 'This is another card' },
    next: {
      km: 'ប័ណ្ណបើកបរ ឬអត្តសញ្ញាណប័ណ្ណ មិនអាចឆ្លងព្រំដែនបានទេ។ សូមសុំលិខិតឆ្លងដែន។',
      th: 'ใบขับขี่หรือบัตรประจำตัวใช้ผ่านแดนไม่ได้ โปรดขอดูบัตรผ่านแดน',
      en: 'A driving licence or an identity card does not cross the border. Ask for the pass.',
    },
  },
} as const satisfies Record<string, { readonly title: Text; readonly next: Text }>

export const purposeChoiceWords = {
  visit: { km: 'លេង ឬសួរសុខទុក្ខ', th: 'เยี่ยมเยียน', en: 'Visit' },
  trade: { km: 'លក់ដូរ', th: 'ค้าขาย', en: 'Trade' },
  work: { km: 'ធ្វើការ', th: 'ทำงาน', en: 'Work' },
  student: { km: 'សិស្ស', th: 'นักเรียน', en: 'Student' },
  medical: { km: 'ព្យាបាល', th: 'รักษาพยาบาล', en: 'Medical' },
  official: { km: 'បេសកកម្ម', th: 'ราชการ', en: 'Official' },
} as const satisfies Record<string, Text>

export const careChoiceWords = {
  asylum: { km: 'សុំការការពារ', th: 'ขอความคุ้มครอง', en: 'Asks for protection' },
  trafficking: { km: 'អាចត្រូវបានជួញដូរ', th: 'อาจถูกค้ามนุษย์', en: 'May be trafficked' },
  'child-alone': { km: 'កុមារតែម្នាក់ឯង', th: 'เด็กมาลำพัง', en: 'Child alone' },
  medical: { km: 'ឈឺ', th: 'เจ็บป่วย', en: 'Is ill' },
  other: { km: 'មូលហេតុផ្សេង', th: 'เหตุอื่น', en: 'Another reason' },
} as const satisfies Record<string, Text>

export const workWords = {
  purpose: { km: 'គោលបំណង', th: 'วัตถุประสงค์', en: 'Purpose' },
  child: { km: 'កុមារនេះមកជាមួយនរណា?', th: 'เด็กมากับใคร', en: 'Who is with the child?' },
  accompanied: { km: 'មានអ្នកអម', th: 'มีผู้ดูแล', en: 'Somebody' },
  alone: { km: 'គ្មានអ្នកអម', th: 'มาลำพัง', en: 'Nobody' },
  visa: { km: 'បានឃើញទិដ្ឋាការ', th: 'เห็นวีซ่าแล้ว', en: 'Visa seen' },
  refer: { km: 'បញ្ជូនបន្តដោយមូលហេតុ', th: 'ส่งต่อพร้อมเหตุผล', en: 'Refer, with a reason' },
  more: { km: 'ស្លាកលេខ និងម៉ោងមកដល់', th: 'ป้ายทะเบียนและเวลามาถึง', en: 'Plate and time of arrival' },
  plateNone: { km: 'នេះមិនមែនជាស្លាកលេខទេ៖ មិនត្រូវបានកត់ត្រាទេ', th: 'นี่ไม่ใช่ป้ายทะเบียน จะไม่ถูกบันทึก', en: 'This is no plate: it is not recorded' },
  ticket: { km: 'ម៉ោងលើសំបុត្រជួរ (ម៉ោង:នាទី)', th: 'เวลาบนบัตรคิว (ชม.:นาที)', en: 'Time on the queue ticket (HH:MM)' },
  ticketWrong: { km: 'សូមវាយម៉ោងថ្ងៃនេះ មុនពេលនេះ ឧ. 19:45', th: 'พิมพ์เวลาของวันนี้ก่อนขณะนี้ เช่น 19:45', en: 'Type a time of today before now, as 19:45' },
  firstScan: {
    km: 'បានស្កេនលើកដំបូងម៉ោង {time}៖ ម៉ោងនោះជាអ្នកសម្រេច',
    th: 'สแกนครั้งแรก {time} ใช้เวลานั้นตัดสิน',
    en: 'First scanned at {time}: that minute decides',
  },
  notCounted: { km: 'កុំរាប់', th: 'ไม่นับ', en: 'Do not count it' },
  nextSession: { km: 'វគ្គបន្ទាប់ {time}', th: 'รอบถัดไป {time}', en: 'Next session {time}' },
  nextSessionByOrder: { km: 'តាមបទបញ្ជាលេខ {order}', th: 'ตามคำสั่งเลขที่ {order}', en: 'by order {order}' },
  insteadAt: { km: 'សូមទៅ {points}', th: 'โปรดไปที่ {points}', en: 'Go to {points}' },
  anotherRead: { km: 'មិនបានយក៖ សូមបញ្ចប់ម្នាក់នេះសិន', th: 'ไม่ได้รับ โปรดทำคนนี้ให้เสร็จก่อน', en: 'Not taken: finish this person first' },

  passport: { km: 'លិខិតឆ្លងដែនអន្តរជាតិ', th: 'หนังสือเดินทาง', en: 'Passport' },
  passportLines: { km: 'បន្ទាត់ទាំងពីរនៃលិខិតឆ្លងដែនអន្តរជាតិ', th: 'สองบรรทัดของหนังสือเดินทาง', en: 'The two lines of a passport' },
  nationality: { km: 'សញ្ជាតិ', th: 'สัญชาติ', en: 'Nationality' },
  passportNumber: { km: 'លេខលិខិតឆ្លងដែនអន្តរជាតិ', th: 'เลขที่หนังสือเดินทาง', en: 'Passport number' },
  expires: { km: 'ផុតកំណត់', th: 'วันหมดอายุ', en: 'Expires' },
  compare: {
    km: 'សូមផ្ទៀងទិន្នន័យ និងរូបថតក្នុងលិខិត ជាមួយសាមីខ្លួន។',
    th: 'โปรดเทียบข้อมูลและรูปในเล่มกับตัวบุคคล',
    en: 'Compare these data and the photo in the book with the person.',
  },
  corrected: {
    km: 'សញ្ញាខ្លះត្រូវបានអានកែ៖ សូមផ្ទៀងលេខ។',
    th: 'มีอักขระที่แก้จากการอ่าน โปรดเทียบเลข',
    en: 'A sign was put right in reading: compare the number.',
  },
  linesWrong: {
    km: 'បន្ទាត់មិនត្រូវនឹងលេខផ្ទៀងផ្ទាត់ទេ',
    th: 'บรรทัดไม่ตรงกับเลขตรวจสอบ',
    en: 'The lines do not agree with their check digits',
  },
  linesWrongNext: {
    km: 'សូមអាន ឬវាយបន្ទាត់ទាំងពីរម្តងទៀត។',
    th: 'โปรดอ่านหรือพิมพ์ทั้งสองบรรทัดใหม่',
    en: 'Read or type both lines again.',
  },

  undo: { km: 'ដកវិញ', th: 'ยกเลิกรายการ', en: 'Undo' },
  undoSeconds: { km: 'នៅសល់ {n} វិនាទី', th: 'เหลือ {n} วินาที', en: '{n} {n:second|seconds} left' },
  undoing: { km: 'កំពុងដកវិញ', th: 'กำลังยกเลิก', en: 'Undoing' },
  undoneNext: {
    km: 'បើសាមីខ្លួននៅតែឆ្លងកាត់ សូមស្កេនឯកសារម្តងទៀត។',
    th: 'หากผู้ถือเอกสารยังจะผ่าน โปรดสแกนเอกสารอีกครั้ง',
    en: 'If the person still crosses, scan the document again.',
  },
  inOrder: { km: 'ត្រឹមត្រូវ {n} ចំណុច', th: 'ถูกต้อง {n} ข้อ', en: 'In order: {n}' },
  undone: { km: 'បានដកវិញ៖ ការឆ្លងនេះមិនរាប់ទេ', th: 'ยกเลิกแล้ว ไม่นับการผ่านแดนนี้', en: 'Undone: this movement does not count' },
  undoReason: { km: 'កត់ត្រាច្រឡំនៅច្រក', th: 'บันทึกผิดที่ช่องตรวจ', en: 'Recorded by mistake at the gate' },
  lastRecorded: { km: 'បានកត់ត្រាចុងក្រោយ៖ {name}', th: 'บันทึกล่าสุด: {name}', en: 'Recorded last: {name}' },

  orders: { km: 'បទបញ្ជាថ្ងៃនេះ {n}', th: 'คำสั่งวันนี้ {n}', en: 'Orders today {n}' },
  ordersTitle: { km: 'បទបញ្ជាសម្រាប់ច្រកនេះ ថ្ងៃនេះ', th: 'คำสั่งของจุดนี้ในวันนี้', en: 'Orders for this point today' },
  orderNumber: { km: 'បទបញ្ជាលេខ {order}', th: 'คำสั่งเลขที่ {order}', en: 'Order {order}' },
  orderFrom: { km: 'ចាប់ពី {time}', th: 'ตั้งแต่ {time}', en: 'From {time}' },
  orderUntil: { km: 'រហូតដល់ {time}', th: 'ถึง {time}', en: 'Until {time}' },
  close: { km: 'បិទ', th: 'ปิด', en: 'Close' },
  clockOff: { km: 'នាឡិកាឧបករណ៍ខុស {by}៖ ប្រើម៉ោងម៉ាស៊ីនមេ', th: 'นาฬิกาเครื่องคลาด {by} จึงใช้เวลาแม่ข่าย', en: 'Clock wrong by {by}: the server’s is used' },
  minutes: { km: '{n} នាទី', th: '{n} นาที', en: '{n} min' },
  hours: { km: '{n} ម៉ោង', th: '{n} ชั่วโมง', en: '{n} h' },
  days: { km: '{n} ថ្ងៃ', th: '{n} วัน', en: '{n} {n:day|days}' },

  shift: { km: 'វេនការងារ', th: 'เวร', en: 'Shift' },
  shiftEnd: { km: 'បញ្ចប់វេន', th: 'สิ้นสุดเวร', en: 'End the shift' },
  shiftNoteBefore: { km: 'ពីវេនមុន៖', th: 'จากเวรก่อน:', en: 'From the shift before:' },
  shiftNote: { km: 'កំណត់ចំណាំសម្រាប់វេនបន្ទាប់', th: 'บันทึกถึงเวรถัดไป', en: 'Note for the next shift' },
  shiftEnded: { km: 'វេនបានបញ្ចប់', th: 'เวรสิ้นสุดแล้ว', en: 'The shift has ended' },
  shiftTakeOver: { km: 'បន្តវេននៅជួរនេះជំនួស', th: 'รับช่วงช่องนี้ต่อ', en: 'Take this lane over' },
  shiftWithout: { km: 'ធ្វើការដោយមិនបើកវេន', th: 'ทำงานโดยไม่เปิดเวร', en: 'Work without a shift' },
  shiftNone: {
    km: 'មិនទាន់មានវេន៖ កត់ត្រាតាមជួរនៃឧបករណ៍នេះ',
    th: 'ยังไม่มีเวร บันทึกตามช่องของเครื่องนี้',
    en: 'No shift yet: recorded by this tablet’s lane',
  },
  waitingReferrals: { km: 'បញ្ជូនបន្ត រង់ចាំ {n}', th: 'ส่งต่อรออยู่ {n}', en: 'Referrals waiting {n}' },

  vehicle: { km: 'យានយន្ត', th: 'ยานพาหนะ', en: 'Vehicle' },
  riders: { km: 'មនុស្ស {n} នាក់', th: '{n} คน', en: '{n} {n:person|people}' },
  goodsOfShift: { km: 'សន្លឹកទំនិញក្នុងវេននេះ', th: 'ใบสินค้าในเวรนี้', en: 'Goods sheets of this shift' },
  goods: { km: 'ទំនិញ', th: 'สินค้า', en: 'Goods' },
} as const satisfies Record<string, Text>
