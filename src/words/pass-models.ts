import type { Text } from '../kernel/language.ts'

/** The models of the pass, as the gate and the desk name them. */
export const modelWords = {
  qr: { km: 'លិខិតថ្មី មានលេខកូដ', th: 'แบบใหม่ มีคิวอาร์', en: 'new, with a code' },
  'legacy-yellow': { km: 'លិខិតចាស់ ពណ៌លឿង', th: 'แบบเก่า สีเหลือง', en: 'older, yellow' },
  'legacy-blue': { km: 'លិខិតចាស់ ពណ៌ខៀវ', th: 'แบบเก่า สีน้ำเงิน', en: 'older, blue' },
} as const satisfies Record<string, Text>

export const passModelWords = {
  model: { km: 'ម៉ូដែល', th: 'แบบ', en: 'Model' },
  noCode: {
    km: 'លិខិតនេះគ្មានលេខកូដ និងគ្មានរូបថតក្នុងបញ្ជីទេ។ សូមមើលសៀវភៅផ្ទាល់។',
    th: 'บัตรนี้ไม่มีรหัสและไม่มีรูปในทะเบียน โปรดดูเล่มจริง',
    en: 'This pass has no code, and the register has no photo of it. Look at the booklet itself.',
  },
} as const satisfies Record<string, Text>
