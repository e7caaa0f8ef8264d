// Words of working together at the desk: whose step it is, who did which, and a governor's lists to sign.
import type { Text } from '../kernel/language.ts'

export const workWords = {
  noWorkTitle: { km: 'គ្មានការងារនៅតុនេះ', th: 'ไม่มีงานที่เคาน์เตอร์นี้', en: 'No work at the desk' },
  noWork: {
    km: 'តួនាទីរបស់លោកអ្នកនៅថ្ងៃនេះ គ្មានការងារនៅតុការិយាល័យទេ។ បើមិនត្រឹមត្រូវ សូមប្រាប់អ្នកគ្រប់គ្រងការិយាល័យ។',
    th: 'บทบาทของท่านในวันนี้ไม่มีงานที่เคาน์เตอร์ของสำนักงาน หากไม่ถูกต้อง โปรดแจ้งผู้ดูแลสำนักงาน',
    en: 'None of your roles today has work at an office’s desk. If that is wrong, tell the office’s administrator.',
  },
  noOffice: {
    km: 'តួនាទីរបស់លោកអ្នកមិនមានការិយាល័យសម្រាប់ទំព័រនេះទេ។',
    th: 'บทบาทของท่านไม่มีสำนักงานสำหรับหน้านี้',
    en: 'Your roles hold no office for this page.',
  },
  myAccount: { km: 'គណនីរបស់ខ្ញុំ', th: 'บัญชีของฉัน', en: 'My account' },
  becomeOther: { km: 'ក្លាយជាបុគ្គលិកផ្សេង', th: 'เป็นเจ้าหน้าที่คนอื่น', en: 'Become someone else' },
  notShown: { km: 'មិនបង្ហាញដល់តួនាទីរបស់លោកអ្នក', th: 'ไม่แสดงแก่บทบาทของท่าน', en: 'Not shown to your role' },
  waitsFor: { km: 'រង់ចាំ {role}', th: 'รอ{role}', en: 'Waits for: {role}' },
  notYours: {
    km: 'ជំហាននេះធ្វើដោយអ្នកផ្សេង។ លោកអ្នកអាចបើកទំព័រនេះមើលដំណើរការបានគ្រប់ពេល។',
    th: 'ขั้นนี้เป็นหน้าที่ของผู้อื่น ท่านเปิดหน้านี้ดูความคืบหน้าได้ทุกเมื่อ',
    en: 'This step is somebody else’s. Open this page again to see how it goes.',
  },
  doneBy: { km: 'អ្នកធ្វើ', th: 'ผู้ดำเนินการ', en: 'Done by' },
  at: { km: 'នៅ', th: 'ที่', en: 'At' },
  becomeRole: { km: 'ក្លាយជា{role}នៃការិយាល័យនេះ', th: 'เป็น{role}ของสำนักงานนี้', en: 'Become this office’s {role}' },
  becomeWhy: {
    km: 'ក្នុងការបង្ហាញសាកល្បង លោកអ្នកអាចដើរតួបន្តគ្នា៖',
    th: 'ในระบบสาธิต ท่านสวมบทบาทถัดไปได้เลย:',
    en: 'In the demonstration you can go on as the next person:',
  },
  nobodyToBecome: {
    km: 'គ្មានបុគ្គលិកប្រឌិតផ្សេងទៀតសម្រាប់ជំហាននេះនៅការិយាល័យនេះទេ។',
    th: 'สำนักงานนี้ไม่มีเจ้าหน้าที่สมมติคนอื่นสำหรับขั้นนี้',
    en: 'No other made-up person of this office may do this step.',
  },
  otherHands: {
    km: 'អ្នកដែលទទួលពាក្យសុំ មិនអាចអនុម័ត ឬចុះហត្ថលេខាលើពាក្យសុំដដែលបានទេ។',
    th: 'ผู้รับคำขอจะอนุมัติหรือลงนามในคำขอเดียวกันไม่ได้',
    en: 'Who took an application may not approve or sign it.',
  },
  addToList: { km: 'ដាក់ក្នុងបញ្ជីចុះហត្ថលេខា', th: 'ใส่ในรายการลงนาม', en: 'Put it on a list to sign' },
  downloading: { km: 'កំពុងរៀបចំទំព័រ', th: 'กำลังจัดทำหน้าบัตร', en: 'Making the page' },
  downloaded: { km: 'បានទាញយកឯកសារ PDF', th: 'ดาวน์โหลดไฟล์ PDF แล้ว', en: 'The PDF file was downloaded' },
  evidence: { km: 'ភស្តុតាងនៃហត្ថលេខា', th: 'หลักฐานการลงนาม', en: 'Evidence of the signature' },
  evidenceHint: {
    km: 'ឯកសារមួយដែលអាចផ្ទៀងផ្ទាត់បានដោយឯករាជ្យ ដោយមិនចាំបាច់មានប្រព័ន្ធនេះ។',
    th: 'ไฟล์เดียวที่ตรวจสอบได้โดยอิสระ โดยไม่ต้องใช้ระบบนี้',
    en: 'One file that anyone can check on their own, without this system.',
  },
  takenBy: { km: 'ទទួលដោយ', th: 'ผู้รับคำขอ', en: 'Taken by' },
  byPhone: { km: 'ម្ចាស់លិខិត តាមទូរស័ព្ទ', th: 'ผู้ถือบัตร ทางโทรศัพท์', en: 'The holder, by phone' },
} as const satisfies Record<string, Text>

