import type { Text } from '../kernel/language.ts'

/** The head of an office, who holds its mandate; `area` is the office's name in the reader's script where it has one. */
export const officeHeadWords = {
  district: { km: 'អភិបាលស្រុក {area}', th: 'นายอำเภอ {area}', en: 'Governor of {area}' },
  municipality: { km: 'អភិបាលក្រុង {area}', th: 'ผู้ว่าการเมือง {area}', en: 'Governor of {area}' },
  province: { km: 'អភិបាលខេត្ត {area}', th: 'ผู้ว่าราชการจังหวัด {area}', en: 'Governor of {area}' },
  'thai-district': { km: 'អភិបាលស្រុក {area}', th: 'นายอำเภอ {area}', en: 'District Chief Officer of {area}' },
} as const satisfies Record<string, Text>
