// What went against somebody at the border, and how they contest it, on a phone.
import type { Text } from '../kernel/language.ts'

export const contestWords = {
  lead: {
    km: 'មើលអ្វីដែលបានសម្រេចប្រឆាំងនឹងអ្នកនៅព្រំដែន មូលហេតុ និងប្រាប់ថាហេតុអ្វីវាខុស។ មានតែរឿងរបស់អ្នកប៉ុណ្ណោះដែលបង្ហាញ។',
    th: 'ดูสิ่งที่ตัดสินต่อท่านที่ชายแดน เหตุผล และบอกว่าเหตุใดจึงผิด แสดงเฉพาะเรื่องของท่าน',
    en: 'See what was decided against you at the border, and why, and say why it is wrong. Only what is yours is shown.',
  },
  how: { km: 'តើអ្នកបញ្ជាក់ខ្លួនដោយអ្វី?', th: 'ท่านยืนยันตัวด้วยอะไร', en: 'How do you show that it is you?' },
  byBirthDate: { km: 'លេខ និងថ្ងៃកំណើត', th: 'หมายเลขและวันเกิด', en: 'A number and my date of birth' },
  byCode: { km: 'កូដដែលច្រកបានបង្ហាញ', th: 'รหัสที่จุดผ่านแดนแสดง', en: 'The code that the gate showed' },
  number: { km: 'លេខលិខិត លេខតាមដាន ឬលេខរឿង', th: 'หมายเลขบัตร หมายเลขติดตาม หรือหมายเลขเรื่อง', en: 'Pass number, follow number or case number' },
  document: { km: 'លេខលិខិត លិខិតឆ្លងដែនអន្តរជាតិ ឬរឿង', th: 'หมายเลขบัตร หนังสือเดินทาง หรือเรื่อง', en: 'Number of the pass, passport or case' },
  issuer: { km: 'ឯកសារណា', th: 'เอกสารใด', en: 'Which document' },
  issuerOurs: { km: 'លិខិតឆ្លងដែនរបស់យើង ឬលេខរឿង', th: 'บัตรของเรา หรือหมายเลขเรื่อง', en: 'Our pass, or a case number' },
  code: { km: 'កូដ', th: 'รหัส', en: 'Code' },
  codeHint: { km: 'ប្រាំបីតួ ជាពីរក្រុម', th: 'แปดตัว แบ่งเป็นสองกลุ่ม', en: 'Eight letters and digits, in two groups' },
  against: { km: 'អ្វីដែលបានសម្រេច', th: 'สิ่งที่ตัดสิน', en: 'What was decided' },
  none: {
    km: 'គ្មានអ្វីត្រូវបានសម្រេចប្រឆាំងនឹងអ្នកទេ។',
    th: 'ไม่มีสิ่งใดตัดสินต่อท่าน',
    en: 'Nothing was decided against you.',
  },
  stopped: { km: 'លិខិតលេខបញ្ចប់ដោយ {end}', th: 'บัตรหมายเลขลงท้ายด้วย {end}', en: 'Pass number ending in {end}' },
  whyStopped: {
    km: 'មូលហេតុនៃការផ្អាក ឬការលុបចោលលិខិត បង្ហាញនៅទីនេះ តាមលេខ និងថ្ងៃកំណើត។',
    th: 'เหตุผลที่บัตรถูกระงับหรือยกเลิก แสดงที่นี่เมื่อใช้หมายเลขและวันเกิด',
    en: 'Why the pass was suspended or revoked is shown here with a number and the date of birth.',
  },
  unsaid: {
    km: 'មន្ត្រីត្រូវពិនិត្យដោយផ្ទាល់។ សូមសួរមូលហេតុនៅច្រក។',
    th: 'เจ้าหน้าที่ต้องดูด้วยตนเอง โปรดถามเหตุผลที่จุดผ่านแดน',
    en: 'An officer had to look in person. Ask at the crossing point why.',
  },
  turnedBack: {
    km: 'បន្ទាប់មក អ្នកទទួលបន្ទុកបានសម្រេចនៅ {day}៖ មិនឱ្យឆ្លង។',
    th: 'ต่อมาผู้รับผิดชอบตัดสินเมื่อ {day}: ไม่ให้ผ่าน',
    en: 'Then somebody in charge decided, on {day}: you were turned back.',
  },
  flagged: { km: 'អនុញ្ញាត តែមានចំណាំ', th: 'ให้ผ่าน แต่มีข้อสังเกต', en: 'You passed, with a remark on record' },
  referred: { km: 'បញ្ជូនទៅមន្ត្រី', th: 'ส่งต่อเจ้าหน้าที่', en: 'You were sent to an officer' },
  refused: { km: 'មិនអនុញ្ញាតឱ្យឆ្លង', th: 'ไม่ให้ผ่าน', en: 'You were not let pass' },
  overstayed: { km: 'ស្នាក់នៅលើសកំណត់', th: 'พำนักเกินกำหนด', en: 'You stayed beyond your days' },
  overstay: {
    km: 'ថ្ងៃស្របច្បាប់ចុងក្រោយគឺ {until}។ លើស {days} ថ្ងៃ។',
    th: 'วันสุดท้ายตามกฎหมายคือ {until} เกิน {days} วัน',
    en: 'The last lawful day was {until}. {days} {days:day|days} over.',
  },
  tolled: { km: 'ថ្ងៃបិទដែលមិនរាប់', th: 'วันปิดที่ไม่นับ', en: 'Closed days that were not counted' },
  tolledBy: { km: '{day}៖ បទបញ្ជាលេខ {orders}', th: '{day}: คำสั่งเลขที่ {orders}', en: '{day}: order {orders}' },
  noTolled: {
    km: 'គ្មានថ្ងៃបិទក្នុងរយៈពេលនេះទេ។',
    th: 'ไม่มีวันปิดในช่วงนี้',
    en: 'No closed days fell into these days.',
  },
  ours: {
    km: 'នេះជាការព្រមាន៖ ប្រទេសជិតខាងជាអ្នករាប់ថ្ងៃ។',
    th: 'เป็นเพียงคำเตือน ประเทศเพื่อนบ้านเป็นผู้นับวัน',
    en: 'This is a warning: the neighbour counts these days.',
  },
  rule: { km: 'វិធាន', th: 'กฎ', en: 'Rule' },
  wrong: { km: 'នេះខុស', th: 'เรื่องนี้ผิด', en: 'This is wrong' },
  why: { km: 'ហេតុអ្វីវាខុស?', th: 'เหตุใดจึงผิด', en: 'Why is it wrong?' },
  whyHint: {
    km: 'ប្រាប់អ្វីដែលបានកើតឡើង ថ្ងៃណា និងអ្នកណាឃើញ។',
    th: 'บอกสิ่งที่เกิดขึ้น วันใด และใครเห็น',
    en: 'Say what happened, on which day, and who saw it.',
  },
  pictures: { km: 'រូបភស្តុតាង', th: 'ภาพหลักฐาน', en: 'Pictures of the evidence' },
  picturesHint: {
    km: 'ត្រា សំបុត្រ ក្រដាសពេទ្យ៖ រហូតដល់ {most} រូប',
    th: 'ตราประทับ ตั๋ว ใบแพทย์ ไม่เกิน {most} ภาพ',
    en: 'A stamp, a ticket, a doctor’s note: up to {most}',
  },
  pictureUnread: { km: 'មិនអាចអានរូបនេះបានទេ។', th: 'อ่านภาพนี้ไม่ได้', en: 'This picture cannot be read.' },
  picture: { km: 'រូបទី {n}', th: 'ภาพที่ {n}', en: 'Picture {n}' },
  takeAway: { km: 'ដករូបទី {n}', th: 'นำภาพที่ {n} ออก', en: 'Take picture {n} away' },
  cancel: { km: 'ត្រឡប់', th: 'กลับ', en: 'Back' },
  sent: { km: 'បានទទួលពាក្យជំទាស់របស់អ្នក', th: 'ได้รับคำโต้แย้งของท่านแล้ว', en: 'Your contest was received' },
  next: {
    km: 'អ្នកផ្សេងពីអ្នកដែលបានសម្រេច នឹងពិនិត្យ។ ចម្លើយត្រូវមានត្រឹម {day}។',
    th: 'ผู้อื่นที่มิใช่ผู้ตัดสินจะพิจารณา ต้องตอบภายใน {day}',
    en: 'Somebody other than who decided looks at it. The answer is due by {day}.',
  },
  caseNumber: { km: 'លេខរឿង', th: 'หมายเลขเรื่อง', en: 'Case number' },
  keep: {
    km: 'សូមរក្សាលេខនេះ។ វាបើកចម្លើយ ជាមួយថ្ងៃកំណើត ឬកូដ។',
    th: 'โปรดเก็บหมายเลขนี้ไว้ ใช้ดูคำตอบพร้อมวันเกิดหรือรหัส',
    en: 'Keep this number. With the date of birth or the code it opens the answer.',
  },
  mine: { km: 'ពាក្យជំទាស់របស់ខ្ញុំ', th: 'คำโต้แย้งของฉัน', en: 'What I contested' },
  dueOn: { km: 'ត្រូវឆ្លើយត្រឹម {day}', th: 'ต้องตอบภายใน {day}', en: 'Answer due by {day}' },
  decidedOn: { km: 'បានសម្រេចនៅ', th: 'วินิจฉัยเมื่อ', en: 'Decided' },
  said: { km: 'អ្វីដែលអ្នកបានសរសេរ', th: 'สิ่งที่ท่านเขียน', en: 'What you wrote' },
  answer: { km: 'ចម្លើយ និងមូលហេតុ', th: 'คำตอบและเหตุผล', en: 'The answer, with its reasons' },
  again: {
    km: 'បើនៅមិនយល់ព្រម អ្នកអាចប្តឹងទៅខេត្ត ឬជំទាស់ម្តងទៀតដោយភស្តុតាងថ្មី។',
    th: 'หากยังไม่เห็นด้วย ท่านร้องเรียนต่อจังหวัด หรือโต้แย้งใหม่พร้อมหลักฐานใหม่ได้',
    en: 'If you still do not agree, complain to the province, or contest it again with new evidence.',
  },
  gone: {
    km: 'កំណត់ត្រាដែលវាជំទាស់ ត្រូវបានដកចេញរួចហើយ។',
    th: 'บันทึกที่โต้แย้งถูกถอนไปแล้ว',
    en: 'The record that it was about has been taken back since.',
  },
  waits: { km: 'ពាក្យជំទាស់លើរឿងនេះកំពុងរង់ចាំ។', th: 'คำโต้แย้งเรื่องนี้รออยู่', en: 'What you wrote about this waits for its answer.' },
} as const satisfies Record<string, Text>

