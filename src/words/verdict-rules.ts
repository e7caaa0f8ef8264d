import type { Text } from '../kernel/language.ts'

/** A short name for each rule of the verdict. */
export const verdictRuleWords = {
  'document.genuine': { km: 'ភាពពិតនៃលិខិត', th: 'ความแท้จริงของบัตร', en: 'Genuine document' },
  'document.standing': { km: 'ស្ថានភាពក្នុងបញ្ជី', th: 'สถานะในทะเบียน', en: 'Standing in the register' },
  'document.validity': { km: 'សុពលភាព', th: 'อายุบัตร', en: 'Validity' },
  'document.classes': { km: 'ប្រភេទច្រកដែលទទួលលិខិត', th: 'ประเภทจุดผ่านแดนที่รับบัตร', en: 'Classes of crossing point' },
  'point.open': { km: 'ម៉ោងបើកច្រក និងបទបញ្ជា', th: 'เวลาเปิดจุดผ่านแดนและคำสั่ง', en: 'Opening hours and orders' },
  'person.photo': { km: 'មុខ និងរូបថត', th: 'ใบหน้าและรูปถ่าย', en: 'Face and photo' },
  'document.lent': { km: 'ឯកសារក្នុងដៃអ្នកដទៃ', th: 'เอกสารในมือผู้อื่น', en: 'Document in another hand' },
  'stay.days': { km: 'ចំនួនថ្ងៃស្នាក់នៅ', th: 'จำนวนวันพำนัก', en: 'Days of stay' },
  'stay.found-lawful': { km: 'ការស្នាក់នៅតាមការសម្រេច', th: 'การพำนักตามคำวินิจฉัย', en: 'Stay found lawful' },
  'stay.matched': { km: 'ការចូល និងការចេញត្រូវគ្នា', th: 'การเข้าและการออกตรงกัน', en: 'Exits and entries in pairs' },
  'home.never-refused': { km: 'មិនបដិសេធអ្នកវិលទៅប្រទេសវិញ', th: 'ไม่ปฏิเสธผู้เดินทางกลับประเทศ', en: 'The way home is never refused' },
  'passport.nationality': { km: 'សញ្ជាតិ និងទិដ្ឋាការ', th: 'สัญชาติและวีซ่า', en: 'Nationality and visa' },
  'arrival.counts': { km: 'ពេលមកដល់ជួរ', th: 'เวลาที่มาถึงแถว', en: 'Arrival at the line' },
  'movement.told': { km: 'ពេលកត់ត្រា', th: 'เวลาที่บันทึก', en: 'When it was recorded' },
  'order.admits': { km: 'បទបញ្ជា', th: 'คำสั่ง', en: 'Orders' },
  'order.quota': { km: 'ចំនួនកន្លែងក្នុងវគ្គ', th: 'จำนวนที่ของรอบ', en: 'Places of a session' },
  'order.vehicle': { km: 'យានតាមបទបញ្ជា', th: 'ยานพาหนะตามคำสั่ง', en: 'Vehicles by order' },
  'person.child': { km: 'កុមារ និងអ្នកអម', th: 'เด็กและผู้ดูแล', en: 'Children and who is with them' },
  'person.care': { km: 'អ្នកដែលត្រូវមើលថែ', th: 'ผู้ที่ต้องได้รับการดูแล', en: 'People who need care' },
  'person.referred': { km: 'ការបញ្ជូនបន្តមុន', th: 'การส่งต่อก่อนหน้า', en: 'Earlier referral' },
  'watch.listed': { km: 'ជួរទីពីរ', th: 'ชั้นที่สอง', en: 'Second line' },
  'stay.travel': { km: 'ពេលវេលារវាងច្រក', th: 'เวลาระหว่างจุดผ่านแดน', en: 'Time between points' },
  'care.never-refused': { km: 'មិនបដិសេធអ្នកដែលត្រូវមើលថែ', th: 'ไม่ปฏิเสธผู้ที่ต้องได้รับการดูแล', en: 'Who needs care is never refused' },
  'referral.decided': { km: 'ការសម្រេចលើការបញ្ជូនបន្ត', th: 'การตัดสินเรื่องที่ส่งต่อ', en: 'Decision on a referral' },
} as const satisfies Readonly<Record<string, Text>>
