// Words of the watchlist at the desk: entries, why, allow notes, a file of entries.
import type { Text } from '../kernel/language.ts'

export const watchWords = {
  title: { km: 'បញ្ជីតាមដាន', th: 'บัญชีเฝ้าระวัง', en: 'Watchlist' },
  lead: {
    km: 'មនុស្ស ឯកសារ និងយានយន្តដែលច្រកព្រំដែនត្រូវបញ្ជូនទៅមន្ត្រី។ ការមើលម្តងៗត្រូវបានកត់ត្រា។',
    th: 'บุคคล เอกสาร และยานพาหนะที่จุดผ่านแดนต้องส่งต่อเจ้าหน้าที่ การเปิดดูทุกครั้งจะบันทึกไว้',
    en: 'People, documents and vehicles that a crossing point refers to an officer. Every look is on record.',
  },
  list: { km: 'បញ្ជីរបស់', th: 'บัญชีของ', en: 'List of' },
  cleared: { km: 'បានអនុញ្ញាតនៅច្រកនេះ', th: 'ปล่อยผ่านที่จุดนี้', en: 'Cleared at this point' },
  entries: { km: 'ធាតុក្នុងបញ្ជី', th: 'รายการ', en: 'Entries' },
  none: { km: 'គ្មានធាតុទេ។', th: 'ไม่มีรายการ', en: 'No entries.' },
  older: { km: 'បង្ហាញធាតុចាស់ជាងនេះ', th: 'แสดงรายการเก่ากว่า', en: 'Show older ones' },
  newest: { km: 'ត្រឡប់ទៅធាតុថ្មីបំផុត', th: 'กลับไปรายการล่าสุด', en: 'Back to the newest' },
  who: { km: 'អ្នកណា ឬអ្វី', th: 'ใครหรือสิ่งใด', en: 'Who or what' },
  why: { km: 'មូលហេតុ', th: 'เหตุ', en: 'Why' },
  whyHidden: { km: 'មូលហេតុមិនបង្ហាញនៅទីនេះ', th: 'ไม่แสดงเหตุที่นี่', en: 'Why is not shown here' },
  until: { km: 'រហូតដល់', th: 'ถึง', en: 'Until' },
  born: { km: 'កើតថ្ងៃ {date}', th: 'เกิด {date}', en: 'Born {date}' },
  bornIn: { km: 'កើតឆ្នាំ {year}', th: 'เกิดปี {year}', en: 'Born in {year}' },
  // The form.
  enter: { km: 'បញ្ចូលទៅក្នុងបញ្ជី', th: 'เพิ่มในบัญชี', en: 'Enter on the list' },
  entered: { km: 'បានបញ្ចូល។ ច្រកទាំងអស់ដឹងហើយ។', th: 'เพิ่มแล้ว ทุกจุดผ่านแดนทราบแล้ว', en: 'Entered. Every crossing point knows.' },
  kind: { km: 'ប្រភេទ', th: 'ชนิด', en: 'What it is about' },
  source: { km: 'អាជ្ញាធរដែលស្នើសុំ', th: 'หน่วยงานที่ขอ', en: 'Authority that asked for it' },
  seenBy: { km: 'អ្នកដែលអាចឃើញមូលហេតុ', th: 'ผู้ที่ดูเหตุได้', en: 'Who may see why' },
  nameKhmer: { km: 'ឈ្មោះជាអក្សរខ្មែរ', th: 'ชื่ออักษรเขมร', en: 'Name in Khmer letters' },
  nameThai: { km: 'ឈ្មោះជាអក្សរថៃ', th: 'ชื่ออักษรไทย', en: 'Name in Thai letters' },
  nameLatin: { km: 'ឈ្មោះជាអក្សរឡាតាំង', th: 'ชื่ออักษรโรมัน', en: 'Name in Latin letters' },
  birth: { km: 'ថ្ងៃកំណើត ឬឆ្នាំ', th: 'วันเกิดหรือปีเกิด', en: 'Date of birth, or the year' },
  birthHint: { km: 'ឧ. ១៧/៥/១៩៩០ ឬ ១៩៩០', th: 'เช่น 17/5/2533 หรือ 2533', en: 'Such as 17/5/1990, or 1990' },
  unknown: { km: 'មិនដឹង', th: 'ไม่ทราบ', en: 'Not known' },
  issuer: { km: 'រដ្ឋដែលចេញ', th: 'รัฐผู้ออก', en: 'Issued by' },
  number: { km: 'លេខឯកសារ', th: 'หมายเลขเอกสาร', en: 'Document number' },
  plate: { km: 'ផ្លាកលេខ', th: 'ทะเบียนรถ', en: 'Number plate' },
  lastDay: { km: 'ថ្ងៃចុងក្រោយ', th: 'วันสุดท้าย', en: 'Last day' },
  lastDayHint: { km: 'ធាតុនីមួយៗត្រូវមានថ្ងៃផុតកំណត់ ឧ. ៣១/១២/២០២៦', th: 'ทุกรายการต้องมีวันสิ้นสุด เช่น 31/12/2569', en: 'Every entry ends, such as 31/12/2026' },
  remark: { km: 'កំណត់សម្គាល់ (រក្សាទុកតែក្នុងកំណត់ត្រា)', th: 'หมายเหตุ (เก็บไว้ในบันทึกเท่านั้น)', en: 'Remark (kept in the record only)' },
  // One entry.
  open: { km: 'មើល', th: 'ดู', en: 'Look' },
  end: { km: 'ដកចេញពីបញ្ជី', th: 'นำออกจากบัญชี', en: 'Take off the list' },
  endLead: {
    km: 'ចាប់ពីពេលនេះ ច្រកព្រំដែនលែងបញ្ជូនករណីនេះទៅមន្ត្រីទៀត។',
    th: 'นับจากนี้จุดผ่านแดนจะไม่ส่งต่อกรณีนี้อีก',
    en: 'From now on no crossing point refers this to an officer.',
  },
  extend: { km: 'ប្តូរថ្ងៃចុងក្រោយ', th: 'เปลี่ยนวันสุดท้าย', en: 'Change the last day' },
  extendTo: { km: 'ថ្ងៃចុងក្រោយថ្មី', th: 'วันสุดท้ายใหม่', en: 'New last day' },
  one: { km: 'ធាតុក្នុងបញ្ជីតាមដាន', th: 'รายการเฝ้าระวัง', en: 'Watchlist entry' },
  back: { km: 'ត្រឡប់ទៅបញ្ជី', th: 'กลับไปที่บัญชี', en: 'Back to the list' },
  enteredAt: { km: 'បានបញ្ចូលនៅ', th: 'เพิ่มเมื่อ', en: 'Entered' },
  history: { km: 'ប្រវត្តិ', th: 'ประวัติ', en: 'History' },
  byFile: { km: 'បានមកតាមឯកសារនាំចូល មិនមានអ្វីផ្លាស់ប្តូរទេ។', th: 'มาจากไฟล์นำเข้า ยังไม่มีการเปลี่ยนแปลง', en: 'It came with a file, and nothing changed since.' },
  byYou: { km: 'ដោយអ្នក', th: 'โดยคุณ', en: 'By you' },
  // Allow notes.
  notes: { km: 'កំណត់ត្រាអនុញ្ញាត', th: 'บันทึกปล่อยผ่าน', en: 'Allow notes' },
  notesLead: {
    km: 'អ្នកដែលមានឯកសារនេះមិនមែនជាអ្នកក្នុងបញ្ជីទេ ហើយមិនត្រូវបានបញ្ឈប់ម្តងទៀតដោយធាតុនេះ។',
    th: 'ผู้ถือเอกสารนี้ไม่ใช่ผู้ที่อยู่ในบัญชี และจะไม่ถูกหยุดด้วยรายการนี้อีก',
    en: 'Whoever holds this document is not the one on the list, and is not stopped again by this entry.',
  },
  noNotes: { km: 'មិនទាន់មានកំណត់ត្រាទេ។', th: 'ยังไม่มีบันทึก', en: 'No notes yet.' },
  giveNote: { km: 'អនុញ្ញាតឯកសារនេះ', th: 'ปล่อยผ่านเอกสารนี้', en: 'Allow this document' },
  ground: { km: 'ហេតុអ្វីមិនត្រូវគ្នា', th: 'เหตุที่ไม่ตรงกัน', en: 'Why it is not a true hit' },
  endNote: { km: 'បញ្ចប់កំណត់ត្រា', th: 'ยุติบันทึก', en: 'End the note' },
  // Searching.
  search: { km: 'ស្វែងរកក្នុងបញ្ជី', th: 'ค้นหาในบัญชี', en: 'Search the list' },
  searchLead: {
    km: 'ឈ្មោះក្នុងអក្សរណាក៏បាន លេខឯកសារ ឬផ្លាកលេខ។ រាល់ការស្វែងរកត្រូវបានរាប់ និងកត់ត្រា។',
    th: 'ชื่อในอักษรใดก็ได้ หมายเลขเอกสาร หรือทะเบียนรถ ทุกการค้นหาถูกนับและบันทึก',
    en: 'A name in any letters, a document number or a plate. Each search is counted and recorded.',
  },
  name: { km: 'ឈ្មោះ', th: 'ชื่อ', en: 'Name' },
  searchBy: { km: 'ស្វែងរកតាម', th: 'ค้นหาด้วย', en: 'Search by' },
  amongEnded: { km: 'ក្នុងចំណោមធាតុដែលចប់ហើយ', th: 'ในรายการที่สิ้นสุดแล้ว', en: 'Among those that are over' },
  // Which of the list.
  part: { km: 'បង្ហាញ', th: 'แสดง', en: 'Show' },
  filter: { km: 'អនុវត្ត', th: 'กรอง', en: 'Apply' },
  nobody: { km: 'គ្មានអ្វីដូចនេះក្នុងបញ្ជីទេ។', th: 'ไม่มีรายการเช่นนี้ในบัญชี', en: 'Nothing like this is on the list.' },
  // A file.
  file: { km: 'នាំចូលឯកសារ', th: 'นำเข้าไฟล์', en: 'Import a file' },
  fileLead: {
    km: 'ឯកសារ CSV ឬ XLSX យ៉ាងច្រើន ១០០\u00a0០០០ ជួរ។ ជួរទីមួយត្រូវមានឈ្មោះជួរឈរទាំងនេះ៖',
    th: 'ไฟล์ CSV หรือ XLSX ไม่เกิน 100,000 แถว แถวแรกต้องมีชื่อคอลัมน์เหล่านี้',
    en: 'A CSV or XLSX file of at most 100,000 rows. Its first line names these columns:',
  },
  tryFile: { km: 'សាកល្បង', th: 'ทดลอง', en: 'Dry run' },
  takeIn: { km: 'នាំចូល {count}', th: 'นำเข้า {count} รายการ', en: 'Import {count} {count:entry|entries}' },
  wouldCome: { km: 'អាចនាំចូល', th: 'นำเข้าได้', en: 'Would come in' },
  cameIn: { km: 'បាននាំចូល', th: 'นำเข้าแล้ว', en: 'Came in' },
} as const satisfies Record<string, Text>

