// The gate loads these few with its first page, and none of the words of the page that they lead to.
import type { Text } from '../kernel/language.ts'

/** The slip that a gate shows or prints for whom it turned away. */
export const slipWords = {
  show: { km: 'របៀបជំទាស់', th: 'วิธีโต้แย้ง', en: 'How to contest' },
  title: { km: 'បើអ្នកគិតថានេះខុស៖', th: 'หากท่านเห็นว่าเรื่องนี้ผิด:', en: 'If you think that this is wrong:' },
  go: {
    km: 'បើក {address} ហើយវាយលេខឯកសារ និងកូដនេះ។',
    th: 'เปิด {address} แล้วพิมพ์หมายเลขเอกสารและรหัสนี้',
    en: 'open {address} and type the document number and this code.',
  },
  // Of a document that another state issued: without its issuer it is not found.
  goForeign: {
    km: 'បើក {address} ហើយវាយលេខឯកសារ ប្រទេសដែលចេញ ({issuer}) និងកូដនេះ។',
    th: 'เปิด {address} แล้วพิมพ์หมายเลขเอกสาร ประเทศผู้ออก ({issuer}) และรหัสนี้',
    en: 'open {address} and type the document number, who issued it ({issuer}), and this code.',
  },
} as const satisfies Record<string, Text>
