// Refusals at the desk: who may apply, and the steps of an application. The shape of each is checked where problems.ts joins them.

const askReview = {
  km: 'បើលោកអ្នកយល់ថាការសម្រេចនេះមិនត្រឹមត្រូវ សូមស្នើឱ្យការិយាល័យពិនិត្យឡើងវិញ។',
  th: 'หากท่านเห็นว่าผลนี้ไม่ถูกต้อง โปรดขอให้สำนักงานทบทวน',
  en: 'If you think this is wrong, ask the office for a review.',
}

const applicantProblems = {
  'applicant.malformed': {
    title: {
      km: 'ប្រអប់ {field} មិនបានបំពេញ ឬបំពេញមិនត្រឹមត្រូវ។',
      th: 'ช่อง {field} ไม่ได้กรอกหรือกรอกไม่ถูกต้อง',
      en: 'The entry {field} is missing or not in order.',
    },
    next: { km: 'សូមបំពេញប្រអប់នេះ រួចផ្ញើពាក្យសុំម្តងទៀត។', th: 'โปรดกรอกช่องนี้ แล้วส่งคำขอใหม่', en: 'Fill in this entry, then send the application again.' },
  },
  'applicant.name-characters': {
    title: {
      km: 'ប្រអប់ {field} មានតួអក្សរដែលមិនអាចប្រើក្នុងលិខិតឆ្លងដែន។',
      th: 'ช่อง {field} มีตัวอักษรที่ใช้ในบัตรผ่านแดนไม่ได้',
      en: 'The entry {field} holds characters that a pass cannot carry.',
    },
    next: {
      km: "សូមវាយបញ្ចូលម្តងទៀត។ ឈ្មោះជាអក្សរឡាតាំងប្រើបានតែអក្សរ A ដល់ Z ដកឃ្លា និងសញ្ញា (.) (') (-) ប៉ុណ្ណោះ។",
      th: "โปรดพิมพ์ใหม่ ชื่ออักษรโรมันใช้ได้เฉพาะตัวอักษร A ถึง Z เว้นวรรค และเครื่องหมาย (.) (') (-)",
      en: "Type it again. A name in Latin letters takes only the letters A to Z, spaces and the signs (.) (') (-).",
    },
  },
  'applicant.name-too-long': {
    title: {
      km: 'ប្រអប់ {field} វែងជាង {max} តួអក្សរ។',
      th: 'ช่อง {field} ยาวเกิน {max} ตัวอักษร',
      en: 'The entry {field} is longer than {max} {max:character|characters}.',
    },
    next: {
      km: 'សូមសរសេរឱ្យខ្លីតាមអត្តសញ្ញាណប័ណ្ណ។ បើមិនអាចធ្វើបាន សូមសួរការិយាល័យ។',
      th: 'โปรดย่อให้ตรงตามบัตรประจำตัวประชาชน หากทำไม่ได้ โปรดสอบถามสำนักงาน',
      en: 'Shorten it as the identity card does. If that is not possible, ask the office.',
    },
  },
  'applicant.birth-date': {
    title: { km: 'ថ្ងៃខែឆ្នាំកំណើតមិនត្រឹមត្រូវ។', th: 'วันเดือนปีเกิดไม่ถูกต้อง', en: 'The date of birth cannot be right.' },
    next: {
      km: 'សូមផ្ទៀងផ្ទាត់ជាមួយអត្តសញ្ញាណប័ណ្ណ ឬសំបុត្រកំណើត រួចបញ្ចូលម្តងទៀត។',
      th: 'โปรดตรวจสอบกับบัตรประจำตัวประชาชนหรือสูติบัตร แล้วกรอกใหม่',
      en: 'Compare it with the identity card or birth certificate and enter it again.',
    },
  },
  'applicant.residence-date': {
    title: {
      km: 'ថ្ងៃក្នុងប្រអប់ {field} មិនអាចត្រឹមត្រូវ៖ មិនទាន់មកដល់ ឬមុនថ្ងៃកំណើត។',
      th: 'วันที่ในช่อง {field} เป็นไปไม่ได้ ยังไม่ถึงหรือก่อนวันเกิด',
      en: 'The day in {field} cannot be right: it is to come, or before the birth.',
    },
    next: {
      km: 'សូមអានថ្ងៃនៅលើឯកសារ រួចបញ្ចូលម្តងទៀត។',
      th: 'โปรดอ่านวันที่จากเอกสาร แล้วกรอกใหม่',
      en: 'Read the day on the paper and enter it again.',
    },
  },
  'applicant.identity-number': {
    title: { km: 'លេខអត្តសញ្ញាណនេះមិនត្រឹមត្រូវ។', th: 'เลขประจำตัวประชาชนนี้ไม่ถูกต้อง', en: 'This identity number cannot be right.' },
    next: {
      km: 'សូមផ្ទៀងផ្ទាត់តួលេខនីមួយៗជាមួយអត្តសញ្ញាណប័ណ្ណ៖ លេខកម្ពុជាមាន ៩ តួលេខ លេខថៃមាន ១៣ តួលេខ ដែលតួលេខចុងក្រោយផ្ទៀងផ្ទាត់តួលេខផ្សេងទៀត។ បើប័ណ្ណមានលេខនេះមែន សូមស្នើឱ្យការិយាល័យពិនិត្យករណីនេះ។',
      th: 'โปรดเทียบตัวเลขทุกหลักกับบัตรประจำตัว เลขกัมพูชามี 9 หลัก เลขไทยมี 13 หลักโดยหลักสุดท้ายใช้ตรวจหลักอื่น หากบนบัตรเป็นเลขนี้จริง โปรดขอให้สำนักงานพิจารณาเป็นกรณี',
      en: 'Compare each digit with the identity card: a Cambodian number has nine digits, a Thai one thirteen, of which the last checks the others. If the card does bear this number, ask the office to look at the case.',
    },
  },
  'applicant.guardian-missing': {
    title: {
      km: 'កុមារអាយុក្រោម {under} ឆ្នាំត្រូវមានឪពុកម្តាយ ឬអាណាព្យាបាលក្នុងពាក្យសុំ។',
      th: 'คำขอของเด็กอายุต่ำกว่า {under} ปี ต้องมีบิดามารดาหรือผู้ปกครอง',
      en: 'A child under {under} needs a parent or guardian on the application.',
    },
    next: {
      km: 'សូមបញ្ចូលឈ្មោះឪពុកម្តាយ ឬអាណាព្យាបាល។ បើគ្មាន សូមស្នើឱ្យការិយាល័យពិនិត្យករណីនេះ។',
      th: 'โปรดระบุชื่อบิดามารดาหรือผู้ปกครอง หากไม่มี โปรดขอให้สำนักงานพิจารณาเป็นกรณี',
      en: 'Enter the parent or guardian. If there is none, ask the office to look at the case.',
    },
  },
  'applicant.address-not-eligible': {
    title: {
      km: 'អាសយដ្ឋាន {area} នៅក្រៅតំបន់ព្រំដែនដែលអាចទទួលលិខិតឆ្លងដែន។',
      th: 'ที่อยู่ {area} อยู่นอกพื้นที่ชายแดนที่ออกบัตรผ่านแดนให้ได้',
      en: 'The address {area} lies outside the border area in which passes are issued.',
    },
    next: {
      km: 'លោកអ្នកអាចឆ្លងកាត់តាមច្រកទ្វារព្រំដែនអន្តរជាតិដោយប្រើលិខិតឆ្លងដែនអន្តរជាតិ (ប៉ាស្ព័រ)។ បើលំនៅឋានពិតប្រាកដនៅតំបន់ព្រំដែន សូមបង្ហាញសៀវភៅគ្រួសារ ហើយស្នើឱ្យការិយាល័យពិនិត្យឡើងវិញ។',
      th: 'ท่านสามารถใช้หนังสือเดินทางที่จุดผ่านแดนถาวร หากท่านมีถิ่นที่อยู่ในพื้นที่ชายแดน โปรดแสดงทะเบียนบ้านและขอให้สำนักงานทบทวน',
      en: 'A passport is good at international crossing points. If your home is in the border area, show the family or residence book and ask the office for a review.',
    },
  },
  'applicant.address-not-served': {
    title: {
      km: 'ការិយាល័យ {office} មិនទទួលពាក្យសុំពីអាសយដ្ឋាន {area} ទេ។',
      th: 'สำนักงาน {office} ไม่รับคำขอจากที่อยู่ {area}',
      en: 'The office {office} does not serve the address {area}.',
    },
    next: {
      km: 'សូមដាក់ពាក្យនៅការិយាល័យក្រុង ស្រុកដែលលោកអ្នករស់នៅ ឬនៅសាលាខេត្ត។ បើអាសយដ្ឋានមិនត្រឹមត្រូវ សូមស្នើឱ្យការិយាល័យពិនិត្យឡើងវិញ។',
      th: 'โปรดยื่นคำขอที่สำนักงานของเมืองหรืออำเภอที่ท่านอาศัยอยู่ หรือที่ศาลากลางจังหวัด หากที่อยู่ไม่ถูกต้อง โปรดขอให้สำนักงานทบทวน',
      en: 'Apply at the office of the city or district where you live, or at the provincial hall. If the address is wrong, ask the office for a review.',
    },
  },
  'applicant.nationality': {
    title: {
      km: 'លិខិតឆ្លងដែននេះផ្តល់ជូនតែជនមានសញ្ជាតិនៃរដ្ឋដែលចេញលិខិត {issuer} ប៉ុណ្ណោះ។',
      th: 'บัตรผ่านแดนนี้ออกให้เฉพาะผู้มีสัญชาติของรัฐผู้ออกบัตร {issuer}',
      en: 'This border pass is only for nationals of the issuing state {issuer}.',
    },
    next: {
      km: 'សូមស្នើសុំនៅប្រទេសរបស់លោកអ្នក។ បើសញ្ជាតិដែលបានកត់ត្រាមិនត្រឹមត្រូវ សូមស្នើឱ្យការិយាល័យពិនិត្យឡើងវិញ។',
      th: 'โปรดยื่นคำขอในประเทศของท่าน หากสัญชาติที่บันทึกไว้ไม่ถูกต้อง โปรดขอให้สำนักงานทบทวน',
      en: 'Apply in your own state. If the nationality was recorded wrongly, ask the office for a review.',
    },
  },
  'applicant.photo-too-old': {
    title: {
      km: 'គ្មានរូបថតក្នុងបញ្ជីដែលថ្មីគ្រប់គ្រាន់ទេ៖ មិនលើសពី {months} ខែ។',
      th: 'ไม่มีรูปถ่ายในทะเบียนที่ใหม่พอ: ไม่เกิน {months} เดือน',
      en: 'No photo on record is new enough: {months} {months:month|months} at most.',
    },
    next: { km: 'សូមថតរូបថ្មី។', th: 'โปรดถ่ายรูปใหม่', en: 'Take a new photo.' },
  },
  'applicant.photo-unreadable': {
    title: { km: 'រូបថតអានមិនបាន។', th: 'อ่านรูปถ่ายไม่ได้', en: 'The photo cannot be read.' },
    next: {
      km: 'សូមថតម្តងទៀតដោយឱ្យមុខនៅចំកណ្តាល និងមានពន្លឺគ្រប់គ្រាន់ ហើយផ្ញើជាឯកសារ JPEG, PNG ឬ WebP។',
      th: 'โปรดถ่ายใหม่ให้ใบหน้าอยู่ตรงกลางและมีแสงเพียงพอ แล้วส่งเป็นไฟล์ JPEG, PNG หรือ WebP',
      en: 'Take it again with the face in the middle and enough light, and send it as JPEG, PNG or WebP.',
    },
  },
  'applicant.has-live-pass': {
    title: {
      km: 'អ្នកស្នើសុំមានលិខិតឆ្លងដែនមួយដែលនៅមានសុពលភាពរួចហើយ។',
      th: 'ผู้ขอมีบัตรผ่านแดนที่ยังใช้ได้อยู่แล้ว',
      en: 'The applicant already has a border pass that is in force.',
    },
    next: {
      km: 'សូមប្រើលិខិតនោះ។ បើបាត់ ត្រូវគេលួច ឬខូច សូមជូនដំណឹងការិយាល័យឱ្យលុបលិខិតចាស់ជាមុន។ បើលោកអ្នកមិនមានលិខិតនោះ សូមស្នើឱ្យការិយាល័យពិនិត្យឡើងវិញ។',
      th: 'โปรดใช้บัตรนั้น หากบัตรหาย ถูกขโมย หรือชำรุด โปรดแจ้งสำนักงานเพื่อยกเลิกบัตรเดิมก่อน หากท่านไม่เคยมีบัตรนั้น โปรดขอให้สำนักงานทบทวน',
      en: 'Use that pass. If it is lost, stolen or damaged, tell the office, which first revokes it. If you never had it, ask the office for a review.',
    },
  },
  'applicant.has-open-application': {
    title: { km: 'អ្នកស្នើសុំមានពាក្យសុំមួយកំពុងដំណើរការរួចហើយ។', th: 'ผู้ขอมีคำขอที่อยู่ระหว่างดำเนินการแล้ว', en: 'The applicant already has an open application.' },
    next: {
      km: 'សូមបន្តពាក្យសុំនោះ ឬដកពាក្យសុំនោះវិញ មុននឹងដាក់ពាក្យថ្មី។',
      th: 'โปรดดำเนินการตามคำขอเดิมต่อ หรือถอนคำขอเดิมก่อนยื่นใหม่',
      en: 'Go on with that application, or withdraw it before a new one is made.',
    },
  },
  'applicant.identity-differs': {
    title: {
      km: 'ព័ត៌មានផ្ទាល់ខ្លួនមិនដូចនឹងអ្វីដែលបានកត់ត្រាសម្រាប់លេខអត្តសញ្ញាណនេះ។',
      th: 'ข้อมูลส่วนบุคคลไม่ตรงกับที่บันทึกไว้สำหรับเลขประจำตัวนี้',
      en: 'The personal details differ from those on record for this identity number.',
    },
    next: {
      km: 'សូមផ្ទៀងផ្ទាត់ជាមួយអត្តសញ្ញាណប័ណ្ណ។ បើអ្វីដែលបានកត់ត្រាមិនត្រឹមត្រូវ សូមបង្ហាញឯកសារដើម ហើយស្នើឱ្យការិយាល័យពិនិត្យឡើងវិញ។',
      th: 'โปรดตรวจสอบกับบัตรประจำตัวประชาชน หากข้อมูลที่บันทึกไว้ไม่ถูกต้อง โปรดแสดงเอกสารตัวจริงและขอให้สำนักงานทบทวน',
      en: 'Compare them with the identity card. If the record is wrong, show the original papers and ask the office for a review.',
    },
  },
} as const

