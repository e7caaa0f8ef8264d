// Refusals about sign-in, roles and staff. The shape of each is checked where problems.ts joins them. No sentence says whether an account exists.

const askAdministrator = {
  km: 'បើលោកអ្នកត្រូវការសិទ្ធិនេះ សូមស្នើអ្នកគ្រប់គ្រងនៃការិយាល័យ។ ប្រធានរបស់លោកអ្នកអាចពិនិត្យការបដិសេធនេះឡើងវិញ។',
  th: 'หากท่านจำเป็นต้องใช้สิทธินี้ โปรดติดต่อผู้ดูแลระบบของสำนักงาน ผู้บังคับบัญชาของท่านทบทวนการปฏิเสธนี้ได้',
  en: 'If your work needs this, ask the administrator of your office. Your chief can review this refusal.',
}

const signInProblems = {
  'session.none': {
    title: { km: 'លោកអ្នកមិនទាន់បានចូលប្រើទេ។', th: 'ท่านยังไม่ได้ลงชื่อเข้าใช้', en: 'You are not signed in.' },
    next: { km: 'សូមចូលប្រើដោយសោសម្ងាត់របស់លោកអ្នក។', th: 'โปรดลงชื่อเข้าใช้ด้วยพาสคีย์ของท่าน', en: 'Sign in with your passkey.' },
  },
  'session.idle': {
    title: {
      km: 'ការចូលប្រើបានបិទ ព្រោះគ្មានការប្រើប្រាស់មួយរយៈ។',
      th: 'การเข้าใช้สิ้นสุดแล้วเพราะไม่มีการใช้งานระยะหนึ่ง',
      en: 'Your session closed after a time without use.',
    },
    next: {
      km: 'សូមចូលប្រើម្តងទៀត។ អ្វីដែលបានរក្សាទុករួចនៅដដែល។',
      th: 'โปรดลงชื่อเข้าใช้อีกครั้ง ข้อมูลที่บันทึกแล้วยังอยู่ครบ',
      en: 'Sign in again. What was saved is still there.',
    },
  },
  'session.origin': {
    title: {
      km: 'សំណើនេះមិនមែនមកពីទំព័រនៃប្រព័ន្ធនេះទេ។',
      th: 'คำสั่งนี้ไม่ได้ส่งมาจากหน้าของระบบนี้',
      en: 'This request did not come from a page of this system.',
    },
    next: {
      km: 'សូមបើកប្រព័ន្ធតាមអាសយដ្ឋានផ្ទាល់របស់វា ហើយធ្វើម្តងទៀត។ បើលោកអ្នកមកតាមតំណដែលអ្នកដទៃផ្ញើ សូមប្រាប់អ្នកគ្រប់គ្រង។',
      th: 'โปรดเปิดระบบจากที่อยู่ของระบบเอง แล้วทำอีกครั้ง หากมาจากลิงก์ที่ผู้อื่นส่งให้ โปรดแจ้งผู้ดูแลระบบ',
      en: 'Open the system at its own address and try again. If a link that someone sent brought you here, tell the administrator.',
    },
  },
  'session.too-many': {
    title: {
      km: 'មានការព្យាយាមចូលប្រើច្រើនពេកក្នុងរយៈពេលខ្លី។',
      th: 'มีการพยายามลงชื่อเข้าใช้มากเกินไปในเวลาสั้น ๆ',
      en: 'There were too many sign-in attempts in a short time.',
    },
    next: {
      km: 'សូមរង់ចាំពីរបីនាទី ហើយព្យាយាមម្តងទៀត។ បើមិនមែនលោកអ្នកទេ សូមប្រាប់អ្នកគ្រប់គ្រង។',
      th: 'โปรดรอสักครู่ แล้วลองอีกครั้ง หากไม่ใช่ท่านที่พยายามเข้าใช้ โปรดแจ้งผู้ดูแลระบบ',
      en: 'Wait a few minutes and try again. If these attempts were not yours, tell the administrator.',
    },
  },
  'sign-in.failed': {
    title: { km: 'ការចូលប្រើមិនបានសម្រេចទេ។', th: 'ลงชื่อเข้าใช้ไม่สำเร็จ', en: 'The sign-in did not succeed.' },
    next: {
      km: 'សូមព្យាយាមម្តងទៀតដោយសោសម្ងាត់ដែលបានចុះឈ្មោះនៅទីនេះ។ បើបាត់សោ អ្នកគ្រប់គ្រងពីរនាក់អាចផ្តល់សោថ្មីបាន។',
      th: 'โปรดลองอีกครั้งด้วยพาสคีย์ที่ลงทะเบียนไว้กับระบบนี้ หากพาสคีย์หาย ผู้ดูแลระบบสองคนร่วมกันกู้คืนการเข้าใช้ให้ได้',
      en: 'Try again with a passkey that was enrolled here. If you lost it, two administrators together can let you enrol a new one.',
    },
  },
  'sign-in.gesture': {
    title: {
      km: 'សោសម្ងាត់មិនបានបញ្ជាក់ថា អ្នកកំពុងប្រើគឺជាលោកអ្នកផ្ទាល់ទេ។',
      th: 'พาสคีย์ไม่ได้ยืนยันว่าผู้ใช้คือท่าน',
      en: 'The passkey did not confirm that it is you.',
    },
    next: {
      km: 'សូមធ្វើម្តងទៀត ហើយដោះសោដោយស្នាមម្រាមដៃ មុខ ឬលេខកូដ PIN នៃឧបករណ៍។ សោដែលគ្មានការបញ្ជាក់នេះមិនអាចប្រើបានទេ។',
      th: 'โปรดลองอีกครั้งและปลดล็อกด้วยลายนิ้วมือ ใบหน้า หรือรหัส PIN ของอุปกรณ์ พาสคีย์ที่ยืนยันเช่นนี้ไม่ได้ใช้ที่นี่ไม่ได้',
      en: 'Try again and unlock it with your fingerprint, your face or the PIN of the device. A passkey that cannot do this is not accepted.',
    },
  },
  'invitation.invalid': {
    title: {
      km: 'តំណអញ្ជើញនេះប្រើមិនបានទេ៖ វាអាចត្រូវបានប្រើរួច ឬផុតកំណត់ហើយ។',
      th: 'ลิงก์เชิญนี้ใช้ไม่ได้ อาจถูกใช้ไปแล้วหรือหมดอายุ',
      en: 'This invitation link is not good: it may be used already, or too old.',
    },
    next: {
      km: 'សូមសុំតំណថ្មីពីអ្នកគ្រប់គ្រងដែលបានអញ្ជើញលោកអ្នក។ បើលោកអ្នកមិនបានប្រើវាដោយខ្លួនឯង សូមប្រាប់អ្នកគ្រប់គ្រងភ្លាម។',
      th: 'โปรดขอลิงก์ใหม่จากผู้ดูแลระบบที่เชิญท่าน หากท่านไม่ได้เป็นผู้ใช้ลิงก์นั้น โปรดแจ้งผู้ดูแลระบบทันที',
      en: 'Ask the administrator who invited you for a new one. If it was used and not by you, say so at once.',
    },
  },
} as const

