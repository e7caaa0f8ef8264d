// Refusals about mandates, passes, persons, documents and movements. The shape of each is checked where problems.ts joins them.

const otherAuthority = {
  km: 'សូមយកពាក្យសុំទៅសាលាខេត្ត ដែលចេញលិខិតសម្រាប់គ្រប់ស្រុកក្នុងខេត្ត ឬឱ្យគេបញ្ចូលការផ្ទេរសិទ្ធិថ្មីដោយបញ្ជាក់លិខិតបទដ្ឋាន។',
  th: 'โปรดยื่นคำขอที่ศาลากลางจังหวัด ซึ่งออกบัตรให้ทุกอำเภอของจังหวัด หรือให้บันทึกการมอบอำนาจใหม่พร้อมอ้างอิงเอกสารที่เป็นฐาน',
  en: 'Take the application to the provincial hall, which issues for all its districts; or have a new mandate entered with its instrument.',
}

const mandateProblems = {
  'mandate.none': {
    title: { km: 'ការិយាល័យនេះមិនទាន់មានការផ្ទេរសិទ្ធិទេ។', th: 'สำนักงานนี้ไม่มีการมอบอำนาจ', en: 'This office holds no mandate.' },
    next: otherAuthority,
  },
  'mandate.not-started': {
    title: {
      km: 'ការផ្ទេរសិទ្ធិមិនទាន់មានប្រសិទ្ធភាពទេ ថ្ងៃចាប់ផ្តើមគឺ {from}។',
      th: 'การมอบอำนาจยังไม่มีผล วันเริ่มต้นคือ {from}',
      en: 'The mandate is not yet in force; its first day is {from}.',
    },
    next: {
      km: 'សូមរង់ចាំដល់ថ្ងៃចាប់ផ្តើម ឬបញ្ជូនពាក្យសុំទៅសាលាខេត្ត។',
      th: 'โปรดรอจนถึงวันเริ่มต้น หรือส่งคำขอไปที่ศาลากลางจังหวัด',
      en: 'Wait for the first day, or pass the application to the provincial hall.',
    },
  },
  'mandate.ended': {
    title: {
      km: 'ការផ្ទេរសិទ្ធិបានផុតកំណត់ ថ្ងៃចុងក្រោយគឺ {lastDay}។',
      th: 'การมอบอำนาจสิ้นสุดแล้ว วันสุดท้ายคือ {lastDay}',
      en: 'The mandate has ended; its last day was {lastDay}.',
    },
    next: otherAuthority,
  },
  'mandate.revoked': {
    title: {
      km: 'ការផ្ទេរសិទ្ធិត្រូវបានដកវិញនៅថ្ងៃទី {revokedAt}។',
      th: 'การมอบอำนาจถูกเพิกถอนแล้วเมื่อ {revokedAt}',
      en: 'The mandate was withdrawn on {revokedAt}.',
    },
    next: otherAuthority,
  },
  'mandate.area': {
    title: {
      km: 'អាសយដ្ឋាន {area} នៅក្រៅតំបន់នៃការផ្ទេរសិទ្ធិ {mandateArea}។',
      th: 'ที่อยู่ {area} อยู่นอกพื้นที่ของการมอบอำนาจ {mandateArea}',
      en: 'The address {area} lies outside the area of the mandate {mandateArea}.',
    },
    next: {
      km: 'សូមបញ្ជូនពាក្យសុំទៅការិយាល័យក្រុង ស្រុកនៃអាសយដ្ឋាននោះ ឬទៅសាលាខេត្ត។',
      th: 'โปรดส่งคำขอไปยังสำนักงานของเมืองหรืออำเภอตามที่อยู่นั้น หรือศาลากลางจังหวัด',
      en: 'Pass the application to the office of that city or district, or to the provincial hall.',
    },
  },
  'mandate.power': {
    title: {
      km: 'ការផ្ទេរសិទ្ធិនេះមិនរួមបញ្ចូលសិទ្ធិ {power} ទេ។',
      th: 'การมอบอำนาจนี้ไม่รวมอำนาจ {power}',
      en: 'The mandate does not hold the power to {power}.',
    },
    next: {
      km: 'សូមស្នើឱ្យអ្នកដែលទទួលសិទ្ធិនេះសម្រេច ឬបញ្ជូនពាក្យសុំទៅសាលាខេត្ត។',
      th: 'โปรดให้ผู้ที่ได้รับมอบอำนาจนี้เป็นผู้พิจารณา หรือส่งคำขอไปที่ศาลากลางจังหวัด',
      en: 'Ask whoever holds that power to decide, or pass the application to the provincial hall.',
    },
  },
} as const

