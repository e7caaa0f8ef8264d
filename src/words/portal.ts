// What residents do on their own: the pages beside the crossings, each loaded when it is opened.
import type { Text } from '../kernel/language.ts'
import { passOverStages } from './pass-over.ts'

export const portalWords = {
  number: { km: 'លេខតាមដាន', th: 'หมายเลขติดตาม', en: 'Follow number' },
  numberHint: { km: 'ដប់ខ្ទង់ នៅលើបង្កាន់ដៃ ឬប័ណ្ណតាមដាន', th: 'สิบหลัก บนใบเสร็จหรือใบติดตาม', en: 'Ten digits, on your receipt or slip' },
  birthDate: { km: 'ថ្ងៃខែឆ្នាំកំណើត', th: 'วันเดือนปีเกิด', en: 'Date of birth' },
  birthDateHint: {
    km: 'ឆ្នាំគ្រិស្តសករាជ ឬពុទ្ធសករាជ (ចាប់ពី ២៤០០)',
    th: 'ปีพุทธศักราช (ตั้งแต่ 2400) หรือคริสต์ศักราช',
    en: 'The year in either era; from 2400 on it is Buddhist',
  },
  day: { km: 'ថ្ងៃ', th: 'วัน', en: 'Day' },
  month: { km: 'ខែ', th: 'เดือน', en: 'Month' },
  year: { km: 'ឆ្នាំ', th: 'ปี', en: 'Year' },
  send: { km: 'ផ្ញើ', th: 'ส่ง', en: 'Send' },
  show: { km: 'បង្ហាញ', th: 'แสดง', en: 'Show' },
  sending: { km: 'កំពុងផ្ញើ', th: 'กำลังส่ง', en: 'Sending' },
  print: { km: 'បោះពុម្ព', th: 'พิมพ์', en: 'Print' },
  another: { km: 'ផ្សេងទៀត', th: 'รายการอื่น', en: 'Another one' },
  needed: { km: 'សូមបំពេញប្រអប់ទាំងអស់ដែលត្រូវការ។', th: 'โปรดกรอกช่องที่จำเป็นให้ครบ', en: 'Fill in everything that is needed.' },
  choose: { km: 'សូមជ្រើសរើស', th: 'โปรดเลือก', en: 'Choose' },
  optional: { km: 'មិនចាំបាច់', th: 'ไม่บังคับ', en: 'optional' },
  by: { km: 'តាម {title}', th: 'ตาม {title}', en: 'By {title}' },
  keepNumber: {
    km: 'សូមរក្សាលេខនេះ។ លេខនេះជាមួយថ្ងៃកំណើតបើកមើលសំណុំរឿង។',
    th: 'โปรดเก็บหมายเลขนี้ไว้ หมายเลขนี้พร้อมวันเกิดใช้เปิดดูเรื่อง',
    en: 'Keep this number. With the date of birth it opens the case.',
  },
} as const satisfies Record<string, Text>

