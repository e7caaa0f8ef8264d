// A signed pass that was revoked, replaced or ran out before it was handed over: what the office and its applicant read.
import type { Language, Text } from '../kernel/language.ts'

/** On the follow page; before the office has closed the application, and after. */
export const passOverStages = {
  'pass-suspended': {
    word: { km: 'លិខិតនេះកំពុងត្រូវផ្អាក ហើយមិនទាន់ប្រគល់ទេ', th: 'บัตรถูกระงับและยังไม่มอบให้', en: 'The pass is suspended and will not be handed over yet' },
    next: {
      km: 'សូមកុំទាន់មកយកលិខិត៖ វារង់ចាំរហូតដល់អភិបាលឱ្យប្រើឡើងវិញ។',
      th: 'โปรดอย่าเพิ่งมารับบัตร ต้องรอจนกว่านายอำเภอจะเปิดใช้อีกครั้ง',
      en: 'Do not come to fetch it yet: it waits until the governor lets it be used again.',
    },
  },
  'pass-over': {
    word: { km: 'លិខិតនេះប្រើលែងបាន ហើយមិនប្រគល់ទេ', th: 'บัตรใช้ไม่ได้แล้วและจะไม่มอบให้', en: 'The pass is no longer valid and will not be handed over' },
    next: {
      km: 'សូមកុំមកយកលិខិត។ ការិយាល័យនឹងបិទពាក្យសុំនេះ ដោយសរសេរមូលហេតុ។',
      th: 'โปรดอย่ามารับบัตร สำนักงานจะปิดคำขอนี้พร้อมเหตุผล',
      en: 'Do not come to fetch it. The office will close this application and say why.',
    },
  },
  'pass-over-closed': {
    word: { km: 'បានបិទ៖ លិខិតមិនបានប្រគល់ទេ', th: 'ปิดแล้ว: ไม่ได้มอบบัตร', en: 'Closed: the pass was not handed over' },
    next: {
      km: 'លិខិតប្រើលែងបានមុនពេលប្រគល់។ ការិយាល័យបានបិទពាក្យសុំនេះតាមមូលហេតុខាងក្រោម។',
      th: 'บัตรใช้ไม่ได้ก่อนการมอบ สำนักงานปิดคำขอนี้ด้วยเหตุผลด้านล่าง',
      en: 'The pass stopped being valid before it was handed over. The office closed this application for the reason below.',
    },
  },
} as const satisfies Record<string, { word: Text; next: Text }>

/** What is written down where the holder reported it: everything else is in the words of whoever stopped the pass. */
export const reportedWords = {
  lost: { km: 'បានរាយការណ៍ថាបាត់', th: 'แจ้งว่าหาย', en: 'Reported lost' },
  stolen: { km: 'បានរាយការណ៍ថាត្រូវគេលួច', th: 'แจ้งว่าถูกขโมย', en: 'Reported stolen' },
} as const satisfies Record<string, Text>

/** Why a pass is suspended or revoked, as its holder and its office read it. */
export const sayStopped = (reason: string, language: Language): string =>
  reason === 'lost' || reason === 'stolen' ? reportedWords[reason][language] : reason

