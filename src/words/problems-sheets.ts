import { goodsUnitWords, vehicleClassWords } from './sheets.ts'

// Refusals about vehicle sheets and goods sheets. The shape of each is checked where problems.ts joins them.

const checkPlate = {
  km: 'សូមវាយលេខផ្លាកដូចដែលឃើញ រួមទាំងខេត្ត ហើយជ្រើសប្រទេសឱ្យត្រូវ។',
  th: 'โปรดพิมพ์ป้ายทะเบียนตามที่เห็น รวมทั้งจังหวัด และเลือกประเทศให้ถูกต้อง',
  en: 'Type the plate as it is seen, with its province, and choose the right state.',
}
const recordFirst = {
  km: 'សូមកត់ត្រាការឆ្លងកាត់របស់អ្នកនោះនៅច្រកនេះជាមុន រួចជ្រើសវា។',
  th: 'โปรดบันทึกการผ่านแดนของผู้นั้นที่จุดนี้ก่อน แล้วจึงเลือกรายการนั้น',
  en: 'Record that person’s movement at this point first, then choose it.',
}
const checkRiders = {
  km: 'សូមពិនិត្យអ្នកបើកបរ និងអ្នកដំណើរ រួចជ្រើសការឆ្លងកាត់ឱ្យត្រូវ។',
  th: 'โปรดตรวจสอบผู้ขับขี่และผู้โดยสาร แล้วเลือกรายการผ่านแดนให้ถูกต้อง',
  en: 'Check the driver and the passengers, and choose the right movements.',
}
const readAgain = {
  km: 'សូមបើកបញ្ជីម្តងទៀត ហើយកែពីសន្លឹកចុងក្រោយ។',
  th: 'โปรดเปิดรายการใหม่ แล้วแก้ไขจากใบล่าสุด',
  en: 'Open the list again and correct the latest sheet.',
}
const checkLine = {
  km: 'សូមពិនិត្យបន្ទាត់ទី {line} រួចកត់ត្រាម្តងទៀត។',
  th: 'โปรดตรวจสอบบรรทัดที่ {line} แล้วบันทึกใหม่',
  en: 'Check line {line} and record it again.',
}

