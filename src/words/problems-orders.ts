// Refusals about orders on crossings.
const formProblems = {
  'order.too-large': {
    title: { km: 'ឯកសារបទបញ្ជាធំពេក។', th: 'ไฟล์คำสั่งใหญ่เกินไป', en: 'The file of the order is too large.' },
    next: {
      km: 'បទបញ្ជាមួយមានយ៉ាងច្រើន {bytesMax} បៃ។',
      th: 'คำสั่งหนึ่งมีได้ไม่เกิน {bytesMax} ไบต์',
      en: 'An order has at most {bytesMax} {bytesMax:byte|bytes}.',
    },
  },
  'order.form': {
    title: { km: 'បទបញ្ជាមិនត្រូវតាមទម្រង់ត្រង់ «{path}»។', th: 'คำสั่งไม่ตรงตามแบบที่ “{path}”', en: 'The order has not the documented form, at “{path}”.' },
    next: {
      km: 'សូមកែវាលនេះ ឬដកវាលដែលទម្រង់មិនមាន។',
      th: 'โปรดแก้ช่องนี้ หรือเอาช่องที่แบบไม่มีออก',
      en: 'Correct this field, or take away what the form does not have.',
    },
  },
  'order.times': {
    title: { km: 'បទបញ្ជាបញ្ចប់មុនពេលចាប់ផ្តើម។', th: 'คำสั่งสิ้นสุดก่อนเริ่ม', en: 'The order ends before it starts.' },
    next: { km: 'សូមជ្រើសពេលបញ្ចប់ក្រោយពេលចាប់ផ្តើម។', th: 'โปรดเลือกเวลาสิ้นสุดหลังเวลาเริ่ม', en: 'Choose an end after the start.' },
  },
  'order.in-past': {
    title: {
      km: 'បទបញ្ជាចាប់ផ្តើមលើសពី {span} មុន។',
      th: 'คำสั่งเริ่มก่อนนี้เกิน {span}',
      en: 'The order starts more than {span} ago.',
    },
    next: {
      km: 'សូមជ្រើសពេលចាប់ផ្តើមថ្មី។',
      th: 'โปรดเลือกเวลาเริ่มใหม่',
      en: 'Choose another start: nobody can be held to an order that they could not know.',
    },
  },
  'order.point-unknown': {
    title: { km: 'ច្រក {point} មិនមានក្នុងបញ្ជីទេ។', th: 'ไม่มีจุดผ่านแดน {point} ในทะเบียน', en: 'There is no crossing point {point} in the register.' },
    next: { km: 'សូមជ្រើសច្រកពីបញ្ជី។', th: 'โปรดเลือกจุดผ่านแดนจากทะเบียน', en: 'Choose a point of the register.' },
  },
  'order.point-of-others': {
    title: { km: 'រដ្ឋនេះគ្មានផ្នែកនៅច្រកនោះទេ។', th: 'รัฐนี้ไม่มีฝั่งที่จุดผ่านแดนนั้น', en: 'This state has no side of that crossing point.' },
    next: { km: 'សូមពិនិត្យរដ្ឋ និងច្រក។', th: 'โปรดตรวจรัฐและจุดผ่านแดน', en: 'Look at the state and the points again.' },
  },
} as const

const sessionProblems = {
  'order.hours': {
    title: { km: 'ម៉ោងបិទមិនក្រោយម៉ោងបើកទេ។', th: 'เวลาปิดไม่อยู่หลังเวลาเปิด', en: 'The hours close before they open.' },
    next: {
      km: 'សូមប្តូរម៉ោង។ ឆ្លងអធ្រាត្រត្រូវសរសេរជាពីរ។',
      th: 'โปรดแก้เวลา ช่วงข้ามเที่ยงคืนให้เขียนเป็นสองช่วง',
      en: 'Change the hours; hours over midnight are written as two.',
    },
  },
  'order.quota': {
    title: { km: 'ចំនួនកំណត់ត្រូវធំជាងសូន្យ។', th: 'จำนวนที่กำหนดต้องมากกว่าศูนย์', en: 'A quota is more than zero.' },
    next: { km: 'សូមសរសេរចំនួន ឬដកវគ្គនេះចេញ។', th: 'โปรดใส่จำนวนหรือเอารอบนี้ออก', en: 'Write a number, or take the session away.' },
  },
  'order.quotas-overlap': {
    title: {
      km: 'វគ្គទី {first} និងទី {second} ជាន់គ្នាសម្រាប់មនុស្សតែមួយ ហើយមានចំនួនកំណត់៖ មិនដឹងថារាប់ក្នុងវគ្គណាទេ។',
      th: 'รอบที่ {first} และ {second} ทับกันสำหรับคนกลุ่มเดียวกันและมีการจำกัดจำนวน ไม่รู้ว่านับในรอบใด',
      en: 'Sessions {first} and {second} overlap for the same people, and there is a quota: nobody could say in which of them a person is counted.',
    },
    next: { km: 'សូមធ្វើឱ្យម៉ោង ឬលក្ខខណ្ឌខុសគ្នា។', th: 'โปรดแยกเวลาหรือเงื่อนไขออกจากกัน', en: 'Part their hours or their conditions.' },
  },
  'order.closed-but-open': {
    title: {
      km: 'បទបញ្ជាបិទច្រក ប៉ុន្តែមានម៉ោងសម្រាប់មនុស្សទាំងអស់។',
      th: 'คำสั่งปิดจุดผ่านแดนแต่มีเวลาสำหรับทุกคน',
      en: 'The order closes the border and has hours for everybody.',
    },
    next: {
      km: 'សូមជ្រើសកម្រិតផ្សេង ឬកំណត់ថាម៉ោងនោះសម្រាប់អ្នកណា។',
      th: 'โปรดเลือกระดับอื่น หรือระบุว่าเวลานั้นสำหรับใคร',
      en: 'Choose another stage, or say for whom the hours are.',
    },
  },
  'order.open-but-closed': {
    title: {
      km: 'បទបញ្ជាមិនបិទច្រក ប៉ុន្តែគ្មានម៉ោងសម្រាប់នរណាទេ។',
      th: 'คำสั่งไม่ได้ปิดจุดผ่านแดนแต่ไม่มีเวลาสำหรับใครเลย',
      en: 'The order does not close the border and has hours for nobody.',
    },
    next: { km: 'សូមជ្រើស «បិទ» ឬបន្ថែមម៉ោង។', th: 'โปรดเลือก “ปิด” หรือเพิ่มเวลา', en: 'Choose “closed”, or add hours.' },
  },
} as const