export const followWords = {
  lead: {
    km: 'វាយលេខតាមដាន និងថ្ងៃកំណើត។ គ្មានអ្វីផ្សេងទៀតត្រូវបង្ហាញទេ។',
    th: 'พิมพ์หมายเลขติดตามและวันเกิด ไม่มีข้อมูลอื่นแสดง',
    en: 'Type the follow number and the date of birth. Nothing else is shown.',
  },
  office: { km: 'ការិយាល័យ', th: 'สำนักงาน', en: 'Office' },
  applied: { km: 'ដាក់ពាក្យនៅ', th: 'ยื่นเมื่อ', en: 'Applied' },
  fee: { km: 'ថ្លៃសេវា', th: 'ค่าธรรมเนียม', en: 'Fee' },
  paidOn: { km: 'បានបង់នៅ', th: 'ชำระเมื่อ', en: 'Paid' },
  receipt: { km: 'លេខបង្កាន់ដៃ', th: 'เลขที่ใบเสร็จ', en: 'Receipt' },
  dueOn: { km: 'ត្រូវរួចរាល់នៅថ្ងៃ', th: 'ต้องเสร็จภายใน', en: 'Due by' },
  late: { km: 'ហួសកំណត់ហើយ។ អ្នកអាចប្តឹងបាន។', th: 'เกินกำหนดแล้ว ท่านร้องเรียนได้', en: 'It is late. You can complain.' },
  reason: { km: 'មូលហេតុ', th: 'เหตุผล', en: 'Reason' },
  contest: {
    km: 'បើមិនយល់ព្រម អ្នកអាចប្តឹងទៅខេត្ត ឬដាក់ពាក្យម្តងទៀត។',
    th: 'หากไม่เห็นด้วย ท่านร้องเรียนต่อจังหวัดหรือยื่นคำขอใหม่ได้',
    en: 'If you do not agree, complain to the province, or apply again.',
  },
  contestPass: { km: 'បើមិនយល់ព្រម អ្នកអាចប្តឹងទៅខេត្ត។', th: 'หากไม่เห็นด้วย ท่านร้องเรียนต่อจังหวัดได้', en: 'If you do not agree, complain to the province.' },
  complain: { km: 'ប្តឹង', th: 'ร้องเรียน', en: 'Complain' },
  reversed: {
    km: 'ការបង់ប្រាក់ {price} ត្រូវបានដកវិញនៅ {day}',
    th: 'การชำระเงิน {price} ถูกยกเลิกเมื่อ {day}',
    en: 'The payment of {price} was taken back on {day}',
  },
  owedBack: {
    km: 'ប្រាក់នេះត្រូវសងអ្នកវិញ៖ សូមសួរបេឡាករនៃការិយាល័យ។',
    th: 'เงินนี้ต้องคืนให้ท่าน โปรดถามเจ้าหน้าที่การเงินของสำนักงาน',
    en: 'This money is owed back to you: ask the office’s cashier.',
  },
  givenBack: {
    km: 'តាមកំណត់ត្រាការិយាល័យ ប្រាក់ត្រូវបានសងវិញហើយ។',
    th: 'ตามบันทึกของสำนักงาน คืนเงินแล้ว',
    en: 'By the office’s record the money was given back.',
  },
  passEnd: { km: 'លិខិតលេខបញ្ចប់ដោយ', th: 'หมายเลขบัตรลงท้ายด้วย', en: 'Pass number ends in' },
  lastDay: { km: 'ថ្ងៃចុងក្រោយ', th: 'ใช้ได้ถึง', en: 'Last day' },
  daysLeft: { km: 'នៅសល់ {days} ថ្ងៃ', th: 'เหลืออีก {days} วัน', en: '{days} {days:day|days} left' },
  passOver: { km: 'លិខិតនេះប្រើលែងបានហើយ', th: 'บัตรนี้ใช้ไม่ได้แล้ว', en: 'This pass is no longer valid' },
  passRevoked: { km: 'លិខិតនេះត្រូវបានលុបចោល', th: 'บัตรนี้ถูกยกเลิก', en: 'This pass was revoked' },
  passReplaced: { km: 'លិខិតមួយទៀតបានជំនួសលិខិតនេះ', th: 'มีบัตรอื่นแทนบัตรนี้แล้ว', en: 'Another pass took the place of this one' },
  passSuspended: { km: 'លិខិតនេះត្រូវបានផ្អាក', th: 'บัตรนี้ถูกระงับ', en: 'This pass is suspended' },
  extension: { km: 'បន្តសុពលភាព', th: 'ต่ออายุ', en: 'Extension' },
  extendUntil: {
    km: 'អាចបន្តរហូតដល់ {until} ដល់ថ្ងៃ {newLastDay} តម្លៃ {price}។',
    th: 'ต่อได้ถึง {until} ใช้ได้ถึง {newLastDay} ราคา {price}',
    en: 'Possible until {until}: then good until {newLastDay}, for {price}.',
  },
  pay: { km: 'បង់តាមទូរស័ព្ទ (កូដ QR)', th: 'ชำระด้วยโทรศัพท์ (รหัส QR)', en: 'Pay by phone (QR code)' },
  payLead: {
    km: 'ស្កែនកូដនេះក្នុងកម្មវិធីធនាគារ។ ទំព័រនេះប្រាប់ពេលបានបង់។',
    th: 'สแกนรหัสนี้ในแอปธนาคาร หน้านี้จะแจ้งเมื่อชำระแล้ว',
    en: 'Scan this code in your bank’s app. This page says when it is paid.',
  },
  provisional: {
    km: 'បណ្តោះអាសន្ន៖ ថ្ងៃឈប់សម្រាកឆ្នាំនោះមិនទាន់ប្រកាសជាផ្លូវការទេ',
    th: 'เบื้องต้น: วันหยุดของปีนั้นยังไม่ประกาศเป็นทางการ',
    en: 'provisional: the holidays of that year are not officially announced yet',
  },
  payCode: { km: 'កូដបង់ប្រាក់', th: 'รหัสชำระเงิน', en: 'Payment code' },
  saveCode: { km: 'រក្សាទុករូបកូដ', th: 'บันทึกรูปรหัส', en: 'Save the code as a picture' },
  codeOver: {
    km: 'កូដនេះហួសម៉ោងហើយ។ បើមិនទាន់បង់ សូមបង្កើតកូដថ្មី។ បើបង់រួចហើយ សូមរង់ចាំ៖ ទំព័រនេះនៅតែសួរធនាគារ។',
    th: 'รหัสนี้หมดเวลาแล้ว หากยังไม่ได้ชำระ โปรดสร้างรหัสใหม่ หากชำระแล้ว โปรดรอ หน้านี้ยังถามธนาคารอยู่',
    en: 'This code is over. If you have not paid, make a new one. If you have, wait: the bank is still asked.',
  },
  newCode: { km: 'បង្កើតកូដថ្មី', th: 'สร้างรหัสใหม่', en: 'Make a new code' },
  goodUntil: { km: 'ប្រើបានដល់ {time}', th: 'ใช้ได้ถึง {time}', en: 'Good until {time}' },
  waiting: { km: 'រង់ចាំធនាគារ', th: 'รอธนาคาร', en: 'Waiting for the bank' },
} as const satisfies Record<string, Text>