const vehicleProblems = {
  'plate.malformed': {
    title: { km: 'នេះមិនមែនជាលេខផ្លាកនៃប្រទេសដែលបានជ្រើសទេ។', th: 'นี่ไม่ใช่ป้ายทะเบียนของประเทศที่เลือก', en: 'This is no number plate of the chosen state.' },
    next: checkPlate,
  },
  'plate.missing': {
    title: {
      km: 'យានប្រភេទ {class} ត្រូវមានលេខផ្លាក។',
      th: 'ยานพาหนะประเภท {class} ต้องมีป้ายทะเบียน',
      en: 'A vehicle of the class {class} has a number plate.',
    },
    next: checkPlate,
  },
  'plate.not-of-class': {
    title: {
      km: 'យានប្រភេទ {class} មិនមានផ្លាកបែបនេះទេ។',
      th: 'ยานพาหนะประเภท {class} ไม่มีป้ายแบบนี้',
      en: 'A vehicle of the class {class} has no such plate.',
    },
    next: {
      km: 'សូមពិនិត្យប្រភេទយាន ឬលុបលេខផ្លាកនេះចេញ។',
      th: 'โปรดตรวจสอบประเภทยานพาหนะ หรือลบป้ายนี้ออก',
      en: 'Check the class, or leave this plate out.',
    },
  },
  'sheet.wheels': {
    title: {
      km: 'យានប្រភេទ {class} មានកង់ពី {min} ដល់ {max} មិនមែន {wheels} ទេ។',
      th: 'ยานพาหนะประเภท {class} มีล้อ {min} ถึง {max} ล้อ ไม่ใช่ {wheels} ล้อ',
      en: 'A vehicle of the class {class} has {min} to {max} {max:wheel|wheels}, not {wheels}.',
    },
    next: {
      km: 'សូមរាប់កង់ម្តងទៀត រួមទាំងសណ្តោង ឬជ្រើសប្រភេទផ្សេង។',
      th: 'โปรดนับล้อใหม่รวมรถพ่วง หรือเลือกประเภทอื่น',
      en: 'Count the wheels again, the trailer’s too, or choose another class.',
    },
  },
  'sheet.no-driver': {
    title: { km: 'យាននេះគ្មានអ្នកបើកបរទេ។', th: 'ยานพาหนะนี้ไม่มีผู้ขับขี่', en: 'The vehicle has no driver.' },
    next: recordFirst,
  },
  'sheet.rider-twice': {
    title: { km: 'មនុស្សម្នាក់ត្រូវបានរាយពីរដងលើសន្លឹកនេះ។', th: 'มีผู้หนึ่งอยู่ในใบนี้สองครั้ง', en: 'Somebody stands on this sheet twice.' },
    next: checkRiders,
  },
  'sheet.movement-unknown': {
    title: { km: 'រកមិនឃើញការឆ្លងកាត់នេះនៅច្រករបស់អ្នកទេ។', th: 'ไม่พบการผ่านแดนนี้ที่จุดของท่าน', en: 'This movement is not on record at your point.' },
    next: recordFirst,
  },
  'sheet.other-point': {
    title: { km: 'ការឆ្លងកាត់នេះត្រូវបានកត់ត្រានៅច្រកផ្សេង។', th: 'การผ่านแดนนี้บันทึกไว้ที่จุดอื่น', en: 'This movement was recorded at another point.' },
    next: checkRiders,
  },
  'sheet.other-direction': {
    title: { km: 'ការឆ្លងកាត់នេះមានទិសផ្សេងពីយាន។', th: 'การผ่านแดนนี้คนละทิศทางกับยานพาหนะ', en: 'This movement went the other way than the vehicle.' },
    next: checkRiders,
  },
  'sheet.not-admitted': {
    title: { km: 'អ្នកនេះមិនត្រូវបានអនុញ្ញាតឱ្យឆ្លងទេ។', th: 'ผู้นี้ไม่ได้รับอนุญาตให้ผ่าน', en: 'This person was not let through.' },
    next: {
      km: 'មានតែអ្នកដែលបានឆ្លងទើបអាចបើកបរ ជិះ ឬយកទំនិញតាមខ្លួន។ សូមជ្រើសអ្នកផ្សេង។',
      th: 'เฉพาะผู้ที่ผ่านแล้วจึงขับขี่ โดยสาร หรือนำสินค้าไปได้ โปรดเลือกผู้อื่น',
      en: 'Only who was let through drives, rides or brings goods. Choose somebody else.',
    },
  },
  'sheet.too-old': {
    title: {
      km: 'ការឆ្លងកាត់នេះឃ្លាតពីសន្លឹកលើសពី {minutesMax} នាទី។',
      th: 'การผ่านแดนนี้ห่างจากใบบันทึกเกิน {minutesMax} นาที',
      en: 'This movement lies more than {minutesMax} {minutesMax:minute|minutes} from the sheet.',
    },
    next: checkRiders,
  },
  'sheet.in-future': {
    title: { km: 'ម៉ោងនៃសន្លឹកនេះស្ថិតនៅអនាគត។', th: 'เวลาของใบบันทึกนี้อยู่ในอนาคต', en: 'The sheet’s time lies in the future.' },
    next: {
      km: 'សូមពិនិត្យនាឡិកានៃឧបករណ៍នេះ។',
      th: 'โปรดตรวจสอบนาฬิกาของเครื่องนี้',
      en: 'Check the clock of this device.',
    },
  },
  'sheet.already-on': {
    title: { km: 'ការឆ្លងកាត់ ឬយាននេះមានសន្លឹករួចហើយ។', th: 'การผ่านแดนหรือยานพาหนะนี้มีใบบันทึกแล้ว', en: 'This movement or vehicle already stands on a sheet.' },
    next: {
      km: 'បើសន្លឹកមុនខុស សូមកែវាដោយសន្លឹកថ្មីដែលជំនួសវា។',
      th: 'หากใบก่อนผิด โปรดแก้ไขด้วยใบใหม่ที่แทนใบนั้น',
      en: 'If that sheet is wrong, correct it by a new one that replaces it.',
    },
  },
  'sheet.not-found': {
    title: { km: 'រកមិនឃើញសន្លឹកនេះទេ។', th: 'ไม่พบใบบันทึกนี้', en: 'This sheet is not on record.' },
    next: readAgain,
  },
  'sheet.replaced': {
    title: { km: 'សន្លឹកនេះត្រូវបានជំនួសរួចហើយ។', th: 'ใบบันทึกนี้ถูกแทนที่แล้ว', en: 'This sheet was already replaced.' },
    next: readAgain,
  },
  'sheet.replaces-other': {
    title: {
      km: 'សន្លឹកថ្មីត្រូវនិយាយអំពីការឆ្លងដដែល ច្រកដដែល និងទិសដដែល។',
      th: 'ใบใหม่ต้องเป็นของการผ่านครั้งเดิม จุดเดิม และทิศทางเดิม',
      en: 'A correction is about the same crossing, point and direction.',
    },
    next: readAgain,
  },
  'sheet.not-yours': {
    title: {
      km: 'សន្លឹកទំនិញនេះមិនមែនរបស់អ្នកក្នុងវេននេះទេ។',
      th: 'ใบสินค้านี้ไม่ใช่ของท่านในเวรนี้',
      en: 'This goods sheet is not yours of this shift.',
    },
    next: {
      km: 'សូមសុំប្រធានច្រកឱ្យកែវា។',
      th: 'โปรดขอให้หัวหน้าจุดผ่านแดนแก้ไข',
      en: 'Ask the chief of the point to correct it.',
    },
  },
} as const

