// Refusals about the work of a crossing point: shifts, undone movements, referrals. The shape of each is checked where problems.ts joins them.

const openAgain = {
  km: 'សូមបើកបញ្ជីម្តងទៀត ដើម្បីមើលស្ថានភាពបច្ចុប្បន្ន។',
  th: 'โปรดเปิดรายการใหม่เพื่อดูสถานะปัจจุบัน',
  en: 'Open the list again to see how it stands now.',
}
const askChief = {
  km: 'សូមប្រាប់ប្រធានច្រក។',
  th: 'โปรดแจ้งหัวหน้าจุดผ่านแดน',
  en: 'Tell the chief of the point.',
}

export const pointProblems = {
  'shift.lane-taken': {
    title: {
      km: 'មន្ត្រីម្នាក់ទៀតកំពុងប្រចាំការនៅជួរ {lane} តាំងពី {since}។',
      th: 'มีเจ้าหน้าที่อื่นประจำช่อง {lane} ตั้งแต่ {since}',
      en: 'Another officer works at lane {lane} since {since}.',
    },
    next: {
      km: 'សូមជ្រើសជួរផ្សេង។ ប្រធានច្រកអាចប្តូរវេនបាន ឬអ្នកអាចទទួលវេន បើគ្មានការកត់ត្រាក្នុងរយៈពេល {minutes} នាទី។',
      th: 'โปรดเลือกช่องอื่น หัวหน้าจุดผ่านแดนรับช่วงได้ หรือท่านรับช่วงได้เมื่อช่องนั้นไม่มีการบันทึกนาน {minutes} นาที',
      en: 'Choose another lane. The chief may take it over, and so may you when nothing was recorded there for {minutes} {minutes:minute|minutes}.',
    },
  },
  'shift.not-found': {
    title: { km: 'រកមិនឃើញវេននេះទេ។', th: 'ไม่พบเวรนี้', en: 'This shift is not on record.' },
    next: openAgain,
  },
  'shift.ended': {
    title: { km: 'វេននេះបានចប់ហើយ។', th: 'เวรนี้สิ้นสุดแล้ว', en: 'This shift has ended.' },
    next: { km: 'សូមចូលវេនថ្មី។', th: 'โปรดเข้าเวรใหม่', en: 'Begin a new shift.' },
  },
  'shift.not-yours': {
    title: { km: 'វេននេះជារបស់មន្ត្រីផ្សេង។', th: 'เวรนี้เป็นของเจ้าหน้าที่อื่น', en: 'This is another officer’s shift.' },
    next: askChief,
  },
  'undo.too-late': {
    title: {
      km: 'អាចលុបចោលការឆ្លងកាត់បានតែក្នុង {seconds} វិនាទីក្រោយកត់ត្រា។',
      th: 'ยกเลิกการผ่านแดนได้ภายใน {seconds} วินาทีหลังบันทึกเท่านั้น',
      en: 'A movement can be undone only within {seconds} {seconds:second|seconds} of being recorded.',
    },
    next: askChief,
  },
  'undo.not-last': {
    title: {
      km: 'មានអ្វីមួយទៀតត្រូវបានកត់ត្រាអំពីអ្នកនេះក្រោយការឆ្លងនោះ។',
      th: 'มีการบันทึกเรื่องอื่นของผู้นี้หลังการผ่านแดนนั้นแล้ว',
      en: 'Something else was recorded of this person after it.',
    },
    next: askChief,
  },
  'undo.not-yours': {
    title: { km: 'មន្ត្រីផ្សេងបានកត់ត្រាការឆ្លងនេះ។', th: 'การผ่านแดนนี้เจ้าหน้าที่อื่นเป็นผู้บันทึก', en: 'Another officer recorded this movement.' },
    next: askChief,
  },
  'undo.already': {
    title: { km: 'ការឆ្លងនេះត្រូវបានលុបចោលរួចហើយ។', th: 'การผ่านแดนนี้ถูกยกเลิกแล้ว', en: 'This movement was already undone.' },
    next: openAgain,
  },
  'referral.not-found': {
    title: { km: 'រកមិនឃើញការបញ្ជូនបន្តនេះទេ។', th: 'ไม่พบการส่งต่อนี้', en: 'This referral is not on record.' },
    next: openAgain,
  },
  'referral.decided': {
    title: { km: 'ការបញ្ជូនបន្តនេះបានសម្រេចរួចហើយ។', th: 'การส่งต่อนี้ตัดสินแล้ว', en: 'This referral was already decided.' },
    next: openAgain,
  },
  'referral.chief-decides': {
    title: { km: 'ប្រធានច្រកកំពុងនៅក្នុងវេន គាត់ជាអ្នកសម្រេច។', th: 'หัวหน้าจุดผ่านแดนอยู่ในเวร จึงเป็นผู้ตัดสิน', en: 'The chief of the point is on shift and decides.' },
    next: askChief,
  },
  'referral.same-hands': {
    title: {
      km: 'អ្នកដែលបានបញ្ជូន ឬសម្រេច មិនអាចធ្វើជំហាននេះម្នាក់ឯងទេ។',
      th: 'ผู้ที่ส่งต่อหรือตัดสินจะทำขั้นนี้ตามลำพังไม่ได้',
      en: 'Whoever referred or decided does not take this step alone.',
    },
    next: { km: 'សូមឱ្យមន្ត្រីម្នាក់ទៀត ឬប្រធានច្រកធ្វើ។', th: 'โปรดให้เจ้าหน้าที่อื่นหรือหัวหน้าทำ', en: 'Let another officer or the chief do it.' },
  },
  'referral.care': {
    title: {
      km: 'អ្នកដែលសុំការការពារ កុមារ អ្នកជំងឺ ឬជនរងគ្រោះ មិនត្រូវបានបង្វិលត្រឡប់ទេ។',
      th: 'ผู้ขอความคุ้มครอง เด็ก ผู้ป่วย หรือผู้อาจเป็นเหยื่อ จะไม่ถูกส่งกลับ',
      en: 'Nobody who asks for protection, no child, no ill person and no victim is turned back.',
    },
    next: {
      km: 'សូមប្រគល់ឱ្យអ្នកទទួលបន្ទុក ឬអនុញ្ញាតឱ្យឆ្លង។',
      th: 'โปรดส่งต่อผู้รับผิดชอบ หรือให้ผ่าน',
      en: 'Hand the person over to whoever looks after them, or let them pass.',
    },
  },
  'referral.passed': {
    title: {
      km: 'សាមីខ្លួនបានឆ្លងរួចហើយ ហើយការឆ្លងនោះនៅក្នុងកំណត់ត្រា ដូច្នេះមិនអាចបង្វិលត្រឡប់បានទេ។',
      th: 'บุคคลนี้ผ่านแดนไปแล้ว และการผ่านแดนนั้นอยู่ในบันทึก จึงส่งกลับไม่ได้',
      en: 'This person has passed already, and that passage stands: it cannot be turned back.',
    },
    next: {
      km: 'សូមជ្រើសការសម្រេចមួយទៀត។ បើពួកគេត្រឡប់មកវិញ សូមកត់ត្រាការឆ្លងនោះ។',
      th: 'โปรดเลือกคำตัดสินอื่น ถ้าเขากลับมา โปรดบันทึกการผ่านแดนครั้งนั้น',
      en: 'Choose another decision. If they come back, record that movement.',
    },
  },
  'referral.to': {
    title: {
      km: 'ការប្រគល់ឱ្យគេត្រូវនិយាយថាប្រគល់ឱ្យអ្នកណា ហើយមានតែការប្រគល់ទេ។',
      th: 'การส่งต่อต้องระบุผู้รับ และระบุได้เฉพาะการส่งต่อ',
      en: 'Handing over names to whom, and nothing else does.',
    },
    next: { km: 'សូមជ្រើសអ្នកទទួល។', th: 'โปรดเลือกผู้รับ', en: 'Choose who receives the person.' },
  },
  'referral.nothing-to-confirm': {
    title: { km: 'ការសម្រេចនេះមិនរង់ចាំការបញ្ជាក់ទេ។', th: 'คำตัดสินนี้ไม่ได้รอการยืนยัน', en: 'This decision does not wait for a confirmation.' },
    next: openAgain,
  },
  'referral.not-decided': {
    title: {
      km: 'គ្មានការសម្រេចឱ្យអ្នកនេះឆ្លងនៅច្រកនេះថ្ងៃនេះ ឬវាត្រូវបានប្រើរួចហើយ។',
      th: 'ไม่มีคำตัดสินให้ผู้นี้ผ่านที่จุดนี้ในวันนี้ หรือใช้ไปแล้ว',
      en: 'No decision lets this person pass here today, or it was used already.',
    },
    next: askChief,
  },
} as const

export const pointRules = {
  'shift.lane': { km: 'វេន និងជួរ', th: 'เวรและช่องทาง', en: 'Shifts and lanes' },
  'movement.undo': { km: 'ការលុបចោលការឆ្លងភ្លាមៗ', th: 'การยกเลิกการผ่านแดนทันที', en: 'Undoing a movement' },
  'referral.workflow': { km: 'ដំណើរការបញ្ជូនបន្ត', th: 'ขั้นตอนการส่งต่อ', en: 'Steps of a referral' },
  'referral.hands': { km: 'អ្នកបញ្ជូន និងអ្នកសម្រេចមិនមែនម្នាក់', th: 'ผู้ส่งต่อกับผู้ตัดสินต่างคนกัน', en: 'Who decides on a referral' },
  'referral.care': { km: 'អ្នកដែលត្រូវការការថែទាំ', th: 'ผู้ที่ต้องได้รับการดูแล', en: 'People to be cared for' },
  'referral.used': { km: 'ការសម្រេចមួយប្រើបានម្តង', th: 'คำตัดสินหนึ่งใช้ครั้งเดียว', en: 'A decision serves once' },
} as const
