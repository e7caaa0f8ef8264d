// Refusals of what a resident asks without an account. The shape of each is checked where problems.ts joins them.

export const portalProblems = {
  'follow.number': {
    title: { km: 'លេខតាមដានមិនត្រឹមត្រូវ។', th: 'หมายเลขติดตามไม่ถูกต้อง', en: 'That is not a follow number.' },
    next: {
      km: 'សូមពិនិត្យលេខទាំងដប់ខ្ទង់ដូចនៅលើបង្កាន់ដៃ៖ មានខ្ទង់មួយខុស ឬខ្វះ។',
      th: 'โปรดตรวจเลขสิบหลักตามใบเสร็จ มีหลักที่ผิดหรือขาด',
      en: 'Check the ten digits on your receipt: one is wrong or missing.',
    },
  },
  'follow.unknown': {
    title: {
      km: 'គ្មានសំណុំរឿងណាដែលមានលេខ និងថ្ងៃកំណើតនេះទេ។',
      th: 'ไม่พบเรื่องที่ตรงกับหมายเลขและวันเกิดนี้',
      en: 'There is no case with this number and this birth date.',
    },
    next: {
      km: 'សូមពិនិត្យទាំងពីរ ដូចដែលបានសរសេរក្នុងពាក្យសុំ។ បើនៅតែមិនឃើញ សូមសួរការិយាល័យដែលអ្នកបានដាក់ពាក្យ។',
      th: 'โปรดตรวจทั้งสองอย่างให้ตรงกับคำขอ หากยังไม่พบ โปรดถามสำนักงานที่ยื่นคำขอ',
      en: 'Check both, as they stand in the application. If it is still not found, ask the office where you applied.',
    },
  },
  'portal.too-many': {
    title: { km: 'មានការសាកល្បងច្រើនពេក។', th: 'ลองหลายครั้งเกินไป', en: 'Too many attempts.' },
    next: {
      km: 'សូមព្យាយាមម្តងទៀតក្រោយ {span} ឬសួរនៅការិយាល័យ។',
      th: 'โปรดลองใหม่ในอีก {span} หรือสอบถามที่สำนักงาน',
      en: 'Try again in {span}, or ask at the office.',
    },
  },
  'portal.office-full': {
    title: {
      km: 'ការិយាល័យនេះមានពាក្យសុំអនឡាញរង់ចាំច្រើនពេក។',
      th: 'สำนักงานนี้มีคำขอออนไลน์รออยู่มากเกินไป',
      en: 'Too many online applications wait at this office.',
    },
    next: {
      km: 'សូមទៅការិយាល័យផ្ទាល់ ឬព្យាយាមម្តងទៀតនៅថ្ងៃស្អែក។',
      th: 'โปรดไปที่สำนักงานเอง หรือลองใหม่พรุ่งนี้',
      en: 'Go to the office itself, or try again tomorrow.',
    },
  },
  'report.pass-number': {
    title: { km: 'លេខលិខិតឆ្លងដែនមិនត្រឹមត្រូវ។', th: 'หมายเลขบัตรผ่านแดนไม่ถูกต้อง', en: 'That is not the number of a pass.' },
    next: {
      km: 'លេខមានអក្សរពីរ និងលេខដប់មួយខ្ទង់ ដូចជា KH 0110 000042 7។ បើមិនចាំ សូមទៅការិយាល័យ។',
      th: 'หมายเลขมีตัวอักษรสองตัวและเลขสิบเอ็ดหลัก เช่น KH 0110 000042 7 หากจำไม่ได้ โปรดไปที่สำนักงาน',
      en: 'It has two letters and eleven digits, like KH 0110 000042 7. If you do not know it, go to the office.',
    },
  },
  'report.not-found': {
    title: { km: 'រកមិនឃើញរបាយការណ៍បាត់លិខិតនេះទេ។', th: 'ไม่พบการแจ้งหายนี้', en: 'There is no such report.' },
    next: { km: 'សូមពិនិត្យលេខសំណុំរឿង និងថ្ងៃកំណើត។', th: 'โปรดตรวจหมายเลขเรื่องและวันเกิด', en: 'Check the case number and the birth date.' },
  },
  'report.settled': {
    title: { km: 'របាយការណ៍នេះបានដោះស្រាយរួចហើយ។', th: 'การแจ้งนี้ดำเนินการแล้ว', en: 'This report is already settled.' },
    next: { km: 'មិនចាំបាច់ធ្វើអ្វីទៀតទេ។', th: 'ไม่ต้องทำอะไรเพิ่มเติม', en: 'Nothing more is needed here.' },
  },
  'complaint.not-found': {
    title: { km: 'រកមិនឃើញបណ្តឹងនេះទេ។', th: 'ไม่พบเรื่องร้องเรียนนี้', en: 'There is no such complaint.' },
    next: { km: 'សូមពិនិត្យលេខបណ្តឹង និងពាក្យសម្ងាត់។', th: 'โปรดตรวจหมายเลขเรื่องและคำลับ', en: 'Check the case number and the secret word.' },
  },
  'complaint.received': {
    title: { km: 'គ្មាននរណាកាន់បណ្តឹងនេះនៅឡើយទេ។', th: 'ยังไม่มีผู้รับเรื่องร้องเรียนนี้', en: 'Nobody has taken this complaint in hand yet.' },
    next: { km: 'សូមទទួលកាន់បណ្តឹងនេះជាមុនសិន។', th: 'โปรดรับเรื่องก่อน', en: 'Take it in hand first.' },
  },
  'complaint.in-hand': {
    title: { km: 'បណ្តឹងនេះមានអ្នកកាន់រួចហើយ។', th: 'มีผู้รับเรื่องร้องเรียนนี้แล้ว', en: 'This complaint is already in hand.' },
    next: { km: 'អ្នកដែលកាន់វាជាអ្នកឆ្លើយ។', th: 'ผู้รับเรื่องจะเป็นผู้ตอบ', en: 'Whoever has it answers it.' },
  },
  'complaint.answered': {
    title: { km: 'បណ្តឹងនេះបានឆ្លើយរួចហើយ។', th: 'เรื่องร้องเรียนนี้ตอบแล้ว', en: 'This complaint was answered.' },
    next: {
      km: 'សូមអានចម្លើយ។ បើមិនពេញចិត្ត អាចប្តឹងម្តងទៀត។',
      th: 'โปรดอ่านคำตอบ หากไม่พอใจ ร้องเรียนใหม่ได้',
      en: 'Read the answer. If it does not settle the matter, complain again.',
    },
  },
  'complaint.closed': {
    title: { km: 'បណ្តឹងនេះបានបិទហើយ។', th: 'เรื่องร้องเรียนนี้ปิดแล้ว', en: 'This complaint is closed.' },
    next: { km: 'សូមអានមូលហេតុ។ អាចប្តឹងម្តងទៀត។', th: 'โปรดอ่านเหตุผล ร้องเรียนใหม่ได้', en: 'Read the reason. You can complain again.' },
  },
  'complaint.place': {
    title: { km: 'គ្មានការិយាល័យ ឬច្រកបែបនេះទេ។', th: 'ไม่มีสำนักงานหรือจุดผ่านแดนนี้', en: 'There is no such office or crossing point.' },
    next: { km: 'សូមជ្រើសរើសពីបញ្ជី។', th: 'โปรดเลือกจากรายการ', en: 'Choose it from the list.' },
  },
  'mobile.unreadable': {
    title: { km: 'នេះមិនមែនជាលេខទូរស័ព្ទដៃទេ។', th: 'ไม่ใช่หมายเลขโทรศัพท์มือถือ', en: 'This is no mobile number.' },
    next: {
      km: 'សូមសរសេរម្តងទៀត លេខបរទេសផ្តើមដោយ + និងលេខកូដប្រទេស ឬទុកឱ្យទទេ។',
      th: 'โปรดพิมพ์ใหม่ หมายเลขต่างประเทศขึ้นต้นด้วย + และรหัสประเทศ หรือเว้นว่าง',
      en: 'Type it again, one from abroad with + and the country, or leave it empty.',
    },
  },
  'mobile.no-consent': {
    title: {
      km: 'គ្មានការយល់ព្រមឱ្យផ្ញើសារទៅលេខនេះទេ។',
      th: 'ยังไม่มีความยินยอมให้ส่งข้อความถึงหมายเลขนี้',
      en: 'Nobody agreed that messages are sent to this number.',
    },
    next: { km: 'សូមគូសប្រអប់យល់ព្រម ឬលុបលេខចេញ។', th: 'โปรดทำเครื่องหมายยินยอม หรือลบหมายเลข', en: 'Tick that it is agreed, or take the number out.' },
  },
  'mobile.not-used': {
    title: {
      km: 'ការិយាល័យនេះមិនផ្ញើសារទេ ដូច្នេះមិនរក្សាទុកលេខទេ។',
      th: 'ที่นี่ไม่ส่งข้อความ จึงไม่เก็บหมายเลข',
      en: 'No messages are sent here, so no number is kept.',
    },
    next: { km: 'សូមលុបលេខចេញ រួចផ្ញើម្តងទៀត។', th: 'โปรดลบหมายเลข แล้วส่งอีกครั้ง', en: 'Take the number out and send it again.' },
  },
} as const