export const watchKindWords = {
  person: { km: 'មនុស្ស', th: 'บุคคล', en: 'Person' },
  document: { km: 'ឯកសារ', th: 'เอกสาร', en: 'Document' },
  plate: { km: 'យានយន្ត', th: 'ยานพาหนะ', en: 'Vehicle' },
} as const satisfies Record<string, Text>

export const watchReasonWords = {
  wanted: { km: 'ត្រូវតាមចាប់', th: 'ต้องการตัว', en: 'Wanted' },
  missing: { km: 'បាត់ខ្លួន', th: 'สูญหาย', en: 'Missing' },
  'trafficking-victim': { km: 'សង្ស័យជាជនរងគ្រោះនៃការជួញដូរមនុស្ស', th: 'อาจเป็นผู้เสียหายจากการค้ามนุษย์', en: 'May be a victim of trafficking' },
  'trafficking-suspect': { km: 'សង្ស័យជួញដូរមនុស្ស', th: 'ต้องสงสัยค้ามนุษย์', en: 'Suspected of trafficking' },
  'court-order': { km: 'ដីកាតុលាការ', th: 'คำสั่งศาล', en: 'Court order' },
  'stolen-document': { km: 'ឯកសារត្រូវគេលួច', th: 'เอกสารถูกขโมย', en: 'Stolen document' },
  'lost-document': { km: 'ឯកសារបាត់', th: 'เอกสารหาย', en: 'Lost document' },
  'stolen-vehicle': { km: 'យានយន្តត្រូវគេលួច', th: 'ยานพาหนะถูกขโมย', en: 'Stolen vehicle' },
  other: { km: 'ផ្សេងទៀត', th: 'อื่น ๆ', en: 'Other' },
} as const satisfies Record<string, Text>