export const signingWords = {
  title: { km: 'ត្រូវចុះហត្ថលេខា', th: 'รอลงนาม', en: 'To sign' },
  lead: {
    km: 'ពាក្យសុំដែលបានអនុម័តនៅ {office}។ ជ្រើសរើសយ៉ាងច្រើន {max} ហើយចុះហត្ថលេខាដោយសោសម្ងាត់តែម្តង។',
    th: 'คำขอที่อนุมัติแล้วของ {office} เลือกได้ไม่เกิน {max} รายการ แล้วลงนามด้วยพาสคีย์ครั้งเดียว',
    en: 'Approved applications of {office}. Tick up to {max}, and sign them with one touch of your passkey.',
  },
  none: { km: 'គ្មានពាក្យសុំរង់ចាំហត្ថលេខាទេ។', th: 'ไม่มีคำขอที่รอลงนาม', en: 'Nothing waits for a signature.' },
  waiting: { km: 'រង់ចាំហត្ថលេខា', th: 'รอลงนาม', en: 'Waiting' },
  ticked: { km: 'បានជ្រើសរើស', th: 'เลือกแล้ว', en: 'Ticked' },
  held: { km: 'ទុកដោយឡែក', th: 'กันไว้', en: 'Held back' },
  tickAll: { km: 'ជ្រើសរើសទាំងអស់', th: 'เลือกทั้งหมด', en: 'Tick all' },
  untickAll: { km: 'ដោះការជ្រើសរើស', th: 'ไม่เลือกเลย', en: 'Tick none' },
  tick: { km: 'ជ្រើសរើស {name}', th: 'เลือก {name}', en: 'Tick {name}' },
  approvedBy: { km: 'អនុម័តដោយ', th: 'ผู้อนุมัติ', en: 'Approved by' },
  note: { km: 'កំណត់សម្គាល់', th: 'หมายเหตุ', en: 'Note' },
  sign: { km: 'ចុះហត្ថលេខាលើលិខិត {count}', th: 'ลงนามบัตร {count} ใบ', en: 'Sign {count} {count:pass|passes}' },
  someHeld: {
    km: 'ពាក្យសុំ {count} មិនអាចចុះហត្ថលេខាបាន ហើយត្រូវបានទុកដោយឡែក។ អ្នកអាចចុះហត្ថលេខាលើអ្វីដែលនៅសល់។',
    th: 'คำขอ {count} รายการลงนามไม่ได้และถูกกันไว้ ท่านลงนามส่วนที่เหลือได้',
    en: 'Held back since they cannot be signed: {count}. You can sign the others.',
  },
  checkTitle: { km: 'បញ្ជីដែលលោកអ្នកចុះហត្ថលេខា', th: 'รายการที่ท่านจะลงนาม', en: 'The list you sign' },
  checkLead: {
    km: 'សូមពិនិត្យមុខ និងឈ្មោះម្តងទៀត។ សោសម្ងាត់របស់លោកអ្នកចុះហត្ថលេខាលើបញ្ជីនេះទាំងស្រុង មិនលើស មិនខ្វះ។',
    th: 'โปรดตรวจใบหน้าและชื่ออีกครั้ง พาสคีย์ของท่านลงนามในรายการนี้ทั้งหมด ไม่ขาดไม่เกิน',
    en: 'Look at faces and names once more. Your passkey signs exactly this list, nothing more and nothing less.',
  },
  passes: { km: 'លិខិត', th: 'บัตร', en: 'Passes' },
  fingerprint: { km: 'ស្នាមសម្គាល់បញ្ជី (SHA-256)', th: 'ลายพิมพ์รายการ (SHA-256)', en: 'Fingerprint of the list (SHA-256)' },
  until: { km: 'ត្រូវចុះហត្ថលេខាមុន', th: 'ต้องลงนามก่อน', en: 'To be signed before' },
  gesture: { km: 'ចុះហត្ថលេខាដោយសោសម្ងាត់', th: 'ลงนามด้วยพาสคีย์', en: 'Sign with your passkey' },
  demonstrationGesture: {
    km: 'បុគ្គលិកប្រឌិតមានសោសម្ងាត់សាកល្បងដែលប្រព័ន្ធរក្សាទុក៖ ក្នុងការប្រើប្រាស់ពិត ឧបករណ៍របស់អ្នកចុះហត្ថលេខានឹងសួររកស្នាមម្រាមដៃ មុខ ឬ PIN។',
    th: 'เจ้าหน้าที่สมมติมีพาสคีย์สาธิตที่ระบบเก็บไว้ ในการใช้งานจริง อุปกรณ์ของผู้ลงนามจะขอลายนิ้วมือ ใบหน้า หรือ PIN',
    en: 'A made-up signer has a demonstration passkey that this machine holds. In service the signer’s own device asks for a fingerprint, a face or a PIN.',
  },
  back: { km: 'ត្រឡប់ទៅបញ្ជី', th: 'กลับไปที่รายการ', en: 'Back to the list' },
  asking: { km: 'កំពុងរៀបចំបញ្ជី', th: 'กำลังจัดทำรายการ', en: 'Making the list' },
  confirming: { km: 'កំពុងរង់ចាំសោសម្ងាត់', th: 'กำลังรอพาสคีย์', en: 'Waiting for the passkey' },
  signing: { km: 'កំពុងចុះហត្ថលេខា', th: 'กำลังลงนาม', en: 'Signing' },
  stopped: {
    km: 'មិនបានចុះហត្ថលេខាទេ៖ សោសម្ងាត់មិនបានបញ្ជាក់។ គ្មានអ្វីផ្លាស់ប្តូរទេ សូមព្យាយាមម្តងទៀត។',
    th: 'ยังไม่ได้ลงนาม เพราะพาสคีย์ไม่ได้ยืนยัน ไม่มีสิ่งใดเปลี่ยน โปรดลองอีกครั้ง',
    en: 'Nothing was signed: the passkey did not confirm. Nothing has changed; try again.',
  },
  differs: {
    km: 'បញ្ជីដែលបង្ហាញនៅទីនេះ មិនមែនជាបញ្ជីដែលសោសម្ងាត់នឹងចុះហត្ថលេខាទេ។ គ្មានលិខិតណាត្រូវបានចុះហត្ថលេខាទេ។ សូមត្រឡប់ទៅបញ្ជី ហើយបើនៅតែដូច្នេះ សូមប្រាប់អ្នកគ្រប់គ្រងប្រព័ន្ធ។',
    th: 'รายการที่แสดงที่นี่ไม่ใช่รายการที่พาสคีย์จะลงนาม ยังไม่มีบัตรใดถูกลงนาม โปรดกลับไปที่รายการ หากยังเป็นเช่นนี้ โปรดแจ้งผู้ดูแลระบบ',
    en: 'The list shown here is not the one that the passkey would sign. Nothing was signed. Go back to the list; if it happens again, tell the system administrator.',
  },
  done: { km: 'បានចុះហត្ថលេខាលើលិខិត {count}', th: 'ลงนามบัตรแล้ว {count} ใบ', en: 'Passes signed: {count}' },
  doneLead: {
    km: 'លិខិតទាំងនេះមានប្រសិទ្ធភាពឥឡូវនេះ។ បន្ទាប់ មន្ត្រីបោះពុម្ពនឹងបោះពុម្ព និងប្រគល់ជូន។',
    th: 'บัตรเหล่านี้มีผลแล้ว ต่อไปเจ้าหน้าที่พิมพ์บัตรจะพิมพ์และมอบให้ผู้ขอ',
    en: 'These passes are in force now. Next, the printer prints them and hands them over.',
  },
  more: { km: 'ចុះហត្ថលេខាបញ្ជីបន្ទាប់', th: 'ลงนามรายการถัดไป', en: 'Sign another list' },
} as const satisfies Record<string, Text>