const whoProblems = {
  'order.who-twice': {
    title: { km: 'លក្ខខណ្ឌទូទៅមិនប្រើជាមួយវគ្គទេ។', th: 'เงื่อนไขทั่วไปใช้ร่วมกับช่วงเวลาไม่ได้', en: 'Conditions beside sessions would say nothing.' },
    next: { km: 'សូមសរសេរលក្ខខណ្ឌក្នុងវគ្គនីមួយៗ។', th: 'โปรดเขียนเงื่อนไขในแต่ละช่วง', en: 'Write for whom in each session.' },
  },
  'order.nobody-can': {
    title: { km: 'គ្មាននរណាអាចបំពេញលក្ខខណ្ឌទាំងនេះបានទេ។', th: 'ไม่มีใครเข้าเงื่อนไขเหล่านี้ได้', en: 'Nobody can meet these conditions.' },
    next: { km: 'សូមដកលក្ខខណ្ឌមួយចេញ។', th: 'โปรดเอาเงื่อนไขหนึ่งออก', en: 'Take one of them away.' },
  },
  'order.area-unknown': {
    title: { km: 'តំបន់ {area} មិនមានក្នុងបញ្ជីទេ។', th: 'ไม่มีพื้นที่ {area} ในทะเบียน', en: 'There is no area {area} in the register.' },
    next: { km: 'សូមជ្រើសខេត្ត ឬស្រុកពីបញ្ជី។', th: 'โปรดเลือกจังหวัดหรืออำเภอจากทะเบียน', en: 'Choose a province or a district of the register.' },
  },
  'order.nationality-unknown': {
    title: { km: 'មិនស្គាល់សញ្ជាតិ {nationality} ទេ។', th: 'ไม่รู้จักสัญชาติ {nationality}', en: 'The nationality {nationality} is not known.' },
    next: {
      km: 'សូមជ្រើសសញ្ជាតិពីបញ្ជី។ ក្នុងឯកសារ សូមសរសេរអក្សរបីដូចក្នុងលិខិតឆ្លងដែនអន្តរជាតិ។',
      th: 'โปรดเลือกสัญชาติจากรายการ ในไฟล์ให้เขียนสามอักษรตามหนังสือเดินทาง',
      en: 'Choose one of the list. In a file, write the three letters as passports have them.',
    },
  },
  'order.reroute-itself': {
    title: { km: 'យានយន្តត្រូវបានបញ្ជូនទៅច្រកដដែល។', th: 'รถถูกส่งไปยังจุดผ่านแดนเดิม', en: 'Vehicles are sent to the very point they come from.' },
    next: { km: 'សូមជ្រើសច្រកផ្សេង។', th: 'โปรดเลือกจุดผ่านแดนอื่น', en: 'Choose another point.' },
  },
  'order.reroute-closed': {
    title: {
      km: 'ច្រក {point} បិទក្នុងរយៈពេលនៃបទបញ្ជា។',
      th: 'จุดผ่านแดน {point} ปิดในช่วงเวลาของคำสั่ง',
      en: 'The point {point} is closed in the order’s time.',
    },
    next: { km: 'សូមជ្រើសច្រកដែលបើក។', th: 'โปรดเลือกจุดผ่านแดนที่เปิด', en: 'Send the vehicles to a point that is open.' },
  },
  'order.reroute-barred': {
    title: {
      km: 'នៅច្រក {point} បទបញ្ជាលេខ {order} ហាមយានយន្តដូចគ្នា។',
      th: 'ที่จุดผ่านแดน {point} คำสั่งเลขที่ {order} ห้ามรถชนิดเดียวกัน',
      en: 'At the point {point}, order {order} turns the same vehicles away.',
    },
    next: { km: 'សូមជ្រើសច្រកផ្សេង។', th: 'โปรดเลือกจุดผ่านแดนอื่น', en: 'Choose another point.' },
  },
} as const