const passProblems = {
  'pass.not-found': {
    title: { km: 'រកមិនឃើញលិខិតឆ្លងដែនលេខនេះក្នុងបញ្ជីទេ។', th: 'ไม่พบบัตรผ่านแดนหมายเลขนี้ในทะเบียน', en: 'No border pass with this number is on record.' },
    next: {
      km: 'សូមវាយលេខម្តងទៀត ឬស្កេនកូដ។ បើនៅតែរកមិនឃើញ សូមបញ្ជូនទៅមន្ត្រីទទួលបន្ទុក។ សាមីខ្លួនអាចស្នើឱ្យប្រធានច្រក ឬការិយាល័យពិនិត្យឡើងវិញ។',
      th: 'โปรดพิมพ์หมายเลขใหม่หรือสแกนรหัส หากยังไม่พบ โปรดส่งต่อเจ้าหน้าที่ผู้รับผิดชอบ ผู้ถือบัตรขอให้หัวหน้าจุดผ่านแดนหรือสำนักงานทบทวนได้',
      en: 'Type the number again or scan the code. If it is still not found, refer the holder to the officer in charge; the chief of the crossing point or the office can review it.',
    },
  },
  // At a desk, of whatever reason: that another office has such a pass is not told.
  'pass.not-here': {
    title: {
      km: 'គ្មានលិខិតឆ្លងដែនបែបនេះក្នុងតំបន់របស់លោកអ្នកទេ។',
      th: 'ไม่พบบัตรผ่านแดนนี้ในพื้นที่ของท่าน',
      en: 'No such border pass is on record in your own places.',
    },
    next: {
      km: 'សូមផ្ទៀងលេខជាមួយលិខិត។ បើការិយាល័យផ្សេងបានចេញលិខិតនេះ សាមីខ្លួនត្រូវសួរនៅទីនោះ៖ ការិយាល័យនីមួយៗឃើញតែលិខិតរបស់ខ្លួន។',
      th: 'โปรดเทียบหมายเลขกับตัวบัตร หากสำนักงานอื่นเป็นผู้ออก ให้ผู้ถือบัตรติดต่อที่นั่น แต่ละสำนักงานเห็นเฉพาะบัตรของตน',
      en: 'Compare the number with the pass. If another office issued it, the holder asks there: each office sees its own passes only.',
    },
  },
  'pass.already-revoked': {
    title: { km: 'លិខិតឆ្លងដែននេះត្រូវបានលុបចោលរួចហើយ។', th: 'บัตรผ่านแดนนี้ถูกยกเลิกไปแล้ว', en: 'This pass is already revoked.' },
    next: {
      km: 'លិខិតដែលបានលុបមិនអាចប្រើវិញបានទេ។ សាមីខ្លួនអាចដាក់ពាក្យសុំថ្មី ឬស្នើឱ្យការិយាល័យពិនិត្យឡើងវិញ។',
      th: 'บัตรที่ยกเลิกแล้วนำกลับมาใช้ไม่ได้ ผู้ถือบัตรยื่นคำขอใหม่ หรือขอให้สำนักงานทบทวนได้',
      en: 'A revoked pass stays revoked. The holder can apply for a new one, or ask the office for a review.',
    },
  },
  'pass.already-suspended': {
    title: { km: 'លិខិតឆ្លងដែននេះកំពុងត្រូវបានផ្អាករួចហើយ។', th: 'บัตรผ่านแดนนี้ถูกระงับอยู่แล้ว', en: 'This pass is already suspended.' },
    next: {
      km: 'អាចដោះការផ្អាក ឬលុបលិខិតនេះ។ សាមីខ្លួនអាចស្នើឱ្យការិយាល័យពិនិត្យឡើងវិញ។',
      th: 'จะคืนสถานะหรือยกเลิกบัตรก็ได้ ผู้ถือบัตรขอให้สำนักงานทบทวนได้',
      en: 'It can be resumed or revoked. The holder can ask the office for a review.',
    },
  },
  'pass.not-suspended': {
    title: { km: 'លិខិតឆ្លងដែននេះមិនបានផ្អាកទេ។', th: 'บัตรผ่านแดนนี้ไม่ได้ถูกระงับ', en: 'This pass is not suspended.' },
    next: {
      km: 'មិនចាំបាច់ដោះការផ្អាកទេ។ សូមមើលស្ថានភាពនៃលិខិត។',
      th: 'ไม่ต้องคืนสถานะ โปรดดูสถานะของบัตร',
      en: 'There is nothing to resume. See the state of the pass.',
    },
  },
  'pass.not-active': {
    title: { km: 'លិខិតឆ្លងដែននេះ {number} មិនមានសុពលភាពទេ។', th: 'บัตรผ่านแดนนี้ {number} ใช้ไม่ได้', en: 'This pass {number} is not in force.' },
    next: {
      km: 'សាមីខ្លួនអាចដាក់ពាក្យសុំលិខិតថ្មីនៅការិយាល័យ ឬស្នើឱ្យការិយាល័យពិនិត្យឡើងវិញ។',
      th: 'ผู้ถือบัตรยื่นคำขอบัตรใหม่ที่สำนักงาน หรือขอให้สำนักงานทบทวนได้',
      en: 'The holder can apply for a new pass at the office, or ask it for a review.',
    },
  },
  'status.fetch-list': {
    title: {
      km: 'ពីកំណែនោះ មិនអាចផ្តល់តែការផ្លាស់ប្តូរបានទេ។',
      th: 'ไม่สามารถให้เฉพาะการเปลี่ยนแปลงจากรุ่นนั้นได้',
      en: 'The changes since that version cannot be given alone.',
    },
    next: {
      km: 'សូមទាញយកបញ្ជីស្ថានភាពទាំងមូល ហើយបន្តពីលេខរបស់វា។',
      th: 'โปรดดึงรายการสถานะทั้งฉบับ แล้วใช้ต่อจากลำดับของฉบับนั้น',
      en: 'Fetch the whole status list, and go on from its number.',
    },
  },
  'person.not-found': {
    title: { km: 'រកមិនឃើញបុគ្គលនេះក្នុងបញ្ជីទេ។', th: 'ไม่พบบุคคลนี้ในทะเบียน', en: 'This person is not on record.' },
    next: {
      km: 'សូមពិនិត្យលេខ ឬស្វែងរកតាមលេខលិខិតឆ្លងដែន។ បុគ្គលដែលមិនទាន់មានក្នុងបញ្ជីអាចដាក់ពាក្យសុំនៅការិយាល័យ។',
      th: 'โปรดตรวจสอบหมายเลข หรือค้นหาด้วยหมายเลขบัตรผ่านแดน ผู้ที่ยังไม่มีในทะเบียนยื่นคำขอได้ที่สำนักงาน',
      en: 'Check the number, or search by the pass number. A person not yet on record can apply at the office.',
    },
  },
  'document.not-a-pass': {
    title: { km: 'កូដនេះមិនមែនជាកូដលិខិតឆ្លងដែនទេ។', th: 'รหัสนี้ไม่ใช่รหัสของบัตรผ่านแดน', en: 'This code is not that of a border pass.' },
    next: {
      km: 'សូមស្កេនកូដនៅលើលិខិតឆ្លងដែន ឬវាយលេខលិខិត។ បើមានការជំទាស់ សូមស្នើឱ្យប្រធានច្រកពិនិត្យឡើងវិញ។',
      th: 'โปรดสแกนรหัสบนบัตรผ่านแดน หรือพิมพ์หมายเลขบัตร หากมีข้อโต้แย้ง โปรดขอให้หัวหน้าจุดผ่านแดนทบทวน',
      en: 'Scan the code on the border pass, or type its number. If this is disputed, ask the chief of the crossing point for a review.',
    },
  },
  'document.not-whole': {
    title: {
      km: 'នេះមិនមែនជាកូដពេញមួយទេ៖ ខ្វះផ្នែកខ្លះ ឬមានពីរចូលគ្នា។',
      th: 'นี่ไม่ใช่รหัสที่ครบหนึ่งรหัส ขาดบางส่วนหรือมีสองรหัสติดกัน',
      en: 'This is not one whole code: a part is missing, or there are two.',
    },
    next: {
      km: 'សូមស្កេនលិខិតមួយម្តងទៀត។ គ្មានអ្វីត្រូវបានពិនិត្យទេ។',
      th: 'โปรดสแกนบัตรหนึ่งใบอีกครั้ง ยังไม่ได้ตรวจสิ่งใด',
      en: 'Scan one pass again. Nothing was checked.',
    },
  },
} as const