/** Where a case stands: the word, and what happens or is to be done next. */
export const stageWords = {
  received: {
    word: { km: 'បានទទួលតាមអនឡាញ', th: 'ได้รับทางออนไลน์แล้ว', en: 'Received online' },
    next: {
      km: 'សូមយកឯកសារទៅការិយាល័យ។ មន្ត្រីនឹងបន្តពីអ្វីដែលអ្នកបានផ្ញើ។',
      th: 'โปรดนำเอกสารไปที่สำนักงาน เจ้าหน้าที่จะทำต่อจากที่ท่านส่ง',
      en: 'Bring your papers to the office. The clerk goes on from what you sent.',
    },
  },
  'to-pay': {
    word: { km: 'ត្រូវបង់ថ្លៃសេវា', th: 'รอชำระค่าธรรมเนียม', en: 'To be paid' },
    next: {
      km: 'សូមបង់នៅការិយាល័យ ឬតាមទូរស័ព្ទ។ បង់តែតម្លៃកំណត់ប៉ុណ្ណោះ។',
      th: 'ชำระที่สำนักงานหรือทางโทรศัพท์ จ่ายเฉพาะราคาที่กำหนด',
      en: 'Pay at the office or by phone: the set price and nothing else.',
    },
  },
  'to-correct': {
    word: { km: 'ត្រូវកែតម្រូវ', th: 'ต้องแก้ไข', en: 'To be corrected' },
    next: {
      km: 'សូមទៅការិយាល័យ ហើយកែតាមមូលហេតុខាងក្រោម។ គ្មានអ្វីបាត់បង់ទេ។',
      th: 'โปรดไปที่สำนักงานและแก้ไขตามเหตุผลด้านล่าง ไม่มีข้อมูลสูญหาย',
      en: 'Go to the office and put right what is named below. Nothing you gave is lost.',
    },
  },
  examined: {
    word: { km: 'កំពុងពិនិត្យ', th: 'กำลังตรวจ', en: 'Being examined' },
    next: { km: 'អ្នកមិនចាំបាច់ធ្វើអ្វីទេ។', th: 'ท่านไม่ต้องทำอะไร', en: 'You need do nothing.' },
  },
  'to-sign': {
    word: { km: 'រង់ចាំហត្ថលេខា', th: 'รอลงนาม', en: 'To be signed' },
    next: { km: 'អ្នកមិនចាំបាច់ធ្វើអ្វីទេ។', th: 'ท่านไม่ต้องทำอะไร', en: 'You need do nothing.' },
  },
  printed: {
    word: { km: 'កំពុងបោះពុម្ព', th: 'กำลังพิมพ์', en: 'Being printed' },
    next: { km: 'អ្នកមិនចាំបាច់ធ្វើអ្វីទេ។', th: 'ท่านไม่ต้องทำอะไร', en: 'You need do nothing.' },
  },
  ready: {
    word: { km: 'រួចរាល់ អាចទៅយកបាន', th: 'พร้อมรับแล้ว', en: 'Ready to fetch' },
    next: {
      km: 'សូមទៅយកដោយខ្លួនឯងនៅការិយាល័យ ជាមួយអត្តសញ្ញាណប័ណ្ណ និងបង្កាន់ដៃ។',
      th: 'โปรดไปรับด้วยตนเองที่สำนักงาน พร้อมบัตรประจำตัวและใบเสร็จ',
      en: 'Fetch it yourself at the office, with your identity card and the receipt.',
    },
  },
  fetched: {
    word: { km: 'បានទទួលរួចហើយ', th: 'รับไปแล้ว', en: 'Collected' },
    next: { km: 'សូមមើលស្ថានភាពលិខិតខាងក្រោម។', th: 'ดูสถานะบัตรด้านล่าง', en: 'See below how the pass stands.' },
  },
  refused: {
    word: { km: 'ត្រូវបានបដិសេធ', th: 'ถูกปฏิเสธ', en: 'Refused' },
    next: { km: 'មូលហេតុ និងវិធីតវ៉ាមានខាងក្រោម។', th: 'เหตุผลและวิธีโต้แย้งอยู่ด้านล่าง', en: 'The reason, and how to contest it, stand below.' },
  },
  withdrawn: {
    word: { km: 'បានដកពាក្យវិញ', th: 'ถอนคำขอแล้ว', en: 'Withdrawn' },
    next: { km: 'អ្នកអាចដាក់ពាក្យម្តងទៀត។', th: 'ท่านยื่นใหม่ได้', en: 'You can apply again.' },
  },
  lapsed: {
    word: { km: 'ផុតកំណត់', th: 'สิ้นผล', en: 'Lapsed' },
    next: {
      km: 'មិនបានបង់ ឬកែទាន់ពេល។ អ្នកអាចដាក់ពាក្យម្តងទៀត។',
      th: 'ไม่ได้ชำระหรือแก้ไขทันเวลา ท่านยื่นใหม่ได้',
      en: 'It was not paid or corrected in time. You can apply again.',
    },
  },
  ...passOverStages,
} as const satisfies Record<string, { word: Text; next: Text }>