export const seenByWords = {
  point: { km: 'ការិយាល័យ និងប្រធានច្រក', th: 'หน่วยที่เพิ่มและหัวหน้าจุดผ่านแดน', en: 'The desk, and chiefs of points' },
  desk: { km: 'តែការិយាល័យដែលបញ្ចូល', th: 'เฉพาะหน่วยที่เพิ่ม', en: 'The desk that entered it alone' },
} as const satisfies Record<string, Text>

export const entryStateWords = {
  'in-force': { km: 'មានប្រសិទ្ធភាព', th: 'มีผล', en: 'In force' },
  'not-yet': { km: 'មិនទាន់', th: 'ยังไม่ถึงวัน', en: 'Not yet' },
  expired: { km: 'ផុតកំណត់', th: 'หมดอายุ', en: 'Expired' },
  ended: { km: 'បានបញ្ចប់', th: 'สิ้นสุดแล้ว', en: 'Ended' },
} as const satisfies Record<string, Text>

/** What happened to an entry. */
export const historyWords = {
  entered: { km: 'បានបញ្ចូល', th: 'เพิ่มในบัญชี', en: 'Entered' },
  extended: { km: 'បានប្តូរថ្ងៃចុងក្រោយ', th: 'เปลี่ยนวันสุดท้าย', en: 'Last day changed' },
  ended: { km: 'បានដកចេញពីបញ្ជី', th: 'นำออกจากบัญชี', en: 'Taken off the list' },
  'note-given': { km: 'បានអនុញ្ញាតឯកសារមួយ', th: 'ปล่อยผ่านเอกสารหนึ่ง', en: 'A document allowed' },
  'note-ended': { km: 'បានបញ្ចប់កំណត់ត្រាអនុញ្ញាត', th: 'ยุติบันทึกปล่อยผ่าน', en: 'An allow note ended' },
} as const satisfies Record<string, Text>