const movementProblems = {
  'movement.in-future': {
    title: { km: 'ពេលវេលានៃការឆ្លងកាត់នេះមិនទាន់មកដល់ទេ។', th: 'เวลาของการผ่านแดนล้ำหน้าเวลาปัจจุบัน', en: 'The time of this movement has not come yet.' },
    next: {
      km: 'សូមពិនិត្យនាឡិការបស់ឧបករណ៍ ហើយកត់ត្រាម្តងទៀត។',
      th: 'โปรดตรวจสอบนาฬิกาของอุปกรณ์ แล้วบันทึกใหม่',
      en: 'Check the clock of the device and record the movement again.',
    },
  },
  'movement.too-old': {
    title: {
      km: 'ការឆ្លងកាត់នេះកើតឡើងលើសពី {daysMax} ថ្ងៃមកហើយ។',
      th: 'การผ่านแดนนี้ย้อนหลังเกิน {daysMax} วัน',
      en: 'This movement lies more than {daysMax} {daysMax:day|days} back.',
    },
    next: {
      km: 'សូមពិនិត្យកាលបរិច្ឆេទ។ បើត្រឹមត្រូវ សូមរាយការណ៍ជូនប្រធានច្រក។',
      th: 'โปรดตรวจสอบวันที่ หากถูกต้อง โปรดรายงานหัวหน้าจุดผ่านแดน',
      en: 'Check the date. If it is right, report it to the chief of the crossing point.',
    },
  },
  'movement.arrival': {
    title: {
      km: 'ពេលមកដល់ជួរមិនអាចក្រោយពេលឆ្លងកាត់ ឬមុនលើសពី {hoursMax} ម៉ោងទេ។',
      th: 'เวลาที่มาถึงแถวต้องไม่หลังเวลาผ่านแดน และไม่ก่อนเกิน {hoursMax} ชั่วโมง',
      en: 'The arrival at the line must not lie after the movement, nor more than {hoursMax} {hoursMax:hour|hours} before it.',
    },
    next: {
      km: 'សូមពិនិត្យម៉ោងលើសំបុត្រជួរ ហើយវាយម្តងទៀត។',
      th: 'โปรดตรวจสอบเวลาบนบัตรคิว แล้วพิมพ์ใหม่',
      en: 'Check the time on the queue ticket, and type it again.',
    },
  },
  'movement.repeat': {
    title: { km: 'ការឆ្លងកាត់នេះបានកត់ត្រារួចហើយនៅថ្ងៃទី {at}។', th: 'การผ่านแดนนี้บันทึกไว้แล้วเมื่อ {at}', en: 'This movement was already recorded on {at}.' },
    next: {
      km: 'កំណត់ត្រាដំបូងនៅជាធរមាន។ បើសាមីខ្លួនពិតជាបានឆ្លងកាត់ម្តងទៀត សូមកត់ត្រានៅពេលបន្តិចទៀត។',
      th: 'รายการแรกยังมีผลอยู่ หากผู้ถือบัตรผ่านแดนอีกครั้งจริง โปรดบันทึกใหม่ในอีกสักครู่',
      en: 'The first record stands. If the person really crossed again, record it in a little while.',
    },
  },
  'movement.not-found': {
    title: { km: 'រកមិនឃើញការឆ្លងកាត់នេះទេ។', th: 'ไม่พบการผ่านแดนรายการนี้', en: 'This movement was not found.' },
    next: {
      km: 'សូមពិនិត្យលេខ និងកាលបរិច្ឆេទ ឬសួរប្រធានច្រក។',
      th: 'โปรดตรวจสอบหมายเลขและวันที่ หรือสอบถามหัวหน้าจุดผ่านแดน',
      en: 'Check the number and the date, or ask the chief of the crossing point.',
    },
  },
} as const

export const recordProblems = { ...mandateProblems, ...passProblems, ...movementProblems } as const