const authorityProblems = {
  'authority.role': {
    title: { km: 'តួនាទីរបស់លោកអ្នកមិនអនុញ្ញាតឱ្យធ្វើការនេះទេ។', th: 'บทบาทของท่านไม่มีสิทธิทำสิ่งนี้', en: 'None of your roles may do this.' },
    next: askAdministrator,
  },
  'authority.not-started': {
    title: { km: 'តួនាទីដែលអាចធ្វើការនេះមិនទាន់ចាប់ផ្តើមទេ។', th: 'บทบาทที่ทำสิ่งนี้ได้ยังไม่ถึงวันเริ่ม', en: 'Your role for this has not begun yet.' },
    next: {
      km: 'សូមមើលថ្ងៃចាប់ផ្តើមនៅទំព័រគណនីរបស់លោកអ្នក។ បើថ្ងៃនោះមិនត្រឹមត្រូវ សូមស្នើអ្នកគ្រប់គ្រងនៃការិយាល័យ។',
      th: 'โปรดดูวันเริ่มต้นที่หน้าบัญชีของท่าน หากวันที่ไม่ถูกต้อง โปรดติดต่อผู้ดูแลระบบของสำนักงาน',
      en: 'Your account page shows its first day. If that day is wrong, ask the administrator of your office.',
    },
  },
  'authority.ended': {
    title: { km: 'តួនាទីដែលអាចធ្វើការនេះបានផុតកំណត់ហើយ។', th: 'บทบาทที่ทำสิ่งนี้ได้สิ้นสุดแล้ว', en: 'Your role for this has ended.' },
    next: {
      km: 'បើលោកអ្នកនៅបន្តការងារនេះ សូមស្នើអ្នកគ្រប់គ្រងនៃការិយាល័យឱ្យផ្តល់តួនាទីជាថ្មី។',
      th: 'หากท่านยังทำหน้าที่นี้อยู่ โปรดขอให้ผู้ดูแลระบบของสำนักงานให้บทบาทใหม่',
      en: 'If you still do this work, ask the administrator of your office to give the role anew.',
    },
  },
  'authority.revoked': {
    title: { km: 'តួនាទីដែលអាចធ្វើការនេះត្រូវបានដកវិញហើយ។', th: 'บทบาทที่ทำสิ่งนี้ได้ถูกเพิกถอนแล้ว', en: 'Your role for this was withdrawn.' },
    next: {
      km: 'មូលហេតុមាននៅទំព័រគណនីរបស់លោកអ្នក។ លោកអ្នកអាចស្នើឱ្យប្រធានពិនិត្យឡើងវិញ។',
      th: 'เหตุผลอยู่ที่หน้าบัญชีของท่าน ท่านขอให้ผู้บังคับบัญชาทบทวนได้',
      en: 'Your account page gives the reason. You can ask your chief for a review.',
    },
  },
  'authority.place': {
    title: { km: 'ទីកន្លែងនេះនៅក្រៅដែនសមត្ថកិច្ចនៃតួនាទីរបស់លោកអ្នក។', th: 'สถานที่นี้อยู่นอกเขตของบทบาทของท่าน', en: 'This place lies outside your role.' },
    next: {
      km: 'សូមបញ្ជូនករណីនេះទៅការិយាល័យដែលទទួលបន្ទុកទីកន្លែងនោះ ឬស្នើអ្នកគ្រប់គ្រងនៃការិយាល័យ។',
      th: 'โปรดส่งเรื่องไปยังสำนักงานที่รับผิดชอบสถานที่นั้น หรือติดต่อผู้ดูแลระบบของสำนักงาน',
      en: 'Pass the case to the office of that place, or ask the administrator of your office.',
    },
  },
  'authority.moved': {
    title: {
      km: 'តួនាទីរបស់បុគ្គលិកកំពុងត្រូវបានផ្លាស់ប្តូរនៅពេលនេះ។ គ្មានអ្វីត្រូវបានកត់ត្រាទេ។',
      th: 'ขณะนี้กำลังมีการเปลี่ยนบทบาทของเจ้าหน้าที่ ยังไม่มีการบันทึกใด ๆ',
      en: 'Roles of staff are being changed at this moment. Nothing was recorded.',
    },
    next: { km: 'សូមផ្ញើម្តងទៀត។', th: 'โปรดส่งใหม่อีกครั้ง', en: 'Send it again.' },
  },
  'authority.same-hands': {
    title: {
      km: 'លោកអ្នកបានធ្វើជំហានមុនលើករណីនេះ ដូច្នេះអ្នកផ្សេងត្រូវធ្វើជំហាននេះ។',
      th: 'ท่านทำขั้นตอนก่อนหน้าของเรื่องนี้แล้ว ขั้นตอนนี้ต้องเป็นคนอื่น',
      en: 'You did an earlier step of this case, so somebody else must do this one.',
    },
    next: {
      km: 'សូមប្រគល់ករណីនេះទៅសហការីដែលមានតួនាទីនេះ។ បើគ្មានសហការី សូមបញ្ជូនទៅសាលាខេត្ត។',
      th: 'โปรดส่งเรื่องให้เพื่อนร่วมงานที่มีบทบาทนี้ หากไม่มี โปรดส่งไปที่ศาลากลางจังหวัด',
      en: 'Hand it to a colleague with this role. If there is none, pass it to the provincial hall.',
    },
  },
  'authority.own-case': {
    title: {
      km: 'នេះជាករណីរបស់លោកអ្នក ឬគ្រួសាររបស់លោកអ្នក។',
      th: 'เรื่องนี้เป็นของท่านเองหรือของครอบครัวท่าน',
      en: 'This is your own case, or that of your family.',
    },
    next: {
      km: 'សូមប្រគល់ករណីនេះទៅសហការី។ បើការកត់ត្រានេះមិនត្រឹមត្រូវ សូមប្រាប់ប្រធានរបស់លោកអ្នក។',
      th: 'โปรดส่งเรื่องให้เพื่อนร่วมงาน หากบันทึกนี้ไม่ถูกต้อง โปรดแจ้งผู้บังคับบัญชาของท่าน',
      en: 'Hand it to a colleague. If the record is wrong about this, tell your chief.',
    },
  },
  'authority.two-people': {
    title: { km: 'ការសម្រេចនេះត្រូវការមនុស្សពីរនាក់ផ្សេងគ្នា។', th: 'การดำเนินการนี้ต้องมีสองคนที่ไม่ใช่คนเดียวกัน', en: 'This needs two different people.' },
    next: {
      km: 'សូមស្នើឱ្យអ្នកទីពីរដែលមានសិទ្ធិនេះ ចូលប្រើដោយខ្លួនឯង ហើយបញ្ជាក់។',
      th: 'โปรดขอให้ผู้มีสิทธิอีกคนหนึ่งลงชื่อเข้าใช้ด้วยตนเองแล้วยืนยัน',
      en: 'Ask a second person who may do this to sign in and confirm it.',
    },
  },
} as const

