// An order told to the public: the pieces of its sentences. src/orders/order-words.rules.ts puts them together.
import type { Text } from '../kernel/language.ts'

export const orderSentences = {
  begins: {
    km: 'បទបញ្ជារបស់{state} លេខ {number} មានប្រសិទ្ធភាពចាប់ពីថ្ងៃទី {from} {until} នៅ{points}។',
    th: 'คำสั่งของ{state}เลขที่ {number} มีผลตั้งแต่วันที่ {from} {until} ที่{points}',
    en: 'Order {number} of {state} is in force from {from} {until}, at {points}.',
  },
  untilThen: { km: 'ដល់ថ្ងៃទី {end}', th: 'ถึงวันที่ {end}', en: 'until {end}' },
  untilNotice: { km: 'រហូតដល់មានការជូនដំណឹងថ្មី', th: 'จนกว่าจะมีประกาศใหม่', en: 'until further notice' },
  everyPoint: { km: 'គ្រប់ច្រកទាំងអស់', th: 'จุดผ่านแดนทุกแห่ง', en: 'every crossing point' },
  exitOnly: { km: 'បទបញ្ជានេះសម្រាប់តែអ្នកចាកចេញពី{state}។', th: 'คำสั่งนี้ใช้เฉพาะผู้ที่ออกจาก{state}', en: 'It is for people who leave {state}.' },
  entryOnly: { km: 'បទបញ្ជានេះសម្រាប់តែអ្នកចូលមក{state}។', th: 'คำสั่งนี้ใช้เฉพาะผู้ที่เข้า{state}', en: 'It is for people who enter {state}.' },
  nobody: { km: 'គ្មាននរណាអាចឆ្លងកាត់បានទេ។', th: 'ไม่มีผู้ใดผ่านได้', en: 'Nobody may cross.' },
  homeward: {
    km: 'អ្នកដែលវិលត្រឡប់ទៅប្រទេសរបស់ខ្លួន និងអ្នកដែលត្រូវការជំនួយបន្ទាន់ សូមជួបមន្ត្រីនៅច្រក។',
    th: 'ผู้ที่เดินทางกลับประเทศของตน และผู้ที่ต้องการความช่วยเหลือเร่งด่วน โปรดพบเจ้าหน้าที่ที่จุดผ่านแดน',
    en: 'Whoever is on the way home to their own country, or needs urgent help, should speak to an officer at the crossing point.',
  },
  usualHours: { km: '{who}អាចឆ្លងកាត់បានតាមម៉ោងធម្មតា។', th: '{who}ผ่านได้ตามเวลาปกติ', en: '{who} may cross in the usual hours.' },
  session: { km: '{who}អាចឆ្លងកាត់បាន {hours}{quota}។', th: '{who}ผ่านได้ {hours}{quota}', en: '{who} may cross {hours}{quota}.' },
  hours: { km: 'ពីម៉ោង {opens} ដល់ម៉ោង {closes}', th: 'เวลา {opens} ถึง {closes}', en: 'from {opens} to {closes}' },
  onDays: { km: ' នៅ{days}', th: ' ใน{days}', en: ' on {days}' },
  quota: {
    km: ' យ៉ាងច្រើន {count} នាក់ក្នុងមួយថ្ងៃ នៅច្រកនីមួយៗ',
    th: ' ไม่เกินวันละ {count} คนต่อจุดผ่านแดน',
    en: ', at most {count} {count:person|people} a day at each crossing point',
  },
  nobodyElse: { km: 'អ្នកផ្សេងទៀតមិនអាចឆ្លងកាត់បានទេ។', th: 'ผู้อื่นผ่านไม่ได้', en: 'Nobody else may cross.' },
  vehicleElsewhere: { km: '{vehicles}ត្រូវឆ្លងកាត់តែនៅ{points}ប៉ុណ្ណោះ។', th: '{vehicles}ผ่านได้เฉพาะที่{points}', en: '{vehicles} cross only at {points}.' },
  vehicleNowhere: { km: '{vehicles}មិនអាចឆ្លងកាត់បានទេ។', th: '{vehicles}ผ่านไม่ได้', en: '{vehicles} may not cross.' },
  anyVehicle: { km: 'យានយន្ត', th: 'รถ', en: 'vehicles' },
  wheelsOver: { km: 'ដែលមានកង់លើសពី {wheels} ', th: 'ที่มีเกิน {wheels} ล้อ', en: ' with more than {wheels} {wheels:wheel|wheels}' },
  everybody: { km: 'មនុស្សទាំងអស់', th: 'ทุกคน', en: 'everybody' },
  people: { km: 'អ្នក', th: 'ผู้', en: 'people' },
  goingHome: { km: 'ដែលវិលត្រឡប់ទៅប្រទេសរបស់ខ្លួន', th: 'ที่เดินทางกลับประเทศของตน', en: ' on their way home to their own country' },
  withDocument: { km: 'ដែលកាន់{document}', th: 'ที่ถือ{document}', en: ' with {document}' },
  issuedIn: { km: 'ដែលចេញនៅ{areas}', th: 'ที่ออกใน{areas}', en: ' issued in {areas}' },
  ofNationality: { km: 'ដែលមានសញ្ជាតិ{nations}', th: 'ที่มีสัญชาติ{nations}', en: ' who are nationals of {nations}' },
  ageFrom: { km: 'ដែលមានអាយុចាប់ពី {from} ឆ្នាំ', th: 'ที่มีอายุตั้งแต่ {from} ปี', en: ' of {from} {from:year|years} and more' },
  ageUntil: { km: 'ដែលមានអាយុក្រោម {until} ឆ្នាំ', th: 'ที่มีอายุต่ำกว่า {until} ปี', en: ' under {until} {until:year|years}' },
  ageBetween: {
    km: 'ដែលមានអាយុចាប់ពី {from} ឆ្នាំ តែក្រោម {until} ឆ្នាំ',
    th: 'ที่มีอายุตั้งแต่ {from} ปีแต่ต่ำกว่า {until} ปี',
    en: ' from {from} to under {until} {until:year|years}',
  },
} as const satisfies Record<string, Text>

