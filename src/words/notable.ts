// Words of the list of refused and flagged movements at the desk, and of one of them.
import type { Text } from '../kernel/language.ts'

export const notableWords = {
  lead: {
    km: 'អ្នកដែលមិនត្រូវបានអនុញ្ញាត និងអ្នកដែលឆ្លងដោយមានចំណាំ ព្រមទាំងវិធានដែលជាមូលហេតុ។ ការមើលបញ្ជីនេះម្តងៗត្រូវបានកត់ត្រា។',
    th: 'ผู้ที่ไม่ได้รับอนุญาตและผู้ที่ผ่านโดยมีข้อสังเกต พร้อมกฎที่เป็นเหตุ ทุกครั้งที่ดูรายการนี้ถูกบันทึก',
    en: 'Who was turned away and who passed with a flag, with the rules that spoke. Each look at this list is on record.',
  },
  today: { km: 'មើលថ្ងៃនេះ', th: 'ดูวันนี้', en: 'See today' },
  flagged: { km: 'ឆ្លងដោយមានចំណាំ', th: 'ผ่านโดยมีข้อสังเกต', en: 'Flagged' },
  byRule: { km: 'តាមវិធាន', th: 'ตามกฎ', en: 'By rule' },
  all: { km: 'ទាំងអស់', th: 'ทั้งหมด', en: 'All' },
  none: { km: 'គ្មានការបដិសេធ ឬចំណាំទេ។', th: 'ไม่มีการไม่อนุญาตหรือข้อสังเกต', en: 'Nobody was refused or flagged.' },
  seeAll: { km: 'មើលម្តងមួយៗ', th: 'ดูทีละรายการ', en: 'See each of them' },
  who: { km: 'ម៉ោង និងមន្ត្រី', th: 'เวลาและเจ้าหน้าที่', en: 'Time and officer' },
  what: { km: 'ឯកសារ និងវិធាន', th: 'เอกสารและกฎ', en: 'Document and rules' },
  noNumber: { km: 'ឯកសារគ្មានលេខ', th: 'เอกสารไม่มีเลขที่', en: 'Document without a number' },
  noShift: { km: 'កត់ត្រាដោយគ្មានវេន', th: 'บันทึกโดยไม่มีเวร', en: 'Recorded without a shift' },

  // One of them.
  one: { km: 'ការឆ្លងកាត់ក្នុងកំណត់ត្រា', th: 'การผ่านแดนในบันทึก', en: 'Movement on record' },
  back: { km: 'ត្រឡប់ទៅបញ្ជី', th: 'กลับไปที่รายการ', en: 'Back to the list' },
  when: { km: 'ពេលនៅច្រក', th: 'เวลาที่จุดผ่านแดน', en: 'At the point' },
  recorded: { km: 'ពេលកត់ត្រា', th: 'เวลาบันทึก', en: 'Recorded' },
  undone: { km: 'បានលុបចោលវិញ', th: 'ถูกยกเลิก', en: 'Undone' },
} as const satisfies Readonly<Record<string, Text>>
