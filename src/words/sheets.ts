import type { Text } from '../kernel/language.ts'
import type { VehicleClass } from '../kernel/vehicle.ts'

// Words of the vehicle sheet and the goods sheet. src/checkpoint/sheets/sheet-data.test.ts compares them with the lists they name.

export const vehicleClassWords = {
  bicycle: { km: 'កង់', th: 'จักรยาน', en: 'Bicycle' },
  handcart: { km: 'រទេះរុញ', th: 'รถเข็น', en: 'Handcart' },
  motorcycle: { km: 'ម៉ូតូ', th: 'รถจักรยานยนต์', en: 'Motorcycle' },
  tricycle: { km: 'រថយន្តកង់បី', th: 'รถสามล้อ', en: 'Three-wheeler' },
  car: { km: 'រថយន្តទេសចរណ៍', th: 'รถเก๋ง', en: 'Car' },
  pickup: { km: 'រថយន្តភីកអាប់', th: 'รถกระบะ', en: 'Pickup' },
  van: { km: 'រថយន្តវ៉ាន់', th: 'รถตู้', en: 'Van' },
  minibus: { km: 'រថយន្តក្រុងតូច', th: 'รถโดยสารขนาดเล็ก', en: 'Minibus' },
  bus: { km: 'រថយន្តក្រុង', th: 'รถโดยสาร', en: 'Bus' },
  truck: { km: 'រថយន្តដឹកទំនិញ', th: 'รถบรรทุก', en: 'Truck' },
  'trailer-truck': { km: 'រថយន្តដឹកទំនិញសណ្តោង', th: 'รถบรรทุกพ่วง', en: 'Truck with trailer' },
  tractor: { km: 'ត្រាក់ទ័រ', th: 'รถแทรกเตอร์', en: 'Tractor' },
  other: { km: 'យានផ្សេងទៀត', th: 'ยานพาหนะอื่น', en: 'Other vehicle' },
} as const satisfies Record<VehicleClass, Text>

export const natureWords = {
  seen: { km: 'ឃើញ', th: 'ที่เห็น', en: 'Seen' },
  declared: { km: 'ប្រកាស', th: 'ที่สำแดง', en: 'Declared' },
} as const satisfies Record<string, Text>

export const goodsUnitWords = {
  kg: { km: 'គីឡូក្រាម', th: 'กิโลกรัม', en: 'Kilograms' },
  t: { km: 'តោន', th: 'ตัน', en: 'Tonnes' },
  l: { km: 'លីត្រ', th: 'ลิตร', en: 'Litres' },
  piece: { km: 'ដុំ', th: 'ชิ้น', en: 'Pieces' },
  head: { km: 'ក្បាល', th: 'ตัว', en: 'Head of animals' },
  m3: { km: 'ម៉ែត្រគូប', th: 'ลูกบาศก์เมตร', en: 'Cubic metres' },
  box: { km: 'ប្រអប់', th: 'กล่อง', en: 'Boxes' },
  bag: { km: 'បាវ', th: 'ถุง', en: 'Bags' },
} as const satisfies Record<string, Text>

/** What a value on a goods sheet is counted in. */
export const goodsCurrencyWords = {
  KHR: { km: 'រៀល (៛)', th: 'เรียล (៛)', en: 'Riel (៛)' },
  THB: { km: 'បាត (฿)', th: 'บาท (฿)', en: 'Baht (฿)' },
  USD: { km: 'ដុល្លារ ($)', th: 'ดอลลาร์ ($)', en: 'US dollars ($)' },
} as const satisfies Record<string, Text>

/** A difference between what was seen and what was declared: a fact to look at, said without blame. */
export const differenceWords = {
  same: { km: 'ដូចគ្នា', th: 'ตรงกัน', en: 'The same' },
  'seen-more': { km: 'ឃើញច្រើនជាងប្រកាស', th: 'เห็นมากกว่าที่สำแดง', en: 'More was seen than declared' },
  'declared-more': { km: 'ប្រកាសច្រើនជាងឃើញ', th: 'สำแดงมากกว่าที่เห็น', en: 'More was declared than seen' },
  'only-seen': { km: 'ឃើញ តែមិនបានប្រកាស', th: 'เห็นแต่ไม่มีในรายการสำแดง', en: 'Seen, not on the declaration' },
  'only-declared': { km: 'ប្រកាស តែមិនបានឃើញ', th: 'สำแดงแต่ไม่ได้เห็น', en: 'Declared, not seen' },
  'not-comparable': { km: 'ឯកតាខុសគ្នា មិនអាចប្រៀបធៀបបាន', th: 'หน่วยต่างกัน เปรียบเทียบไม่ได้', en: 'Units that cannot be compared' },
} as const satisfies Record<string, Text>