export const needsWords = {
  kind: { km: 'អ្នកត្រូវការអ្វី', th: 'ท่านต้องการอะไร', en: 'What do you come for' },
  province: { km: 'ខេត្តដែលអ្នករស់នៅ', th: 'จังหวัดที่ท่านอยู่', en: 'Your province' },
  district: { km: 'ក្រុង ឬស្រុក', th: 'เมืองหรืออำเภอ', en: 'Your district' },
  bring: { km: 'ត្រូវយកមក', th: 'สิ่งที่ต้องนำมา', en: 'Bring' },
  price: { km: 'តម្លៃ', th: 'ราคา', en: 'Price' },
  free: { km: 'មិនគិតថ្លៃ', th: 'ไม่มีค่าธรรมเนียม', en: 'Nothing to pay' },
  districtOffice: { km: '{name} (រដ្ឋបាលក្រុង ស្រុក)', th: '{name} (ที่ว่าการอำเภอ)', en: '{name}, district office' },
  hall: { km: '{name} (សាលាខេត្ត)', th: '{name} (ศาลากลางจังหวัด)', en: '{name}, province hall' },
  where: { km: 'កន្លែង', th: 'ที่ไหน', en: 'Where' },
  time: { km: 'រយៈពេល', th: 'ใช้เวลา', en: 'How long' },
  days: {
    km: 'យ៉ាងយូរ {max} ថ្ងៃធ្វើការ ក្រោយបង់ប្រាក់ គោលដៅ {target}។',
    th: 'ไม่เกิน {max} วันทำการหลังชำระเงิน ตั้งเป้า {target}',
    en: 'At most {max} working {max:day|days} after the payment; the aim is {target}.',
  },
  children: { km: 'កុមារ', th: 'เด็ก', en: 'Children' },
  ages: {
    km: 'អាយុក្រោម {guardian} ឆ្នាំ ត្រូវការអាណាព្យាបាល។ ក្រោម {parent} ឆ្នាំ អាចធ្វើដំណើរលើលិខិតរបស់ឪពុកម្តាយ។',
    th: 'อายุต่ำกว่า {guardian} ปี ต้องมีผู้ปกครอง ต่ำกว่า {parent} ปี ใช้บัตรของบิดามารดาได้',
    en: 'Under {guardian} a guardian is needed. Under {parent} a child may travel on a parent’s pass.',
  },
  table: { km: 'តារាងតម្លៃ', th: 'ตารางค่าธรรมเนียม', en: 'Fee table' },
  tableNote: {
    km: 'គ្មានអ្វីផ្សេងទៀតត្រូវបង់ទេ។',
    th: 'ไม่มีค่าใช้จ่ายอื่น',
    en: 'There is nothing else to pay.',
  },
  ifMore: { km: 'បើមានគេទារលើសពីនេះ សូមប្តឹង', th: 'หากถูกเรียกเกินกว่านี้ โปรดร้องเรียน', en: 'If more is asked, complain' },
} as const satisfies Record<string, Text>

