// Words of signing in, of one's own account, and of becoming somebody in the demonstration.
import type { Text } from '../kernel/language.ts'

/** The strip above every page. */
export const whoWords = {
  demonstration: {
    km: 'ការបង្ហាញសាកល្បង៖ មនុស្ស និងបុគ្គលិកប្រឌិត',
    th: 'ระบบสาธิต: บุคคลและเจ้าหน้าที่สมมติ',
    en: 'Demonstration: made-up people and staff',
  },
  become: { km: 'ជ្រើសរើសបុគ្គលិក', th: 'เลือกเป็นเจ้าหน้าที่', en: 'Become one of the staff' },
  becomeOther: { km: 'ប្តូរទៅបុគ្គលិកផ្សេង', th: 'เปลี่ยนเป็นเจ้าหน้าที่คนอื่น', en: 'Become someone else' },
  strip: { km: 'អំពីប្រព័ន្ធ និងអ្នកប្រើ', th: 'เกี่ยวกับระบบและผู้ใช้', en: 'About this system and you' },
  moreRoles: { km: 'និងតួនាទី {count} ទៀត', th: 'และอีก {count} บทบาท', en: 'and {count} more' },
  noRole: { km: 'គ្មានតួនាទីនៅថ្ងៃនេះ', th: 'ไม่มีบทบาทในวันนี้', en: 'No role today' },
  account: { km: 'គណនីរបស់ខ្ញុំ', th: 'บัญชีของฉัน', en: 'My account' },
  signIn: { km: 'ចូលប្រើ', th: 'ลงชื่อเข้าใช้', en: 'Sign in' },
  signOut: { km: 'ចាកចេញ', th: 'ออกจากระบบ', en: 'Sign out' },
  signedOut: {
    km: 'លោកអ្នកមិនទាន់បានចូលប្រើទេ',
    th: 'ท่านยังไม่ได้ลงชื่อเข้าใช้',
    en: 'You are not signed in',
  },
} as const satisfies Record<string, Text>

