// What somebody comes to an office for, and what they bring.
import type { Text } from '../kernel/language.ts'

export const caseKindWords = {
  new: { km: 'លិខិតថ្មី', th: 'ขอบัตรใหม่', en: 'New pass' },
  extension: { km: 'បន្តសុពលភាព', th: 'ต่ออายุ', en: 'Extension' },
  'replacement-lost': { km: 'ជំនួសលិខិតដែលបាត់', th: 'ออกแทนบัตรที่หาย', en: 'Replacement, lost' },
  'replacement-stolen': { km: 'ជំនួសលិខិតដែលត្រូវគេលួច', th: 'ออกแทนบัตรที่ถูกขโมย', en: 'Replacement, stolen' },
  'replacement-damaged': { km: 'ជំនួសលិខិតដែលខូច', th: 'ออกแทนบัตรที่ชำรุด', en: 'Replacement, damaged' },
  'replacement-wrong-data': { km: 'ជំនួសលិខិតដែលមានទិន្នន័យខុស', th: 'ออกแทนบัตรที่ข้อมูลผิด', en: 'Replacement, wrong data' },
  'page-addition': { km: 'បន្ថែមទំព័រ', th: 'เพิ่มหน้า', en: 'More pages' },
} as const satisfies Record<string, Text>

export const paperWords = {
  'national-id': { km: 'អត្តសញ្ញាណប័ណ្ណ', th: 'บัตรประจำตัวประชาชน', en: 'National identity card' },
  'birth-certificate': { km: 'សំបុត្រកំណើត', th: 'สูติบัตร', en: 'Birth certificate' },
  'family-book': { km: 'សៀវភៅគ្រួសារ', th: 'สมุดครอบครัว', en: 'Family book' },
  'residence-book': { km: 'សៀវភៅស្នាក់នៅ', th: 'ทะเบียนบ้าน', en: 'Residence book' },
  'photo-4x6': { km: 'រូបថត ៤×៦', th: 'รูปถ่าย 4×6', en: 'Photo 4×6' },
  'guardian-consent': { km: 'ការយល់ព្រមរបស់អាណាព្យាបាល', th: 'หนังสือยินยอมของผู้ปกครอง', en: 'Consent of the guardian' },
  'police-report': { km: 'របាយការណ៍នគរបាល', th: 'ใบแจ้งความ', en: 'Police report' },
  'border-pass': { km: 'លិខិតឆ្លងដែនដែលមាន', th: 'บัตรผ่านแดนเดิม', en: 'The pass itself' },
} as const satisfies Record<string, Text>

/** How a line of papers reads. */
export const paperLineWords = {
  or: { km: '{one} ឬ {other}', th: '{one} หรือ {other}', en: '{one} or {other}' },
  several: { km: '{paper} ចំនួន {count}', th: '{paper} จำนวน {count}', en: '{paper}, {count} of them' },
  forChild: { km: '{paper} សម្រាប់កុមារ', th: '{paper} สำหรับเด็ก', en: '{paper}, for a child' },
  assumed: { km: '{paper} (រង់ចាំការបញ្ជាក់)', th: '{paper} (รอการยืนยัน)', en: '{paper} (to be confirmed)' },
} as const satisfies Record<string, Text>

/** The check list at the desk, and what was seen. */
export const paperListWords = {
  oneOf: { km: 'មួយក្នុងចំណោមឯកសារទាំងនេះ', th: 'อย่างใดอย่างหนึ่ง', en: 'One of these' },
  title: { km: 'ឯកសារដែលបានឃើញ', th: 'เอกสารที่เห็นแล้ว', en: 'Papers seen' },
  lead: {
    km: 'គូសឯកសារដើមនីមួយៗដែលអ្នកបានឃើញ ហើយថតរូបវា។',
    th: 'ทำเครื่องหมายเอกสารตัวจริงแต่ละฉบับที่เห็น และถ่ายรูปไว้',
    en: 'Tick each paper that you saw yourself, and photograph it.',
  },
  picture: { km: 'ថតរូប៖ {paper}', th: 'ถ่ายรูป: {paper}', en: 'Photograph: {paper}' },
  photograph: { km: 'ថតរូប', th: 'ถ่ายรูป', en: 'Photograph' },
  pictureLead: {
    km: 'ដាក់ឯកសារឱ្យរាប ពេញក្នុងរូប ហើយអានបាន។',
    th: 'วางเอกสารให้เรียบ เต็มกรอบ และอ่านออก',
    en: 'Lay it flat, fill the picture with it, so that it can be read.',
  },
  page: { km: '{paper} ទំព័រ {page}', th: '{paper} หน้า {page}', en: '{paper}, page {page}' },
  remove: { km: 'លុបរូបនេះ', th: 'ลบรูปนี้', en: 'Take this picture away' },
  notSeen: { km: 'មិនទាន់ឃើញ៖ {papers}', th: 'ยังไม่เห็น: {papers}', en: 'Not seen: {papers}' },
  none: { km: 'មិនបានសួរអំពីឯកសារ', th: 'ไม่ได้ถามเรื่องเอกสาร', en: 'Papers were not asked for then' },
  noPicture: { km: 'គ្មានរូប', th: 'ไม่มีรูป', en: 'No picture' },
  askTitle: { km: 'នៅខ្វះអ្វីខ្លះ', th: 'ยังขาดบางอย่าง', en: 'Something is missing' },
  askLead: {
    km: 'តើទទួលពាក្យសុំទាំងនៅខ្វះឬ? អ្នកពិនិត្យនឹងឃើញដូចខាងក្រោម។',
    th: 'รับคำขอทั้งที่ยังขาดหรือไม่ ผู้ตรวจจะเห็นดังนี้',
    en: 'Take the application without it? The reviewer will see this:',
  },
  homeNotProved: {
    km: 'មិនទាន់បានបញ្ជាក់ថារស់នៅទីនោះតាំងពីពេលណា',
    th: 'ยังไม่มีหลักฐานว่าอยู่ที่นั่นตั้งแต่เมื่อใด',
    en: 'Not proved since when the person lives there',
  },
  takeAnyway: { km: 'ទទួលទាំងនៅខ្វះ', th: 'รับทั้งที่ยังขาด', en: 'Take it all the same' },
  back: { km: 'ត្រឡប់ទៅឯកសារ', th: 'กลับไปที่เอกสาร', en: 'Back to the papers' },
  livesSince: { km: 'រស់នៅទីនេះតាំងពី', th: 'อยู่ที่นี่ตั้งแต่', en: 'Lives there since' },
  proofDate: { km: 'ថ្ងៃនៃឯកសារបញ្ជាក់', th: 'วันที่ของหลักฐาน', en: 'Date of the paper that says so' },
} as const satisfies Record<string, Text>
