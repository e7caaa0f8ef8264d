// Refusals of importing existing holders: the file, its mapping, its rows. The shape of each is checked where problems.ts joins them.

const fileProblems = {
  'import.unreadable': {
    title: {
      km: 'ឯកសារនេះមិនមែនជាតារាងដែលអាចអានបានទេ ({why})។',
      th: 'ไฟล์นี้ไม่ใช่ตารางที่อ่านได้ ({why})',
      en: 'This file is no table that can be read ({why}).',
    },
    next: {
      km: 'សូមរក្សាទុកតារាងជា CSV (UTF\u20118) ឬជា XLSX ធម្មតា រួចផ្ញើម្តងទៀត។',
      th: 'โปรดบันทึกตารางเป็น CSV (UTF\u20118) หรือ XLSX ธรรมดา แล้วส่งใหม่',
      en: 'Save the table as CSV (UTF\u20118) or as a plain XLSX and send it again.',
    },
  },
  'import.too-large': {
    title: { km: 'តារាងនេះធំពេក។', th: 'ตารางนี้ใหญ่เกินไป', en: 'This table is too large.' },
    next: {
      km: 'សូមបំបែកជាឯកសារតូចៗ។ មួយឯកសារអាចមាន ២០០ MB និង ១\u00a0០០០\u00a0០០០ ជួរ។',
      th: 'โปรดแบ่งเป็นหลายไฟล์ แต่ละไฟล์ไม่เกิน 200 MB และ 1,000,000 แถว',
      en: 'Divide it: one file may have 200 MB and 1,000,000 rows.',
    },
  },
  'import.columns': {
    title: { km: 'ជួរឈរ {column} មិនមាន ឬមានពីរដង។', th: 'คอลัมน์ {column} ไม่มี หรือมีซ้ำ', en: 'The column {column} is missing, or there twice.' },
    next: { km: 'សូមកែឈ្មោះជួរឈរក្នុងជួរទីមួយ។', th: 'โปรดแก้ชื่อคอลัมน์ในแถวแรก', en: 'Put the names in the first row right.' },
  },
  'import.mapping': {
    title: { km: 'ការកំណត់ជួរឈរ {field} មិនពេញលេញទេ។', th: 'การจับคู่คอลัมน์ {field} ไม่ครบ', en: 'The mapping of columns {field} is not complete.' },
    next: {
      km: 'សូមជ្រើសជួរឈរសម្រាប់គ្រប់ប្រអប់ដែលត្រូវការ។',
      th: 'โปรดเลือกคอลัมน์ให้ครบทุกช่องที่จำเป็น',
      en: 'Choose a column for every field that is needed.',
    },
  },
  'import.not-found': {
    title: { km: 'គ្មានការនាំចូលបែបនេះទេ។', th: 'ไม่มีการนำเข้านี้', en: 'There is no such import.' },
    next: { km: 'សូមមើលបញ្ជីនៃការនាំចូល។', th: 'โปรดดูรายการนำเข้า', en: 'See the list of imports.' },
  },
  'import.not-complete': {
    title: { km: 'ឯកសារមិនទាន់មកដល់ទាំងស្រុងទេ។', th: 'ไฟล์ยังมาไม่ครบ', en: 'The file has not come in whole.' },
    next: { km: 'សូមបន្តផ្ញើឯកសារ។', th: 'โปรดส่งไฟล์ต่อ', en: 'Go on sending it.' },
  },
  'import.not-checked': {
    title: { km: 'ឯកសារនេះមិនទាន់បានពិនិត្យជាមួយការកំណត់នេះទេ។', th: 'ไฟล์นี้ยังไม่ได้ทดลองตรวจด้วยการจับคู่นี้', en: 'The file was not tried with this mapping.' },
    next: { km: 'សូមសាកល្បងជាមុន រួចមើលកំហុស។', th: 'โปรดทดลองก่อน แล้วดูข้อผิดพลาด', en: 'Do the dry run first and look at what it finds.' },
  },
  'import.under-way': {
    title: { km: 'ការនាំចូលនេះកំពុងដំណើរការ។', th: 'การนำเข้านี้กำลังทำอยู่', en: 'This import is under way.' },
    next: { km: 'សូមរង់ចាំ ឬបញ្ឈប់វា។', th: 'โปรดรอ หรือหยุดก่อน', en: 'Wait for it, or stop it.' },
  },
  'import.over': {
    title: { km: 'ការនាំចូលនេះចប់ហើយ។', th: 'การนำเข้านี้จบแล้ว', en: 'This import is over.' },
    next: { km: 'សូមផ្ញើឯកសារថ្មី។', th: 'โปรดส่งไฟล์ใหม่', en: 'Send a new file.' },
  },
  'import.file-gone': {
    title: { km: 'ឯកសារនៃការនាំចូលនេះលែងមានទៀតហើយ។', th: 'ไฟล์ของการนำเข้านี้ไม่มีแล้ว', en: 'The file of this import is not there any more.' },
    next: {
      km: 'សូមផ្ញើឯកសារដដែលម្តងទៀត។ អ្វីដែលបាននាំចូល នៅដដែល។',
      th: 'โปรดส่งไฟล์เดิมอีกครั้ง ส่วนที่นำเข้าแล้วยังอยู่',
      en: 'Send the same file again: what came in stays.',
    },
  },
} as const

