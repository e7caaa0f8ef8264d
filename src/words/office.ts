// Words of the way between the fee and the hand: review, correction, the printed booklet, the hand-over, the stock.
import type { Text } from '../kernel/language.ts'

export const reviewWords = {
  takeUp: { km: 'យកមកពិនិត្យ', th: 'หยิบมาตรวจ', en: 'Take under review' },
  takeUpLead: {
    km: 'ពេលលោកអ្នកកំពុងពិនិត្យ គ្មានអ្នកផ្សេងសម្រេចលើវាទេ។',
    th: 'ระหว่างที่ท่านตรวจ ไม่มีผู้อื่นตัดสินคำขอนี้',
    en: 'While you have it, nobody else decides on it.',
  },
  mine: { km: 'លោកអ្នកកំពុងពិនិត្យពាក្យសុំនេះ។', th: 'ท่านกำลังตรวจคำขอนี้', en: 'You have this application under review.' },
  other: { km: 'អ្នកកំពុងពិនិត្យ៖ {name}', th: 'ผู้กำลังตรวจ: {name}', en: 'Under review by: {name}' },
  colleague: { km: 'មិត្តរួមការងារ', th: 'เพื่อนร่วมงาน', en: 'a colleague' },
  otherLead: {
    km: 'រហូតដល់គាត់ដាក់វាត្រឡប់ គ្មានអ្នកផ្សេងសម្រេចលើវាទេ។',
    th: 'จนกว่าจะส่งคืนกอง ผู้อื่นตัดสินคำขอนี้ไม่ได้',
    en: 'Until it is put back, nobody else decides on it.',
  },
  release: { km: 'ដាក់ត្រឡប់', th: 'ส่งคืนกอง', en: 'Put it back' },
  return: { km: 'ឱ្យកែ', th: 'ส่งกลับให้แก้ไข', en: 'Return for correction' },
  returnTitle: { km: 'បញ្ជូនត្រឡប់ឱ្យកែ', th: 'ส่งกลับให้แก้ไข', en: 'Return for correction' },
  returnLead: {
    km: 'សូមសរសេរអ្វីដែលត្រូវកែ។ ថ្លៃសេវា បង្កាន់ដៃ រូបថត និងអ្វីដែលបានបំពេញនៅដដែល។',
    th: 'โปรดระบุสิ่งที่ต้องแก้ ค่าธรรมเนียม ใบเสร็จ รูปถ่าย และข้อมูลที่กรอกยังอยู่ครบ',
    en: 'Write what is to be put right. Fee, receipt, photo and all that was typed stay.',
  },
  holdBack: { km: 'ទុកដោយឡែក', th: 'กันไว้', en: 'Hold back' },
  holdBackTitle: { km: 'មិនចុះហត្ថលេខាថ្ងៃនេះ', th: 'ยังไม่ลงนามวันนี้', en: 'Not signed today' },
  holdBackLead: {
    km: 'ពាក្យសុំត្រឡប់ទៅអ្នកពិនិត្យវិញ ជាមួយមូលហេតុ។',
    th: 'คำขอกลับไปที่ผู้ตรวจพร้อมเหตุผล',
    en: 'It goes back to the reviewers, with the reason.',
  },
  heldBackNow: { km: 'លោកអ្នកបានទុកដោយឡែក', th: 'ท่านกันไว้', en: 'You held back' },
  sentBack: { km: 'មូលហេតុដែលបានបញ្ជូនត្រឡប់ចុងក្រោយ', th: 'เหตุผลที่ถูกส่งกลับครั้งล่าสุด', en: 'Why it was sent back last' },
  wasReturned: { km: 'ធ្លាប់បញ្ជូនត្រឡប់ឱ្យកែ', th: 'เคยส่งกลับให้แก้ไข', en: 'Was returned for correction' },
  wasHeld: { km: 'ធ្លាប់ទុកដោយឡែក', th: 'เคยถูกกันไว้', en: 'Was held back before' },
  flags: { km: 'ចំណុចត្រូវមើល', th: 'จุดที่ควรดู', en: 'To look at' },
  incompleteLead: { km: 'អ្វីដែលត្រូវកែ', th: 'สิ่งที่ต้องแก้', en: 'To be put right' },
  correct: { km: 'កែពាក្យសុំ', th: 'แก้ไขคำขอ', en: 'Correct the application' },
  correctSubmitted: { km: 'កែមុនបង់ថ្លៃ', th: 'แก้ไขก่อนชำระเงิน', en: 'Correct before it is paid' },
  correctLead: {
    km: 'បុគ្គលដដែល។ លេខអត្តសញ្ញាណប័ណ្ណ ឬថ្ងៃខែឆ្នាំកំណើតដែលវាយខុស អាចកែបាន ហើយអ្នកពិនិត្យនឹងឃើញ។ ថ្លៃសេវា និងបង្កាន់ដៃនៅដដែល។',
    th: 'บุคคลเดิม เลขประจำตัวหรือวันเกิดที่พิมพ์ผิดแก้ได้ และผู้ตรวจจะเห็น ค่าธรรมเนียมและใบเสร็จคงเดิม',
    en: 'The same person. A number or birth date that was typed wrong can be put right; the reviewer will see it. Fee and receipt stay as they are.',
  },
  photoStays: {
    km: 'រូបថតដែលមាននៅដដែល បើលោកអ្នកមិនថតថ្មី។',
    th: 'รูปถ่ายเดิมคงอยู่ หากไม่ถ่ายใหม่',
    en: 'The photo that is there stays, unless you take another.',
  },
  saveCorrection: { km: 'រក្សាទុកការកែ', th: 'บันทึกการแก้ไข', en: 'Save the correction' },
  nothingToCorrect: {
    km: 'ពាក្យសុំនេះមិនអាចកែបានទៀតទេ។',
    th: 'คำขอนี้แก้ไขไม่ได้แล้ว',
    en: 'This application can no longer be corrected.',
  },
  backToCase: { km: 'ត្រឡប់ទៅពាក្យសុំ', th: 'กลับไปที่คำขอ', en: 'Back to the application' },
} as const satisfies Record<string, Text>

