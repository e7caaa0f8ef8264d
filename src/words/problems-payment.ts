// Refusals about charges, payments, refunds and the till's day. The shape of each is checked where problems.ts joins them.

export const paymentProblems = {
  'charge.not-found': {
    title: { km: 'រកមិនឃើញថ្លៃសេវាដែលត្រូវបង់នេះទេ។', th: 'ไม่พบค่าธรรมเนียมที่ต้องชำระนี้', en: 'This charge was not found.' },
    next: { km: 'សូមពិនិត្យលេខពាក្យសុំម្តងទៀត។', th: 'โปรดตรวจสอบหมายเลขคำขออีกครั้ง', en: 'Check the number of the application.' },
  },
  'charge.amount': {
    title: { km: 'ចំនួនទឹកប្រាក់នេះមិនមែនជាថ្លៃសេវាទេ។', th: 'จำนวนเงินนี้ไม่ใช่ค่าธรรมเนียม', en: 'This amount is no price.' },
    next: {
      km: 'គ្មានអ្វីត្រូវបង់ទេ។ បើថ្លៃសេវាខុស សូមប្រាប់ប្រធានការិយាល័យ។',
      th: 'ไม่มีสิ่งใดต้องชำระ หากค่าธรรมเนียมผิด โปรดแจ้งหัวหน้าสำนักงาน',
      en: 'Nothing is to be paid. If the price is wrong, tell the head of the office.',
    },
  },
  'charge.already-paid': {
    title: { km: 'ថ្លៃសេវានេះបានបង់រួចហើយ។', th: 'ค่าธรรมเนียมนี้ชำระแล้ว', en: 'This charge is already paid.' },
    next: {
      km: 'សូមកុំទទួលប្រាក់ម្តងទៀត។ សូមផ្តល់បង្កាន់ដៃដែលមានស្រាប់។',
      th: 'โปรดอย่ารับเงินอีก ให้ใบเสร็จที่มีอยู่แล้ว',
      en: 'Take no money again; hand out the receipt that is there.',
    },
  },
  'charge.closed': {
    title: { km: 'ករណីនេះបានបិទហើយ មិនត្រូវបង់ប្រាក់ទេ។', th: 'เรื่องนี้ปิดแล้ว ไม่ต้องชำระเงิน', en: 'This case is closed; nothing is to be paid for it.' },
    next: { km: 'សូមដាក់ពាក្យសុំថ្មី បើត្រូវការ។', th: 'โปรดยื่นคำขอใหม่หากต้องการ', en: 'Make a new application if one is needed.' },
  },
  'payment.not-online': {
    title: {
      km: 'ការិយាល័យនេះមិនទាន់ទទួលការបង់ប្រាក់តាមកូដ QR ទេ។',
      th: 'สำนักงานนี้ยังไม่รับชำระเงินด้วยรหัส QR',
      en: 'This office takes no payment by QR code yet.',
    },
    next: { km: 'សូមទទួលសាច់ប្រាក់ ហើយផ្តល់បង្កាន់ដៃ។', th: 'โปรดรับเงินสดและออกใบเสร็จ', en: 'Take cash, with a receipt.' },
  },
  'payment.not-found': {
    title: { km: 'រកមិនឃើញការបង់ប្រាក់នេះទេ។', th: 'ไม่พบการชำระเงินนี้', en: 'This payment was not found.' },
    next: { km: 'សូមជ្រើសរើសពីបញ្ជីនៃការបង់ប្រាក់។', th: 'โปรดเลือกจากรายการชำระเงิน', en: 'Choose from the payments of the charge.' },
  },
  'payment.already-reversed': {
    title: { km: 'ការបង់ប្រាក់នេះបានដកវិញរួចហើយ។', th: 'การชำระเงินนี้ถูกกลับรายการแล้ว', en: 'This payment was already reversed.' },
    next: { km: 'សូមមើលមូលហេតុនៅក្បែរវា។', th: 'โปรดดูเหตุผลที่อยู่ข้างรายการ', en: 'The reason stands beside it.' },
  },
  'payment.owed-back': {
    title: {
      km: 'ប្រាក់នេះមិនបានបង់អ្វីទេ ហើយត្រូវសងវិញរួចហើយ។',
      th: 'เงินนี้ไม่ได้ชำระสิ่งใดและอยู่ในรายการที่ต้องคืนแล้ว',
      en: 'This money paid nothing, and is owed back already.',
    },
    next: { km: 'សូមបើកបញ្ជីប្រាក់ដែលត្រូវសងវិញ។', th: 'โปรดเปิดรายการเงินที่ต้องคืน', en: 'Open the list of refunds.' },
  },
  'payment.earned': {
    title: {
      km: 'លិខិតនៃពាក្យសុំនេះបានចុះហត្ថលេខារួចហើយ៖ ថ្លៃសេវាមិនត្រូវសងវិញទេ។',
      th: 'บัตรตามคำขอนี้ลงนามแล้ว ค่าธรรมเนียมจึงไม่คืน',
      en: 'The pass of this application was signed: the fee is earned.',
    },
    next: {
      km: 'ថ្លៃសេវាត្រូវសងវិញ លុះត្រាតែលិខិតអស់សុពលភាពដោយកំហុសរបស់ការិយាល័យផ្ទាល់។ បើដូច្នេះ សូមគូសប្រអប់នោះ ហើយសរសេរកំហុសនោះ។',
      th: 'คืนได้เฉพาะเมื่อบัตรสิ้นผลเพราะความผิดพลาดของสำนักงานเอง หากเป็นเช่นนั้น ให้ทำเครื่องหมายและเขียนว่าผิดพลาดอย่างไร',
      en: 'It goes back only where the pass ended by the office’s own error. If so, tick that, and write what the error was.',
    },
  },
  'refund.not-found': {
    title: { km: 'រកមិនឃើញការសងប្រាក់នេះទេ។', th: 'ไม่พบรายการคืนเงินนี้', en: 'This refund was not found.' },
    next: { km: 'សូមជ្រើសរើសពីបញ្ជីប្រាក់ដែលត្រូវសងវិញ។', th: 'โปรดเลือกจากรายการเงินที่ต้องคืน', en: 'Choose from the list of refunds.' },
  },
  'refund.done': {
    title: { km: 'ប្រាក់នេះបានសងវិញរួចហើយ។', th: 'เงินนี้คืนไปแล้ว', en: 'This money was already given back.' },
    next: { km: 'សូមមើលថា អ្នកណាបានសង និងពេលណា។', th: 'โปรดดูว่าใครคืนและเมื่อใด', en: 'See who gave it back, and when.' },
  },
  'day.already-closed': {
    title: {
      km: 'បញ្ជីប្រាក់នៃថ្ងៃនេះបានបិទរួចហើយ។',
      th: 'ยอดเงินของวันนี้ปิดแล้ว',
      en: 'This day of the till is already closed.',
    },
    next: {
      km: 'អ្វីដែលទទួលក្រោយមក នឹងរាប់ក្នុងថ្ងៃបន្ទាប់។',
      th: 'รายการหลังจากนี้จะนับในวันถัดไป',
      en: 'What is taken now counts in the next day.',
    },
  },
  'day.not-explained': {
    title: {
      km: 'មានភាពខុសគ្នាដែលមិនទាន់ពន្យល់។ បញ្ជីប្រាក់មិនទាន់បិទទេ។',
      th: 'มีความแตกต่างที่ยังไม่ได้อธิบาย ยอดเงินยังไม่ปิด',
      en: 'Something differs and is not explained. The day was not closed.',
    },
    next: {
      km: 'ត្រូវមាន {expected} បានរាប់ {counted}។ សូមរាប់ម្តងទៀត ឬសរសេរមូលហេតុ។',
      th: 'ควรมี {expected} นับได้ {counted} โปรดนับอีกครั้งหรือเขียนเหตุผล',
      en: 'Expected were {expected}, counted {counted}. Count again, or write why.',
    },
  },
  'day.currencies': {
    title: { km: 'ការិយាល័យនេះទទួលរូបិយប័ណ្ណច្រើនជាងមួយ។', th: 'สำนักงานนี้รับเงินมากกว่าหนึ่งสกุล', en: 'This till holds more than one currency.' },
    next: {
      km: 'សូមប្រាប់អ្នកគ្រប់គ្រងប្រព័ន្ធ៖ ថ្លៃសេវាមានរូបិយប័ណ្ណតែមួយ។',
      th: 'โปรดแจ้งผู้ดูแลระบบ ค่าธรรมเนียมมีสกุลเงินเดียว',
      en: 'Tell the system administrator: a fee has one currency.',
    },
  },
  'day.empty': {
    title: { km: 'គ្មានអ្វីត្រូវបិទទេ។', th: 'ไม่มีรายการให้ปิด', en: 'There is nothing to close.' },
    next: { km: 'សូមបិទបញ្ជីប្រាក់ ក្រោយពេលទទួលការបង់ប្រាក់។', th: 'โปรดปิดยอดหลังจากรับชำระเงินแล้ว', en: 'Close the day once something was taken.' },
  },
  'statement.malformed': {
    title: {
      km: 'បញ្ជីរបស់ធនាគារមិនអាចអានបាននៅបន្ទាត់ {line} ទេ។',
      th: 'อ่านรายการของธนาคารไม่ได้ที่บรรทัด {line}',
      en: 'The bank’s list cannot be read at line {line}.',
    },
    next: {
      km: 'សូមទាញយកបញ្ជីជា CSV ម្តងទៀត ដែលមានជួរឈរ reference និង amount។ គ្មានអ្វីត្រូវបានបិទទេ។',
      th: 'โปรดดาวน์โหลดรายการเป็น CSV อีกครั้ง โดยมีคอลัมน์ reference และ amount ยังไม่มีการปิดยอด',
      en: 'Download it again as CSV, with the columns reference and amount. Nothing was closed.',
    },
  },
} as const