const goodsProblems = {
  'goods.subject': {
    title: {
      km: 'សន្លឹកទំនិញត្រូវជារបស់ការឆ្លងកាត់មួយ ឬយានមួយ។',
      th: 'ใบสินค้าต้องเป็นของการผ่านแดนหนึ่งครั้งหรือยานพาหนะหนึ่งคัน',
      en: 'A goods sheet belongs to one movement or to one vehicle.',
    },
    next: { km: 'សូមជ្រើសតែមួយក្នុងចំណោមពីរ។', th: 'โปรดเลือกอย่างใดอย่างหนึ่ง', en: 'Choose one of the two.' },
  },
  'goods.empty': {
    title: { km: 'សន្លឹកនេះគ្មានទំនិញទេ។', th: 'ใบนี้ไม่มีสินค้า', en: 'The sheet names no goods.' },
    next: { km: 'សូមបញ្ចូលយ៉ាងតិចមួយបន្ទាត់។', th: 'โปรดใส่อย่างน้อยหนึ่งบรรทัด', en: 'Enter at least one line.' },
  },
  'goods.chapter': {
    title: {
      km: 'បន្ទាត់ទី {line} មិនមានជំពូក HS ពី 01 ដល់ 97 ទេ។',
      th: 'บรรทัดที่ {line} ไม่มีตอน HS ตั้งแต่ 01 ถึง 97',
      en: 'Line {line} names no HS chapter from 01 to 97.',
    },
    next: { km: 'សូមជ្រើសជំពូកពីបញ្ជី។', th: 'โปรดเลือกตอนจากรายการ', en: 'Choose the chapter from the list.' },
  },
  'goods.chapter-reserved': {
    title: {
      km: 'ជំពូក HS {chapter} ត្រូវបានទុកសម្រាប់អនាគត គ្មានទំនិញណានៅក្នុងនោះទេ។',
      th: 'ตอน HS {chapter} สงวนไว้ใช้ในอนาคต ยังไม่มีสินค้าใดอยู่ในตอนนี้',
      en: 'HS chapter {chapter} is reserved for the future; no goods belong to it.',
    },
    next: { km: 'សូមជ្រើសជំពូកនៃទំនិញនោះពីបញ្ជី។', th: 'โปรดเลือกตอนของสินค้านั้นจากรายการ', en: 'Choose the chapter of the goods from the list.' },
  },
  'goods.chapter-national': {
    title: {
      km: 'ជំពូក HS {chapter} សម្រាប់ប្រើក្នុងប្រទេសនីមួយៗ មិនមានន័យដូចគ្នានៅសងខាងព្រំដែនទេ។',
      th: 'ตอน HS {chapter} ใช้ภายในแต่ละประเทศ ความหมายสองฝั่งชายแดนไม่เหมือนกัน',
      en: 'HS chapter {chapter} is for national use; it does not mean the same on both sides of the border.',
    },
    next: {
      km: 'សូមជ្រើសជំពូកពី 01 ដល់ 97 តាមប្រភេទទំនិញ។',
      th: 'โปรดเลือกตอน 01 ถึง 97 ตามชนิดของสินค้า',
      en: 'Choose a chapter from 01 to 97 by what the goods are.',
    },
  },
  'goods.quantity': {
    title: {
      km: 'បរិមាណនៅបន្ទាត់ទី {line} ត្រូវលើសពីសូន្យ មិនលើស {max} និងមានខ្ទង់ក្រោយក្បៀសមិនលើសបី។',
      th: 'ปริมาณในบรรทัดที่ {line} ต้องมากกว่าศูนย์ ไม่เกิน {max} และมีทศนิยมไม่เกินสามตำแหน่ง',
      en: 'The quantity of line {line} is above zero, at most {max}, with at most three decimals.',
    },
    next: checkLine,
  },
  'goods.not-whole': {
    title: {
      km: 'បន្ទាត់ទី {line}៖ {unit} រាប់ជាចំនួនគត់។',
      th: 'บรรทัดที่ {line} นับ {unit} เป็นจำนวนเต็ม',
      en: 'Line {line} counts {unit} in whole numbers.',
    },
    next: checkLine,
  },
  'goods.unit': {
    title: {
      km: 'បន្ទាត់ទី {line}៖ ឯកតា {unit} មិនត្រូវនឹងជំពូក {chapter} ទេ។',
      th: 'บรรทัดที่ {line} หน่วย {unit} ไม่เข้ากับตอน {chapter}',
      en: 'Line {line} measures chapter {chapter} in {unit}, which does not fit it.',
    },
    next: checkLine,
  },
  'goods.value': {
    title: {
      km: 'តម្លៃនៅបន្ទាត់ទី {line} ត្រូវចាប់ពីសូន្យដល់ {max} និងមានខ្ទង់ក្រោយក្បៀសមិនលើសពីរ។',
      th: 'มูลค่าในบรรทัดที่ {line} ต้องอยู่ระหว่างศูนย์ถึง {max} และมีทศนิยมไม่เกินสองตำแหน่ง',
      en: 'The value of line {line} is from zero to {max}, with at most two decimals.',
    },
    next: checkLine,
  },
  'goods.photo': {
    title: { km: 'មិនអាចអានរូបភាពនៅបន្ទាត់ទី {line} បានទេ។', th: 'อ่านรูปภาพในบรรทัดที่ {line} ไม่ได้', en: 'The picture of line {line} cannot be read.' },
    next: {
      km: 'សូមថតរូបម្តងទៀតជា JPEG, PNG ឬ WebP ឬកត់ត្រាដោយគ្មានរូប។',
      th: 'โปรดถ่ายใหม่เป็น JPEG, PNG หรือ WebP หรือบันทึกโดยไม่มีรูป',
      en: 'Take it again as JPEG, PNG or WebP, or record without it.',
    },
  },
} as const