export const bookletWords = {
  printLead: {
    km: 'លិខិតបានចុះហត្ថលេខាហើយ។ ទាញយកទំព័រ បោះពុម្ពក្នុងសៀវភៅ រួចអានកូដលើទំព័រនោះវិញ។',
    th: 'บัตรลงนามแล้ว ดาวน์โหลดหน้าบัตร พิมพ์ลงเล่ม แล้วอ่านรหัสบนหน้านั้นกลับ',
    en: 'The pass is signed. Download its page, print it into the booklet, then read its code back.',
  },
  checkTitle: { km: 'ពិនិត្យទំព័រដែលបានបោះពុម្ព', th: 'ตรวจหน้าที่พิมพ์', en: 'Check the printed page' },
  scanned: { km: 'កូដលើទំព័រដែលបានបោះពុម្ព', th: 'รหัสบนหน้าที่พิมพ์', en: 'Code of the printed page' },
  scannedHint: {
    km: 'ដាក់ទស្សន៍ទ្រនិចក្នុងប្រអប់នេះ ហើយស្កេនទំព័រ។',
    th: 'วางเคอร์เซอร์ในช่องนี้แล้วสแกนหน้าบัตร',
    en: 'With the cursor in this box, scan the page.',
  },
  scannedNeeded: { km: 'សូមស្កេនកូដលើទំព័រជាមុន។', th: 'โปรดสแกนรหัสบนหน้าก่อน', en: 'Scan the page’s code first.' },
  scannedRead: { km: 'បានអានកូដហើយ។', th: 'อ่านรหัสแล้ว', en: 'The code was read.' },
  camera: { km: 'អានដោយកាមេរ៉ា', th: 'อ่านด้วยกล้อง', en: 'Read it with the camera' },
  cameraStop: { km: 'បិទកាមេរ៉ា', th: 'ปิดกล้อง', en: 'Stop the camera' },
  cameraPicture: { km: 'រូបភាពពីកាមេរ៉ា', th: 'ภาพจากกล้อง', en: 'Picture of the camera' },
  cameraNone: {
    km: 'មិនអាចប្រើកាមេរ៉ាបានទេ។ សូមប្រើម៉ាស៊ីនស្កេន ឬអនុញ្ញាតកាមេរ៉ា។',
    th: 'ใช้กล้องไม่ได้ โปรดใช้เครื่องสแกน หรืออนุญาตให้ใช้กล้อง',
    en: 'The camera cannot be used. Use the scanner, a file, or allow the camera.',
  },
  number: { km: 'លេខសៀវភៅ', th: 'หมายเลขเล่ม', en: 'Booklet number' },
  numberHint: {
    km: 'ប្រៀបធៀបជាមួយលេខលើសៀវភៅក្នុងដៃ។',
    th: 'เทียบกับเลขบนเล่มในมือ',
    en: 'Compare it with the number on the booklet in your hand.',
  },
  numberNeeded: { km: 'សូមបំពេញលេខសៀវភៅ។', th: 'โปรดกรอกหมายเลขเล่ม', en: 'Enter the booklet’s number.' },
  noneLeft: {
    km: 'ការិយាល័យនេះអស់សៀវភៅក្នុងស្តុកហើយ។ សូមប្រាប់អ្នកគ្រប់គ្រងការិយាល័យ។',
    th: 'คลังของสำนักงานนี้ไม่มีเล่มเหลือ โปรดแจ้งผู้ดูแลสำนักงาน',
    en: 'No booklet is left in this office’s stock. Tell the office administrator.',
  },
  bind: { km: 'ភ្ជាប់ជាមួយសៀវភៅនេះ', th: 'ผูกกับเล่มนี้', en: 'Bind it to this booklet' },
  booklet: { km: 'សៀវភៅ', th: 'เล่ม', en: 'Booklet' },
  spoil: { km: 'សៀវភៅខូច', th: 'เล่มเสีย', en: 'The booklet is spoilt' },
  spoilTitle: { km: 'កត់ត្រាថាសៀវភៅខូច', th: 'บันทึกว่าเล่มเสีย', en: 'Record the booklet as spoilt' },
  spoilLead: {
    km: 'លេខរបស់វានឹងមិនប្រើទៀតទេ ហើយត្រូវបោះពុម្ពសៀវភៅមួយទៀត។',
    th: 'เลขเล่มนี้จะไม่ใช้อีก และต้องพิมพ์เล่มใหม่',
    en: 'Its number is gone for good, and another booklet is printed.',
  },
  stepProduced: { km: 'បានបោះពុម្ព និងភ្ជាប់សៀវភៅ', th: 'พิมพ์และผูกเล่มแล้ว', en: 'Printed and bound' },
  /** The case keeps no name of who returned it: the event does. */
  returnedBy: { km: 'ដោយអ្នកពិនិត្យពាក្យសុំនៅការិយាល័យនេះ', th: 'โดยผู้ตรวจคำขอของสำนักงานนี้', en: 'By whoever reviews at this office' },
  stepReturned: { km: 'បញ្ជូនត្រឡប់ឱ្យកែ', th: 'ส่งกลับให้แก้ไข', en: 'Returned for correction' },
  stepCollected: { km: 'បានប្រគល់', th: 'มอบแล้ว', en: 'Handed over' },
} as const satisfies Record<string, Text>