const stepProblems = {
  'application.not-found': {
    title: { km: 'រកមិនឃើញពាក្យសុំនេះទេ។', th: 'ไม่พบคำขอนี้', en: 'This application was not found.' },
    next: {
      km: 'សូមពិនិត្យលេខពាក្យសុំ ឬសួរការិយាល័យដែលបានទទួលពាក្យសុំ។',
      th: 'โปรดตรวจสอบหมายเลขคำขอ หรือสอบถามสำนักงานที่รับคำขอ',
      en: 'Check the application number, or ask the office that received it.',
    },
  },
  'application.not-paid': {
    title: { km: 'ពាក្យសុំនេះមិនទាន់បានបង់ថ្លៃសេវាទេ។', th: 'คำขอนี้ยังไม่ได้ชำระค่าธรรมเนียม', en: 'The fee of this application is not paid yet.' },
    next: {
      km: 'សូមបង់ថ្លៃសេវាតាមការកំណត់ ទទួលបង្កាន់ដៃ រួចបន្តទៅជំហានបន្ទាប់។',
      th: 'โปรดชำระค่าธรรมเนียมตามที่กำหนด รับใบเสร็จ แล้วดำเนินการขั้นต่อไป',
      en: 'The set price is paid first and its receipt given; then the application goes on.',
    },
  },
  'application.already-paid': {
    title: { km: 'ពាក្យសុំនេះបានបង់ថ្លៃសេវារួចហើយ។', th: 'คำขอนี้ชำระค่าธรรมเนียมแล้ว', en: 'The fee of this application is already paid.' },
    next: {
      km: 'មិនត្រូវបង់ម្តងទៀតទេ។ សូមមើលបង្កាន់ដៃ រួចបន្តទៅជំហានបន្ទាប់។',
      th: 'ไม่ต้องชำระอีก โปรดดูใบเสร็จ แล้วดำเนินการขั้นต่อไป',
      en: 'Nothing more is to be paid. See the receipt and go on with the next step.',
    },
  },
  'application.not-approved': {
    title: { km: 'ពាក្យសុំនេះមិនទាន់បានអនុម័តទេ។', th: 'คำขอนี้ยังไม่ได้รับอนุมัติ', en: 'This application is not approved yet.' },
    next: {
      km: 'សូមរង់ចាំអ្នកទទួលសិទ្ធិពិនិត្យ និងអនុម័តជាមុន រួចទើបចុះហត្ថលេខា។',
      th: 'ผู้รับมอบอำนาจต้องตรวจและอนุมัติก่อน จึงจะลงนามได้',
      en: 'The holder of the mandate reviews and approves it first; then it can be signed.',
    },
  },
  'application.already-approved': {
    title: { km: 'ពាក្យសុំនេះបានអនុម័តរួចហើយ។', th: 'คำขอนี้ได้รับอนุมัติแล้ว', en: 'This application is already approved.' },
    next: {
      km: 'មិនចាំបាច់ធ្វើអ្វីទៀតទេ។ សូមមើលស្ថានភាពនៃពាក្យសុំ។',
      th: 'ไม่ต้องทำอะไรเพิ่มเติม โปรดดูสถานะของคำขอ',
      en: 'Nothing more is needed here. See the state of the application.',
    },
  },
  'application.already-signed': {
    title: { km: 'លិខិតឆ្លងដែនតាមពាក្យសុំនេះបានចុះហត្ថលេខារួចហើយ។', th: 'บัตรผ่านแดนตามคำขอนี้ลงนามแล้ว', en: 'The pass of this application is already signed.' },
    next: {
      km: 'សូមប្រគល់លិខិតជូនសាមីខ្លួន។ បើលិខិតមិនត្រឹមត្រូវ សូមផ្អាក ឬលុបលិខិតនោះជំនួសវិញ។ បើវាត្រូវបានលុបចោលរួចហើយ សូមដកពាក្យសុំវិញជាមុន។',
      th: 'โปรดมอบบัตรให้เจ้าของ หากบัตรไม่ถูกต้อง ให้ระงับหรือยกเลิกตัวบัตรแทน หากยกเลิกไปแล้ว ให้ถอนคำขอก่อน',
      en: 'Hand the pass over. If it should not stand, suspend or revoke the pass itself. If it is revoked already, withdraw the application first.',
    },
  },
  'application.closed': {
    title: {
      km: 'ពាក្យសុំនេះត្រូវបានបដិសេធ ឬដកវិញ ហើយបានបិទ។',
      th: 'คำขอนี้ถูกปฏิเสธหรือถอนคืนและปิดเรื่องแล้ว',
      en: 'This application was rejected or withdrawn, and is closed.',
    },
    next: {
      km: `អាចដាក់ពាក្យសុំថ្មីបាន។ ${askReview.km}`,
      th: `ยื่นคำขอใหม่ได้ ${askReview.th}`,
      en: `A new application can be made. ${askReview.en}`,
    },
  },
  'fee.amount': {
    title: {
      km: 'ចំនួនប្រាក់មិនមែនជាថ្លៃសេវាដែលបានកំណត់ {amount} {currency} ទេ។',
      th: 'จำนวนเงินไม่ตรงกับค่าธรรมเนียมที่กำหนด {amount} {currency}',
      en: 'The amount is not the set price {amount} {currency}.',
    },
    next: {
      km: 'សូមទទួលប្រាក់តាមថ្លៃដែលបានកំណត់ មិនលើស មិនខ្វះ ហើយចេញបង្កាន់ដៃតែមួយ។',
      th: 'โปรดรับเงินตามอัตราที่กำหนด ไม่ขาดไม่เกิน และออกใบเสร็จฉบับเดียว',
      en: 'Take exactly the set price, no more and no less, and give one receipt.',
    },
  },
} as const

export const applicationProblems = { ...applicantProblems, ...stepProblems } as const