/** People by what they cross for. */
export const purposePeople = {
  visit: { km: 'អ្នកទៅលេង', th: 'ผู้มาเยือน', en: 'visitors' },
  trade: { km: 'អាជីវករ', th: 'ผู้ค้า', en: 'traders' },
  work: { km: 'អ្នកទៅធ្វើការ', th: 'ผู้ไปทำงาน', en: 'workers' },
  student: { km: 'សិស្ស និស្សិត', th: 'นักเรียนนักศึกษา', en: 'students' },
  medical: { km: 'អ្នកទៅព្យាបាលជំងឺ', th: 'ผู้ป่วยที่ไปรักษาตัว', en: 'people who travel for medical care' },
  official: { km: 'អ្នកបំពេញការងារផ្លូវការ', th: 'ผู้เดินทางราชการ', en: 'people on official duty' },
} as const satisfies Record<string, Text>

export const documentWords = {
  'border-pass': { km: 'លិខិតឆ្លងដែន', th: 'บัตรผ่านแดน', en: 'a border pass' },
  passport: { km: 'លិខិតឆ្លងដែនអន្តរជាតិ', th: 'หนังสือเดินทาง', en: 'a passport' },
} as const satisfies Record<string, Text>

export const vehicleWords = {
  bicycle: { km: 'កង់', th: 'จักรยาน', en: 'bicycles' },
  handcart: { km: 'រទេះរុញ', th: 'รถเข็น', en: 'handcarts' },
  motorcycle: { km: 'ម៉ូតូ', th: 'รถจักรยานยนต์', en: 'motorcycles' },
  tricycle: { km: 'រថយន្តកង់បី', th: 'รถสามล้อ', en: 'tricycles' },
  car: { km: 'រថយន្តទេសចរណ៍', th: 'รถยนต์', en: 'cars' },
  pickup: { km: 'រថយន្តភីកអាប់', th: 'รถกระบะ', en: 'pickups' },
  van: { km: 'រថយន្តវ៉ាន់', th: 'รถตู้', en: 'vans' },
  minibus: { km: 'រថយន្តក្រុងតូច', th: 'รถมินิบัส', en: 'minibuses' },
  bus: { km: 'រថយន្តក្រុង', th: 'รถโดยสาร', en: 'buses' },
  truck: { km: 'រថយន្តដឹកទំនិញ', th: 'รถบรรทุก', en: 'trucks' },
  'trailer-truck': { km: 'រថយន្តសណ្តោង', th: 'รถพ่วง', en: 'trailer trucks' },
  tractor: { km: 'ត្រាក់ទ័រ', th: 'รถแทรกเตอร์', en: 'tractors' },
  other: { km: 'យានយន្តផ្សេងទៀត', th: 'รถอื่น ๆ', en: 'other vehicles' },
} as const satisfies Record<string, Text>

export const listWords = {
  and: { km: ' និង', th: ' และ', en: ' and ' },
  or: { km: ' ឬ', th: ' หรือ', en: ' or ' },
} as const satisfies Record<string, Text>
