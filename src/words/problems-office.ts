// Refusals between an application and the hand: drafts, correction, review, booklets, hand-over. The shape of each is checked where problems.ts joins them.

const stepProblems = {
  'application.not-submitted': {
    title: { km: 'នេះនៅជាសេចក្តីព្រាង មិនទាន់ដាក់ពាក្យសុំទេ។', th: 'ยังเป็นร่าง ยังไม่ได้ยื่นคำขอ', en: 'This is still a draft: it was not submitted.' },
    next: { km: 'សូមបំពេញសេចក្តីព្រាង រួចដាក់ពាក្យសុំ។', th: 'โปรดกรอกร่างให้ครบ แล้วยื่นคำขอ', en: 'Complete the draft and submit it.' },
  },
  'application.already-submitted': {
    title: { km: 'ពាក្យសុំនេះបានដាក់រួចហើយ។', th: 'คำขอนี้ยื่นแล้ว', en: 'This application is already submitted.' },
    next: { km: 'មិនចាំបាច់ធ្វើអ្វីទៀតទេ។', th: 'ไม่ต้องทำอะไรเพิ่มเติม', en: 'Nothing more is needed here.' },
  },
  'application.incomplete': {
    title: { km: 'ពាក្យសុំនេះត្រូវបានបញ្ជូនត្រឡប់ឱ្យកែ។', th: 'คำขอนี้ถูกส่งกลับให้แก้ไข', en: 'This application was returned for correction.' },
    next: {
      km: 'សូមកែតាមមូលហេតុដែលបានសរសេរ រួចបញ្ជូនម្តងទៀត។ គ្មានអ្វីបាត់បង់ទេ។',
      th: 'โปรดแก้ไขตามเหตุผลที่ระบุ แล้วส่งอีกครั้ง ไม่มีข้อมูลใดสูญหาย',
      en: 'Put right what the reason names and send it again. Nothing you gave is lost.',
    },
  },
  'application.not-under-review': {
    title: { km: 'ពាក្យសុំនេះមិនកំពុងពិនិត្យទេ។', th: 'คำขอนี้ไม่ได้อยู่ระหว่างตรวจ', en: 'Nobody has this application under review.' },
    next: { km: 'សូមមើលស្ថានភាពបច្ចុប្បន្ន។', th: 'โปรดดูสถานะปัจจุบัน', en: 'See where it stands now.' },
  },
  'application.under-review': {
    title: { km: 'អ្នកផ្សេងកំពុងពិនិត្យពាក្យសុំនេះ។', th: 'มีผู้อื่นกำลังตรวจคำขอนี้', en: 'Somebody else has this application under review.' },
    next: {
      km: 'សូមយកពាក្យសុំផ្សេង។ អ្នកដែលចុះហត្ថលេខាអាចដាក់វាត្រឡប់វិញ។',
      th: 'โปรดหยิบคำขออื่น ผู้ลงนามส่งคำขอนี้คืนกองได้',
      en: 'Take another one. Whoever signs for the office can put it back.',
    },
  },
  'application.not-signed': {
    title: { km: 'លិខិតនេះមិនទាន់ចុះហត្ថលេខាទេ។', th: 'บัตรนี้ยังไม่ได้ลงนาม', en: 'This pass is not signed yet.' },
    next: { km: 'លិខិតត្រូវចុះហត្ថលេខាមុនពេលបោះពុម្ព។', th: 'ต้องลงนามก่อนพิมพ์', en: 'It is signed before it is printed.' },
  },
  'application.not-produced': {
    title: { km: 'មិនទាន់មានសៀវភៅសម្រាប់ពាក្យសុំនេះទេ។', th: 'คำขอนี้ยังไม่มีเล่ม', en: 'No booklet was made for this application yet.' },
    next: { km: 'សូមបោះពុម្ព ហើយស្កែនលេខកូដជាមុនសិន។', th: 'โปรดพิมพ์และสแกนรหัสก่อน', en: 'Print it and read its code back first.' },
  },
  'application.already-produced': {
    title: { km: 'សៀវភៅបានធ្វើរួចហើយ។', th: 'ทำเล่มแล้ว', en: 'Its booklet is already made.' },
    next: {
      km: 'សូមប្រគល់ជូនសាមីខ្លួន។ បើសៀវភៅខូច សូមកត់ត្រាថាខូច។',
      th: 'โปรดมอบให้เจ้าของ หากเล่มเสีย ให้บันทึกว่าเสีย',
      en: 'Hand it over. If the booklet is spoilt, say so.',
    },
  },
  'application.already-collected': {
    title: { km: 'លិខិតនេះបានប្រគល់រួចហើយ។', th: 'มอบบัตรแล้ว', en: 'This pass was already handed over.' },
    next: {
      km: 'បើបាត់ ឬខូច សូមដាក់ពាក្យសុំជំនួស។',
      th: 'หากหายหรือชำรุด ให้ยื่นคำขอแทน',
      en: 'If it was lost or damaged since, apply for a replacement.',
    },
  },
  'application.pass-not-over': {
    title: {
      km: 'លិខិតតាមពាក្យសុំនេះបានចុះហត្ថលេខា ហើយមិនទាន់អស់សុពលភាពទេ។',
      th: 'บัตรตามคำขอนี้ลงนามแล้วและยังไม่สิ้นผล',
      en: 'The pass of this application is signed, and not over.',
    },
    next: {
      km: 'សូមប្រគល់លិខិត។ បើលិខិតមិនត្រឹមត្រូវ អភិបាលលុបលិខិតនោះជាមុន រួចដកពាក្យសុំវិញ។',
      th: 'โปรดมอบบัตร หากบัตรไม่ควรคงอยู่ ให้นายอำเภอยกเลิกบัตรก่อน แล้วจึงถอนคำขอ',
      en: 'Hand it over. If it should not stand, the governor revokes it first; then the application is withdrawn.',
    },
  },
  'move.same-office': {
    title: { km: 'ពាក្យសុំនេះនៅការិយាល័យ {office} រួចហើយ។', th: 'คำขอนี้อยู่ที่สำนักงาน {office} แล้ว', en: 'The application lies with {office} already.' },
    next: { km: 'មិនចាំបាច់ធ្វើអ្វីទៀតទេ។', th: 'ไม่ต้องทำอะไรเพิ่มเติม', en: 'Nothing more is needed here.' },
  },
  'move.other-province': {
    title: { km: 'ការិយាល័យ {office} ស្ថិតនៅខេត្តផ្សេង។', th: 'สำนักงาน {office} อยู่คนละจังหวัด', en: 'The office {office} is in another province.' },
    next: { km: 'សូមជ្រើសរើសការិយាល័យក្នុងខេត្តតែមួយ។', th: 'โปรดเลือกสำนักงานในจังหวัดเดียวกัน', en: 'Choose an office of the same province.' },
  },
  'application.other-person': {
    title: {
      km: 'បុគ្គលនេះមានពាក្យសុំផ្សេង ឬមានលិខិតក្រោមលេខនេះ៖ ការកែមិនអាចប្តូរលេខអត្តសញ្ញាណប័ណ្ណ ឬថ្ងៃខែឆ្នាំកំណើតបានទេ។',
      th: 'บุคคลนี้มีคำขออื่นหรือมีบัตรภายใต้เลขนี้ การแก้ไขจึงเปลี่ยนเลขประจำตัวหรือวันเกิดไม่ได้',
      en: 'This person has other applications or a pass under this number: a correction cannot change the identity number or the birth date.',
    },
    next: {
      km: 'សូមដកពាក្យសុំនេះវិញ ហើយទទួលពាក្យសុំថ្មី។',
      th: 'โปรดถอนคำขอนี้ แล้วรับคำขอใหม่',
      en: 'Withdraw this application and take a new one.',
    },
  },
  'application.number-on-record': {
    title: {
      km: 'លេខអត្តសញ្ញាណប័ណ្ណនេះមានក្នុងបញ្ជីរួចហើយ។',
      th: 'เลขประจำตัวนี้มีอยู่ในทะเบียนแล้ว',
      en: 'This identity number is on record already.',
    },
    next: {
      km: 'សូមពិនិត្យលេខជាមួយប័ណ្ណ។ បើវាត្រឹមត្រូវ សូមដកពាក្យសុំនេះវិញ ហើយទទួលពាក្យសុំថ្មីក្រោមលេខនោះ។',
      th: 'โปรดตรวจเลขกับบัตร หากถูกต้อง โปรดถอนคำขอนี้ แล้วรับคำขอใหม่ภายใต้เลขนั้น',
      en: 'Check the number on the card. If it is right, withdraw this application and take a new one under that number.',
    },
  },
  'replacement.not-live': {
    title: {
      km: 'បុគ្គលនេះគ្មានលិខិត {number} ដែលមានប្រសិទ្ធភាពទេ។',
      th: 'บุคคลนี้ไม่มีบัตร {number} ที่ใช้ได้',
      en: 'This person has no pass {number} in force.',
    },
    next: {
      km: 'បើគ្មានលិខិតមានប្រសិទ្ធភាព សូមដាក់ពាក្យសុំថ្មី មិនមែនជំនួសទេ។',
      th: 'หากไม่มีบัตรที่ใช้ได้ ให้ยื่นคำขอใหม่ ไม่ใช่คำขอแทน',
      en: 'Without a pass in force, apply for a new one instead of a replacement.',
    },
  },
  'extension.none-in-law': {
    title: { km: 'គ្មានលិខិតបទដ្ឋានណាអនុញ្ញាតឱ្យបន្តសុពលភាពនៅថ្ងៃនេះទេ។', th: 'ในวันนี้ไม่มีข้อกำหนดให้ต่ออายุได้', en: 'No text allows an extension on this day.' },
    next: { km: 'សូមដាក់ពាក្យសុំលិខិតថ្មីពេលលិខិតចាស់ផុតកំណត់។', th: 'โปรดขอบัตรใหม่เมื่อบัตรเดิมหมดอายุ', en: 'Apply for a new pass when this one ends.' },
  },
  'extension.too-late': {
    title: { km: 'លិខិតបានផុតសុពលភាពនៅថ្ងៃ {lastDay}។', th: 'บัตรหมดอายุเมื่อ {lastDay}', en: 'The pass ended on {lastDay}: it can be extended only before.' },
    next: { km: 'សូមដាក់ពាក្យសុំលិខិតថ្មី។', th: 'โปรดขอบัตรใหม่', en: 'Apply for a new pass.' },
  },
  'extension.no-more': {
    title: {
      km: 'លិខិតនេះបានបន្តសុពលភាពគ្រប់ {max} ដងហើយ។',
      th: 'บัตรนี้ต่ออายุครบ {max} ครั้งแล้ว',
      en: 'This pass was extended {max} {max:time|times} already: no more is allowed.',
    },
    next: { km: 'សូមដាក់ពាក្យសុំលិខិតថ្មីពេលលិខិតនេះផុតកំណត់។', th: 'โปรดขอบัตรใหม่เมื่อบัตรนี้หมดอายุ', en: 'Apply for a new pass when this one ends.' },
  },
  'extension.too-early': {
    title: {
      km: 'អាចស្នើបន្តសុពលភាពបានចាប់ពីថ្ងៃ {from}។',
      th: 'ขอต่ออายุได้ตั้งแต่ {from}',
      en: 'An extension can be asked for from {from} on.',
    },
    next: { km: 'សូមស្នើម្តងទៀតចាប់ពីថ្ងៃនោះ។', th: 'โปรดขอใหม่ตั้งแต่วันนั้น', en: 'Ask again from that day on.' },
  },
  'extension.suspended': {
    title: { km: 'លិខិតនេះត្រូវបានផ្អាក មិនអាចបន្តសុពលភាពបានទេ។', th: 'บัตรนี้ถูกระงับ จึงต่ออายุไม่ได้', en: 'This pass is suspended, and is not extended.' },
    next: {
      km: 'បើរកឃើញលិខិតវិញ សូមយកវាទៅការិយាល័យ។ បើបាត់ សូមស្នើលិខិតជំនួសនៅទីនោះ។',
      th: 'หากพบบัตรแล้ว โปรดนำไปที่สำนักงาน หากหาย โปรดขอบัตรแทนที่นั่น',
      en: 'If it was found, bring it to the office. If it is lost, ask there for a replacement.',
    },
  },
  'extension.other-data': {
    title: {
      km: 'ឈ្មោះ ថ្ងៃខែឆ្នាំកំណើត ភេទ ឬសញ្ជាតិ ខុសពីលិខិត។ ការបន្តសុពលភាពមិនប្តូរទិន្នន័យទាំងនេះទេ។',
      th: 'ชื่อ วันเกิด เพศ หรือสัญชาติต่างจากที่อยู่ในบัตร การต่ออายุไม่เปลี่ยนข้อมูลเหล่านี้',
      en: 'The names, birth date, sex or nationality are not those of the pass: an extension changes none of them.',
    },
    next: {
      km: 'សូមសរសេរដូចក្នុងលិខិត ឬទទួលពាក្យសុំលិខិតជំនួស ដោយសារទិន្នន័យខុស។',
      th: 'โปรดกรอกให้ตรงกับบัตร หรือรับคำขอบัตรแทนเพราะข้อมูลผิด',
      en: 'Write them as the pass has them, or take a replacement for wrong data.',
    },
  },
  'extension.little-time': {
    title: {
      km: 'ការិយាល័យមានពេលដល់ថ្ងៃ {dueOn} ហើយលិខិតផុតកំណត់នៅថ្ងៃ {lastDay}៖ តាមទូរស័ព្ទគឺយឺតពេលហើយ។',
      th: 'สำนักงานมีเวลาถึง {dueOn} แต่บัตรหมดอายุ {lastDay} จึงสายเกินไปสำหรับทางโทรศัพท์',
      en: 'The office has until {dueOn}, and the pass ends on {lastDay}: by phone it is too late.',
    },
    next: {
      km: 'សូមយកសៀវភៅទៅការិយាល័យឱ្យបានឆាប់ មុននឹងផុតកំណត់។ នៅបញ្ជរនៅតែអាចបន្តបាន។',
      th: 'โปรดนำเล่มไปที่สำนักงานโดยเร็วก่อนหมดอายุ ยังต่ออายุที่เคาน์เตอร์ได้',
      en: 'Bring the booklet to the office soon, before it ends: at the counter it can still be extended.',
    },
  },
  'pass.already-replaced': {
    title: { km: 'លិខិតនេះត្រូវបានជំនួសរួចហើយ។', th: 'บัตรนี้ถูกแทนแล้ว', en: 'This pass was already replaced.' },
    next: { km: 'សូមប្រើលិខិតថ្មី។', th: 'โปรดใช้บัตรใหม่', en: 'Look at the new pass.' },
  },
} as const