export const lostWords = {
  lead: {
    km: 'ការិយាល័យនឹងទទួលដំណឹង។ លិខិតត្រូវផ្អាកភ្លាម លុះត្រាតែអ្នកវាយលេខតាមដានផង។',
    th: 'สำนักงานจะได้รับแจ้ง บัตรถูกระงับทันทีเมื่อท่านพิมพ์หมายเลขติดตามด้วย',
    en: 'The office is told. The pass is suspended at once only if you also type its follow number.',
  },
  pass: { km: 'លេខលិខិតឆ្លងដែន', th: 'หมายเลขบัตรผ่านแดน', en: 'Number of the pass' },
  passHint: { km: 'អក្សរពីរ និងលេខដប់មួយខ្ទង់', th: 'ตัวอักษรสองตัวและเลขสิบเอ็ดหลัก', en: 'Two letters and eleven digits' },
  how: { km: 'តើមានអ្វីកើតឡើង', th: 'เกิดอะไรขึ้น', en: 'What happened' },
  lost: { km: 'បាត់', th: 'หาย', en: 'Lost' },
  stolen: { km: 'ត្រូវគេលួច', th: 'ถูกขโมย', en: 'Stolen' },
  contact: { km: 'លេខទូរស័ព្ទ', th: 'หมายเลขโทรศัพท์', en: 'Telephone' },
  reported: { km: 'បានទទួលរបាយការណ៍', th: 'รับแจ้งแล้ว', en: 'The report was received' },
  suspended: { km: 'លិខិតត្រូវបានផ្អាកហើយ', th: 'ระงับบัตรแล้ว', en: 'The pass is suspended now' },
  next: {
    km: 'សូមទៅការិយាល័យជាមួយអត្តសញ្ញាណប័ណ្ណ ដើម្បីបញ្ជាក់ និងសុំលិខិតជំនួស។',
    th: 'โปรดไปที่สำนักงานพร้อมบัตรประจำตัว เพื่อยืนยันและขอบัตรแทน',
    en: 'Go to the office with your identity card, to confirm it and to ask for a replacement.',
  },
  caseNumber: { km: 'លេខសំណុំរឿង', th: 'หมายเลขเรื่อง', en: 'Case number' },
  follow: { km: 'តាមដានរបាយការណ៍', th: 'ติดตามการแจ้ง', en: 'Follow a report' },
  open: { km: 'ការិយាល័យមិនទាន់ដោះស្រាយទេ', th: 'สำนักงานยังไม่ได้ดำเนินการ', en: 'The office has not settled it yet' },
  outcomeWrong: {
    km: 'បើនេះខុស សូមទៅការិយាល័យជាមួយអត្តសញ្ញាណប័ណ្ណ ឬប្តឹងទៅខេត្ត។',
    th: 'หากไม่ถูกต้อง โปรดไปที่สำนักงานพร้อมบัตรประจำตัว หรือร้องเรียนต่อจังหวัด',
    en: 'If this is wrong, go to the office with your identity card, or complain to the province.',
  },
  outcomeSuspended: { km: 'លិខិតត្រូវបានផ្អាក', th: 'ระงับบัตรแล้ว', en: 'The pass was suspended' },
  outcomeReplaced: { km: 'មានលិខិតជំនួស', th: 'ออกบัตรแทนแล้ว', en: 'It was replaced' },
  outcomeFound: { km: 'រកឃើញវិញ', th: 'พบแล้ว', en: 'It was found' },
  outcomeNotHolder: { km: 'មិនមែនម្ចាស់លិខិតជាអ្នករាយការណ៍', th: 'ผู้แจ้งไม่ใช่ผู้ถือบัตร', en: 'It was not reported by its holder' },
  outcomeOver: { km: 'លិខិតប្រើលែងបានស្រាប់', th: 'บัตรใช้ไม่ได้อยู่แล้ว', en: 'The pass was over anyway' },
} as const satisfies Record<string, Text>

