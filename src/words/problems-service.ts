// Refusals of requests, of registries, and of the table of crossing points. The shape of each is checked where problems.ts joins them.

const correctLine = {
  km: 'សូមកែបន្ទាត់ដែលបានបញ្ជាក់ រួចនាំចូលម្តងទៀត។',
  th: 'โปรดแก้ไขบรรทัดที่ระบุ แล้วนำเข้าใหม่',
  en: 'Correct the line that is named, then import again.',
}

const requestProblems = {
  'request.malformed': {
    title: { km: 'ទិន្នន័យដែលបានផ្ញើមកមិនត្រឹមត្រូវតាមទម្រង់។', th: 'ข้อมูลที่ส่งมาไม่ถูกต้องตามรูปแบบที่กำหนด', en: 'The data sent is not in the required form.' },
    next: { km: 'សូមពិនិត្យ និងកែទិន្នន័យ រួចផ្ញើម្តងទៀត។', th: 'โปรดตรวจสอบและแก้ไขข้อมูล แล้วส่งใหม่', en: 'Check and correct the data, then send it again.' },
  },
  'request.too-large': {
    title: { km: 'ឯកសារ ឬទិន្នន័យដែលបានផ្ញើមកមានទំហំធំពេក។', th: 'ไฟล์หรือข้อมูลที่ส่งมามีขนาดใหญ่เกินกำหนด', en: 'The file or data sent is too large.' },
    next: { km: 'សូមផ្ញើឯកសារដែលតូចជាង ឬបែងចែកផ្ញើបន្តិចម្តងៗ។', th: 'โปรดส่งไฟล์ที่เล็กลง หรือแบ่งส่งทีละส่วน', en: 'Send a smaller file, or send it in parts.' },
  },
  'request.media-type': {
    title: { km: 'ប្រព័ន្ធមិនទទួលឯកសារប្រភេទនេះទេ។', th: 'ระบบไม่รับไฟล์ประเภทนี้', en: 'This type of file is not accepted.' },
    next: {
      km: 'សូមផ្ញើជាប្រភេទដែលបានកំណត់សម្រាប់ទម្រង់នេះ។',
      th: 'โปรดส่งเป็นประเภทที่กำหนดไว้สำหรับแบบฟอร์มนี้',
      en: 'Send it as one of the types that this form names.',
    },
  },
  'request.not-found': {
    title: { km: 'រកមិនឃើញទំព័រ ឬទិន្នន័យដែលបានស្នើទេ។', th: 'ไม่พบหน้าหรือข้อมูลที่ขอ', en: 'The page or record was not found.' },
    next: {
      km: 'សូមពិនិត្យអាសយដ្ឋានទំព័រ ឬចាប់ផ្តើមឡើងវិញពីទំព័រដើម។',
      th: 'โปรดตรวจสอบที่อยู่ของหน้า หรือเริ่มใหม่จากหน้าแรก',
      en: 'Check the address, or start again from the first page.',
    },
  },
  'request.method': {
    title: { km: 'អាសយដ្ឋាននេះមិនទទួលសំណើបែបនេះទេ។', th: 'ที่อยู่นี้ไม่รับคำสั่งแบบนี้', en: 'This address does not take that kind of request.' },
    next: {
      km: 'សូមត្រឡប់ទៅទំព័រមុន ហើយប្រើប៊ូតុងនៅទីនោះ។ កម្មវិធីកុំព្យូទ័រត្រូវអនុវត្តតាមឯកសារណែនាំនៃប្រព័ន្ធ។',
      th: 'โปรดกลับไปหน้าก่อนและใช้ปุ่มในหน้านั้น โปรแกรมต้องทำตามเอกสารการเชื่อมต่อของระบบ',
      en: 'Go back one page and use its buttons. A program follows the description of the interface.',
    },
  },
  'request.id-reused': {
    title: {
      km: 'លេខសំណើនេះបានប្រើរួចហើយសម្រាប់ការងារផ្សេង។',
      th: 'หมายเลขรายการนี้ใช้กับเรื่องอื่นไปแล้ว',
      en: 'This request number was already used for something else.',
    },
    next: {
      km: 'សំណើនេះមិនបានផ្លាស់ប្តូរអ្វីទេ។ សូមផ្ញើម្តងទៀតជាសំណើថ្មី។',
      th: 'รายการนี้ไม่ได้เปลี่ยนแปลงข้อมูลใด โปรดส่งใหม่เป็นรายการใหม่',
      en: 'This request changed nothing. Send it again as a new request.',
    },
  },
  'server.unavailable': {
    title: { km: 'ប្រព័ន្ធមិនអាចឆ្លើយតបបានជាបណ្តោះអាសន្ន។', th: 'ระบบไม่สามารถให้บริการได้ชั่วคราว', en: 'The service cannot answer at the moment.' },
    next: {
      km: 'សូមព្យាយាមម្តងទៀតក្នុងពេលបន្តិចទៀត។ នៅច្រក សូមបន្តការងារដោយមិនភ្ជាប់បណ្តាញ។',
      th: 'โปรดลองใหม่ในอีกสักครู่ ที่จุดผ่านแดนให้ทำงานต่อได้โดยไม่ต้องเชื่อมต่อเครือข่าย',
      en: 'Try again in a moment. At the crossing point, work goes on without the network.',
    },
  },
  'server.fault': {
    title: {
      km: 'ប្រព័ន្ធរបស់យើងមានបញ្ហា មិនមែនជាកំហុសរបស់លោកអ្នកទេ។',
      th: 'ระบบของเราขัดข้อง มิใช่ความผิดของท่าน',
      en: 'Something failed on our side; it is not your mistake.',
    },
    next: {
      km: 'សូមព្យាយាមម្តងទៀត។ បើនៅតែមានបញ្ហា សូមប្រាប់ម៉ោងដែលកើតហេតុទៅការិយាល័យ។',
      th: 'โปรดลองอีกครั้ง หากยังขัดข้อง โปรดแจ้งเวลาที่เกิดเหตุให้สำนักงานทราบ',
      en: 'Try again. If it happens again, tell the office at what time it happened.',
    },
  },
  'time.invalid': {
    title: { km: 'កាលបរិច្ឆេទ ឬម៉ោងមិនត្រឹមត្រូវ។', th: 'วันที่หรือเวลาไม่ถูกต้อง', en: 'The date or time is not valid.' },
    next: {
      km: 'សូមបញ្ចូលតាមលំដាប់ ឆ្នាំ-ខែ-ថ្ងៃ និងម៉ោងតាមរបៀប ២៤ ម៉ោង ឧទាហរណ៍ 2026-03-01 និង 14:30។',
      th: 'โปรดระบุเป็น ปี ค.ศ.-เดือน-วัน และเวลาแบบ 24 ชั่วโมง เช่น 2026-03-01 และ 14:30',
      en: 'Enter year-month-day and the 24-hour clock, for example 2026-03-01 and 14:30.',
    },
  },
} as const