export const signInWords = {
  title: { km: 'ចូលប្រើប្រព័ន្ធ', th: 'ลงชื่อเข้าใช้', en: 'Sign in' },
  lead: {
    km: 'សម្រាប់បុគ្គលិក។ ឧបករណ៍របស់លោកអ្នកនឹងសុំស្នាមម្រាមដៃ មុខ ឬលេខកូដ PIN។ គ្មានពាក្យសម្ងាត់ទេ។',
    th: 'สำหรับเจ้าหน้าที่ อุปกรณ์ของท่านจะขอลายนิ้วมือ ใบหน้า หรือรหัส PIN ระบบนี้ไม่มีรหัสผ่าน',
    en: 'For staff. Your device asks for your fingerprint, your face or its PIN. There is no password.',
  },
  passkey: { km: 'ចូលប្រើដោយសោសម្ងាត់', th: 'ลงชื่อเข้าใช้ด้วยพาสคีย์', en: 'Sign in with your passkey' },
  provider: { km: 'ចូលប្រើតាម {provider}', th: 'ลงชื่อเข้าใช้ผ่าน {provider}', en: 'Sign in through {provider}' },
  or: { km: 'ឬ', th: 'หรือ', en: 'or' },
  noPasskeys: {
    km: 'កម្មវិធីរុករកនេះមិនស្គាល់សោសម្ងាត់ទេ។ សូមប្រើកម្មវិធីរុករកថ្មី នៅអាសយដ្ឋានផ្ទាល់នៃប្រព័ន្ធនេះ។',
    th: 'เบราว์เซอร์นี้ไม่รองรับพาสคีย์ โปรดใช้เบราว์เซอร์รุ่นใหม่และเปิดที่อยู่ของระบบนี้โดยตรง',
    en: 'This browser does not know passkeys. Use a newer one, at this system’s own address.',
  },
  stopped: {
    km: 'ការចូលប្រើត្រូវបានបញ្ឈប់ ឬឧបករណ៍នេះគ្មានសោសម្ងាត់សម្រាប់ប្រព័ន្ធនេះទេ។ សូមព្យាយាមម្តងទៀត។',
    th: 'การลงชื่อเข้าใช้ถูกหยุด หรืออุปกรณ์นี้ไม่มีพาสคีย์ของระบบนี้ โปรดลองอีกครั้ง',
    en: 'It was stopped, or this device holds no passkey for this system. Try again.',
  },
  providerFailed: {
    km: 'ការចូលប្រើតាមក្រសួងមិនបានសម្រេចទេ។ សូមព្យាយាមម្តងទៀត ឬចូលប្រើដោយសោសម្ងាត់។ អ្នកគ្រប់គ្រងត្រូវភ្ជាប់គណនីក្រសួងរបស់លោកអ្នកជាមុន។',
    th: 'ลงชื่อเข้าใช้ผ่านกระทรวงไม่สำเร็จ โปรดลองอีกครั้งหรือใช้พาสคีย์ ผู้ดูแลต้องเชื่อมบัญชีกระทรวงของท่านไว้ก่อน',
    en: 'The sign-in through the ministry did not succeed. Try again, or use your passkey. An administrator must have linked your ministry’s account before.',
  },
  lostTitle: { km: 'បាត់សោសម្ងាត់មែនទេ?', th: 'พาสคีย์หายหรือไม่', en: 'Lost your passkey?' },
  lost: {
    km: 'សូមទៅជួបអ្នកគ្រប់គ្រងការិយាល័យដោយផ្ទាល់។ អ្នកគ្រប់គ្រងពីរនាក់ផ្សេងគ្នានឹងបញ្ជាក់ថាជាលោកអ្នក រួចប្រគល់តំណប្រើបានម្តង។ សោចាស់ទាំងអស់ឈប់ប្រើបាន។',
    th: 'โปรดไปพบผู้ดูแลสำนักงานด้วยตนเอง ผู้ดูแลสองคนจะยืนยันตัวท่าน แล้วให้ลิงก์ที่ใช้ได้ครั้งเดียว พาสคีย์เดิมทั้งหมดจะใช้ไม่ได้อีก',
    en: 'Go to the administrator of your office in person. Two different administrators confirm that it is you and hand you a link that works once. All your old passkeys then stop working.',
  },
  newTitle: { km: 'ថ្មីនៅទីនេះ?', th: 'เพิ่งเริ่มใช้ระบบใช่ไหม', en: 'New here?' },
  fresh: {
    km: 'បុគ្គលិកចូលរួមតាមតំណអញ្ជើញពីអ្នកគ្រប់គ្រង។ ប្រជាពលរដ្ឋមិនចាំបាច់ចូលប្រើទេ។',
    th: 'เจ้าหน้าที่เริ่มใช้ด้วยลิงก์เชิญจากผู้ดูแล ประชาชนไม่ต้องลงชื่อเข้าใช้',
    en: 'Staff begin with an invitation link from an administrator. Residents need no sign-in.',
  },
  demonstration: {
    km: 'ក្នុងការបង្ហាញសាកល្បង សូមជ្រើសរើសបុគ្គលិកប្រឌិតម្នាក់ជំនួសវិញ។',
    th: 'ในระบบสาธิต ให้เลือกเป็นเจ้าหน้าที่สมมติแทน',
    en: 'In the demonstration, become one of the made-up staff instead.',
  },
} as const satisfies Record<string, Text>

