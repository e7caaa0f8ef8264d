// Refusals to residents who ask whether they can cross. The shape of each is checked where problems.ts joins them.
export const crossProblems = {
  'cross.pass-unknown': {
    title: {
      km: 'គ្មានលិខិតឆ្លងដែនណាដែលមានលេខ និងថ្ងៃកំណើតនេះទេ។',
      th: 'ไม่พบบัตรผ่านแดนที่ตรงกับหมายเลขและวันเกิดนี้',
      en: 'There is no pass in force with this number and this birth date.',
    },
    next: {
      km: 'សូមពិនិត្យលេខលើលិខិត និងថ្ងៃកំណើត ឬសួរដោយមិនប្រើលេខ។',
      th: 'โปรดตรวจหมายเลขบนบัตรและวันเกิด หรือถามโดยไม่ใช้หมายเลข',
      en: 'Check the number on the pass and the birth date, or ask without the number.',
    },
  },
  'cross.document': {
    title: {
      km: 'គ្មានលិខិតឆ្លងដែនបែបនេះសម្រាប់សញ្ជាតិ {nationality} ទេ។',
      th: 'ไม่มีบัตรผ่านแดนเช่นนี้สำหรับสัญชาติ {nationality}',
      en: 'There is no such border pass for the nationality {nationality}.',
    },
    next: {
      km: 'សូមជ្រើសលិខិតឆ្លងដែនអន្តរជាតិ ឬតំបន់ក្នុងប្រទេសរបស់អ្នក។',
      th: 'โปรดเลือกหนังสือเดินทาง หรือพื้นที่ในประเทศของท่าน',
      en: 'Choose a passport, or an area of your own country.',
    },
  },
  'cross.too-far': {
    title: {
      km: 'ពេលនេះឆ្ងាយពេក ឬកន្លងហួសហើយ។',
      th: 'เวลานี้ไกลเกินไปหรือผ่านไปแล้ว',
      en: 'That moment is too far ahead, or over.',
    },
    next: {
      km: 'សូមសួរអំពីពេលក្នុងរយៈពេល {days} ថ្ងៃខាងមុខ ដោយសរសេរឆ្នាំជាគ្រិស្តសករាជ។',
      th: 'โปรดถามเวลาภายใน {days} วันข้างหน้า โดยใช้ปี ค.ศ.',
      en: 'Ask about the next {days} {days:day|days}, with the year in the common era.',
    },
  },
} as const

export const crossRules = {
  'cross.own-pass': { km: 'សំណួរអំពីលិខិតរបស់ខ្លួន', th: 'คำถามเกี่ยวกับบัตรของตน', en: 'Questions about one’s own pass' },
  'cross.asked': { km: 'សំណួរអំពីការឆ្លងដែន', th: 'คำถามเรื่องการผ่านแดน', en: 'Questions about crossing' },
} as const