const registryProblems = {
  'calendar.year-unknown': {
    title: {
      km: 'មិនមានបញ្ជីថ្ងៃឈប់សម្រាកសម្រាប់ឆ្នាំ {year} ទេ៖ មានពីឆ្នាំ {firstYear} ដល់ {lastYear}។',
      th: 'ไม่มีข้อมูลวันหยุดของปี ค.ศ. {year} มีเฉพาะปี {firstYear} ถึง {lastYear}',
      en: 'The holidays of {year} are not on record; those of {firstYear} to {lastYear} are.',
    },
    next: {
      km: 'សូមជ្រើសរើសថ្ងៃផ្សេង ឬស្នើឱ្យអ្នកគ្រប់គ្រងប្រព័ន្ធបញ្ចូលថ្ងៃឈប់សម្រាកនៃឆ្នាំនោះ។',
      th: 'โปรดเลือกวันอื่น หรือขอให้ผู้ดูแลระบบเพิ่มวันหยุดของปีนั้น',
      en: 'Choose another day, or ask the system’s administrator to add the holidays of that year.',
    },
  },
  'area.unknown': {
    title: { km: 'តំបន់រដ្ឋបាលនេះមិនមានក្នុងបញ្ជីទេ។', th: 'ไม่พบเขตการปกครองนี้ในทะเบียน', en: 'This administrative area is not in the registry.' },
    next: {
      km: 'សូមពិនិត្យកូដ ដែលសរសេររដ្ឋមុនលេខ ដូចជា KH:0110។ បើកូដត្រឹមត្រូវ សូមស្នើឱ្យការិយាល័យបញ្ចូលតំបន់នេះ។',
      th: 'โปรดตรวจสอบรหัส ซึ่งระบุรัฐก่อนตัวเลข เช่น KH:0110 หากรหัสถูกต้อง โปรดขอให้สำนักงานเพิ่มเขตนี้',
      en: 'Check the code: the state before the digits, as in KH:0110. If it is right, ask the office to have the area entered.',
    },
  },
  'point.unknown': {
    title: { km: 'ច្រកនេះមិនមានក្នុងបញ្ជីទេ។', th: 'ไม่พบจุดผ่านแดนนี้ในทะเบียน', en: 'This crossing point is not in the registry.' },
    next: {
      km: 'សូមជ្រើសរើសពីបញ្ជីច្រក ឬស្នើឱ្យរដ្ឋបាលខេត្តពិនិត្យបញ្ជីនោះ។',
      th: 'โปรดเลือกจากรายชื่อจุดผ่านแดน หรือขอให้จังหวัดตรวจสอบทะเบียน',
      en: 'Choose it from the list of crossing points, or ask the province to check the registry.',
    },
  },
  'office.unknown': {
    title: {
      km: 'ការិយាល័យ {office} មិនមានក្នុងបញ្ជីការិយាល័យផ្តល់លិខិតឆ្លងដែនទេ។',
      th: 'สำนักงาน {office} ไม่อยู่ในทะเบียนสำนักงานที่ออกบัตรผ่านแดน',
      en: 'The office {office} is not in the registry of offices that issue border passes.',
    },
    next: {
      km: 'សូមជ្រើសរើសការិយាល័យពីបញ្ជី ឬសាកសួរនៅសាលាខេត្ត។',
      th: 'โปรดเลือกสำนักงานจากรายชื่อ หรือสอบถามที่ศาลากลางจังหวัด',
      en: 'Choose an office from the list, or ask at the provincial hall.',
    },
  },
} as const