export const searchWords = {
  title: { km: 'ស្វែងរកបុគ្គល', th: 'ค้นหาบุคคล', en: 'Find a person' },
  lead: {
    km: 'ត្រូវការនាមត្រកូលយ៉ាងតិចពីរអក្សរ និងថ្ងៃកំណើតពេញ។ រាល់ការស្វែងរកត្រូវបានរាប់ និងកត់ត្រា។',
    th: 'ต้องมีนามสกุลอย่างน้อยสองตัวอักษรและวันเกิดครบ ทุกการค้นหาถูกนับและบันทึก',
    en: 'It takes two letters of the family name or more, and the whole date of birth. Each search is counted and recorded.',
  },
  familyName: { km: 'នាមត្រកូល', th: 'นามสกุล', en: 'Family name' },
  givenName: { km: 'នាមខ្លួន (បើដឹង)', th: 'ชื่อตัว (ถ้าทราบ)', en: 'Given name, if known' },
  find: { km: 'ស្វែងរក', th: 'ค้นหา', en: 'Search' },
  nobody: { km: 'គ្មាននរណាក្នុងតំបន់របស់លោកអ្នកទេ។', th: 'ไม่พบผู้ใดในพื้นที่ของท่าน', en: 'Nobody in your own places.' },
  application: { km: 'ពាក្យសុំ', th: 'คำขอ', en: 'Application' },
  more: { km: 'មានច្រើនជាងនេះ៖ សូមសរសេរនាមខ្លួនផង។', th: 'มีมากกว่านี้ โปรดระบุชื่อตัวด้วย', en: 'There are more: give the given name too.' },
  left: {
    km: 'នៅសល់ការស្វែងរក {hour} ក្នុងម៉ោងនេះ និង {day} ថ្ងៃនេះ',
    th: 'ค้นหาได้อีก {hour} ครั้งในชั่วโมงนี้ และ {day} ครั้งในวันนี้',
    en: 'Searches left: {hour} this hour, {day} today',
  },
} as const satisfies Record<string, Text>