const registryProblems = {
  'staff.not-found': {
    title: { km: 'រកមិនឃើញបុគ្គលិក ឬតួនាទីនេះទេ។', th: 'ไม่พบเจ้าหน้าที่หรือบทบาทนี้', en: 'This member of staff, or this role, was not found.' },
    next: {
      km: 'សូមជ្រើសរើសពីបញ្ជីបុគ្គលិកនៃទីកន្លែងរបស់លោកអ្នក។',
      th: 'โปรดเลือกจากรายชื่อเจ้าหน้าที่ของสถานที่ของท่าน',
      en: 'Choose from the list of staff at your places.',
    },
  },
  'staff.role-place': {
    title: { km: 'តួនាទីនេះមិនមាននៅទីកន្លែងប្រភេទនេះទេ។', th: 'สถานที่ประเภทนี้ไม่มีบทบาทนี้', en: 'This role does not exist at this kind of place.' },
    next: {
      km: 'សូមជ្រើសរើសទីកន្លែងផ្សេង ឬតួនាទីផ្សេង។',
      th: 'โปรดเลือกสถานที่อื่นหรือบทบาทอื่น',
      en: 'Choose another place or another role.',
    },
  },
  'staff.role-not-yours': {
    title: { km: 'លោកអ្នកមិនអាចផ្តល់ ឬបញ្ចប់តួនាទីនេះបានទេ។', th: 'ท่านให้หรือยุติบทบาทนี้ไม่ได้', en: 'This role is not yours to give or to end.' },
    next: {
      km: 'អ្នកគ្រប់គ្រងការិយាល័យផ្តល់តួនាទីក្នុងការិយាល័យ។ តួនាទីផ្សេងទៀត សូមស្នើអ្នកគ្រប់គ្រងប្រព័ន្ធ។',
      th: 'ผู้ดูแลสำนักงานให้บทบาทภายในสำนักงาน ส่วนบทบาทอื่นโปรดขอจากผู้ดูแลระบบกลาง',
      en: 'An office administrator gives the roles of the office. For any other, ask the administrator of the system.',
    },
  },
  'staff.dates': {
    title: {
      km: 'កាលបរិច្ឆេទនៃតួនាទីមិនត្រឹមត្រូវ៖ ថ្ងៃចុងក្រោយត្រូវនៅក្រោយថ្ងៃដំបូង ហើយមិនកន្លងផុត។',
      th: 'วันที่ของบทบาทไม่ถูกต้อง วันสุดท้ายต้องไม่ก่อนวันแรกและยังไม่ผ่านไป',
      en: 'The dates of the role cannot be right: its last day comes before its first, or is already past.',
    },
    next: { km: 'សូមពិនិត្យថ្ងៃទាំងពីរ ហើយផ្ញើម្តងទៀត។', th: 'โปรดตรวจสอบวันที่ทั้งสอง แล้วส่งใหม่', en: 'Check both days and send it again.' },
  },
  'staff.last-way-in': {
    title: {
      km: 'នេះជាផ្លូវចូលប្រើចុងក្រោយ ដូច្នេះមិនអាចដកចេញបានទេ។',
      th: 'นี่เป็นช่องทางเข้าใช้สุดท้าย จึงนำออกไม่ได้',
      en: 'This is the last way in, so it cannot be taken away.',
    },
    next: {
      km: 'សូមបន្ថែមសោសម្ងាត់មួយទៀត ឬតែងតាំងអ្នកគ្រប់គ្រងម្នាក់ទៀតជាមុន។',
      th: 'โปรดเพิ่มพาสคีย์อีกหนึ่งอัน หรือแต่งตั้งผู้ดูแลระบบอีกคนก่อน',
      en: 'First add another passkey, or name another administrator.',
    },
  },
} as const

export const staffProblems = { ...signInProblems, ...authorityProblems, ...registryProblems } as const