export const enrolWords = {
  title: { km: 'ចុះឈ្មោះសោសម្ងាត់', th: 'ลงทะเบียนพาสคีย์', en: 'Enrol a passkey' },
  noToken: {
    km: 'ទំព័រនេះបើកតែតាមតំណអញ្ជើញប៉ុណ្ណោះ។ សូមបើកតំណទាំងមូល ដូចដែលលោកអ្នកបានទទួល។',
    th: 'หน้านี้เปิดได้จากลิงก์เชิญเท่านั้น โปรดเปิดลิงก์ทั้งหมดตามที่ได้รับ',
    en: 'This page opens only from an invitation link. Open the whole link as you received it.',
  },
  invited: { km: 'តំណនេះសម្រាប់ {name}', th: 'ลิงก์นี้เป็นของ {name}', en: 'This link is for {name}' },
  invitedLead: {
    km: 'បើលោកអ្នកមិនមែនជាបុគ្គលនេះទេ សូមបិទទំព័រនេះ ហើយប្រាប់អ្នកគ្រប់គ្រង។ តំណប្រើបានតែម្តង។',
    th: 'หากท่านไม่ใช่บุคคลนี้ โปรดปิดหน้านี้และแจ้งผู้ดูแล ลิงก์ใช้ได้ครั้งเดียว',
    en: 'If that is not you, close this page and tell the administrator. The link works once.',
  },
  recoveryLead: {
    km: 'នេះជាការផ្តល់ការចូលប្រើឡើងវិញ។ ក្រោយពេលចុះឈ្មោះសោថ្មី សោចាស់ទាំងអស់ និងការចូលប្រើទាំងអស់នឹងឈប់។',
    th: 'นี่คือการกู้คืนการเข้าใช้ เมื่อลงทะเบียนพาสคีย์ใหม่แล้ว พาสคีย์เดิมและการเข้าใช้ทั้งหมดจะสิ้นสุด',
    en: 'This recovers your account. Once the new passkey is enrolled, all old passkeys and all sessions end.',
  },
  stepsTitle: { km: 'អ្វីនឹងកើតឡើង', th: 'ขั้นตอน', en: 'What happens' },
  stepOne: {
    km: 'ឧបករណ៍បង្កើតសោសម្ងាត់ ហើយរក្សាវាទុក។ សោនេះមិនចេញពីឧបករណ៍ ឬកម្មវិធីគ្រប់គ្រងសោរបស់លោកអ្នកទេ។',
    th: 'อุปกรณ์สร้างพาสคีย์และเก็บไว้ พาสคีย์ไม่ออกจากอุปกรณ์หรือโปรแกรมเก็บพาสคีย์ของท่าน',
    en: 'Your device makes a passkey and keeps it. It never leaves the device or your password manager.',
  },
  stepTwo: {
    km: 'លោកអ្នកបញ្ជាក់ដោយស្នាមម្រាមដៃ មុខ ឬលេខកូដ PIN។ អ្វីទាំងនេះមិនត្រូវបានផ្ញើមកប្រព័ន្ធទេ។',
    th: 'ท่านยืนยันด้วยลายนิ้วมือ ใบหน้า หรือรหัส PIN สิ่งเหล่านี้ไม่ถูกส่งมาที่ระบบ',
    en: 'You confirm with your fingerprint, your face or a PIN. None of these is sent to the system.',
  },
  stepThree: {
    km: 'ពេលបន្ទាប់ លោកអ្នកចូលប្រើដោយសោនេះ។ អ្វីដែលធ្វើដោយវា គឺធ្វើក្នុងនាមលោកអ្នក។',
    th: 'ครั้งต่อไปท่านลงชื่อเข้าใช้ด้วยพาสคีย์นี้ การกระทำด้วยพาสคีย์นี้ถือเป็นการกระทำของท่าน',
    en: 'From then on you sign in with it. What is done with it is done in your name.',
  },
  keyName: { km: 'ឈ្មោះសោ', th: 'ชื่อพาสคีย์', en: 'Name of the passkey' },
  keyNameHint: {
    km: 'ឧទាហរណ៍៖ ទូរស័ព្ទការងារ។ វាជួយស្គាល់សោនេះនៅពេលក្រោយ។',
    th: 'เช่น โทรศัพท์ที่ทำงาน ช่วยให้จำพาสคีย์นี้ได้ภายหลัง',
    en: 'For example: work phone. It helps to know this one later.',
  },
  keyNameDefault: { km: 'សោសម្ងាត់របស់ខ្ញុំ', th: 'พาสคีย์ของฉัน', en: 'My passkey' },
  noPasskeys: {
    km: 'កម្មវិធីរុករកនេះមិនស្គាល់សោសម្ងាត់ទេ។ សូមបើកតំណក្នុងកម្មវិធីរុករកថ្មី។ តំណនៅតែប្រើបាន។',
    th: 'เบราว์เซอร์นี้ไม่รองรับพาสคีย์ โปรดเปิดลิงก์ในเบราว์เซอร์รุ่นใหม่ ลิงก์ยังใช้ได้',
    en: 'This browser does not know passkeys. Open the link in a newer one: it is still good.',
  },
  code: { km: 'លេខកូដ ៦ ខ្ទង់ពីកម្មវិធីបង្កើតលេខកូដ', th: 'รหัส 6 หลักจากแอปยืนยันตัวตน', en: 'Six-digit code of your authenticator app' },
  codeHint: {
    km: 'ព្យាយាមបានច្រើនបំផុត ៥ ដង។ បើបាត់កម្មវិធីនោះផង សូមប្រាប់អ្នកគ្រប់គ្រង។',
    th: 'ลองได้ไม่เกิน 5 ครั้ง หากแอปนั้นหายด้วย โปรดแจ้งผู้ดูแล',
    en: 'Five tries at most. If the app is lost too, tell the administrator.',
  },
  enrol: { km: 'បង្កើតសោសម្ងាត់', th: 'สร้างพาสคีย์', en: 'Make the passkey' },
  stopped: {
    km: 'មិនបានបង្កើតសោទេ៖ អ្នកបានបញ្ឈប់ ឬឧបករណ៍មិនអាចបញ្ជាក់ថាជាលោកអ្នក។ តំណនៅតែប្រើបាន សូមព្យាយាមម្តងទៀត។',
    th: 'ยังไม่ได้สร้างพาสคีย์ อาจถูกหยุด หรืออุปกรณ์ยืนยันตัวท่านไม่ได้ ลิงก์ยังใช้ได้ โปรดลองอีกครั้ง',
    en: 'No passkey was made: it was stopped, or the device cannot confirm that it is you. The link is still good: try again.',
  },
  known: {
    km: 'ឧបករណ៍នេះមានសោសម្ងាត់របស់លោកអ្នករួចហើយ។',
    th: 'อุปกรณ์นี้มีพาสคีย์ของท่านอยู่แล้ว',
    en: 'This device already holds a passkey of yours.',
  },
  done: { km: 'រួចរាល់៖ លោកអ្នកបានចូលប្រើហើយ', th: 'เรียบร้อย ท่านลงชื่อเข้าใช้แล้ว', en: 'Done: you are signed in' },
  doneLead: {
    km: 'យើងណែនាំឱ្យចុះឈ្មោះសោទីពីរ និងកម្មវិធីបង្កើតលេខកូដ ដើម្បីកុំឱ្យជាប់គាំងពេលបាត់ឧបករណ៍។',
    th: 'แนะนำให้ลงทะเบียนพาสคีย์ที่สองและแอปยืนยันตัวตน เผื่ออุปกรณ์หาย',
    en: 'Enrol a second passkey and an authenticator app too, so that a lost device does not lock you out.',
  },
  toAccount: { km: 'ទៅគណនីរបស់ខ្ញុំ', th: 'ไปที่บัญชีของฉัน', en: 'Go to my account' },
  toWork: { km: 'ទៅធ្វើការ', th: 'ไปทำงาน', en: 'Go to work' },
} as const satisfies Record<string, Text>