export const complaintWords = {
  lead: {
    km: 'បណ្តឹងទៅដល់ខេត្ត និងសវនករ មិនមែនការិយាល័យដែលអ្នកប្តឹងទេ។',
    th: 'เรื่องไปถึงจังหวัดและผู้ตรวจสอบ ไม่ใช่สำนักงานที่ท่านร้องเรียน',
    en: 'It goes to the province and the auditor, not to the office that it is about.',
  },
  place: { km: 'អំពីការិយាល័យ ឬច្រក', th: 'เกี่ยวกับสำนักงานหรือจุดผ่านแดน', en: 'About which office or crossing' },
  offices: { km: 'ការិយាល័យ', th: 'สำนักงาน', en: 'Offices' },
  points: { km: 'ច្រកព្រំដែន', th: 'จุดผ่านแดน', en: 'Crossing points' },
  about: { km: 'អំពីអ្វី', th: 'เรื่องอะไร', en: 'About what' },
  fee: { km: 'ទារប្រាក់លើសតម្លៃកំណត់', th: 'เรียกเงินเกินราคา', en: 'More was asked than the price' },
  waiting: { km: 'រង់ចាំយូរពេក', th: 'รอนานเกินไป', en: 'It takes too long' },
  refusal: { km: 'ត្រូវបានបដិសេធ', th: 'ถูกปฏิเสธ', en: 'I was refused' },
  conduct: { km: 'អាកប្បកិរិយារបស់មន្ត្រី', th: 'พฤติกรรมของเจ้าหน้าที่', en: 'How I was treated' },
  other: { km: 'ផ្សេងទៀត', th: 'อื่น ๆ', en: 'Something else' },
  asked: { km: 'គេទារប៉ុន្មាន', th: 'ถูกเรียกเท่าใด', en: 'How much was asked' },
  askedHint: { km: 'ជាលេខ ឧ. ៥០ ០០០', th: 'เป็นตัวเลข เช่น 50,000', en: 'In digits, such as 50,000' },
  text: { km: 'តើមានអ្វីកើតឡើង', th: 'เกิดอะไรขึ้น', en: 'What happened' },
  textHint: { km: 'យ៉ាងច្រើន ២០០០ តួអក្សរ', th: 'ไม่เกิน 2,000 ตัวอักษร', en: 'At most 2,000 characters' },
  secret: { km: 'ពាក្យសម្ងាត់របស់អ្នក', th: 'คำลับของท่าน', en: 'Your secret word' },
  secretHint: {
    km: 'យ៉ាងតិចបួនតួអក្សរ។ ពាក្យនេះជាមួយលេខបណ្តឹងបើកមើលចម្លើយ។',
    th: 'อย่างน้อยสี่ตัวอักษร ใช้พร้อมหมายเลขเรื่องเพื่อเปิดดูคำตอบ',
    en: 'Four characters or more. With the case number it opens the answer.',
  },
  contact: { km: 'ទំនាក់ទំនងអ្នកតាម', th: 'ติดต่อท่านทาง', en: 'How to reach you' },
  received: { km: 'បានទទួលបណ្តឹង', th: 'รับเรื่องร้องเรียนแล้ว', en: 'The complaint was received' },
  follow: { km: 'អានចម្លើយ', th: 'อ่านคำตอบ', en: 'Read the answer' },
  again: {
    km: 'បើមិនយល់ព្រម សូមសរសេរបណ្តឹងថ្មី ដោយដាក់លេខនេះ៖ សវនករក៏អានបណ្តឹងទាំងអស់ដែរ។',
    th: 'หากไม่เห็นด้วย โปรดร้องเรียนใหม่โดยอ้างหมายเลขนี้ ผู้ตรวจสอบอ่านทุกเรื่องด้วย',
    en: 'If you do not agree, complain again and name this number: the auditor reads all of them too.',
  },
  stateReceived: { km: 'បានទទួល', th: 'รับเรื่องแล้ว', en: 'Received' },
  stateInHand: { km: 'កំពុងពិនិត្យ', th: 'กำลังพิจารณา', en: 'In hand' },
  stateAnswered: { km: 'បានឆ្លើយ', th: 'ตอบแล้ว', en: 'Answered' },
  stateClosed: { km: 'បានបិទ', th: 'ปิดแล้ว', en: 'Closed' },
  keepNumber: {
    km: 'សូមរក្សាលេខនេះ និងពាក្យសម្ងាត់។',
    th: 'โปรดเก็บหมายเลขนี้และคำลับไว้',
    en: 'Keep this number and your secret word.',
  },
} as const satisfies Record<string, Text>

// Staff read the same words at the desk.
export const complaintStateWords = {
  received: complaintWords.stateReceived,
  'in-hand': complaintWords.stateInHand,
  answered: complaintWords.stateAnswered,
  closed: complaintWords.stateClosed,
} as const satisfies Record<string, Text>

export const reportOutcomeWords = {
  suspended: lostWords.outcomeSuspended,
  replaced: lostWords.outcomeReplaced,
  found: lostWords.outcomeFound,
  'not-the-holder': lostWords.outcomeNotHolder,
  over: lostWords.outcomeOver,
} as const satisfies Record<string, Text>
