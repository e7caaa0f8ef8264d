// Words of people whom an applicant is like, and of what they have in common.
import type { Text } from '../kernel/language.ts'

export const nearWords = {
  title: { km: 'មនុស្សស្រដៀងគ្នាក្នុងបញ្ជី', th: 'ผู้ที่คล้ายกันในทะเบียน', en: 'People like this one in the register' },
  lead: {
    km: 'សូមប្រៀបធៀបមុខ និងឯកសារ។ បើជាមនុស្សតែមួយ កុំដាក់ពាក្យសុំនេះ៖ មនុស្សម្នាក់មានលិខិតតែមួយ។',
    th: 'โปรดเทียบใบหน้าและเอกสาร หากเป็นคนเดียวกัน อย่ายื่นคำขอนี้ หนึ่งคนมีบัตรได้ใบเดียว',
    en: 'Compare the faces and the papers. If it is the same person, do not submit: one person has one pass.',
  },
  applicant: { km: 'អ្នកស្នើសុំនៅទីនេះ', th: 'ผู้ขอที่อยู่ตรงนี้', en: 'The applicant here' },
  born: { km: 'កើតឆ្នាំ {year}', th: 'เกิดปี {year}', en: 'Born in {year}' },
  other: { km: 'នេះជាមនុស្សផ្សេង', th: 'เป็นคนละคน', en: 'This is another person' },
  notSaid: {
    km: 'សូមបញ្ជាក់សម្រាប់មនុស្សម្នាក់ៗថា ជាមនុស្សផ្សេង មុនពេលដាក់ពាក្យសុំ។',
    th: 'ก่อนยื่นคำขอ โปรดระบุของแต่ละคนว่าเป็นคนละคน',
    en: 'Before submitting, say of each that it is another person.',
  },
  ofThisCase: { km: 'អ្នកស្នើសុំ៖ {name}', th: 'ผู้ขอ: {name}', en: 'Applicant: {name}' },
  correctedAway: {
    km: 'លែងរកឃើញ ក្រោយពេលមន្ត្រីកែទិន្នន័យអ្នកស្នើសុំ។',
    th: 'ไม่พบอีกหลังจากเจ้าหน้าที่แก้ไขข้อมูลผู้ขอ',
    en: 'No longer found since a clerk corrected the applicant’s data.',
  },
  clerkSaid: { km: 'មន្ត្រីបានបញ្ជាក់ថា ជាមនុស្សផ្សេង។', th: 'เจ้าหน้าที่ระบุว่าเป็นคนละคน', en: 'The clerk said: another person.' },
  clerkSaidNothing: {
    km: 'មន្ត្រីមិនបាននិយាយអ្វីអំពីបុគ្គលនេះទេ។',
    th: 'เจ้าหน้าที่ไม่ได้ระบุเกี่ยวกับบุคคลนี้',
    en: 'The clerk said nothing about this person.',
  },
  noPhoto: { km: 'គ្មានរូបថត', th: 'ไม่มีรูปถ่าย', en: 'No photo' },
} as const satisfies Record<string, Text>

export const matchReasonWords = {
  'name.same': { km: 'ឈ្មោះដូចគ្នា', th: 'ชื่อเหมือนกัน', en: 'Same name' },
  'name.order': { km: 'ឈ្មោះដូចគ្នា តែលំដាប់ផ្សេង', th: 'ชื่อเหมือนกัน แต่สลับลำดับ', en: 'Same name in another order' },
  'name.spelling': { km: 'ឈ្មោះសរសេរខុសគ្នាបន្តិច', th: 'ชื่อสะกดต่างกันเล็กน้อย', en: 'Name spelt a little differently' },
  'name.sound': { km: 'ឈ្មោះមានសូរដូចគ្នា', th: 'ชื่อออกเสียงเหมือนกัน', en: 'Name sounds the same' },
  'name.near': { km: 'ឈ្មោះស្រដៀងគ្នា', th: 'ชื่อคล้ายกัน', en: 'Name is similar' },
  'name.partial': { km: 'ផ្នែកមួយនៃឈ្មោះដូចគ្នា', th: 'ชื่อเหมือนกันบางส่วน', en: 'One part of the name is the same' },
  'birthDate.same': { km: 'ថ្ងៃកំណើតដូចគ្នា', th: 'วันเกิดตรงกัน', en: 'Same date of birth' },
  'birthDate.day-month': { km: 'ថ្ងៃ និងខែកំណើតប្តូរកន្លែងគ្នា', th: 'วันและเดือนเกิดสลับกัน', en: 'Day and month of birth changed places' },
  'birthDate.digit': { km: 'ថ្ងៃកំណើតខុសគ្នាមួយខ្ទង់', th: 'วันเกิดต่างกันหนึ่งหลัก', en: 'Date of birth differs in one digit' },
  'birthDate.year': { km: 'ឆ្នាំកំណើតខុសគ្នាមួយឆ្នាំ', th: 'ปีเกิดต่างกันหนึ่งปี', en: 'Year of birth differs by one' },
  'birthDate.era': { km: 'ឆ្នាំកំណើតជាសករាជផ្សេង', th: 'ปีเกิดเป็นคนละศักราช', en: 'Year of birth in the other era' },
  'nationalId.same': { km: 'លេខអត្តសញ្ញាណដូចគ្នា', th: 'เลขประจำตัวตรงกัน', en: 'Same identity number' },
  'nationalId.slip': { km: 'លេខអត្តសញ្ញាណខុសគ្នាបន្តិច', th: 'เลขประจำตัวต่างกันเล็กน้อย', en: 'Identity number differs by one slip' },
  'sex.same': { km: 'ភេទដូចគ្នា', th: 'เพศเดียวกัน', en: 'Same sex' },
  'sex.differs': { km: 'ភេទខុសគ្នា', th: 'ต่างเพศ', en: 'Sex differs' },
  'home.district': { km: 'ស្រុកតែមួយ', th: 'อำเภอเดียวกัน', en: 'Same district' },
  'home.province': { km: 'ខេត្តតែមួយ', th: 'จังหวัดเดียวกัน', en: 'Same province' },
  'familyBook.same': { km: 'សៀវភៅគ្រួសារតែមួយ', th: 'รหัสประจำบ้านเดียวกัน', en: 'Same family book' },
} as const satisfies Record<string, Text>