const stockProblems = {
  'booklet.number': {
    title: { km: 'លេខសៀវភៅមិនត្រឹមត្រូវ។', th: 'เลขเล่มไม่ถูกต้อง', en: 'That is no booklet number.' },
    next: {
      km: 'សូមវាយលេខដូចដែលបោះពុម្ពលើសៀវភៅ៖ អក្សរ រួចលេខ។',
      th: 'พิมพ์เลขตามที่อยู่บนเล่ม ตัวอักษรแล้วตามด้วยตัวเลข',
      en: 'Type it as printed on the booklet: letters, then digits.',
    },
  },
  'booklet.unknown': {
    title: {
      km: 'សៀវភៅលេខ {number} មិនមាននៅការិយាល័យនេះទេ។',
      th: 'ไม่มีเล่มหมายเลข {number} ในสำนักงานนี้',
      en: 'Booklet {number} is not in this office’s stock.',
    },
    next: { km: 'សូមពិនិត្យលេខ ឬបញ្ចូលសៀវភៅចូលស្តុក។', th: 'โปรดตรวจเลข หรือรับเล่มเข้าคลังก่อน', en: 'Check the number, or take the booklets into stock first.' },
  },
  'booklet.already-used': {
    title: { km: 'សៀវភៅលេខ {number} បានប្រើរួចហើយ។', th: 'เล่มหมายเลข {number} ใช้แล้ว', en: 'Booklet {number} was already used.' },
    next: { km: 'សូមយកសៀវភៅផ្សេង ហើយប្រាប់អ្នកទទួលខុសត្រូវ។', th: 'โปรดใช้เล่มอื่น และแจ้งหัวหน้า', en: 'Take another booklet, and tell whoever is in charge.' },
  },
  'booklet.spoilt': {
    title: { km: 'សៀវភៅលេខ {number} ត្រូវបានកត់ត្រាថាខូច។', th: 'เล่มหมายเลข {number} ถูกบันทึกว่าเสีย', en: 'Booklet {number} is on record as spoilt.' },
    next: { km: 'សូមយកសៀវភៅផ្សេង។', th: 'โปรดใช้เล่มอื่น', en: 'Take another booklet.' },
  },
  'booklet.already-received': {
    title: { km: 'លេខខ្លះក្នុងចំណោមនេះបានចូលស្តុករួចហើយ។', th: 'เลขบางเลขในช่วงนี้รับเข้าคลังแล้ว', en: 'Some of these numbers are already in a stock.' },
    next: { km: 'សូមពិនិត្យលេខដំបូង និងចំនួន។', th: 'โปรดตรวจเลขแรกและจำนวน', en: 'Check the first number and the count.' },
  },
  'booklet.qr-differs': {
    title: {
      km: 'លេខកូដលើទំព័រដែលបោះពុម្ពមិនមែនជារបស់លិខិតនេះទេ។',
      th: 'รหัสบนหน้าที่พิมพ์ไม่ใช่ของบัตรนี้',
      en: 'The code on the printed page is not this pass’s.',
    },
    next: {
      km: 'សូមបោះពុម្ពម្តងទៀត ហើយស្កែនទំព័រនោះ។ បើនៅខុសទៀត សៀវភៅខូច។',
      th: 'โปรดพิมพ์ใหม่แล้วสแกนหน้านั้น หากยังไม่ตรง ถือว่าเล่มเสีย',
      en: 'Print the page again and read it. If it still differs, the booklet is spoilt.',
    },
  },
  'draft.not-found': {
    title: { km: 'រកមិនឃើញសេចក្តីព្រាងនេះទេ។', th: 'ไม่พบร่างนี้', en: 'There is no such draft.' },
    next: { km: 'វាអាចត្រូវបានដាក់ ឬលុបរួចហើយ។', th: 'อาจยื่นหรือลบไปแล้ว', en: 'It may have been submitted or thrown away.' },
  },
  'draft.changed': {
    title: { km: 'អ្នកផ្សេងបានកែសេចក្តីព្រាងនេះក្នុងពេលនេះ។', th: 'มีผู้อื่นแก้ร่างนี้ไปแล้ว', en: 'Somebody else changed this draft meanwhile.' },
    next: { km: 'សូមបើកវាម្តងទៀត ហើយបន្តពីទីនោះ។', th: 'โปรดเปิดใหม่แล้วทำต่อ', en: 'Open it again and go on from there.' },
  },
  'draft.too-many': {
    title: { km: 'ការិយាល័យនេះមានសេចក្តីព្រាងច្រើនពេក ({max})។', th: 'สำนักงานนี้มีร่างมากเกินไป ({max})', en: 'This office keeps too many drafts ({max}).' },
    next: { km: 'សូមលុបសេចក្តីព្រាងចាស់ៗ។', th: 'โปรดลบร่างเก่า', en: 'Throw old ones away.' },
  },
  'draft.from-resident': {
    title: {
      km: 'ប្រជាពលរដ្ឋបានផ្ញើសេចក្តីព្រាងនេះ៖ មិនអាចលុបដោយគ្មានមូលហេតុទេ។',
      th: 'ประชาชนส่งร่างนี้มา จึงทิ้งโดยไม่มีเหตุผลไม่ได้',
      en: 'A resident sent this draft: it is not thrown away without a reason.',
    },
    next: {
      km: 'សូមសរសេរមូលហេតុ៖ អ្នកផ្ញើនឹងអានវាតាមលេខតាមដាន។',
      th: 'โปรดระบุเหตุผล ผู้ส่งจะอ่านได้ด้วยหมายเลขติดตาม',
      en: 'Write why: whoever sent it reads that by its follow number.',
    },
  },
} as const

export const officeProblems = { ...stepProblems, ...stockProblems } as const
