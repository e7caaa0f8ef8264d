import type { Text } from '../kernel/language.ts'

// Refusals of the watchlist. The shape of each is checked where problems.ts joins them.

export const watchRules = {
  'watch.list': { km: 'បញ្ជីតាមដាន', th: 'บัญชีเฝ้าระวัง', en: 'The watchlist' },
  'watch.entry': { km: 'អ្វីដែលបញ្ជីតាមដានត្រូវការ', th: 'ข้อมูลที่รายการเฝ้าระวังต้องมี', en: 'What an entry needs' },
  'watch.expiry': { km: 'ថ្ងៃផុតកំណត់នៃបញ្ជីតាមដាន', th: 'วันสิ้นสุดของรายการเฝ้าระวัง', en: 'Every entry ends' },
  'watch.why': { km: 'អ្នកដែលអាចឃើញមូលហេតុ', th: 'ผู้ที่ดูเหตุได้', en: 'Who may see why' },
  'watch.note': { km: 'កំណត់ត្រាអនុញ្ញាត', th: 'บันทึกปล่อยผ่าน', en: 'Allow notes' },
} as const satisfies Record<string, Text>

const listProblems = {
  'watch.not-found': {
    title: { km: 'គ្មានធាតុនេះក្នុងបញ្ជីតាមដានទេ។', th: 'ไม่มีรายการนี้ในบัญชีเฝ้าระวัง', en: 'There is no such entry on the watchlist.' },
    next: { km: 'សូមពិនិត្យតំណ ឬស្វែងរកម្តងទៀត។', th: 'โปรดตรวจลิงก์หรือค้นหาใหม่', en: 'Check the link, or search again.' },
  },
  'watch.ended': {
    title: { km: 'ធាតុនេះបានបញ្ចប់ហើយ។', th: 'รายการนี้สิ้นสุดแล้ว', en: 'This entry has ended.' },
    next: { km: 'បើវាត្រូវមានប្រសិទ្ធភាពម្តងទៀត សូមបញ្ចូលថ្មី។', th: 'หากต้องมีผลอีก โปรดเพิ่มรายการใหม่', en: 'If it must count again, enter it anew.' },
  },
  'watch.twice': {
    title: { km: 'ការិយាល័យនេះបានបញ្ចូលធាតុដូចគ្នារួចហើយ។', th: 'หน่วยนี้เพิ่มรายการเดียวกันไว้แล้ว', en: 'This desk has entered the very same already.' },
    next: { km: 'សូមពន្យារធាតុដែលមានស្រាប់។', th: 'โปรดขยายเวลารายการที่มีอยู่', en: 'Extend the entry that is there.' },
  },
  'watch.why-hidden': {
    title: { km: 'មូលហេតុនៃធាតុនេះឃើញបានតែការិយាល័យដែលបញ្ចូល។', th: 'เหตุของรายการนี้ดูได้เฉพาะหน่วยที่เพิ่ม', en: 'Only the desk that entered this sees why.' },
    next: { km: 'សូមទាក់ទងការិយាល័យដែលបានបញ្ចូល។', th: 'โปรดติดต่อหน่วยที่เพิ่มรายการ', en: 'Call the desk that entered it; it clears a false hit.' },
  },
  'watch.note-not-found': {
    title: { km: 'គ្មានកំណត់ត្រាអនុញ្ញាតនេះទេ។', th: 'ไม่มีบันทึกปล่อยผ่านนี้', en: 'There is no such allow note.' },
    next: { km: 'សូមពិនិត្យតំណ។', th: 'โปรดตรวจลิงก์', en: 'Check the link.' },
  },
  'watch.note-ended': {
    title: { km: 'កំណត់ត្រាអនុញ្ញាតនេះបានបញ្ចប់ហើយ។', th: 'บันทึกปล่อยผ่านนี้สิ้นสุดแล้ว', en: 'This allow note has ended.' },
    next: { km: 'មិនចាំបាច់ធ្វើអ្វីទៀតទេ។', th: 'ไม่ต้องทำอะไรอีก', en: 'Nothing more is needed.' },
  },
} as const