const correctRow = {
  km: 'សូមកែជួរនេះក្នុងឯកសារ រួចនាំចូលម្តងទៀត។',
  th: 'โปรดแก้แถวนี้ในไฟล์ แล้วนำเข้าอีกครั้ง',
  en: 'Put this row right in the file and import it again.',
} as const

const rowProblems = {
  'import.encoding': {
    title: { km: 'អក្សរត្រង់នេះមិនត្រូវនឹងការអ៊ិនកូដរបស់ឯកសារ។', th: 'อักษรตรงนี้ไม่ตรงกับรหัสอักขระของไฟล์', en: 'These bytes are not in the encoding of the file.' },
    next: correctRow,
  },
  'import.control-character': {
    title: {
      km: 'មានតួអក្សរដែលមើលមិនឃើញ ឬអក្សរដែលបាត់។',
      th: 'มีอักขระควบคุมหรืออักษรที่เสียหาย',
      en: 'Here stands a control character, or the sign of one that was lost.',
    },
    next: correctRow,
  },
  'import.row-malformed': {
    title: { km: 'ជួរនេះខូចទម្រង់។', th: 'แถวนี้ผิดรูปแบบ', en: 'The row has no sound form.' },
    next: correctRow,
  },
  'import.cell-too-long': {
    title: { km: 'ប្រអប់នេះវែងពេក។', th: 'ช่องนี้ยาวเกินไป', en: 'The cell is too long.' },
    next: correctRow,
  },
  'import.too-many-columns': {
    title: { km: 'ជួរនេះមានជួរឈរច្រើនពេក។', th: 'แถวนี้มีคอลัมน์มากเกินไป', en: 'The row has too many columns.' },
    next: correctRow,
  },
  'import.missing': {
    title: { km: 'ប្រអប់នេះទទេ។', th: 'ช่องนี้ว่าง', en: 'The cell is empty.' },
    next: correctRow,
  },
  'import.formula': {
    title: { km: 'ប្រអប់នេះជារូបមន្ត មិនមែនជាអត្ថបទទេ។', th: 'ช่องนี้เป็นสูตร ไม่ใช่ข้อความ', en: 'The cell is a formula and no text.' },
    next: correctRow,
  },
  'import.date': {
    title: { km: 'នេះមិនមែនជាថ្ងៃក្នុងប្រតិទិនទេ។', th: 'ไม่ใช่วันที่ที่มีจริงในปฏิทิน', en: 'This is no day of the calendar.' },
    next: correctRow,
  },
  'import.dates-order': {
    title: {
      km: 'លិខិតនេះផុតកំណត់មុនថ្ងៃចេញ ឬចេញនៅថ្ងៃអនាគត។',
      th: 'บัตรหมดอายุก่อนวันออก หรือออกในอนาคต',
      en: 'The pass ends before it was issued, or was issued in the future.',
    },
    next: correctRow,
  },
  'import.valid-too-long': {
    title: { km: 'គ្មានលិខិតណាអាចមានសុពលភាពយូរដល់ម្ល៉េះទេ។', th: 'ไม่มีบัตรใดใช้ได้นานถึงวันนั้น', en: 'No pass can be good for so long.' },
    next: correctRow,
  },
  'import.sex': {
    title: { km: 'មិនស្គាល់ពាក្យសម្រាប់ភេទនេះទេ។', th: 'ไม่รู้จักคำบอกเพศนี้', en: 'This word for the sex is not known.' },
    next: correctRow,
  },
  'import.model': {
    title: { km: 'មិនស្គាល់ម៉ូដែលលិខិតនេះទេ៖ លឿង ឬខៀវ។', th: 'ไม่รู้จักแบบบัตรนี้: เหลืองหรือน้ำเงิน', en: 'This model of the pass is not known: yellow or blue.' },
    next: correctRow,
  },
  'import.id-number': {
    title: { km: 'លេខអត្តសញ្ញាណមិនត្រឹមត្រូវ។', th: 'เลขประจำตัวไม่ถูกต้อง', en: 'The identity number is not right.' },
    next: correctRow,
  },
  'import.id-twice': {
    title: { km: 'លេខអត្តសញ្ញាណនេះមានក្នុងជួរមុនរួចហើយ។', th: 'เลขประจำตัวนี้มีในแถวก่อนแล้ว', en: 'An earlier row has this identity number.' },
    next: correctRow,
  },
  'import.number': {
    title: { km: 'នេះមិនមែនជាលេខលិខិតម៉ូដែលចាស់ទេ។', th: 'ไม่ใช่หมายเลขของบัตรแบบเก่า', en: 'This is no number of an older pass.' },
    next: correctRow,
  },
  'import.number-twice': {
    title: { km: 'លេខលិខិតនេះមានក្នុងជួរមុនរួចហើយ។', th: 'หมายเลขบัตรนี้มีในแถวก่อนแล้ว', en: 'An earlier row has this pass number.' },
    next: correctRow,
  },
  'import.number-taken': {
    title: { km: 'លេខលិខិតនេះជារបស់អ្នកផ្សេងក្នុងបញ្ជី។', th: 'หมายเลขบัตรนี้เป็นของผู้อื่นในทะเบียน', en: 'The register has this number for somebody else.' },
    next: correctRow,
  },
  'import.area': {
    title: { km: 'មិនស្គាល់ស្រុកនេះទេ។', th: 'ไม่รู้จักอำเภอนี้', en: 'This district is not known.' },
    next: correctRow,
  },
  'import.area-by-name': {
    title: {
      km: 'ស្រុកត្រូវបានរកឃើញតាមឈ្មោះ មិនមែនតាមលេខកូដទេ។',
      th: 'หาอำเภอจากชื่อ ไม่ใช่จากรหัส',
      en: 'The district was found by its name and not by its code.',
    },
    next: { km: 'សូមពិនិត្យថាវាត្រឹមត្រូវ។', th: 'โปรดตรวจว่าถูกต้อง', en: 'Look whether it is the right one.' },
  },
  'pass.legacy': {
    title: { km: 'នេះជាលិខិតម៉ូដែលចាស់ ដែលគ្មានលេខកូដ។', th: 'บัตรนี้เป็นแบบเก่า ไม่มีรหัสคิวอาร์', en: 'This pass is of an older model, without a code.' },
    next: {
      km: 'វាប្រើបានរហូតដល់ថ្ងៃផុតកំណត់។ សូមជំនួសវាដោយលិខិតថ្មី។',
      th: 'ใช้ได้จนหมดอายุ โปรดออกบัตรใหม่แทน',
      en: 'It is good until it ends. Replace it by a new pass.',
    },
  },
} as const

