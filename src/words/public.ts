// What the public page says. Sentences of the map stand here too, since only this page shows it.
import type { StateCode } from '../kernel/code.ts'
import type { Text } from '../kernel/language.ts'

export const publicWords = {
  heading: { km: 'តើច្រកបើកទេ?', th: 'จุดผ่านแดนเปิดหรือไม่', en: 'Is the crossing open?' },
  skip: { km: 'រំលងទៅបញ្ជីច្រក', th: 'ข้ามไปยังรายการจุดผ่านแดน', en: 'Skip to the crossing points' },

  skipContent: { km: 'រំលងទៅខ្លឹមសារ', th: 'ข้ามไปยังเนื้อหา', en: 'Skip to the content' },

  nowhereTitle: { km: 'រកមិនឃើញទំព័រនេះទេ', th: 'ไม่พบหน้านี้', en: 'This page was not found' },
  nowhere: {
    km: 'សូមពិនិត្យអាសយដ្ឋាន ឬជ្រើសរើសទំព័រមួយខាងលើ។',
    th: 'โปรดตรวจสอบที่อยู่ หรือเลือกหน้าด้านบน',
    en: 'Check the address, or choose a page above.',
  },

  when: { km: 'ពេលណា', th: 'เมื่อใด', en: 'When' },
  today: { km: 'ថ្ងៃនេះ', th: 'วันนี้', en: 'Today' },
  now: { km: 'ឥឡូវនេះ', th: 'ขณะนี้', en: 'Now' },
  tomorrow: { km: 'ថ្ងៃស្អែក', th: 'พรุ่งนี้', en: 'Tomorrow' },
  choose: { km: 'ជ្រើសរើស', th: 'เลือก', en: 'Choose' },
  dayAndTime: { km: 'ថ្ងៃ និងម៉ោង', th: 'วันและเวลา', en: 'Day and time' },
  borderTime: { km: 'ម៉ោងនៅព្រំដែន UTC+7', th: 'เวลาที่ชายแดน UTC+7', en: 'Border time, UTC+7' },

  open: { km: 'បើក', th: 'เปิด', en: 'Open' },
  closed: { km: 'បិទ', th: 'ปิด', en: 'Closed' },
  openToSome: { km: 'បើកសម្រាប់អ្នកខ្លះ', th: 'เปิดบางคน', en: 'Open to some' },
  order: { km: 'បទបញ្ជាលេខ {number}', th: 'คำสั่งเลขที่ {number}', en: 'Order {number}' },
  orderFrom: { km: 'ចាប់ពី {time}', th: 'ตั้งแต่วันที่ {time}', en: 'From {time}' },
  orderUntil: { km: 'រហូតដល់ {time}', th: 'ถึงวันที่ {time}', en: 'Until {time}' },
  orderRestored: {
    km: 'បទបញ្ជាលេខ {number} ដែលនឹងជំនួសបទបញ្ជានេះ ត្រូវបានដកវិញ។',
    th: 'คำสั่งเลขที่ {number} ซึ่งจะใช้แทนคำสั่งนี้ ถูกถอนแล้ว',
    en: 'Order {number}, which was to take its place, was taken back.',
  },
  hoursToday: { km: 'ថ្ងៃនោះ', th: 'วันนั้น', en: 'That day' },
  hoursNext: { km: 'ថ្ងៃបន្ទាប់', th: 'วันถัดไป', en: 'The day after' },
  closedAllDay: { km: 'បិទពេញមួយថ្ងៃ', th: 'ปิดทั้งวัน', en: 'Closed all day' },
  forSome: { km: '(អ្នកខ្លះ)', th: '(บางคน)', en: '(some)' },
  askCross: { km: 'ខ្ញុំឆ្លងនៅទីនេះបានទេ?', th: 'ฉันผ่านที่นี่ได้ไหม', en: 'Can I cross here?' },
  suspended: { km: 'ត្រូវបានផ្អាក', th: 'ถูกระงับการใช้', en: 'Suspended' },
  count: { km: 'បើក {open} ក្នុងចំណោម {all} ច្រក', th: 'เปิด {open} จาก {all} แห่ง', en: '{open} of {all} are open' },
  openUntilTime: { km: 'បើករហូតដល់ម៉ោង {time}', th: 'เปิดถึง {time}', en: 'Open until {time}' },
  openUntilDay: { km: 'បើករហូតដល់{time}', th: 'เปิดถึง{time}', en: 'Open until {time}' },
  noClosing: { km: 'មិនមានកំណត់ម៉ោងបិទទេ', th: 'ไม่มีกำหนดปิด', en: 'No closing time is set' },
  opensTime: { km: 'បើកវិញ ម៉ោង {time}', th: 'เปิดอีกครั้งเวลา {time}', en: 'Opens again at {time}' },
  opensDay: { km: 'បើកវិញ {time}', th: 'เปิดอีกครั้ง{time}', en: 'Opens again {time}' },
  allTime: { km: 'បើកសម្រាប់មនុស្សទាំងអស់ ម៉ោង {time}', th: 'เปิดให้ทุกคนเวลา {time}', en: 'Open to everybody from {time}' },
  allDay: { km: 'បើកសម្រាប់មនុស្សទាំងអស់ {time}', th: 'เปิดให้ทุกคน{time}', en: 'Open to everybody from {time}' },
  noOpening: { km: 'មិនទាន់កំណត់ពេលបើកវិញទេ', th: 'ยังไม่มีกำหนดเปิดอีกครั้ง', en: 'No reopening is set' },

  hours: { km: 'ម៉ោង {opens}–{closes} {days}', th: '{opens}–{closes} น. {days}', en: '{opens}–{closes}, {days}' },
  bothSides: { km: 'ទាំងសងខាង', th: 'ทั้งสองฝั่ง', en: 'Both sides' },
  noHours: { km: 'គ្មានម៉ោងបើកក្នុងបញ្ជី', th: 'ไม่มีเวลาเปิดในทะเบียน', en: 'No hours on record' },
  nameUnknown: { km: 'ឈ្មោះ{side} មិនទាន់បានបញ្ជាក់', th: 'ยังไม่ยืนยันชื่อ{side}', en: '{side}: name not confirmed' },
  approximate: { km: 'ទីតាំងប្រហាក់ប្រហែល', th: 'ตำแหน่งโดยประมาณ', en: 'Approximate position' },
  unlocated: { km: 'មិនទាន់ដឹងទីតាំង មិនមានលើផែនទី', th: 'ยังไม่ทราบตำแหน่ง ไม่ปรากฏบนแผนที่', en: 'Position unknown: not on the map' },

  search: { km: 'ស្វែងរកច្រក ឬខេត្ត', th: 'ค้นหาจุดผ่านแดนหรือจังหวัด', en: 'Search a crossing or province' },
  filter: { km: 'តម្រង', th: 'ตัวกรอง', en: 'Filter' },
  openOnly: { km: 'តែច្រកដែលបើក', th: 'เฉพาะที่เปิด', en: 'Open only' },
  class: { km: 'ប្រភេទ', th: 'ประเภท', en: 'Class' },
  allClasses: { km: 'គ្រប់ប្រភេទ', th: 'ทุกประเภท', en: 'All classes' },
  province: { km: 'ខេត្ត', th: 'จังหวัด', en: 'Province' },
  allProvinces: { km: 'គ្រប់ខេត្ត', th: 'ทุกจังหวัด', en: 'All provinces' },
  shown: { km: 'បង្ហាញ {shown} ក្នុងចំណោម {all}', th: 'แสดง {shown} จาก {all} แห่ง', en: '{shown} of {all} shown' },
  noneFound: { km: 'គ្មានច្រកណាត្រូវនឹងតម្រងនេះទេ។', th: 'ไม่พบจุดผ่านแดนที่ตรงกับตัวกรอง', en: 'No crossing point matches.' },
  clear: { km: 'លុបតម្រង', th: 'ล้างตัวกรอง', en: 'Clear the filters' },

  loading: { km: 'កំពុងសួរម៉ាស៊ីនមេ', th: 'กำลังสอบถามเครื่องแม่ข่าย', en: 'Asking the server' },
  retry: { km: 'ព្យាយាមម្តងទៀត', th: 'ลองอีกครั้ง', en: 'Try again' },
  stale: {
    km: 'គ្មានការតភ្ជាប់។ ចម្លើយខាងក្រោមបានទទួលនៅ{time}។',
    th: 'ขาดการเชื่อมต่อ คำตอบด้านล่างได้รับเมื่อ{time}',
    en: 'No connection. The answer below was received {time}.',
  },

  map: { km: 'ផែនទី', th: 'แผนที่', en: 'Map' },
  hideMap: { km: 'បិទផែនទី', th: 'ปิดแผนที่', en: 'Hide the map' },
  mapOfPoints: { km: 'ផែនទីច្រកព្រំដែន', th: 'แผนที่จุดผ่านแดน', en: 'Map of the crossing points' },
  showOnMap: { km: 'មើលលើផែនទី', th: 'ดูบนแผนที่', en: 'Show on the map' },
  mapLoading: { km: 'កំពុងបើកផែនទី', th: 'กำลังเปิดแผนที่', en: 'Opening the map' },
  mapFailed: { km: 'មិនអាចបើកផែនទីបានទេ។', th: 'เปิดแผนที่ไม่ได้', en: 'The map could not be opened.' },
  mapLine: { km: 'បន្ទាត់ចង្អុលបង្ហាញប៉ុណ្ណោះ', th: 'เส้นโดยสังเขป', en: 'Indicative line' },
  mapSources: {
    km: '© អ្នករួមចំណែក OpenStreetMap (ODbL) · Natural Earth · មិនមែនព្រំដែនផ្លូវការ',
    th: '© ผู้ร่วมสร้าง OpenStreetMap (ODbL) · Natural Earth · ไม่ใช่เขตแดนอย่างเป็นทางการ',
    en: '© OpenStreetMap contributors (ODbL) · Natural Earth · not an official boundary',
  },
  zoomIn: { km: 'ពង្រីក', th: 'ขยาย', en: 'Zoom in' },
  zoomOut: { km: 'បង្រួម', th: 'ย่อ', en: 'Zoom out' },

  pass: { km: 'លិខិតឆ្លងដែន', th: 'บัตรผ่านแดน', en: 'Border pass' },
  setPrice: {
    km: 'តម្លៃកំណត់។ គ្មានថ្លៃអ្វីផ្សេងទៀតត្រូវបង់ទេ។',
    th: 'ราคาที่กำหนดไว้ ไม่มีค่าใช้จ่ายอื่นใดอีก',
    en: 'The set price. There is nothing else to pay.',
  },
  validity: {
    km: 'មានសុពលភាពមិនលើសពី {years} ឆ្នាំ គិតពីថ្ងៃចេញ ប្រើបានទាំងនៅច្រកទ្វារព្រំដែនអន្តរជាតិ និងច្រករបៀង។',
    th: 'มีอายุไม่เกิน {years} ปีนับจากวันออกบัตร ใช้ได้ทั้งจุดผ่านแดนถาวรและจุดผ่อนปรน',
    en: 'Valid for up to {years} {years:year|years} from the day of issue, at permanent and relaxed crossing points.',
  },
  forOfficers: { km: 'សម្រាប់មន្ត្រី ក្នុងការសាកល្បងនេះ', th: 'สำหรับเจ้าหน้าที่ ในการทดลองนี้', en: 'For officers, in this trial' },

  services: { km: 'សេវាសម្រាប់ប្រជាពលរដ្ឋ', th: 'บริการประชาชน', en: 'For residents' },
  crossings: { km: 'ច្រក', th: 'จุดผ่านแดน', en: 'Crossings' },
  cross: { km: 'ខ្ញុំឆ្លងបានទេ?', th: 'ฉันผ่านได้ไหม', en: 'Can I cross?' },
  apply: { km: 'ដាក់ពាក្យ', th: 'ยื่นคำขอ', en: 'Apply' },
  follow: { km: 'តាមដានពាក្យ', th: 'ติดตามคำขอ', en: 'Follow' },
  needs: { km: 'ត្រូវការអ្វី', th: 'ต้องใช้อะไร', en: 'What I need' },
  lost: { km: 'បាត់លិខិត', th: 'บัตรหาย', en: 'Lost pass' },
  complain: { km: 'ប្តឹង', th: 'ร้องเรียน', en: 'Complain' },
  contest: { km: 'ជំទាស់', th: 'โต้แย้ง', en: 'Contest' },
  atTheBorder: { km: 'ការសម្រេចនៅព្រំដែន', th: 'คำตัดสินที่ชายแดน', en: 'Decisions at the border' },
  crossTitle: { km: 'ខ្ញុំឆ្លងដែនបានទេ?', th: 'ฉันผ่านแดนได้ไหม', en: 'Can I cross?' },
  applyTitle: { km: 'ដាក់ពាក្យតាមអនឡាញ', th: 'ยื่นคำขอออนไลน์', en: 'Apply online' },
  followTitle: { km: 'ពាក្យរបស់ខ្ញុំទៅដល់ណា?', th: 'คำขอของฉันถึงไหนแล้ว', en: 'Where is my application?' },
  needsTitle: { km: 'ត្រូវការអ្វី តម្លៃប៉ុន្មាន នៅទីណា?', th: 'ต้องใช้อะไร ราคาเท่าใด ที่ไหน', en: 'What do I need, what does it cost, where?' },
  lostTitle: { km: 'រាយការណ៍បាត់លិខិត', th: 'แจ้งบัตรหาย', en: 'Report a lost pass' },
  complainTitle: { km: 'ប្តឹង', th: 'ร้องเรียน', en: 'Complain' },
  contestTitle: { km: 'ជំទាស់ការសម្រេច', th: 'โต้แย้งคำตัดสิน', en: 'Contest a decision' },

  notes: { km: 'សូមជ្រាប', th: 'โปรดทราบ', en: 'Please note' },
  timesNote: { km: 'ម៉ោងទាំងអស់ជាម៉ោងនៅព្រំដែន (UTC+7)។', th: 'เวลาทั้งหมดเป็นเวลาที่ชายแดน (UTC+7)', en: 'All times are border time (UTC+7).' },
  recordNote: {
    km: 'ចម្លើយគិតតាមម៉ោងបើក និងបទបញ្ជា ដែលបានកត់ត្រាក្នុងការសាកល្បងនេះប៉ុណ្ណោះ។ សូមសួរនៅច្រក មុនពេលធ្វើដំណើរ។',
    th: 'คำตอบคิดจากเวลาทำการและคำสั่งที่บันทึกไว้ในการทดลองนี้เท่านั้น โปรดสอบถามที่จุดผ่านแดนก่อนเดินทาง',
    en: 'Answers follow only the hours and orders recorded in this trial. Ask at the crossing before you travel.',
  },
  lineNote: {
    km: 'បន្ទាត់លើផែនទីគ្រាន់តែសម្រាប់ចង្អុលបង្ហាញ មិនមែនជាព្រំដែនផ្លូវការទេ។',
    th: 'เส้นบนแผนที่เป็นเพียงเส้นโดยสังเขป ไม่ใช่เขตแดนอย่างเป็นทางการ',
    en: 'The line on the map is indicative. It is not an official boundary.',
  },
} as const satisfies Record<string, Text>

export const sideWords = {
  KH: { km: 'ខាងកម្ពុជា', th: 'ฝั่งกัมพูชา', en: 'Cambodian side' },
  TH: { km: 'ខាងថៃ', th: 'ฝั่งไทย', en: 'Thai side' },
  LA: { km: 'ខាងឡាវ', th: 'ฝั่งลาว', en: 'Lao side' },
  VN: { km: 'ខាងវៀតណាម', th: 'ฝั่งเวียดนาม', en: 'Vietnamese side' },
} as const satisfies Record<StateCode, Text>

/** What stands before an area's native name, in the state's own script. */
export const areaPrefixes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  KH: { province: 'ខេត្ត', district: 'ស្រុក', municipality: 'ក្រុង' },
  TH: { province: 'จังหวัด', district: 'อำเภอ' },
}
