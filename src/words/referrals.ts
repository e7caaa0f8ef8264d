// Words of a referral at the desk: who waits and why, the evidence, the decision, whom to call, what an officer decided alone.
import type { Text } from '../kernel/language.ts'

export const referralWords = {
  lead: {
    km: 'អ្នកដែលត្រូវបានអញ្ជើញចេញពីជួរ។ ការបញ្ជូនបន្តមិនមែនជាការបដិសេធទេ៖ អ្នកទទួលបន្ទុកជាអ្នកសម្រេច។',
    th: 'ผู้ที่ถูกเชิญออกจากแถว การส่งต่อไม่ใช่การปฏิเสธ ผู้รับผิดชอบเป็นผู้ตัดสิน',
    en: 'People who were asked out of the line. A referral is not a refusal: somebody in charge decides.',
  },
  waiting: { km: 'កំពុងរង់ចាំ', th: 'กำลังรอ', en: 'Waiting' },
  toConfirm: { km: 'ត្រូវបញ្ជាក់', th: 'รอยืนยัน', en: 'To confirm' },
  decided: { km: 'បានសម្រេច', th: 'ตัดสินแล้ว', en: 'Decided' },
  filter: { km: 'បង្ហាញ', th: 'แสดง', en: 'Show' },
  noneWaiting: { km: 'គ្មាននរណារង់ចាំទេ។', th: 'ไม่มีผู้รอ', en: 'Nobody waits.' },
  noneToConfirm: { km: 'គ្មានអ្វីត្រូវបញ្ជាក់ទេ។', th: 'ไม่มีสิ่งที่รอยืนยัน', en: 'Nothing is waiting to be confirmed.' },
  noneDecided: { km: 'គ្មានការសម្រេចក្នុងថ្ងៃនេះទេ។', th: 'วันนี้ยังไม่มีการตัดสิน', en: 'Nothing was decided on this day.' },
  why: { km: 'មូលហេតុ', th: 'เหตุ', en: 'Why' },
  care: { km: 'ត្រូវមើលថែជាមុន', th: 'ต้องดูแลก่อน', en: 'Care first' },

  // One referral.
  one: { km: 'ការបញ្ជូនបន្ត', th: 'การส่งต่อ', en: 'Referral' },
  back: { km: 'ត្រឡប់ទៅការបញ្ជូនបន្ត', th: 'กลับไปผู้ที่ถูกส่งต่อ', en: 'Back to the referrals' },
  evidence: { km: 'អ្វីដែលបានរកឃើញ', th: 'สิ่งที่พบ', en: 'What was found' },
  version: { km: 'វិធាន៖ {rule} កំណែ {version}', th: 'กฎ: {rule} รุ่น {version}', en: 'Rule: {rule}, version {version}' },
  other: { km: 'ការពិនិត្យផ្សេងទៀត', th: 'การตรวจอื่น', en: 'The other checks' },
  showFace: { km: 'បង្ហាញមុខ', th: 'แสดงใบหน้า', en: 'Show the face' },
  faceNote: { km: 'ការមើលមុខម្តងៗត្រូវបានកត់ត្រា។', th: 'ทุกครั้งที่ดูใบหน้าถูกบันทึก', en: 'Each look at a face is on record.' },
  noFace: { km: 'គ្មានរូបថតទេ', th: 'ไม่มีรูปถ่าย', en: 'No photo' },
  holder: { km: 'អ្នកកាន់លិខិតឆ្លងដែន', th: 'ผู้ถือบัตร', en: 'Holder' },
  foreign: {
    km: 'ឯកសារនេះមិនមែនជារបស់បញ្ជីយើងទេ។',
    th: 'เอกสารนี้ไม่ใช่ของทะเบียนเรา',
    en: 'This document is not of our register.',
  },
  holderHidden: {
    km: 'ឈ្មោះ និងមុខបង្ហាញតែពេលរង់ចាំ និងមួយថ្ងៃក្រោយ ដល់អ្នកធ្វើការនៅច្រក។',
    th: 'ชื่อและใบหน้าแสดงเฉพาะขณะรอและหนึ่งวันหลังจากนั้น แก่ผู้ปฏิบัติงานที่จุด',
    en: 'Name and face are shown while they wait and a day after, to those who work at the point.',
  },
  born: { km: 'កើតថ្ងៃ', th: 'เกิด', en: 'Born' },
  nationality: { km: 'សញ្ជាតិ', th: 'สัญชาติ', en: 'Nationality' },
  age: { km: 'អាយុ', th: 'อายุ', en: 'Age' },
  lastDay: { km: 'ថ្ងៃចុងក្រោយនៃសុពលភាព', th: 'วันสุดท้ายที่ใช้ได้', en: 'Last day of validity' },
  document: { km: 'ឯកសារ', th: 'เอกสาร', en: 'Document' },
  earlier: { km: 'ការឆ្លងកាត់មុនៗ', th: 'การผ่านแดนครั้งก่อน', en: 'Earlier movements' },
  noEarlier: { km: 'គ្មានការឆ្លងកាត់មុនទេ។', th: 'ไม่มีการผ่านแดนครั้งก่อน', en: 'No earlier movement.' },

  // The watchlist.
  hits: { km: 'បញ្ជីតាមដាន', th: 'บัญชีเฝ้าระวัง', en: 'Watchlist' },
  hitsLead: {
    km: 'ភាពស្រដៀងគ្នាមិនមែនជាភស្តុតាងទេ។ សូមប្រៀបធៀបមុននឹងសម្រេច។',
    th: 'ความคล้ายกันไม่ใช่หลักฐาน โปรดเทียบก่อนตัดสิน',
    en: 'A likeness is no proof. Compare before you decide.',
  },
  foundLater: {
    km: 'អ្នកបើកបរបានឆ្លងរួចហើយ ពេលស្លាកលេខយានត្រូវបានកត់ត្រា ឬកែ។ ការឆ្លងនោះនៅដដែល៖ ការសម្រេចនេះគឺសម្រាប់អ្វីដែលត្រូវធ្វើបន្ទាប់។ ថ្ងៃនេះ អ្នកបើកបរមិនអាចឆ្លងម្តងទៀតទេ មុនការសម្រេច។',
    th: 'ผู้ขับขี่ผ่านไปแล้วตอนที่บันทึกหรือแก้ไขป้ายทะเบียน การผ่านแดนนั้นยังคงอยู่ การตัดสินนี้คือจะทำอย่างไรต่อ วันนี้ผู้ขับขี่จะผ่านอีกไม่ได้จนกว่าจะมีการตัดสิน',
    en: 'The driver had passed when the vehicle’s plate was written or put right. That movement stands: decide what happens next. Today the driver does not pass again before the decision.',
  },
  whyHidden: {
    km: 'មូលហេតុមិនបង្ហាញដល់អ្នកទេ។ សូមសួរអាជ្ញាធរដែលបានបញ្ចូល។',
    th: 'ท่านไม่มีสิทธิดูเหตุ โปรดถามหน่วยงานที่เพิ่มรายการ',
    en: 'Why is not shown to you. Ask the desk that entered it.',
  },
  gone: { km: 'ធាតុនេះមិននៅក្នុងបញ្ជីទៀតទេ។', th: 'รายการนี้ไม่อยู่ในบัญชีแล้ว', en: 'This entry is no longer on the list.' },
  falseHit: { km: 'មិនមែនមនុស្សនេះ', th: 'ไม่ใช่บุคคลนี้', en: 'It is not this one' },
  falseHitLead: {
    km: 'ធាតុនេះនឹងមិនឃាត់ឯកសារនេះទៀតទេ រហូតដល់ថ្ងៃដែលអ្នកកំណត់។ វាមិនសម្រេចលើការបញ្ជូនបន្តនេះទេ។',
    th: 'รายการนี้จะไม่หยุดเอกสารนี้อีกจนถึงวันที่ท่านกำหนด แต่ยังไม่ใช่การตัดสินการส่งต่อนี้',
    en: 'This entry will not stop this document again until the day you set. It does not decide this referral.',
  },
  until: { km: 'ថ្ងៃចុងក្រោយ', th: 'วันสุดท้าย', en: 'Last day' },
  giveNote: { km: 'ផ្តល់កំណត់ត្រាអនុញ្ញាត', th: 'ออกบันทึกปล่อยผ่าน', en: 'Give an allow note' },
  noteGiven: { km: 'បានផ្តល់កំណត់ត្រាអនុញ្ញាត។', th: 'ออกบันทึกปล่อยผ่านแล้ว', en: 'The allow note was given.' },

  // The decision.
  decide: { km: 'ការសម្រេច', th: 'การตัดสิน', en: 'Decision' },
  careFirst: {
    km: 'ត្រូវមើលថែសាមីខ្លួនជាមុនសិន។ មិនត្រូវបញ្ជូនត្រឡប់ទេ។',
    th: 'ต้องดูแลบุคคลนี้ก่อน ห้ามส่งกลับ',
    en: 'This person has to be looked after first, and is not turned back.',
  },
  homeward: {
    km: 'សាមីខ្លួនកំពុងវិលទៅប្រទេសវិញ៖ មិនត្រូវបញ្ជូនត្រឡប់ទេ។',
    th: 'บุคคลนี้กำลังเดินทางกลับประเทศ ห้ามส่งกลับ',
    en: 'This person is on the way home, and is not turned back.',
  },
  call: { km: 'ត្រូវហៅអ្នកណា', th: 'ต้องโทรหาใคร', en: 'Whom to call' },
  callNumber: { km: 'ហៅ {number}', th: 'โทร {number}', en: 'Call {number}' },
  callDuty: { km: 'តាមបញ្ជីប្រចាំការរបស់ច្រក', th: 'ตามบัญชีเวรของจุดผ่านแดน', en: 'By the point’s own duty list' },
  callNote: {
    km: 'លេខទូរស័ព្ទសាធារណៈ មិនទាន់បានផ្ទៀងផ្ទាត់ជាមួយសេវាទាំងនោះទេ។',
    th: 'หมายเลขสาธารณะ ยังไม่ได้ยืนยันกับหน่วยงาน',
    en: 'Public numbers, not confirmed with the services yet.',
  },
  choose: { km: 'តើអ្នកសម្រេចដូចម្តេច?', th: 'ท่านตัดสินอย่างไร', en: 'What do you decide?' },
  reason: { km: 'មូលហេតុ', th: 'เหตุผล', en: 'Reason' },
  reasonNotTold: {
    km: 'វានៅក្នុងកំណត់ត្រា ហើយមិនបង្ហាញលើទូរស័ព្ទរបស់សាមីខ្លួនទេ។',
    th: 'เก็บในบันทึก และไม่แสดงบนโทรศัพท์ของเจ้าตัว',
    en: 'It stays on record. The person’s phone does not show it.',
  },
  reasonNeeded: { km: 'សូមសរសេរមូលហេតុ។', th: 'โปรดเขียนเหตุผล', en: 'Write the reason.' },
  chooseNeeded: { km: 'សូមជ្រើសរើស។', th: 'โปรดเลือก', en: 'Choose one.' },
  to: { km: 'ប្រគល់ឱ្យអ្នកណា', th: 'ส่งมอบให้ใคร', en: 'Handed to whom' },
  toNeeded: { km: 'សូមជ្រើសរើសអ្នកទទួល។', th: 'โปรดเลือกผู้รับ', en: 'Choose who receives the person.' },
  send: { km: 'កត់ត្រាការសម្រេច', th: 'บันทึกการตัดสิน', en: 'Record the decision' },
  letPassNext: {
    km: 'សាមីខ្លួនអាចត្រឡប់ទៅជួរវិញ៖ មន្ត្រីស្កេនម្តងទៀត រួចឱ្យឆ្លង។',
    th: 'ให้กลับไปที่ช่อง เจ้าหน้าที่สแกนอีกครั้งแล้วให้ผ่าน',
    en: 'The person goes back to a lane: the officer scans once more and lets them through.',
  },
  isDecided: { km: 'បានសម្រេច', th: 'ตัดสินแล้ว', en: 'Decided' },
  by: { km: 'ដោយ', th: 'โดย', en: 'By' },
  at: { km: 'នៅ', th: 'เมื่อ', en: 'At' },
  ownReferral: {
    km: 'អ្នកបានបញ្ជូនសាមីខ្លួន ដូច្នេះអ្នកផ្សេងត្រូវសម្រេច៖ ប្រធានម្នាក់ទៀតនៃច្រកនេះ។ បើគ្មានប្រធានណាម្នាក់ទៀតនៅក្នុងវេនទេ មន្ត្រីម្នាក់ទៀតនៃច្រក ឬមន្ត្រីខេត្តអាចសម្រេចបាន។',
    th: 'ท่านเป็นผู้ส่งต่อ จึงต้องให้ผู้อื่นตัดสิน: หัวหน้าจุดผ่านแดนอีกคน ถ้าไม่มีหัวหน้าอื่นอยู่ในเวร เจ้าหน้าที่อื่นของจุดนี้หรือเจ้าหน้าที่จังหวัดตัดสินได้',
    en: 'You referred this person, so somebody else decides: another chief of this point; while none is on shift, another officer of the point or the province’s officer.',
  },
  notYours: {
    km: 'អ្នកអាចអាន ប៉ុន្តែអ្នកទទួលបន្ទុកនៅច្រកនេះជាអ្នកសម្រេច។',
    th: 'ท่านอ่านได้ แต่ผู้รับผิดชอบที่จุดนี้เป็นผู้ตัดสิน',
    en: 'You may read this; somebody in charge at this point decides.',
  },

  // What an officer decided alone.
  othersConfirm: {
    km: 'អ្នកបានបញ្ជូន ឬសម្រេចដោយខ្លួនឯង ដូច្នេះអ្នកមិនបញ្ជាក់ទេ៖ ប្រធានវេនបន្ទាប់ ឬមន្ត្រីខេត្តជាអ្នកបញ្ជាក់។ ការសម្រេចនោះមានប្រសិទ្ធភាពរួចហើយ។',
    th: 'ท่านเป็นผู้ส่งต่อหรือตัดสินเอง จึงยืนยันไม่ได้: หัวหน้าเวรถัดไปหรือเจ้าหน้าที่จังหวัดเป็นผู้ยืนยัน คำตัดสินมีผลแล้ว',
    en: 'You referred or decided this yourself, so you do not confirm it: the next chief on shift does, or the province’s officer. The decision already counts.',
  },
  overseen: { km: 'ការបញ្ជូនបន្តដែលទុកឱ្យខេត្ត', th: 'การส่งต่อที่จังหวัดต้องตัดสิน', en: 'Referrals left to the province' },
  overseenLead: {
    km: 'នៅច្រកទាំងនេះ គ្មានអ្នកណាអាចបន្តជំហានបានទេ៖ ប្រធានបានបញ្ជូនដោយខ្លួនឯង ឬការសម្រេចមិនទាន់មានអ្នកបញ្ជាក់។ ឯកសារជារបស់អ្នកណា មិនបង្ហាញទេ៖ សូមទូរស័ព្ទទៅច្រក។',
    th: 'ที่จุดเหล่านี้ไม่มีผู้ใดดำเนินการต่อได้: หัวหน้าเป็นผู้ส่งต่อเอง หรือคำตัดสินยังไม่มีผู้ยืนยัน ระบบไม่แสดงว่าเป็นเอกสารของใคร โปรดโทรหาจุดผ่านแดน',
    en: 'Nobody at these points can go on: the chief referred, or a decision was not confirmed. Whose document it was is not shown: telephone the point.',
  },
  noneOverseen: { km: 'គ្មានអ្វីទុកឱ្យខេត្តទេ។', th: 'ไม่มีเรื่องที่จังหวัดต้องตัดสิน', en: 'Nothing is left to the province.' },
  confirmTitle: { km: 'មន្ត្រីម្នាក់បានសម្រេចតែម្នាក់ឯង', th: 'เจ้าหน้าที่ตัดสินเพียงลำพัง', en: 'An officer decided this alone' },
  confirmLead: {
    km: 'ប្រធានច្រក ឬមន្ត្រីខេត្តត្រូវបញ្ជាក់ ឬជំទាស់។ ការសម្រេចនោះនៅតែមានក្នុងកំណត់ត្រា។',
    th: 'หัวหน้าจุดหรือเจ้าหน้าที่จังหวัดต้องยืนยันหรือคัดค้าน การตัดสินนั้นยังคงอยู่ในบันทึก',
    en: 'The chief or the province confirms or contests it. What was decided stays on record either way.',
  },
  confirm: { km: 'បញ្ជាក់', th: 'ยืนยัน', en: 'Confirm' },
  contest: { km: 'ជំទាស់', th: 'คัดค้าน', en: 'Contest' },
  confirmed: { km: 'បានបញ្ជាក់', th: 'ยืนยันแล้ว', en: 'Confirmed' },
  whyConfirmed: { km: 'មូលហេតុបញ្ជាក់', th: 'เหตุผลที่ยืนยัน', en: 'Why confirmed' },
  whyContested: { km: 'មូលហេតុជំទាស់', th: 'เหตุผลที่คัดค้าน', en: 'Why contested' },
  contested: { km: 'មានការជំទាស់', th: 'ถูกคัดค้าน', en: 'Contested' },
} as const satisfies Readonly<Record<string, Text>>