const areaProblems = {
  'areas.columns': {
    title: { km: 'ជួរឈរមិនមែនជារបស់បញ្ជីតំបន់ទេ។', th: 'คอลัมน์ไม่ใช่ของบัญชีพื้นที่', en: 'The columns are not those of this list of areas.' },
    next: correctRow,
  },
  'areas.code': {
    title: {
      km: 'លេខកូដតំបន់មិនត្រឹមត្រូវ ឬមិនត្រូវនឹងប្រភេទ។',
      th: 'รหัสพื้นที่ไม่ถูกต้อง หรือไม่ตรงกับประเภท',
      en: 'The code is none of this state, or not of this kind of area.',
    },
    next: correctRow,
  },
  'areas.name': {
    title: { km: 'តំបន់នេះគ្មានឈ្មោះ។', th: 'พื้นที่นี้ไม่มีชื่อ', en: 'The area has no name in its own script, or a new one none in Latin letters.' },
    next: correctRow,
  },
  'areas.twice': {
    title: { km: 'លេខកូដនេះមានរួចហើយក្នុងឯកសារ។', th: 'รหัสนี้มีแล้วในไฟล์', en: 'The code is in the file twice.' },
    next: correctRow,
  },
  'areas.orphan': {
    title: { km: 'តំបន់នេះស្ថិតក្នុងតំបន់ដែលមិនមាន។', th: 'พื้นที่นี้อยู่ในพื้นที่ที่ไม่มี', en: 'The area would lie in one that is not there.' },
    next: correctRow,
  },
  'areas.overlap': {
    title: {
      km: 'បញ្ជីមានជួរថ្មីជាងសម្រាប់តំបន់នេះ។',
      th: 'ทะเบียนมีข้อมูลที่ใหม่กว่าของพื้นที่นี้',
      en: 'The register has a row of this area that begins on that day or later.',
    },
    next: { km: 'សូមជ្រើសថ្ងៃក្រោយពីជួរនោះ។', th: 'โปรดเลือกวันหลังจากนั้น', en: 'Choose a day after that one.' },
  },
  'areas.instrument': {
    title: { km: 'លិខិតបទដ្ឋាននេះមិនមាន។', th: 'ไม่มีคำสั่งนี้ในทะเบียน', en: 'This instrument is not in the register.' },
    next: { km: 'សូមបញ្ជាក់លិខិតដែលបង្កើតតំបន់។', th: 'โปรดระบุคำสั่งที่ตั้งพื้นที่', en: 'Name the one by which the areas are what they are.' },
  },
} as const

