// Choosing a name out of a long list: by typing part of it, in any language, or its code.
import type { Text } from '../kernel/language.ts'

export const pickWords = {
  hint: { km: 'វាយឈ្មោះ ឬកូដ រួចជ្រើស', th: 'พิมพ์ชื่อหรือรหัส แล้วเลือก', en: 'Type a name or a code, and choose.' },
  nothing: { km: 'រកមិនឃើញ', th: 'ไม่พบ', en: 'Nothing found' },
  notChosen: {
    km: 'មិនទាន់ជ្រើស «{typed}» ទេ។ សូមជ្រើសឈ្មោះមួយពីបញ្ជី។',
    th: 'ยังไม่ได้เลือก “{typed}” โปรดเลือกชื่อจากรายการ',
    en: '“{typed}” is not chosen. Choose a name from the list.',
  },
  clear: { km: 'សម្អាត', th: 'ล้าง', en: 'Clear' },
  /** Of whose documents: "Thailand, border pass". */
  issuedBy: { km: '{state} · {document}', th: '{state} · {document}', en: '{state}, {document}' },
  borderPass: { km: 'លិខិតឆ្លងដែន', th: 'บัตรผ่านแดน', en: 'border pass' },
  passport: { km: 'លិខិតឆ្លងដែនអន្តរជាតិ', th: 'หนังสือเดินทาง', en: 'passport' },
} as const satisfies Record<string, Text>

/** Who has a code in a passport and is no state's national. */
export const noStateWords: Readonly<Record<string, Text>> = {
  XXA: { km: 'ជនគ្មានសញ្ជាតិ', th: 'บุคคลไร้สัญชาติ', en: 'Stateless person' },
  XXB: { km: 'ជនភៀសខ្លួនតាមអនុសញ្ញា ១៩៥១', th: 'ผู้ลี้ภัยตามอนุสัญญา ค.ศ. 1951', en: 'Refugee, by the convention of 1951' },
  XXC: { km: 'ជនភៀសខ្លួនផ្សេងទៀត', th: 'ผู้ลี้ภัยอื่น', en: 'Refugee, otherwise' },
}