export const listPartWords = {
  all: { km: 'ទាំងអស់', th: 'ทั้งหมด', en: 'All' },
  live: { km: 'មានប្រសិទ្ធភាព ឬនឹងមាន', th: 'มีผลหรือจะมีผล', en: 'In force, or to come' },
  expiring: { km: 'ផុតកំណត់ក្នុង {days} ថ្ងៃ', th: 'หมดอายุภายใน {days} วัน', en: 'Over within {days} {days:day|days}' },
  ended: { km: 'ចប់ហើយ', th: 'สิ้นสุดแล้ว', en: 'Over' },
} as const satisfies Record<string, Text>

export const groundWords = {
  'other-person': { km: 'មនុស្សផ្សេង', th: 'เป็นคนละคน', en: 'Another person' },
  'number-reused': { km: 'លេខដូចគ្នានៃឯកសារផ្សេង', th: 'หมายเลขซ้ำของเอกสารอื่น', en: 'The number of another document' },
  'other-vehicle': { km: 'យានយន្តផ្សេង', th: 'เป็นคนละคัน', en: 'Another vehicle' },
  'source-withdrew': { km: 'អាជ្ញាធរបានដកសំណើ', th: 'หน่วยงานถอนคำขอ', en: 'The authority withdrew' },
} as const satisfies Record<string, Text>
