// Words of the point's pages at the desk: what happens now, lanes, quotas, orders, the chart, the day's sheet, shifts.
import type { Text } from '../kernel/language.ts'

export const chiefWords = {
  point: { km: 'ច្រកឥឡូវនេះ', th: 'จุดผ่านแดนขณะนี้', en: 'The point now' },
  referrals: { km: 'ការបញ្ជូនបន្ត', th: 'ผู้ที่ถูกส่งต่อ', en: 'Referrals' },
  notable: { km: 'បដិសេធ និងមានចំណាំ', th: 'ไม่อนุญาตและมีข้อสังเกต', en: 'Refused and flagged' },
  day: { km: 'សន្លឹកប្រចាំថ្ងៃ', th: 'ใบสรุปประจำวัน', en: 'The day’s sheet' },
  pages: { km: 'ទំព័ររបស់ច្រក', th: 'หน้าของจุดผ่านแดน', en: 'Pages of the point' },
  choosePoint: { km: 'ច្រកព្រំដែន', th: 'จุดผ่านแดน', en: 'Crossing point' },
  noPoint: { km: 'លោកអ្នកគ្មានច្រកព្រំដែនទេ។', th: 'ท่านไม่มีจุดผ่านแดนในความรับผิดชอบ', en: 'No crossing point is yours.' },

  // Is the point open, and is what stands here of now?
  open: { km: 'កំពុងបើក', th: 'เปิดอยู่', en: 'Open' },
  closed: { km: 'កំពុងបិទ', th: 'ปิดอยู่', en: 'Closed' },
  openUntil: { km: 'បើករហូតដល់ {time}', th: 'เปิดถึง {time}', en: 'Open until {time}' },
  closedUntil: { km: 'បិទរហូតដល់ {time}', th: 'ปิดถึง {time}', en: 'Closed until {time}' },
  connecting: { km: 'កំពុងភ្ជាប់', th: 'กำลังเชื่อมต่อ', en: 'Connecting' },
  live: { km: 'បង្ហាញផ្ទាល់', th: 'แสดงสด', en: 'Live' },
  lost: { km: 'បាត់ការតភ្ជាប់', th: 'การเชื่อมต่อขาด', en: 'Connection lost' },
  lostNote: {
    km: 'អ្វីដែលបង្ហាញនៅទីនេះ គឺគិតត្រឹម {time}។ ទំព័រនេះកំពុងព្យាយាមភ្ជាប់ម្តងទៀតដោយខ្លួនឯង។',
    th: 'สิ่งที่แสดงอยู่เป็นข้อมูล ณ {time} หน้านี้กำลังพยายามเชื่อมต่อใหม่เอง',
    en: 'What stands here is as of {time}. This page is trying to connect again by itself.',
  },
  backAgain: { km: 'ភ្ជាប់បានវិញហើយ។', th: 'เชื่อมต่อได้แล้ว', en: 'Connected again.' },

  // Said by a screen reader, and nothing else.
  saidWaiting: {
    km: 'មាន {count} នាក់កំពុងរង់ចាំការសម្រេច។',
    th: 'มี {count} คนรอการตัดสิน',
    en: 'People who wait for a decision: {count}.',
  },
  saidOrders: { km: 'បទបញ្ជាបានផ្លាស់ប្តូរ។', th: 'คำสั่งเปลี่ยนแปลง', en: 'The orders have changed.' },
  saidFull: {
    km: 'វគ្គម៉ោង {time} ពេញហើយ។',
    th: 'รอบ {time} เต็มแล้ว',
    en: 'The session at {time} is full.',
  },

  // Today in numbers.
  today: { km: 'ថ្ងៃនេះ', th: 'วันนี้', en: 'Today' },
  exits: { km: 'ចេញ', th: 'ออก', en: 'Exits' },
  entries: { km: 'ចូល', th: 'เข้า', en: 'Entries' },
  referred: { km: 'បានបញ្ជូនបន្ត', th: 'ส่งต่อ', en: 'Referred' },
  refused: { km: 'មិនអនុញ្ញាត', th: 'ไม่อนุญาต', en: 'Refused' },
  waiting: { km: 'កំពុងរង់ចាំ', th: 'กำลังรอ', en: 'Waiting' },
  total: { km: 'សរុប', th: 'รวม', en: 'Total' },

  // Lanes.
  lanes: { km: 'ជួរ', th: 'ช่อง', en: 'Lanes' },
  lane: { km: 'ជួរ', th: 'ช่อง', en: 'Lane' },
  noLanes: { km: 'មិនមានវេនណាបើកទេ។', th: 'ไม่มีเวรที่เปิดอยู่', en: 'No shift is open.' },
  officer: { km: 'មន្ត្រី', th: 'เจ้าหน้าที่', en: 'Officer' },
  since: { km: 'តាំងពី', th: 'ตั้งแต่', en: 'Since' },
  lastTen: { km: 'ក្នុង ១០ នាទីចុងក្រោយ', th: 'ใน 10 นาทีหลัง', en: 'In the last 10 minutes' },
  lastOne: { km: 'លើកចុងក្រោយ', th: 'ครั้งล่าสุด', en: 'The last one' },
  noneYet: { km: 'មិនទាន់មានទេ', th: 'ยังไม่มี', en: 'None yet' },
  noShift: { km: 'គ្មានវេន', th: 'ไม่มีเวร', en: 'No shift' },

  // The chart of the day.
  chart: { km: 'ការឆ្លងកាត់ក្នុងមួយភាគបួនម៉ោង', th: 'การผ่านแดนต่อสิบห้านาที', en: 'Movements by quarter of an hour' },
  chartSaid: {
    km: 'ច្រើនបំផុតនៅម៉ោង {time}៖ {count} ក្នុង ១៥ នាទី។',
    th: 'มากที่สุดเวลา {time} จำนวน {count} ใน 15 นาที',
    en: 'Most at {time}: {count} in 15 minutes.',
  },
  chartNone: { km: 'មិនទាន់មានការឆ្លងកាត់ក្នុងថ្ងៃនេះទេ។', th: 'วันนี้ยังไม่มีการผ่านแดน', en: 'No movement yet on this day.' },
  chartTable: { km: 'ជាតារាងតាមម៉ោង', th: 'เป็นตารางรายชั่วโมง', en: 'As a table by the hour' },
  hour: { km: 'ម៉ោង', th: 'ชั่วโมง', en: 'Hour' },

  // Quotas.
  quotas: { km: 'កន្លែងដែលបានប្រើតាមវគ្គ', th: 'ที่ที่ใช้ไปของแต่ละรอบ', en: 'Places used by session' },
  noQuotas: { km: 'ថ្ងៃនេះគ្មានការកំណត់ចំនួនទេ។', th: 'วันนี้ไม่มีการจำกัดจำนวน', en: 'No session of today has a limit.' },
  session: { km: 'វគ្គម៉ោង {opens} ដល់ {closes}', th: 'รอบ {opens} ถึง {closes}', en: 'Session {opens} to {closes}' },
  used: { km: 'បានប្រើ {used} ក្នុងចំណោម {limit}', th: 'ใช้ไป {used} จาก {limit}', en: '{used} of {limit} used' },
  left: { km: 'នៅសល់ {left}', th: 'เหลือ {left}', en: '{left} left' },
  full: { km: 'ពេញហើយ', th: 'เต็มแล้ว', en: 'Full' },
  byOrder: { km: 'តាមបទបញ្ជាលេខ {order}', th: 'ตามคำสั่งเลขที่ {order}', en: 'By order {order}' },

  // Orders.
  orders: { km: 'បទបញ្ជាដែលកំពុងមានប្រសិទ្ធភាព', th: 'คำสั่งที่มีผลอยู่', en: 'Orders in force' },
  noOrders: {
    km: 'គ្មានបទបញ្ជាទេ៖ ម៉ោងធម្មតានៃភាគីទាំងពីរ។',
    th: 'ไม่มีคำสั่ง ใช้เวลาปกติของทั้งสองฝั่ง',
    en: 'None: the ordinary hours of both sides stand.',
  },
  laterToday: { km: 'នឹងចូលជាធរមាននៅថ្ងៃនេះ', th: 'มีผลต่อไปในวันนี้', en: 'In force later today' },
  order: { km: 'បទបញ្ជាលេខ {order}', th: 'คำสั่งเลขที่ {order}', en: 'Order {order}' },
  fromUntil: { km: 'ពី {from} ដល់ {until}', th: 'ตั้งแต่ {from} ถึง {until}', en: 'From {from} until {until}' },
  fromOpen: { km: 'ពី {from} ដល់មានបទបញ្ជាថ្មី', th: 'ตั้งแต่ {from} จนกว่าจะมีคำสั่งใหม่', en: 'From {from} until a further order' },
  sideOf: { km: 'ភាគី{state}', th: 'ฝั่ง{state}', en: '{state}’s side' },

  // Which referrals.
  waitingNow: { km: 'អ្នកកំពុងរង់ចាំ', th: 'ผู้ที่กำลังรอ', en: 'Waiting now' },
  noneWaiting: { km: 'គ្មាននរណារង់ចាំទេ។', th: 'ไม่มีผู้รอ', en: 'Nobody waits.' },
  allReferrals: { km: 'មើលការបញ្ជូនបន្តទាំងអស់', th: 'ดูผู้ที่ถูกส่งต่อทั้งหมด', en: 'See all referrals' },
  minutes: { km: '{count} នាទី', th: '{count} นาที', en: '{count} min' },
  hours: { km: '{hours} ម៉ោង {count} នាទី', th: '{hours} ชม. {count} นาที', en: '{hours} h {count} min' },
  days: { km: '{count} ថ្ងៃ', th: '{count} วัน', en: '{count} d' },
} as const satisfies Readonly<Record<string, Text>>