export const decisionWords = {
  open: { km: 'កំពុងរង់ចាំ', th: 'กำลังรอ', en: 'Waiting' },
  'let-pass': { km: 'ឱ្យឆ្លង', th: 'ให้ผ่าน', en: 'Let pass' },
  'turned-back': { km: 'បញ្ជូនត្រឡប់', th: 'ส่งกลับ', en: 'Turned back' },
  'handed-over': { km: 'ប្រគល់ឱ្យអ្នកទទួលបន្ទុក', th: 'ส่งมอบแล้ว', en: 'Handed over' },
  left: { km: 'បានចាកចេញដោយខ្លួនឯង', th: 'ออกไปเอง', en: 'Left by themselves' },
} as const satisfies Readonly<Record<string, Text>>

export const decisionLeads = {
  'let-pass': { km: 'ឱ្យឆ្លងកាត់ ដោយមានការទទួលខុសត្រូវរបស់អ្នក។', th: 'ให้ผ่านแดน โดยท่านเป็นผู้รับผิดชอบ', en: 'The crossing is allowed, on your responsibility.' },
  'turned-back': { km: 'មិនឱ្យឆ្លងនៅថ្ងៃនេះ។ ប្រាប់មូលហេតុដល់សាមីខ្លួន។', th: 'ไม่ให้ผ่านในวันนี้ แจ้งเหตุผลแก่เจ้าตัว', en: 'No crossing now. Tell the person why.' },
  'handed-over': {
    km: 'ប្រគល់ទៅអាជ្ញាធរ គ្រូពេទ្យ ឬអង្គការដែលមើលថែ។',
    th: 'ส่งมอบให้หน่วยงาน แพทย์ หรือองค์กรที่ดูแล',
    en: 'To an authority, a doctor or an organisation that looks after them.',
  },
  left: { km: 'សាមីខ្លួនមិនរង់ចាំ ហើយបានចេញទៅ។', th: 'เจ้าตัวไม่รอและออกไป', en: 'The person did not wait and went away.' },
} as const satisfies Readonly<Record<string, Text>>

/** Into whose hands somebody is given. */
export const receiverWords = {
  police: { km: 'នគរបាល', th: 'ตำรวจ', en: 'Police' },
  immigration: { km: 'អន្តោប្រវេសន៍', th: 'ตรวจคนเข้าเมือง', en: 'Immigration' },
  social: { km: 'សេវាសង្គម', th: 'งานสังคมสงเคราะห์', en: 'Social services' },
  health: { km: 'សេវាសុខាភិបាល', th: 'งานสาธารณสุข', en: 'Health services' },
  court: { km: 'តុលាការ', th: 'ศาล', en: 'Court' },
} as const satisfies Readonly<Record<string, Text>>
