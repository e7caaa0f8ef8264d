// Refusals about signing a list, ending a mandate, revoking many passes, and searching. The shape of each is checked where problems.ts joins them.

export const signingProblems = {
  'signature.list-not-found': {
    title: { km: 'រកមិនឃើញបញ្ជីចុះហត្ថលេខានេះទេ។', th: 'ไม่พบรายการลงนามนี้', en: 'This list to sign was not found.' },
    next: {
      km: 'សូមរៀបចំបញ្ជីថ្មីពីពាក្យសុំដែលបានអនុម័ត។',
      th: 'โปรดจัดทำรายการใหม่จากคำขอที่อนุมัติแล้ว',
      en: 'Make a new list from the approved applications.',
    },
  },
  'signature.list-changed': {
    title: {
      km: 'មានអ្វីមួយក្នុងបញ្ជីនេះបានផ្លាស់ប្តូរ ចាប់តាំងពីលោកអ្នកបានមើល។ គ្មានលិខិតណាត្រូវបានចុះហត្ថលេខាទេ។',
      th: 'มีบางอย่างในรายการเปลี่ยนไปหลังจากที่ท่านตรวจดู ยังไม่มีบัตรใดถูกลงนาม',
      en: 'Something on this list has changed since it was shown to you. Nothing was signed.',
    },
    next: {
      km: 'សូមបើកបញ្ជីម្តងទៀត ពិនិត្យ ហើយចុះហត្ថលេខាលើបញ្ជីថ្មី។',
      th: 'โปรดเปิดรายการอีกครั้ง ตรวจสอบ แล้วลงนามในรายการใหม่',
      en: 'Open the list again, look it over, and sign the new one.',
    },
  },
  'signature.list-used': {
    title: { km: 'បញ្ជីនេះបានប្រើរួចហើយ ឬហួសពេលកំណត់។', th: 'รายการนี้ถูกใช้ไปแล้วหรือหมดเวลา', en: 'This list was already used, or its time is over.' },
    next: {
      km: 'សូមពិនិត្យថា លិខិតបានចុះហត្ថលេខាហើយឬនៅ។ បើនៅសល់ សូមរៀបចំបញ្ជីថ្មី។',
      th: 'โปรดตรวจสอบว่าบัตรลงนามแล้วหรือยัง หากยังเหลือ โปรดจัดทำรายการใหม่',
      en: 'See whether the passes are signed. For any that are left, make a new list.',
    },
  },
  'signature.list-too-long': {
    title: {
      km: 'បញ្ជីមួយអាចមានលិខិតឆ្លងដែនយ៉ាងច្រើន {max}។',
      th: 'หนึ่งรายการมีบัตรผ่านแดนได้ไม่เกิน {max} ฉบับ',
      en: 'A list holds at most {max} {max:pass|passes}.',
    },
    next: {
      km: 'សូមជ្រើសរើសឱ្យតិចជាងនេះ ហើយចុះហត្ថលេខាជាច្រើនបញ្ជី។',
      th: 'โปรดเลือกให้น้อยลงและลงนามหลายรายการ',
      en: 'Choose fewer, and sign in several lists.',
    },
  },
  'signature.gesture': {
    title: {
      km: 'សោសម្ងាត់មិនបានបញ្ជាក់ហត្ថលេខាលើបញ្ជីនេះទេ។ គ្មានលិខិតណាត្រូវបានចុះហត្ថលេខាទេ។',
      th: 'พาสคีย์ไม่ได้ยืนยันการลงนามในรายการนี้ ยังไม่มีบัตรใดถูกลงนาม',
      en: 'The passkey did not confirm your signature on this list. Nothing was signed.',
    },
    next: {
      km: 'សូមធ្វើម្តងទៀតដោយសោសម្ងាត់ផ្ទាល់របស់លោកអ្នក ហើយដោះសោដោយស្នាមម្រាមដៃ មុខ ឬលេខកូដ PIN។',
      th: 'โปรดลองอีกครั้งด้วยพาสคีย์ของท่านเอง และปลดล็อกด้วยลายนิ้วมือ ใบหน้า หรือรหัส PIN',
      en: 'Try again with your own passkey, unlocked by fingerprint, face or PIN.',
    },
  },
  'mandate.not-found': {
    title: { km: 'រកមិនឃើញការផ្ទេរសិទ្ធិនេះទេ។', th: 'ไม่พบการมอบอำนาจนี้', en: 'This mandate was not found.' },
    next: { km: 'សូមជ្រើសរើសពីបញ្ជីនៃការផ្ទេរសិទ្ធិ។', th: 'โปรดเลือกจากรายการมอบอำนาจ', en: 'Choose from the list of mandates.' },
  },
  'mandate.already-revoked': {
    title: { km: 'ការផ្ទេរសិទ្ធិនេះត្រូវបានដកវិញរួចហើយ។', th: 'การมอบอำนาจนี้ถูกเพิกถอนไปแล้ว', en: 'This mandate was already withdrawn.' },
    next: {
      km: 'សេចក្តីសម្រេចដំបូងនៅជាធរមាន។ បើសេចក្តីសម្រេចនោះខុស សូមបញ្ចូលការផ្ទេរសិទ្ធិថ្មីពីលិខិតបទដ្ឋានថ្មី។',
      th: 'คำสั่งแรกยังมีผลอยู่ หากคำสั่งนั้นผิด โปรดบันทึกการมอบอำนาจใหม่จากเอกสารฉบับใหม่',
      en: 'The first decision stands. If it was wrong, a new instrument makes a new mandate.',
    },
  },
  'revocation.not-found': {
    title: { km: 'មិនមានសំណើនេះទេ ឬត្រូវបានដកវិញហើយ។', th: 'ไม่มีข้อเสนอนี้ หรือถูกถอนไปแล้ว', en: 'There is no such proposal, or it was withdrawn.' },
    next: {
      km: 'សូមមើលបញ្ជីនៅទំព័រនៃការលុបចោល។',
      th: 'โปรดดูรายการที่หน้าการยกเลิก',
      en: 'Look at the list on the page of revocations.',
    },
  },
  'revocation.done': {
    title: { km: 'សំណើនេះបានសម្រេចរួចហើយ។', th: 'คำขอนี้ดำเนินการเสร็จแล้ว', en: 'This proposal was already decided.' },
    next: {
      km: 'សូមមើលលទ្ធផលនៅទំព័រនៃការផ្ទេរសិទ្ធិ។ អ្នកកាន់លិខិតអាចស្នើឱ្យការិយាល័យពិនិត្យឡើងវិញ។',
      th: 'โปรดดูผลที่หน้าของการมอบอำนาจ ผู้ถือบัตรขอให้สำนักงานทบทวนได้',
      en: 'See its result on the page of the mandate. A holder can ask the office for a review.',
    },
  },
  'search.too-many': {
    title: {
      km: 'លោកអ្នកបានស្វែងរក ឬប្រៀបធៀបមនុស្សច្រើនពេកក្នុងរយៈពេលខ្លី។',
      th: 'ท่านค้นหาหรือเทียบบุคคลมากเกินไปในเวลาสั้น ๆ',
      en: 'You have searched for or compared too many people in a short time.',
    },
    next: {
      km: 'សូមរង់ចាំ ឬបើកករណីដោយលេខពាក្យសុំ ឬលេខលិខិត។ បើការងារត្រូវការ សូមប្រាប់ប្រធានរបស់លោកអ្នក។',
      th: 'โปรดรอ หรือเปิดเรื่องด้วยหมายเลขคำขอหรือหมายเลขบัตร หากงานจำเป็น โปรดแจ้งผู้บังคับบัญชาของท่าน',
      en: 'Wait, or open the case by its application or pass number. If your work needs more, tell your chief.',
    },
  },
  'search.too-wide': {
    title: {
      km: 'ការស្វែងរកនេះទូលំទូលាយពេក។',
      th: 'การค้นหานี้กว้างเกินไป',
      en: 'This search is too wide.',
    },
    next: {
      km: 'សូមបញ្ចូលលេខពេញ ឬឈ្មោះពេញជាមួយថ្ងៃខែឆ្នាំកំណើត។',
      th: 'โปรดกรอกหมายเลขเต็ม หรือชื่อเต็มพร้อมวันเดือนปีเกิด',
      en: 'Enter a whole number, or a full name with the date of birth.',
    },
  },
} as const