export const importProblems = { ...fileProblems, ...rowProblems, ...areaProblems } as const

/** Why a file cannot be read, as `import.unreadable` names it. */
export const unreadableWords = {
  'why:empty': { km: 'ឯកសារទទេ', th: 'ไฟล์ว่าง', en: 'it is empty' },
  'why:document': {
    km: 'វាជាឯកសារ PDF រូបភាព ឬទំព័រ មិនមែនតារាងទេ',
    th: 'เป็น PDF รูปภาพ หรือหน้าเว็บ ไม่ใช่ตาราง',
    en: 'it is a PDF, a picture or a web page',
  },
  'why:encoding': { km: 'មិនស្គាល់ការអ៊ិនកូដ', th: 'ไม่รู้จักรหัสอักขระ', en: 'its encoding is not known' },
  'why:utf-32': { km: 'ការអ៊ិនកូដ UTF-32', th: 'รหัสอักขระ UTF-32', en: 'its encoding is UTF-32' },
  'why:old-or-encrypted-workbook': {
    km: 'សៀវភៅការងារជំនាន់ចាស់ (XLS) ឬមានពាក្យសម្ងាត់',
    th: 'สมุดงานรุ่นเก่า (XLS) หรือมีรหัสผ่าน',
    en: 'it is an old workbook (XLS), or locked with a password',
  },
  'why:zip': { km: 'សៀវភៅការងារខូច', th: 'สมุดงานเสียหาย', en: 'the workbook is damaged' },
  'why:zip-bomb': { km: 'សៀវភៅការងារត្រូវបានបង្ហាប់តឹងពេក', th: 'สมุดงานบีบอัดแน่นผิดปกติ', en: 'the workbook is packed as no table is' },
  'why:macros': { km: 'សៀវភៅការងារមានម៉ាក្រូ', th: 'สมุดงานมีมาโคร', en: 'the workbook has macros' },
  'why:external-links': { km: 'សៀវភៅការងារភ្ជាប់ទៅឯកសារផ្សេង', th: 'สมุดงานเชื่อมไปยังไฟล์อื่น', en: 'the workbook links to other files' },
  'why:not-a-workbook': { km: 'មិនមែនជាសៀវភៅការងារទេ', th: 'ไม่ใช่สมุดงาน', en: 'it is no workbook' },
  'why:no-sheet': { km: 'សៀវភៅការងារគ្មានតារាង', th: 'สมุดงานไม่มีแผ่นงาน', en: 'the workbook has no sheet' },
  'why:xml': { km: 'សៀវភៅការងារខូច', th: 'สมุดงานเสียหาย', en: 'the workbook is damaged' },
  'why:doctype': { km: 'សៀវភៅការងារខូច', th: 'สมุดงานเสียหาย', en: 'the workbook is damaged' },
  'why:too-many-texts': {
    km: 'អត្ថបទក្នុងសៀវភៅការងារច្រើនពេក សូមប្រើ CSV',
    th: 'ข้อความในสมุดงานมากเกินไป โปรดใช้ CSV',
    en: 'the workbook holds too much text; use CSV',
  },
} as const