export const handOverWords = {
  lead: {
    km: 'ប្រៀបធៀបមុខជាមួយរូបថត។ រួចសាមីខ្លួនចុះហត្ថលេខា ឬផ្តិតមេដៃ។',
    th: 'เทียบใบหน้ากับรูปถ่าย แล้วให้เจ้าตัวลงลายมือชื่อหรือพิมพ์นิ้วหัวแม่มือ',
    en: 'Compare the face with the photo. Then the person signs, or sets a thumb mark.',
  },
  kind: { km: 'សញ្ញាសម្គាល់', th: 'เครื่องหมายผู้รับ', en: 'Mark of the receiver' },
  signature: { km: 'ហត្ថលេខា', th: 'ลายมือชื่อ', en: 'Signature' },
  thumb: { km: 'ស្នាមមេដៃ', th: 'ลายพิมพ์นิ้วหัวแม่มือ', en: 'Thumb mark' },
  drawHere: {
    km: 'ចុះហត្ថលេខាទីនេះ ដោយប៊ិច ម្រាមដៃ ឬកណ្តុរ។',
    th: 'ลงลายมือชื่อที่นี่ ด้วยปากกา นิ้ว หรือเมาส์',
    en: 'Sign here, with a pen, a finger or the mouse.',
  },
  undo: { km: 'លុបខ្សែចុងក្រោយ', th: 'ลบเส้นล่าสุด', en: 'Undo the last stroke' },
  clear: { km: 'លុបទាំងអស់', th: 'ล้างทั้งหมด', en: 'Clear' },
  thumbLead: {
    km: 'ផ្តិតមេដៃលើក្រដាស រួចថត ឬស្កេនវា។',
    th: 'พิมพ์นิ้วบนกระดาษ แล้วถ่ายหรือสแกน',
    en: 'Set the mark on paper, then photograph or scan it.',
  },
  needed: { km: 'ត្រូវមានហត្ថលេខា ឬស្នាមមេដៃ។', th: 'ต้องมีลายมือชื่อหรือลายนิ้วมือ', en: 'A signature or a thumb mark is needed.' },
  handOver: { km: 'ប្រគល់សៀវភៅ', th: 'มอบเล่ม', en: 'Hand the booklet over' },
  collected: { km: 'លិខិតនៅក្នុងដៃអ្នកកាន់ហើយ។', th: 'บัตรอยู่ในมือผู้ถือแล้ว', en: 'The pass is in its holder’s hands.' },
  when: { km: 'បានប្រគល់នៅ', th: 'มอบเมื่อ', en: 'Handed over' },
  by: { km: 'ប្រគល់ដោយ', th: 'ผู้มอบ', en: 'By' },
  mark: { km: 'សញ្ញាសម្គាល់របស់អ្នកទទួល', th: 'เครื่องหมายของผู้รับ', en: 'The receiver’s mark' },
} as const satisfies Record<string, Text>