const commandProblems = {
  'order.supersedes': {
    title: { km: 'បទបញ្ជានេះមិនអាចជំនួស {order} បានទេ។', th: 'คำสั่งนี้แทน {order} ไม่ได้', en: 'This order cannot take the place of {order}.' },
    next: {
      km: 'សូមជ្រើសបទបញ្ជារបស់រដ្ឋដដែល នៅច្រកដដែល ដែលមិនទាន់ចប់។',
      th: 'โปรดเลือกคำสั่งของรัฐเดียวกันที่จุดเดียวกันและยังไม่สิ้นสุด',
      en: 'Choose one of the same state, at the same points, that is not over by then.',
    },
  },
  'order.instrument': {
    title: {
      km: 'លិខិតនៃបទបញ្ជា {instrument} មិនពេញលេញ ឬខុសពីបញ្ជី។',
      th: 'เอกสารของคำสั่ง {instrument} ไม่ครบหรือไม่ตรงกับทะเบียน',
      en: 'The paper {instrument} is not told whole, or otherwise than the register has it.',
    },
    next: {
      km: 'លិខិតថ្មីត្រូវមានចំណងជើងបីភាសា អ្នកចេញ និងប្រភព។',
      th: 'เอกสารใหม่ต้องมีชื่อสามภาษา ผู้ออก และที่มา',
      en: 'A new paper has a title in three languages, an issuer and a source; a known one its id alone.',
    },
  },
  'order.paper': {
    title: {
      km: 'ឯកសារលិខិតត្រូវជា PDF, JPEG ឬ PNG យ៉ាងធំ {kilobytesMax} គីឡូបៃ។',
      th: 'ไฟล์เอกสารต้องเป็น PDF, JPEG หรือ PNG ไม่เกิน {kilobytesMax} กิโลไบต์',
      en: 'The paper’s file is a PDF, a JPEG or a PNG of at most {kilobytesMax} {kilobytesMax:kilobyte|kilobytes}.',
    },
    next: { km: 'សូមជ្រើសឯកសារផ្សេង។', th: 'โปรดเลือกไฟล์อื่น', en: 'Choose another file.' },
  },
  'order.conflicts': {
    title: { km: 'មាន {count} ចំណុចប៉ះទង្គិចដែលមិនទាន់បានបញ្ជាក់។', th: 'มีข้อขัดกัน {count} ข้อที่ยังไม่ได้ยืนยัน', en: 'Conflicts that nobody confirmed yet: {count}.' },
    next: { km: 'សូមមើលជាមុន ហើយបញ្ជាក់ម្តងមួយៗ។', th: 'โปรดดูตัวอย่างแล้วยืนยันทีละข้อ', en: 'Look at the preview and confirm each of them.' },
  },
  'order.twice': {
    title: { km: 'មានបទបញ្ជាដែលមានឈ្មោះ {order} រួចហើយ។', th: 'มีคำสั่งชื่อ {order} อยู่แล้ว', en: 'There is an order named {order} already.' },
    next: { km: 'សូមដាក់ឈ្មោះផ្សេង។', th: 'โปรดตั้งชื่ออื่น', en: 'Give it another name; what is on record is not written again.' },
  },
  'order.not-found': {
    title: { km: 'រកមិនឃើញបទបញ្ជានេះទេ។', th: 'ไม่พบคำสั่งนี้', en: 'There is no such order.' },
    next: { km: 'សូមមើលបញ្ជីបទបញ្ជា។', th: 'โปรดดูรายการคำสั่ง', en: 'Look at the list of orders.' },
  },
  'order.over': {
    title: { km: 'បទបញ្ជានេះបានចប់ហើយ។', th: 'คำสั่งนี้สิ้นสุดแล้ว', en: 'This order is over.' },
    next: { km: 'មិនចាំបាច់ធ្វើអ្វីទៀតទេ។', th: 'ไม่ต้องทำอะไรอีก', en: 'Nothing is left to end.' },
  },
  'order.end-later': {
    title: {
      km: 'ពេលបញ្ចប់អាចតែខិតជិត ហើយមិនអាចនៅអតីតកាល។',
      th: 'เวลาสิ้นสุดเลื่อนให้เร็วขึ้นได้เท่านั้น และย้อนหลังไม่ได้',
      en: 'An end only comes nearer, and not into the past.',
    },
    next: { km: 'ដើម្បីបន្ត សូមចេញបទបញ្ជាថ្មី។', th: 'หากต้องการให้นานขึ้น โปรดออกคำสั่งใหม่', en: 'To go on for longer, issue another order.' },
  },
} as const

export const orderProblems = { ...formProblems, ...sessionProblems, ...whoProblems, ...commandProblems } as const