export const importRules = {
  'import.file': { km: 'ឯកសារដែលនាំចូល', th: 'ไฟล์ที่นำเข้า', en: 'The file of an import' },
  'import.mapping': { km: 'ការកំណត់ជួរឈរ', th: 'การจับคู่คอลัมน์', en: 'Mapping of columns' },
  'import.workflow': { km: 'ដំណាក់កាលនៃការនាំចូល', th: 'ขั้นตอนการนำเข้า', en: 'Steps of an import' },
  'import.row': { km: 'ជួរនៃតារាង', th: 'แถวของตาราง', en: 'A row of the table' },
  'import.dates': { km: 'កាលបរិច្ឆេទក្នុងតារាង', th: 'วันที่ในตาราง', en: 'Days in the table' },
  'import.id-number': { km: 'លេខអត្តសញ្ញាណក្នុងតារាង', th: 'เลขประจำตัวในตาราง', en: 'Identity numbers in the table' },
  'import.number': { km: 'លេខលិខិតម៉ូដែលចាស់', th: 'หมายเลขบัตรแบบเก่า', en: 'Number of an older pass' },
  'import.once': { km: 'មួយជួរសម្រាប់មនុស្សម្នាក់', th: 'หนึ่งแถวต่อหนึ่งคน', en: 'One row a person' },
  'import.area': { km: 'ស្រុកលំនៅ', th: 'อำเภอที่อยู่', en: 'Home district' },
  'areas.form': { km: 'ទម្រង់បញ្ជីតំបន់', th: 'รูปแบบบัญชีพื้นที่', en: 'Form of a list of areas' },
  'areas.whole': { km: 'តំបន់ទាំងមូល', th: 'ความครบถ้วนของพื้นที่', en: 'Areas in one another' },
  'pass.model': { km: 'ម៉ូដែលនៃលិខិត', th: 'แบบของบัตร', en: 'Model of the pass' },
} as const