const entryProblems = {
  'watch.place': {
    title: { km: 'បញ្ជីតាមដានជារបស់ថ្នាក់ជាតិ ឬខេត្ត។', th: 'บัญชีเฝ้าระวังเป็นของระดับประเทศหรือจังหวัด', en: 'Entries belong to the state or to a province.' },
    next: { km: 'សូមជ្រើសថ្នាក់ជាតិ ឬខេត្តរបស់លោកអ្នក។', th: 'โปรดเลือกระดับประเทศหรือจังหวัดของท่าน', en: 'Choose the state, or your province.' },
  },
  'watch.reason': {
    title: { km: 'មូលហេតុនេះមិនត្រូវនឹងប្រភេទនៃធាតុទេ។', th: 'เหตุนี้ไม่ตรงกับชนิดของรายการ', en: 'This reason does not fit what the entry is about.' },
    next: { km: 'សូមជ្រើសមូលហេតុពីបញ្ជី។', th: 'โปรดเลือกเหตุจากรายการ', en: 'Choose a reason from the list.' },
  },
  'watch.source': {
    title: { km: 'ត្រូវសរសេរថាអាជ្ញាធរណាស្នើសុំ។', th: 'ต้องระบุว่าหน่วยงานใดขอ', en: 'It must say which authority asked for it.' },
    next: {
      km: 'សូមសរសេរឈ្មោះអាជ្ញាធរ ពី ២ ដល់ ១២០ តួអក្សរ។',
      th: 'โปรดเขียนชื่อหน่วยงาน 2 ถึง 120 อักษร',
      en: 'Write the authority’s name, 2 to 120 characters.',
    },
  },
  'watch.names': {
    title: {
      km: 'ត្រូវមានឈ្មោះយ៉ាងតិចមួយ សរសេរជាអក្សររបស់វា។',
      th: 'ต้องมีชื่ออย่างน้อยหนึ่งแบบ เขียนด้วยอักษรของตน',
      en: 'One name at least is needed, each in its own letters.',
    },
    next: {
      km: 'សូមសរសេរឈ្មោះខ្មែរជាអក្សរខ្មែរ ឈ្មោះថៃជាអក្សរថៃ ឈ្មោះឡាតាំងជាអក្សរឡាតាំង។',
      th: 'โปรดเขียนชื่อเขมรด้วยอักษรเขมร ชื่อไทยด้วยอักษรไทย ชื่อโรมันด้วยอักษรโรมัน',
      en: 'Write Khmer names in Khmer, Thai names in Thai and Latin names in Latin letters, at most 120 characters.',
    },
  },
  'watch.birth': {
    title: {
      km: 'ត្រូវមានថ្ងៃកំណើត ឬឆ្នាំកំណើត មួយក្នុងចំណោមពីរ។',
      th: 'ต้องมีวันเกิดหรือปีเกิดอย่างใดอย่างหนึ่ง',
      en: 'A birth date or a birth year is needed, one of the two.',
    },
    next: { km: 'សូមសរសេរថ្ងៃកំណើតពិត ឬឆ្នាំដែលដឹង។', th: 'โปรดเขียนวันเกิดจริงหรือปีที่ทราบ', en: 'Write the real date, or the year that is known.' },
  },
  'watch.sex': {
    title: { km: 'មិនស្គាល់ភេទនេះទេ។', th: 'ไม่รู้จักเพศที่ระบุ', en: 'This sex is not known.' },
    next: { km: 'សូមសរសេរ M, F, X ឬទុកឱ្យទទេ។', th: 'โปรดเขียน M, F, X หรือเว้นว่าง', en: 'Write M, F or X, or leave it empty.' },
  },
  'watch.nationality': {
    title: { km: 'សញ្ជាតិត្រូវមានបីអក្សរ ដូចជា KHM។', th: 'สัญชาติต้องเป็นอักษรสามตัว เช่น THA', en: 'A nationality has three letters, such as KHM.' },
    next: {
      km: 'សូមសរសេរអក្សរបីដូចក្នុងលិខិតឆ្លងដែន ឬទុកឱ្យទទេ។',
      th: 'โปรดเขียนสามอักษรตามหนังสือเดินทางหรือเว้นว่าง',
      en: 'Write the three letters as passports have them, or leave it empty.',
    },
  },
  'watch.document': {
    title: { km: 'ឯកសារត្រូវមានអ្នកចេញ និងលេខ។', th: 'เอกสารต้องมีผู้ออกและหมายเลข', en: 'A document needs its issuer and its number.' },
    next: {
      km: 'សូមសរសេរអ្នកចេញជាបីអក្សរ និងលេខពី ៣ ដល់ ៤០ តួ។',
      th: 'โปรดเขียนผู้ออกเป็นสามอักษรและหมายเลข 3 ถึง 40 ตัว',
      en: 'Write the issuer in three letters and the number, 3 to 40 letters and digits.',
    },
  },
  'watch.plate': {
    title: { km: 'ផ្លាកលេខត្រូវមានលេខយ៉ាងតិចមួយខ្ទង់។', th: 'ทะเบียนรถต้องมีตัวเลขอย่างน้อยหนึ่งตัว', en: 'A plate has one digit at least.' },
    next: { km: 'សូមសរសេរផ្លាកលេខដូចដែលឃើញ។', th: 'โปรดเขียนทะเบียนรถตามที่เห็น', en: 'Write the plate as it stands on the vehicle.' },
  },
  'watch.days': {
    title: {
      km: 'ថ្ងៃចុងក្រោយត្រូវនៅក្រោយថ្ងៃដំបូង និងមិនលើស {daysMax} ថ្ងៃពីថ្ងៃនេះ។',
      th: 'วันสุดท้ายต้องไม่ก่อนวันแรกและไม่เกิน {daysMax} วันนับจากวันนี้',
      en: 'The last day is not before the first, not past, and at most {daysMax} {daysMax:day|days} from today.',
    },
    next: {
      km: 'សូមជ្រើសថ្ងៃជិតជាង ពេលដល់ថ្ងៃនោះអាចពន្យារបាន។',
      th: 'โปรดเลือกวันที่ใกล้กว่า เมื่อถึงเวลาขยายได้',
      en: 'Choose a nearer day; it can be extended when the time comes.',
    },
  },
  'watch.note-days': {
    title: {
      km: 'កំណត់ត្រាអនុញ្ញាតត្រូវមានថ្ងៃចុងក្រោយ មិនលើស {daysMax} ថ្ងៃពីថ្ងៃនេះ។',
      th: 'บันทึกปล่อยผ่านต้องมีวันสุดท้ายไม่เกิน {daysMax} วันนับจากวันนี้',
      en: 'An allow note has a last day, at most {daysMax} {daysMax:day|days} from today.',
    },
    next: { km: 'សូមជ្រើសថ្ងៃជិតជាង។', th: 'โปรดเลือกวันที่ใกล้กว่า', en: 'Choose a nearer day.' },
  },
} as const

export const watchProblems = { ...listProblems, ...entryProblems } as const
