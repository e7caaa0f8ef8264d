import type { Text } from '../kernel/language.ts'

export const flagsTitle: Text = { km: 'សូមពិនិត្យពីរដង', th: 'ควรดูให้ละเอียด', en: 'Look at twice' }

/** What a signer looks at twice, by the flag's code: src/passes/flags.rules.ts. */
export const flagWords = {
  'refused-before': { km: 'ធ្លាប់ត្រូវបដិសេធ {n} ដង', th: 'เคยไม่ได้รับอนุมัติ {n} ครั้ง', en: 'Refused before: {n}' },
  'suspected-before': { km: 'ធ្លាប់ត្រូវសង្ស័យថាក្លែងបន្លំ {n} ដង', th: 'เคยถูกสงสัยว่าทุจริต {n} ครั้ง', en: 'Refused before as suspected fraud: {n}' },
  'near-duplicate': {
    km: 'មានបុគ្គលស្រដៀងក្នុងបញ្ជី ពេលមន្ត្រីទទួលពាក្យ',
    th: 'มีบุคคลคล้ายกันในทะเบียน ขณะเจ้าหน้าที่รับคำขอ',
    en: 'Somebody alike was on record when the clerk took it',
  },
  'near-not-said': {
    km: 'មន្ត្រីមិនបាននិយាយអ្វីអំពីបុគ្គលស្រដៀង {n} នាក់',
    th: 'เจ้าหน้าที่ไม่ได้ระบุเกี่ยวกับบุคคลคล้ายกัน {n} คน',
    en: 'People alike of whom the clerk said nothing: {n}',
  },
  'unusual-hour': { km: 'បានទទួលក្រៅម៉ោង៖ {day} ម៉ោង {hour}', th: 'รับนอกเวลา: {day} เวลา {hour} น.', en: 'Taken outside office hours: {day}, {hour}:00' },
  'unusual-rate': {
    km: 'មន្ត្រីបានទទួល {n} ករណីក្នុងម៉ោងនោះ លើសពី {max}',
    th: 'เจ้าหน้าที่รับ {n} คำขอในชั่วโมงนั้น เกิน {max}',
    en: 'The clerk took {n} in that hour, more than {max}',
  },
  returned: { km: 'ធ្លាប់ត្រូវបញ្ជូនត្រឡប់ឱ្យកែនៅ {day}', th: 'เคยถูกส่งกลับให้แก้ไขเมื่อ {day}', en: 'Returned for correction on {day}' },
  replaces: { km: 'ជំនួសលិខិតចាស់៖ {cause}', th: 'แทนบัตรเดิม: {cause}', en: 'Replaces a pass: {cause}' },
} as const satisfies Record<string, Text>