export const dayWords = {
  lead: {
    km: 'អ្វីដែលបានកើតឡើងនៅច្រកក្នុងមួយថ្ងៃ៖ ចំនួន វេន យានយន្ត និងទំនិញ។',
    th: 'สิ่งที่เกิดขึ้นที่จุดผ่านแดนในหนึ่งวัน จำนวน เวร ยานพาหนะ และสินค้า',
    en: 'What happened at the point on one day: numbers, shifts, vehicles and goods.',
  },
  chooseDay: { km: 'ថ្ងៃ', th: 'วันที่', en: 'Day' },
  unread: { km: 'សូមវាយថ្ងៃ ខែ ឆ្នាំ ដូចជា ២៦/៦/២០២៥', th: 'โปรดพิมพ์วัน เดือน ปี เช่น 26/6/2568', en: 'Type day, month and year, like 26/6/2025' },
  pdfTitle: { km: 'សន្លឹកជា PDF', th: 'ใบสรุปเป็น PDF', en: 'The sheet as PDF' },
  numbers: { km: 'ចំនួន', th: 'จำนวน', en: 'Numbers' },

  overrides: { km: 'ឆ្លងតាមការសម្រេច', th: 'ผ่านตามคำตัดสิน', en: 'Passed on a decision' },
  noOverrides: { km: 'គ្មាននរណាឆ្លងតាមការសម្រេចទេ។', th: 'ไม่มีผู้ผ่านตามคำตัดสิน', en: 'Nobody passed on a decision.' },
  undone: { km: 'បានលុបចោលវិញ', th: 'ถูกยกเลิก', en: 'Undone' },
  noUndone: { km: 'គ្មានការឆ្លងកាត់ណាត្រូវបានលុបចោលទេ។', th: 'ไม่มีการผ่านแดนที่ถูกยกเลิก', en: 'No movement was undone.' },
  undoneBy: { km: 'លុបចោលនៅ {time} ដោយ {name}', th: 'ยกเลิกเมื่อ {time} โดย {name}', en: 'Undone at {time} by {name}' },
  riderUndone: { km: 'អ្នកដំណើរម្នាក់៖ {undone}', th: 'ผู้โดยสารหนึ่งคน: {undone}', en: 'One rider: {undone}' },
  undoneAt: { km: 'លុបចោលនៅ {time}', th: 'ยกเลิกเมื่อ {time}', en: 'Undone at {time}' },

  // Shifts, and handing over.
  shifts: { km: 'វេន និងការប្រគល់វេន', th: 'เวรและการส่งมอบเวร', en: 'Shifts and hand-over' },
  noShifts: { km: 'គ្មានវេនក្នុងថ្ងៃនេះទេ។', th: 'วันนี้ไม่มีเวร', en: 'No shift on this day.' },
  isOpen: { km: 'កំពុងបម្រើការ', th: 'กำลังปฏิบัติงาน', en: 'On duty' },
  leads: { km: 'ដឹកនាំច្រក', th: 'ควบคุมจุด', en: 'Leads the point' },
  moved: { km: 'បានប្តូរទៅជួរផ្សេង', th: 'ย้ายไปช่องอื่น', en: 'Moved to another lane' },
  takenOver: { km: 'អ្នកផ្សេងបានទទួលបន្ត', th: 'ผู้อื่นรับช่วงต่อ', en: 'Taken over by another' },
  fromUntil: { km: 'ពី {from} ដល់ {until}', th: '{from} ถึง {until}', en: '{from} to {until}' },
  fromNow: { km: 'តាំងពី {from}', th: 'ตั้งแต่ {from}', en: 'Since {from}' },
  noteLabel: { km: 'កំណត់ត្រាសម្រាប់វេនបន្ទាប់', th: 'บันทึกถึงเวรถัดไป', en: 'Note for the next shift' },
  endShift: { km: 'បញ្ចប់វេន', th: 'สิ้นสุดเวร', en: 'End the shift' },
  endTitle: { km: 'បញ្ចប់វេននៅជួរ {lane}', th: 'สิ้นสุดเวรที่ช่อง {lane}', en: 'End the shift at lane {lane}' },
  endLead: {
    km: 'សរសេរអ្វីដែលវេនបន្ទាប់ត្រូវដឹង៖ អ្នកដែលរង់ចាំ បញ្ហានៅជួរ អ្វីដែលមិនទាន់រួច។ បើគ្មាន សូមទុកទំនេរ។',
    th: 'เขียนสิ่งที่เวรถัดไปต้องรู้ เช่น ผู้ที่รออยู่ ปัญหาที่ช่อง สิ่งที่ยังไม่เสร็จ หากไม่มีให้เว้นว่าง',
    en: 'Write what the next shift has to know: who waits, what is wrong at the lane, what is not finished. If there is nothing, leave it empty.',
  },

  // Vehicles and goods.
  vehicles: { km: 'យានយន្ត', th: 'ยานพาหนะ', en: 'Vehicles' },
  noVehicles: { km: 'គ្មានសន្លឹកយានយន្តទេ។', th: 'ไม่มีใบบันทึกยานพาหนะ', en: 'No vehicle sheets.' },
  goods: { km: 'ទំនិញ', th: 'สินค้า', en: 'Goods' },
  noGoods: { km: 'គ្មានសន្លឹកទំនិញទេ។', th: 'ไม่มีใบสินค้า', en: 'No goods sheets.' },
  time: { km: 'ម៉ោង', th: 'เวลา', en: 'Time' },
  vehicle: { km: 'យានយន្ត', th: 'ยานพาหนะ', en: 'Vehicle' },
  plate: { km: 'ផ្លាកលេខ', th: 'ทะเบียน', en: 'Plate' },
  noPlate: { km: 'គ្មានផ្លាកលេខ', th: 'ไม่มีทะเบียน', en: 'No plate' },
  trailer: { km: 'រ៉ឺម៉ក {plate}', th: 'รถพ่วง {plate}', en: 'Trailer {plate}' },
  wheels: { km: 'កង់ {count}', th: '{count} ล้อ', en: '{count} {count:wheel|wheels}' },
  people: { km: 'មនុស្ស', th: 'คน', en: 'People' },
  kind: { km: 'ប្រភេទទំនិញ', th: 'ชนิดสินค้า', en: 'Kind of goods' },
  value: { km: 'តម្លៃ', th: 'มูลค่า', en: 'Value' },
  replaced: { km: 'បានកែ', th: 'ถูกแก้แล้ว', en: 'Corrected since' },
  older: { km: 'បង្ហាញសន្លឹកមុន', th: 'แสดงใบก่อนหน้า', en: 'Show earlier ones' },
  newest: { km: 'ត្រឡប់ទៅសន្លឹកចុងក្រោយ', th: 'กลับไปใบล่าสุด', en: 'Back to the latest' },
  customs: { km: 'លេខគយ {reference}', th: 'เลขศุลกากร {reference}', en: 'Customs {reference}' },
  picture: { km: 'រូបទំនិញ', th: 'รูปสินค้า', en: 'Picture of the goods' },
} as const satisfies Readonly<Record<string, Text>>