/** What an accepted contest did. */
/** Of a stay found lawful, with its day: what comes after it counts. */
export const lawfulThroughWords = {
  km: 'ការស្នាក់នៅរាប់ជាស្របច្បាប់ដល់ {day}។ ថ្ងៃក្រោយៗទៀត រាប់ជាលើសកំណត់។',
  th: 'การพำนักนับว่าชอบด้วยกฎหมายถึง {day} วันหลังจากนั้นนับว่าเกินกำหนด',
  en: 'The stay counts as lawful through {day}. The days after it count as over.',
} as const satisfies Text

export const effectWords = {
  lawful: { km: 'ការស្នាក់នៅរាប់ជាស្របច្បាប់។', th: 'การพำนักนับว่าชอบด้วยกฎหมาย', en: 'The stay counts as lawful.' },
  ended: { km: 'ការស្នាក់នៅបានបញ្ចប់នៅពេលដែលបានបញ្ជាក់។', th: 'การพำนักสิ้นสุดตามเวลาที่พิสูจน์แล้ว', en: 'The stay ended at the time that was proven.' },
  noted: { km: 'ការកែតម្រូវនៅជាប់នឹងកំណត់ត្រា។', th: 'การแก้ไขอยู่คู่กับบันทึก', en: 'The correction stands beside the record.' },
} as const satisfies Record<string, Text>