const tableProblems = {
  'table.encoding': {
    title: {
      km: 'ឯកសារមិនមែនជាអក្សរ UTF-8 ឬមានតួអក្សរបញ្ជា។',
      th: 'ไฟล์ไม่ใช่ข้อความแบบ UTF-8 หรือมีอักขระควบคุม',
      en: 'The file is not UTF-8 text, or holds a control character.',
    },
    next: {
      km: 'សូមរក្សាទុកតារាងជាអក្សរ UTF-8 រួចនាំចូលម្តងទៀត។',
      th: 'โปรดบันทึกตารางเป็นข้อความ UTF-8 แล้วนำเข้าใหม่',
      en: 'Save the table as UTF-8 text, then import again.',
    },
  },
  'table.columns': {
    title: {
      km: 'ជួរឈរមិនដូចតារាងផ្លូវការ ឬខុសលំដាប់។',
      th: 'คอลัมน์ไม่ตรงกับตารางทางการหรือเรียงผิดลำดับ',
      en: 'The columns are not those of the official table, in its order.',
    },
    next: {
      km: 'សូមរៀបជួរឈរតាមតារាងផ្លូវការ រួចនាំចូលម្តងទៀត។',
      th: 'โปรดเรียงคอลัมน์ตามตารางทางการ แล้วนำเข้าใหม่',
      en: 'Put the columns as in the official table, then import again.',
    },
  },
  'table.row-malformed': {
    title: {
      km: 'ជួរនេះដាច់ ខុសលេខរៀង ឬមានអត្ថបទដែលមិនត្រូវនឹងជួរឈរណាមួយ។',
      th: 'แถวนี้ขาดหาย ผิดลำดับเลข หรือมีข้อความที่ไม่ตรงกับคอลัมน์ใด',
      en: 'The row is cut off or out of number, or holds what belongs to no column.',
    },
    next: correctLine,
  },
  'table.row-duplicate': {
    title: { km: 'លេខជួរ ឬគូទីកន្លែងនេះមានរួចហើយ។', th: 'เลขแถวหรือคู่สถานที่นี้มีอยู่แล้ว', en: 'The row number, or the same pair of places, is there already.' },
    next: correctLine,
  },
  'table.weekday-unknown': {
    title: { km: 'ពាក្យនេះមិនមែនជាឈ្មោះថ្ងៃក្នុងសប្តាហ៍ទេ។', th: 'คำนี้ไม่ใช่ชื่อวันในสัปดาห์', en: 'This is no day of the week.' },
    next: correctLine,
  },
  'table.hour-invalid': {
    title: {
      km: 'ម៉ោងមិនត្រឹមត្រូវ៖ ម៉ោងបិទត្រូវនៅក្រោយម៉ោងបើក។',
      th: 'เวลาไม่ถูกต้อง เวลาปิดต้องอยู่หลังเวลาเปิด',
      en: 'The hours are not two times of a day, the closing after the opening.',
    },
    next: correctLine,
  },
  'table.date-invalid': {
    title: {
      km: 'កាលបរិច្ឆេទមិនត្រឹមត្រូវតាមពុទ្ធសករាជ ឬនៅក្រោយថ្ងៃនេះ។',
      th: 'วันที่ไม่ถูกต้องตามพุทธศักราช หรืออยู่หลังวันนี้',
      en: 'This is no date of the Buddhist era up to today.',
    },
    next: correctLine,
  },
  'table.empty': {
    title: { km: 'ឯកសារនេះគ្មានតារាងច្រកទេ។', th: 'ไฟล์นี้ไม่มีตารางจุดผ่านแดน', en: 'There is no table of crossing points here.' },
    next: { km: 'សូមជ្រើសរើសឯកសារដែលមានតារាងច្រកផ្លូវការ។', th: 'โปรดเลือกไฟล์ที่มีตารางจุดผ่านแดนทางการ', en: 'Choose the file that holds the official table.' },
  },
  'table.unresolved': {
    title: { km: 'មិនអាចកំណត់បានថា ជួរនេះសំដៅលើទីកន្លែងណា។', th: 'ไม่สามารถระบุได้ว่าแถวนี้หมายถึงสถานที่ใด', en: 'It is not known which place this row means.' },
    next: {
      km: 'សូមសួររដ្ឋបាលខេត្តអំពីទីកន្លែងនេះ សរសេរឈ្មោះឱ្យច្បាស់ក្នុងតារាង រួចនាំចូលម្តងទៀត។',
      th: 'โปรดสอบถามจังหวัดว่าเป็นสถานที่ใด ระบุชื่อในตารางให้ชัดเจน แล้วนำเข้าใหม่',
      en: 'Ask the province which place is meant, name it clearly in the table, then import again.',
    },
  },
  'table.contradicts': {
    title: { km: 'បញ្ជីមានព័ត៌មានអំពីច្រកនេះខុសពីតារាង។', th: 'ทะเบียนมีข้อมูลของจุดผ่านแดนนี้ต่างจากตาราง', en: 'The registry says something else about this point.' },
    next: {
      km: 'សូមប្រៀបធៀបទាំងពីរ។ បើតារាងត្រឹមត្រូវ សូមបញ្ចូលការផ្លាស់ប្តូរក្នុងបញ្ជី ដោយបញ្ជាក់លិខិតបទដ្ឋាន។',
      th: 'โปรดเปรียบเทียบทั้งสอง หากตารางถูกต้อง โปรดบันทึกการเปลี่ยนแปลงในทะเบียนพร้อมอ้างอิงเอกสารที่เป็นฐาน',
      en: 'Compare the two. If the table is right, enter the change in the registry with its instrument.',
    },
  },
} as const

export const serviceProblems = { ...requestProblems, ...registryProblems, ...tableProblems } as const
