import type { Text } from '../kernel/language.ts'

export const flagsTitle: Text = { km: 'សូមពិនិត្យពីរដង', th: 'ควรดูให้ละเอียด', en: 'Look twice' }

/** What a signer looks at twice, by the flag's code: src/passes/flags.rules.ts. */
export const flagWords = {
  'refused-before': { km: 'ធ្លាប់ត្រូវបដិសេធ {n}\u00a0ដង', th: 'เคยไม่ได้รับอนุมัติ {n}\u00a0ครั้ง', en: 'Refused before: {n}' },
  'suspected-before': { km: 'ធ្លាប់ត្រូវសង្ស័យថាក្លែងបន្លំ {n}\u00a0ដង', th: 'เคยถูกสงสัยว่าทุจริต {n}\u00a0ครั้ง', en: 'Refused before as suspected fraud: {n}' },
  'pass-stopped': {
    km: 'លិខិតត្រូវបានដកហូត ឬផ្អាកដោយមូលហេតុផ្សេងពីការបាត់៖ {n}',
    th: 'บัตรถูกเพิกถอน หรือถูกระงับด้วยเหตุอื่นที่ไม่ใช่การสูญหาย: {n}',
    en: 'Pass revoked, or suspended for another reason than loss: {n}',
  },
  'near-duplicate': {
    km: 'មានបុគ្គលស្រដៀងក្នុងបញ្ជី ពេលមន្ត្រីទទួលពាក្យ',
    th: 'มีบุคคลคล้ายกันในทะเบียน ขณะเจ้าหน้าที่รับคำขอ',
    en: 'Somebody alike was on record when the clerk took it',
  },
  'near-not-said': {
    km: 'មន្ត្រីមិនបាននិយាយអ្វីអំពីបុគ្គលស្រដៀង {n}\u00a0នាក់',
    th: 'เจ้าหน้าที่ไม่ได้ระบุเกี่ยวกับบุคคลคล้ายกัน {n}\u00a0คน',
    en: 'People alike of whom the clerk said nothing: {n}',
  },
  'near-corrected-away': {
    km: 'បុគ្គលស្រដៀងដែលលែងរកឃើញក្រោយពេលកែទិន្នន័យ៖ {n}\u00a0នាក់',
    th: 'บุคคลคล้ายกันที่ไม่พบอีกหลังแก้ไขข้อมูล: {n}\u00a0คน',
    en: 'People alike who are no longer found since the data were corrected: {n}',
  },
  'unusual-hour': { km: 'បានទទួលក្រៅម៉ោង៖ {day} ម៉ោង {hour}', th: 'รับนอกเวลา: {day} เวลา {hour} น.', en: 'Taken outside office hours: {day}, {hour}:00' },
  'unusual-rate': {
    km: 'មន្ត្រីបានទទួល {n}\u00a0ករណីក្នុងម៉ោងនោះ លើសពី {max}',
    th: 'เจ้าหน้าที่รับ {n}\u00a0คำขอในชั่วโมงนั้น เกิน {max}',
    en: 'The clerk took {n} in that hour, more than {max}',
  },
  returned: { km: 'ធ្លាប់ត្រូវបញ្ជូនត្រឡប់ឱ្យកែនៅ {day}', th: 'เคยถูกส่งกลับให้แก้ไขเมื่อ {day}', en: 'Returned for correction on {day}' },
  'identity-corrected': {
    km: 'លេខអត្តសញ្ញាណប័ណ្ណ ឬថ្ងៃខែឆ្នាំកំណើតត្រូវបានកែក្រោយពេលទទួល',
    th: 'เลขประจำตัวหรือวันเกิดถูกแก้ไขหลังรับคำขอ',
    en: 'The identity number or birth date was corrected after it was taken',
  },
  'papers-not-seen': { km: 'មិនទាន់ឃើញ៖ {papers}', th: 'ยังไม่เห็น: {papers}', en: 'Not seen: {papers}' },
  'home-not-proved': {
    km: 'មិនទាន់បានបញ្ជាក់ថារស់នៅទីនោះតាំងពីពេលណា',
    th: 'ยังไม่มีหลักฐานว่าอยู่ที่นั่นตั้งแต่เมื่อใด',
    en: 'Not proved since when the person lives there',
  },
  'home-new': {
    km: 'រស់នៅទីនោះតាំងពី {day} តិចជាង {months}\u00a0ខែ',
    th: 'อยู่ที่นั่นตั้งแต่ {day} น้อยกว่า {months}\u00a0เดือน',
    en: 'Lives there since {day}, less than {months} {months:month|months}',
  },
  'proof-old': {
    km: 'ឯកសារបញ្ជាក់លំនៅឋានចុះថ្ងៃ {day} ចាស់ជាង {months}\u00a0ខែ',
    th: 'หลักฐานที่อยู่ลงวันที่ {day} เก่ากว่า {months}\u00a0เดือน',
    en: 'The paper for the home is of {day}, older than {months} {months:month|months}',
  },
  'begun-by-phone': {
    km: 'ម្ចាស់លិខិតបានចាប់ផ្តើមតាមទូរស័ព្ទ ការិយាល័យមិនទាន់បានឃើញគាត់ទេ',
    th: 'ผู้ถือบัตรเริ่มเองทางโทรศัพท์ สำนักงานยังไม่ได้พบตัว',
    en: 'Begun by the holder by phone: nobody at the office has seen them yet',
  },
  replaces: { km: 'ជំនួសលិខិតចាស់៖ {cause}', th: 'แทนบัตรเดิม: {cause}', en: 'Replaces a pass: {cause}' },
} as const satisfies Record<string, Text>