export const becomeWords = {
  title: { km: 'ជ្រើសរើសបុគ្គលិកប្រឌិត', th: 'เลือกเป็นเจ้าหน้าที่สมมติ', en: 'Become one of the made-up staff' },
  lead: {
    km: 'ចុចម្តង លោកអ្នកក្លាយជាបុគ្គលនេះ ហើយប្រព័ន្ធអនុញ្ញាតតែអ្វីដែលតួនាទីនោះអាចធ្វើ។ មានតែក្នុងការបង្ហាញសាកល្បងប៉ុណ្ណោះ។',
    th: 'กดครั้งเดียวเพื่อเป็นบุคคลนี้ ระบบจะให้ทำได้เฉพาะสิ่งที่บทบาทนั้นทำได้ มีเฉพาะในระบบสาธิตเท่านั้น',
    en: 'One press and you are that person, and may do what the role may do, no more. This exists in the demonstration only.',
  },
  warning: {
    km: 'នេះជាការបង្ហាញសាកល្បង។ គ្មានឈ្មោះណាជាមនុស្សពិត ហើយគ្មានអ្វីនៅទីនេះមានតម្លៃតាមច្បាប់ទេ។ សូមកុំបញ្ចូលទិន្នន័យពិត។',
    th: 'นี่คือระบบสาธิต ไม่มีชื่อใดเป็นบุคคลจริง และไม่มีสิ่งใดมีผลทางกฎหมาย ห้ามกรอกข้อมูลจริง',
    en: 'This is a demonstration. No name here is a real person, and nothing here has legal effect. Do not enter real data.',
  },
  search: { km: 'ស្វែងរកទីកន្លែង ឬឈ្មោះ', th: 'ค้นหาสถานที่หรือชื่อ', en: 'Search for a place or a name' },
  role: { km: 'តួនាទី', th: 'บทบาท', en: 'Role' },
  allRoles: { km: 'តួនាទីទាំងអស់', th: 'ทุกบทบาท', en: 'All roles' },
  found: { km: 'រកឃើញ {count} នាក់', th: 'พบ {count} คน', en: '{count} found' },
  more: {
    km: 'បង្ហាញ {count} នាក់ដំបូង។ សូមស្វែងរកឱ្យជាក់លាក់ជាងនេះ។',
    th: 'แสดง {count} คนแรก โปรดค้นหาให้แคบลง',
    en: 'The first {count} are shown: narrow the search.',
  },
  none: { km: 'គ្មាននរណាត្រូវនឹងការស្វែងរកនេះទេ។', th: 'ไม่พบผู้ใดตามที่ค้นหา', en: 'Nobody matches this search.' },
  you: { km: 'ជាលោកអ្នកឥឡូវនេះ', th: 'ท่านเป็นคนนี้อยู่', en: 'You are this person now' },
} as const satisfies Record<string, Text>