export const stockWords = {
  lead: { km: 'សៀវភៅដែលមានលេខរបស់ {office}', th: 'เล่มที่มีหมายเลขของ {office}', en: 'Numbered booklets of {office}' },
  inStock: { km: 'ក្នុងស្តុក', th: 'ในคลัง', en: 'In stock' },
  used: { km: 'បានប្រើ', th: 'ใช้แล้ว', en: 'Used' },
  spoilt: { km: 'ខូច', th: 'เสีย', en: 'Spoilt' },
  next: { km: 'លេខបន្ទាប់', th: 'เลขถัดไป', en: 'Next number' },
  noNext: { km: 'គ្មាន', th: 'ไม่มี', en: 'None' },
  batches: { km: 'បានទទួលចូលស្តុក', th: 'รับเข้าคลัง', en: 'Taken into stock' },
  noBatches: { km: 'មិនទាន់បានទទួលសៀវភៅទេ។', th: 'ยังไม่เคยรับเล่ม', en: 'No booklets have come in yet.' },
  numbers: { km: 'លេខ', th: 'เลข', en: 'Numbers' },
  first: { km: 'លេខដំបូង', th: 'เลขแรก', en: 'First number' },
  firstHint: { km: 'ដូចដែលបោះពុម្ពលើសៀវភៅ ឧទាហរណ៍ A000100', th: 'ตามที่พิมพ์บนเล่ม เช่น A000100', en: 'As printed on the booklet, for example A000100' },
  count: { km: 'ចំនួនសៀវភៅ', th: 'จำนวนเล่ม', en: 'How many' },
  countBad: { km: 'ពី ១ ដល់ {max}។', th: 'ตั้งแต่ 1 ถึง {max}', en: 'From 1 to {max}.' },
  run: { km: 'ពីលេខ {first} ដល់ {last}', th: 'ตั้งแต่ {first} ถึง {last}', en: 'From {first} to {last}' },
  receivedAt: { km: 'ពេលទទួល', th: 'เมื่อ', en: 'When' },
  receivedBy: { km: 'ទទួលដោយ', th: 'ผู้รับ', en: 'By' },
  receiveTitle: { km: 'ទទួលសៀវភៅចូលស្តុក', th: 'รับเล่มเข้าคลัง', en: 'Take booklets into stock' },
  receive: { km: 'បញ្ចូលស្តុក', th: 'รับเข้าคลัง', en: 'Take them in' },
  received: { km: 'បានបញ្ចូលស្តុក', th: 'รับเข้าคลังแล้ว', en: 'Taken into stock.' },
  spoilTitle: { km: 'សៀវភៅខូចមុនប្រើ', th: 'เล่มเสียก่อนใช้', en: 'A booklet spoilt before use' },
  spoil: { km: 'កត់ត្រាថាខូច', th: 'บันทึกว่าเสีย', en: 'Record it as spoilt' },
  spoiltDone: { km: 'បានកត់ត្រាថាខូច។', th: 'บันทึกว่าเสียแล้ว', en: 'Recorded as spoilt.' },
} as const satisfies Record<string, Text>

/** Pages that are added to a booklet after it was issued. */
export const pagesWords = {
  title: { km: 'បន្ថែមទំព័រសៀវភៅ', th: 'เพิ่มหน้าในเล่ม', en: 'Add pages to the booklet' },
  added: { km: 'ទំព័របានបន្ថែម៖ {n}', th: 'หน้าที่เพิ่มแล้ว: {n}', en: 'Pages added so far: {n}' },
  howMany: { km: 'ចំនួនទំព័រ', th: 'จำนวนหน้า', en: 'How many pages' },
  hint: {
    km: 'ភ្ជាប់ទំព័រទៅសៀវភៅដែលម្ចាស់យកមក រួចកត់ត្រានៅទីនេះ។ លេខ និងថ្ងៃចុងក្រោយនៅដដែល។',
    th: 'เย็บหน้าเพิ่มในเล่มที่ผู้ถือนำมา แล้วบันทึกที่นี่ หมายเลขและวันสิ้นอายุคงเดิม',
    en: 'Bind them into the booklet that its holder brings, then record it here. Number and last day stay.',
  },
  range: { km: 'សូមសរសេរចំនួនពី ១ ដល់ {max}។', th: 'โปรดเขียนจำนวนตั้งแต่ 1 ถึง {max}', en: 'Write a number from 1 to {max}.' },
  add: { km: 'កត់ត្រាទំព័រដែលបានបន្ថែម', th: 'บันทึกหน้าที่เพิ่ม', en: 'Record the added pages' },
} as const satisfies Record<string, Text>