export const sheetProblems = { ...vehicleProblems, ...goodsProblems } as const

export const sheetRules = {
  'sheet.plate': { km: 'លេខផ្លាកយាន', th: 'ป้ายทะเบียนยานพาหนะ', en: 'Number plates' },
  'sheet.wheels': { km: 'ចំនួនកង់តាមប្រភេទយាន', th: 'จำนวนล้อตามประเภทยานพาหนะ', en: 'Wheels of a class' },
  'sheet.riders': { km: 'អ្នកបើកបរ និងអ្នកដំណើរ', th: 'ผู้ขับขี่และผู้โดยสาร', en: 'Driver and passengers' },
  'sheet.time': { km: 'ពេលវេលានៃសន្លឹក', th: 'เวลาของใบบันทึก', en: 'Time of a sheet' },
  'sheet.once': { km: 'សន្លឹកតែមួយសម្រាប់ការឆ្លងមួយ', th: 'หนึ่งการผ่านมีใบเดียว', en: 'One crossing, one sheet' },
  'sheet.registry': { km: 'បញ្ជីសន្លឹកយាន និងទំនិញ', th: 'ทะเบียนใบยานพาหนะและสินค้า', en: 'Register of sheets' },
  'sheet.correction': { km: 'ការកែដោយសន្លឹកថ្មី', th: 'แก้ไขด้วยใบใหม่', en: 'Corrected by a new sheet' },
  'goods.sheet': { km: 'សន្លឹកទំនិញ', th: 'ใบสินค้า', en: 'Goods sheet' },
  'goods.chapter': { km: 'ជំពូកទំនិញ HS', th: 'ตอนสินค้า HS', en: 'HS chapters' },
  'goods.amount': { km: 'បរិមាណ និងតម្លៃទំនិញ', th: 'ปริมาณและมูลค่าสินค้า', en: 'Quantity and value of goods' },
  'goods.photo': { km: 'រូបភាពទំនិញ', th: 'รูปภาพสินค้า', en: 'Pictures of goods' },
} as const

const named = <T>(key: string, words: { readonly [name: string]: T }) =>
  Object.fromEntries(Object.entries(words).map(([name, text]) => [`${key}:${name}`, text]))

/** Values of closed lists that these refusals carry. */
export const sheetValues = {
  ...named('class', vehicleClassWords),
  ...named('unit', goodsUnitWords),
} as const