export const accountWords = {
  title: { km: 'គណនីរបស់ខ្ញុំ', th: 'บัญชีของฉัน', en: 'My account' },
  lead: {
    km: 'តើលោកអ្នកជានរណានៅទីនេះ អាចធ្វើអ្វី ហើយអ្វីបានកើតឡើងក្នុងនាមលោកអ្នក។',
    th: 'ท่านเป็นใครในระบบนี้ ทำอะไรได้ และมีอะไรเกิดขึ้นในนามของท่าน',
    en: 'Who you are here, what you may do, and what was done in your name.',
  },
  home: { km: 'កន្លែងធ្វើការ', th: 'ที่ทำงาน', en: 'Works at' },
  roles: { km: 'តួនាទីរបស់ខ្ញុំ', th: 'บทบาทของฉัน', en: 'My roles' },
  rolesWrong: {
    km: 'បើតួនាទី ឬថ្ងៃណាមិនត្រឹមត្រូវ សូមប្រាប់អ្នកគ្រប់គ្រងការិយាល័យ។',
    th: 'หากบทบาทหรือวันที่ใดไม่ถูกต้อง โปรดแจ้งผู้ดูแลสำนักงาน',
    en: 'If a role or a date is wrong, tell the administrator of your office.',
  },
  passkeys: { km: 'សោសម្ងាត់របស់ខ្ញុំ', th: 'พาสคีย์ของฉัน', en: 'My passkeys' },
  passkeysLead: {
    km: 'គួរមានសោយ៉ាងតិចពីរ នៅឧបករណ៍ពីរផ្សេងគ្នា។',
    th: 'ควรมีอย่างน้อยสองอัน ในอุปกรณ์คนละเครื่อง',
    en: 'Keep at least two, on different devices.',
  },
  noPasskeys: { km: 'មិនទាន់មានសោសម្ងាត់ទេ។', th: 'ยังไม่มีพาสคีย์', en: 'No passkey yet.' },
  unnamed: { km: 'សោគ្មានឈ្មោះ', th: 'พาสคีย์ไม่มีชื่อ', en: 'Unnamed passkey' },
  enrolled: { km: 'ចុះឈ្មោះ {at}', th: 'ลงทะเบียน {at}', en: 'Enrolled {at}' },
  lastUsed: { km: 'ប្រើចុងក្រោយ {at}', th: 'ใช้ล่าสุด {at}', en: 'Last used {at}' },
  neverUsed: { km: 'មិនទាន់ប្រើ', th: 'ยังไม่เคยใช้', en: 'Not used yet' },
  add: { km: 'បន្ថែមសោសម្ងាត់', th: 'เพิ่มพาสคีย์', en: 'Add a passkey' },
  revoke: { km: 'ដកសោចេញ', th: 'นำพาสคีย์ออก', en: 'Remove' },
  addStopped: {
    km: 'មិនបានបង្កើតសោទេ៖ អ្នកបានបញ្ឈប់ ឬឧបករណ៍មិនអាចបញ្ជាក់ថាជាលោកអ្នក។ សូមព្យាយាមម្តងទៀត។',
    th: 'ยังไม่ได้สร้างพาสคีย์ อาจถูกหยุด หรืออุปกรณ์ยืนยันตัวท่านไม่ได้ โปรดลองอีกครั้ง',
    en: 'No passkey was made: it was stopped, or the device cannot confirm that it is you. Try again.',
  },
  freshFirst: {
    km: 'ដើម្បីសុវត្ថិភាព ការផ្លាស់ប្តូរនេះត្រូវការការចូលប្រើថ្មី។',
    th: 'เพื่อความปลอดภัย การเปลี่ยนแปลงนี้ต้องลงชื่อเข้าใช้ใหม่ก่อน',
    en: 'For your safety, this change asks you to sign in anew first.',
  },
  revokeTitle: { km: 'ដកសោ «{name}» ចេញ', th: 'นำพาสคีย์ “{name}” ออก', en: 'Remove the passkey “{name}”' },
  revokeLead: {
    km: 'សោនេះនឹងមិនអាចចូលប្រើបានទៀតទេ។ អ្វីដែលបានចុះហត្ថលេខាដោយវាកន្លងមក នៅតែមានសុពលភាព។',
    th: 'พาสคีย์นี้จะใช้เข้าระบบไม่ได้อีก สิ่งที่เคยลงนามด้วยพาสคีย์นี้ยังมีผล',
    en: 'It will open nothing any more. What was signed with it before stays valid.',
  },
  totp: { km: 'កម្មវិធីបង្កើតលេខកូដ', th: 'แอปยืนยันตัวตน', en: 'Authenticator app' },
  totpLead: {
    km: 'វាជាផ្នែកទីពីរនៃការផ្តល់ការចូលប្រើឡើងវិញ ពេលបាត់សោសម្ងាត់។ វាមិនប្រើសម្រាប់ចូលប្រើធម្មតាទេ។',
    th: 'เป็นส่วนที่สองของการกู้คืนเมื่อพาสคีย์หาย ไม่ใช้ในการลงชื่อเข้าใช้ตามปกติ',
    en: 'The second half of a recovery when a passkey is lost. It is not used to sign in.',
  },
  totpBegin: { km: 'រៀបចំ', th: 'ตั้งค่า', en: 'Set up' },
  totpScan: {
    km: 'ស្កេនកូដនេះដោយកម្មវិធីបង្កើតលេខកូដក្នុងទូរស័ព្ទ រួចវាយលេខកូដ ៦ ខ្ទង់ដែលវាបង្ហាញ។',
    th: 'สแกนรหัสนี้ด้วยแอปยืนยันตัวตนในโทรศัพท์ แล้วพิมพ์รหัส 6 หลักที่แอปแสดง',
    en: 'Scan this with an authenticator app on your phone, then type the six digits it shows.',
  },
  totpPicture: { km: 'កូដ QR សម្រាប់កម្មវិធីបង្កើតលេខកូដ', th: 'รหัส QR สำหรับแอปยืนยันตัวตน', en: 'QR code for the authenticator app' },
  totpByHand: { km: 'ឬវាយបញ្ចូលដោយដៃ', th: 'หรือพิมพ์ด้วยมือ', en: 'Or type it by hand' },
  totpConfirm: { km: 'បញ្ជាក់', th: 'ยืนยัน', en: 'Confirm' },
  totpWrong: {
    km: 'លេខកូដនេះមិនត្រូវទេ។ សូមពិនិត្យម៉ោងរបស់ទូរស័ព្ទ ហើយវាយលេខកូដថ្មី។',
    th: 'รหัสนี้ไม่ถูกต้อง โปรดตรวจสอบเวลาของโทรศัพท์ แล้วพิมพ์รหัสใหม่',
    en: 'That code is not right. Check the clock of the phone and type the next one.',
  },
  sessions: { km: 'ការចូលប្រើរបស់ខ្ញុំ', th: 'การเข้าใช้ของฉัน', en: 'My sessions' },
  thisSession: { km: 'ការចូលប្រើនេះ', th: 'การเข้าใช้นี้', en: 'This one' },
  began: { km: 'ចាប់ផ្តើម {at}', th: 'เริ่ม {at}', en: 'Began {at}' },
  lastSeen: { km: 'ប្រើចុងក្រោយ {at}', th: 'ใช้ล่าสุด {at}', en: 'last used {at}' },
  endSession: { km: 'បញ្ចប់', th: 'ยุติ', en: 'End' },
  endAll: { km: 'បញ្ចប់ទាំងអស់', th: 'ยุติทั้งหมด', en: 'End all' },
  events: { km: 'អ្វីបានកើតឡើង', th: 'สิ่งที่เกิดขึ้น', en: 'What happened' },
  eventsLead: {
    km: 'ប្រធានរបស់លោកអ្នកក៏ឃើញបញ្ជីនេះដែរ។ បើមានអ្វីដែលលោកអ្នកមិនបានធ្វើ សូមប្រាប់គាត់ភ្លាម។',
    th: 'ผู้บังคับบัญชาเห็นรายการนี้ด้วย หากมีสิ่งที่ท่านไม่ได้ทำ โปรดแจ้งทันที',
    en: 'Your chief sees this list too. If something here was not you, say so at once.',
  },
  noEvents: { km: 'មិនទាន់មានអ្វីទេ។', th: 'ยังไม่มีรายการ', en: 'Nothing yet.' },
  may: { km: 'អ្វីដែលខ្ញុំអាចធ្វើ', th: 'สิ่งที่ฉันทำได้', en: 'What I may do' },
} as const satisfies Record<string, Text>

/** How a session began. */
export const signedInByWords = {
  passkey: { km: 'ដោយសោសម្ងាត់', th: 'ด้วยพาสคีย์', en: 'By passkey' },
  oidc: { km: 'តាមក្រសួង', th: 'ผ่านกระทรวง', en: 'Through a ministry' },
  recovery: { km: 'ដោយការផ្តល់ឡើងវិញ', th: 'ด้วยการกู้คืน', en: 'By recovery' },
  demonstration: { km: 'ក្នុងការបង្ហាញសាកល្បង', th: 'ในระบบสาธิต', en: 'In the demonstration' },
} as const satisfies Record<string, Text>