/** How it ended, and what its applicant can do. */
export const passEndedWords = {
  revoked: {
    km: 'លិខិតនេះត្រូវបានលុបចោល។ បើមិនយល់ព្រម អ្នកអាចប្តឹងទៅខេត្ត។ អ្នកក៏អាចដាក់ពាក្យម្តងទៀតបានដែរ។',
    th: 'บัตรนี้ถูกยกเลิก หากไม่เห็นด้วย ท่านร้องเรียนต่อจังหวัดได้ และยื่นคำขอใหม่ได้',
    en: 'It was revoked. If you do not agree, complain to the province. You can also apply again.',
  },
  replaced: {
    km: 'លិខិតមួយទៀតបានជំនួសវា៖ សូមប្រើលេខតាមដាននៃពាក្យសុំនោះ។ បើអ្នកមិនបានស្នើសុំទេ សូមប្តឹងទៅខេត្ត។',
    th: 'มีบัตรอื่นแทนแล้ว โปรดใช้หมายเลขติดตามของคำขอนั้น หากท่านไม่ได้ขอ ให้ร้องเรียนต่อจังหวัด',
    en: 'Another pass took its place: follow that one by its own number. If you did not ask for it, complain to the province.',
  },
  expired: {
    km: 'ថ្ងៃចុងក្រោយរបស់វាបានកន្លងផុត មុនពេលមានអ្នកមកយក។ អ្នកអាចដាក់ពាក្យម្តងទៀត។ បើមិនយល់ព្រម អ្នកអាចប្តឹងទៅខេត្ត។',
    th: 'วันสุดท้ายของบัตรผ่านไปก่อนมีผู้มารับ ท่านยื่นคำขอใหม่ได้ หากไม่เห็นด้วย ท่านร้องเรียนต่อจังหวัดได้',
    en: 'Its last day passed before it was fetched. You can apply again. If you do not agree, complain to the province.',
  },
  fee: {
    km: 'ថ្លៃសេវាមិនត្រូវសងវិញទេ ព្រោះលិខិតបានធ្វើរួច លើកលែងតែជាកំហុសរបស់ការិយាល័យ៖ បើដូច្នេះ សូមសរសេរក្នុងបណ្តឹង។',
    th: 'ค่าธรรมเนียมไม่คืนเพราะทำบัตรแล้ว เว้นแต่เป็นความผิดพลาดของสำนักงาน หากเป็นเช่นนั้น โปรดเขียนในเรื่องร้องเรียน',
    en: 'The fee is not paid back, since the pass was made, unless the office was wrong: if so, say it in the complaint.',
  },
} as const satisfies Record<string, Text>

/** At the desk. */
export const passOverWords = {
  toWithdraw: { km: 'ត្រូវដកពាក្យសុំវិញ', th: 'ต้องถอนคำขอ', en: 'To be withdrawn' },
  pass: { km: 'លិខិត៖ {state}', th: 'บัตร: {state}', en: 'Pass: {state}' },
  lead: {
    km: 'លិខិតនេះអស់សុពលភាពមុនពេលប្រគល់ ដូច្នេះមិនត្រូវបោះពុម្ព ឬប្រគល់ឱ្យនរណាទេ។ សូមដកពាក្យសុំវិញ ដោយសរសេរមូលហេតុ។',
    th: 'บัตรนี้สิ้นผลก่อนการมอบ จึงไม่พิมพ์และไม่มอบให้ผู้ใด โปรดถอนคำขอพร้อมเหตุผล',
    en: 'The pass ended before it was handed over: it is neither printed nor given to anybody. Withdraw the application, with the reason.',
  },
  effects: {
    km: 'ពាក្យសុំដែលបិទហើយ មិនអាចបើកឡើងវិញបានទេ។ លេខសៀវភៅដែលបានប្រើត្រូវកត់ថាខូច។ ថ្លៃសេវាមិនត្រូវសងវិញទេ ព្រោះលិខិតបានធ្វើរួច។',
    th: 'คำขอที่ปิดแล้วเปิดใหม่ไม่ได้ เล่มที่ผูกไว้จะถูกบันทึกว่าเสีย ค่าธรรมเนียมไม่คืนเพราะทำบัตรแล้ว',
    en: 'A closed application cannot be opened again. A booklet that was bound is recorded as spoilt. The fee is not paid back, since the pass was made.',
  },
  keepBooklet: {
    km: 'សូមយកសៀវភៅ {booklet} ចេញពីកន្លែងរង់ចាំប្រគល់ ហើយធ្វើឱ្យប្រើមិនបាន។',
    th: 'โปรดนำเล่ม {booklet} ออกจากที่รอมอบและทำให้ใช้ไม่ได้',
    en: 'Take booklet {booklet} from those waiting to be handed over, and make it unusable.',
  },
  suspended: {
    km: 'លិខិតនេះកំពុងត្រូវផ្អាក៖ វាមិនត្រូវបោះពុម្ព ឬប្រគល់ទេ រហូតដល់អភិបាលឱ្យប្រើឡើងវិញ ឬលុបចោល។',
    th: 'บัตรนี้ถูกระงับอยู่ จะไม่พิมพ์หรือมอบจนกว่านายอำเภอจะเปิดใช้อีกครั้งหรือยกเลิก',
    en: 'The pass is suspended: it is neither printed nor handed over until the governor resumes or revokes it.',
  },
  notPrinted: {
    km: 'មិនបោះពុម្ព៖ លិខិតមិនមានសុពលភាព',
    th: 'ไม่พิมพ์: บัตรใช้ไม่ได้',
    en: 'Not printed: the pass is not in force',
  },
} as const satisfies Record<string, Text>
