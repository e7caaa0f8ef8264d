// Words of the verdict at the lane. Words lie below movements, so the lists of codes are compared with these tables by words.test.ts.
import type { Language, Text } from '../kernel/language.ts'
import { sayFigure } from './dates.ts'

/** The verdict's word, and what the officer does now. */
export const outcomeWords = {
  admit: {
    word: { km: 'អនុញ្ញាត', th: 'ผ่านได้', en: 'Admit' },
    next: { km: 'ប្រគល់លិខិតជូនវិញ ហើយអនុញ្ញាតឱ្យឆ្លងកាត់។', th: 'คืนบัตรและให้ผ่านได้', en: 'Hand the pass back and let the person through.' },
  },
  'admit-with-flag': {
    word: { km: 'អនុញ្ញាត ដោយមានចំណាំ', th: 'ผ่านได้ มีข้อสังเกต', en: 'Admit, with a flag' },
    next: {
      km: 'អានចំណាំ ប្រាប់សាមីខ្លួន ហើយអនុញ្ញាតឱ្យឆ្លងកាត់។',
      th: 'อ่านข้อสังเกต แจ้งผู้ถือบัตร แล้วให้ผ่านได้',
      en: 'Read the flag, tell the person, and let them through.',
    },
  },
  refer: {
    word: { km: 'បញ្ជូនបន្ត', th: 'ส่งต่อเจ้าหน้าที่', en: 'Refer' },
    next: {
      km: 'អញ្ជើញសាមីខ្លួនចេញពីជួរ ទៅជួបមន្ត្រីទទួលបន្ទុក ដើម្បីពិនិត្យបន្ថែម។ នេះមិនមែនជាការបដិសេធទេ។',
      th: 'เชิญออกจากแถวไปพบเจ้าหน้าที่ผู้รับผิดชอบเพื่อตรวจเพิ่มเติม นี่ไม่ใช่การปฏิเสธ',
      en: 'Ask the person out of the line to the officer in charge for a further check. This is not a refusal.',
    },
  },
  refuse: {
    word: { km: 'មិនអនុញ្ញាត', th: 'ไม่อนุญาต', en: 'Refuse' },
    next: {
      km: 'ប្រាប់មូលហេតុ និងសិទ្ធិស្នើឱ្យប្រធានច្រកពិនិត្យឡើងវិញ។ បើសុំការការពារ ឈឺ ជាកុមារគ្មានអ្នកអម ឬសង្ស័យថាជាជនរងគ្រោះនៃការជួញដូរមនុស្ស សូមបញ្ជូនបន្ត។',
      th: 'แจ้งเหตุผลและสิทธิขอให้หัวหน้าจุดผ่านแดนทบทวน หากขอความคุ้มครอง เจ็บป่วย เป็นเด็กที่ไม่มีผู้ดูแล หรืออาจเป็นผู้เสียหายจากการค้ามนุษย์ ให้ส่งต่อเจ้าหน้าที่',
      en: 'Give the reason, and say that the chief of the crossing point can review it. Refer instead anyone who asks for protection, is ill, is a child alone, or may be a victim of trafficking.',
    },
  },
} as const satisfies Readonly<Record<string, { readonly word: Text; readonly next: Text }>>

/** Why a point is closed although the other side's order lets this person pass. */
export const sideHoursWords = {
  km: 'ភាគី{state}បើកពីម៉ោង {opens} ដល់ {closes}',
  th: 'ฝั่ง{state}เปิด {opens} ถึง {closes}',
  en: '{state}’s side is open from {opens} to {closes}',
} as const satisfies Text

/** One sentence for each reason of a finding, short enough for the lane. */
export const reasonWords = {
  genuine: { km: 'លិខិតឆ្លងដែនជារបស់ពិត។', th: 'บัตรผ่านแดนเป็นของแท้', en: 'The pass is genuine.' },
  'not-genuine': { km: 'លិខិតឆ្លងដែនមិនឆ្លងផុតការពិនិត្យភាពពិតទេ។', th: 'บัตรไม่ผ่านการตรวจว่าเป็นของแท้', en: 'The pass failed the check that it is genuine.' },
  'not-verified': { km: 'មិនទាន់អាចផ្ទៀងផ្ទាត់លិខិតនេះបានទេ។', th: 'ยังตรวจยืนยันบัตรนี้ไม่ได้', en: 'The pass could not be verified yet.' },
  'number-typed': { km: 'លេខបានវាយដោយដៃ ហើយមានក្នុងបញ្ជី។', th: 'หมายเลขพิมพ์ด้วยมือและมีในทะเบียน', en: 'The number was typed and is in the register.' },
  standing: { km: 'លិខិតមិនត្រូវបានផ្អាក ឬលុបចោលទេ។', th: 'บัตรไม่ถูกระงับหรือยกเลิก', en: 'The pass is neither suspended nor revoked.' },
  suspended: { km: 'លិខិតត្រូវបានផ្អាក។', th: 'บัตรถูกระงับ', en: 'The pass is suspended.' },
  revoked: { km: 'លិខិតត្រូវបានលុបចោល។', th: 'บัตรถูกยกเลิก', en: 'The pass is revoked.' },
  replaced: { km: 'លិខិតនេះត្រូវបានជំនួសដោយលិខិតថ្មី។', th: 'บัตรนี้ถูกแทนด้วยบัตรใหม่', en: 'The pass was replaced by a new one.' },
  'not-registered': { km: 'រកមិនឃើញលិខិតនេះក្នុងបញ្ជីទេ។', th: 'ไม่พบบัตรนี้ในทะเบียน', en: 'The pass is not in the register.' },
  'not-handed-over': {
    km: 'បញ្ជីមិនទាន់មានកំណត់ត្រាថាលិខិតនេះបានប្រគល់ជូនទេ។',
    th: 'ทะเบียนยังไม่มีบันทึกว่าได้ส่งมอบบัตรนี้แล้ว',
    en: 'By the register this pass was not handed over yet.',
  },
  'standing-unknown': {
    km: 'មិនអាចពិនិត្យបញ្ជីបានទេ ព្រោះគ្មានបណ្តាញ។',
    th: 'ตรวจทะเบียนไม่ได้เพราะไม่มีเครือข่าย',
    en: 'The register could not be asked without the network.',
  },
  valid: { km: 'ឯកសារនៅក្នុងរយៈពេលសុពលភាព។', th: 'เอกสารยังไม่หมดอายุ', en: 'The document is within its dates.' },
  expired: { km: 'ឯកសារផុតសុពលភាពហើយ។', th: 'เอกสารหมดอายุแล้ว', en: 'The document has expired.' },
  'not-yet-valid': { km: 'ឯកសារមិនទាន់ចូលសុពលភាពទេ។', th: 'เอกสารยังไม่ถึงวันเริ่มใช้', en: 'The document is not valid yet.' },
  'class-accepted': {
    km: 'ច្រកប្រភេទនេះទទួលឯកសារប្រភេទនេះ។',
    th: 'จุดผ่านแดนประเภทนี้รับเอกสารชนิดนี้',
    en: 'This class of crossing point takes this kind of document.',
  },
  'class-not-accepted': {
    km: 'ច្រកប្រភេទនេះមិនទទួលឯកសារប្រភេទនេះទេ។',
    th: 'จุดผ่านแดนประเภทนี้ไม่รับเอกสารชนิดนี้',
    en: 'This class of crossing point does not take this kind of document.',
  },
  open: { km: 'ច្រកកំពុងបើក។', th: 'จุดผ่านแดนเปิดอยู่', en: 'The crossing point is open.' },
  closed: { km: 'ច្រកកំពុងបិទ។', th: 'จุดผ่านแดนปิดอยู่', en: 'The crossing point is closed.' },
  'face-differs': { km: 'មុខមិនដូចរូបថត។', th: 'ใบหน้าไม่ตรงกับรูปถ่าย', en: 'The face does not match the photo.' },
  'pass-lent': {
    km: 'ឯកសារពិត តែស្ថិតនៅក្នុងដៃអ្នកដទៃ៖ ឱ្យខ្ចី រើសបាន ឬត្រូវគេលួច។',
    th: 'เอกสารเป็นของจริงแต่อยู่ในมือผู้อื่น: ให้ยืม เก็บได้ หรือถูกขโมย',
    en: 'The document is genuine, and another person’s: lent, found or stolen.',
  },
  'stay-granted': { km: 'អាចស្នាក់នៅដល់ថ្ងៃដែលបានបង្ហាញ។', th: 'พำนักได้ถึงวันที่แสดง', en: 'The stay is lawful until the date shown.' },
  'in-time': { km: 'ត្រឡប់មកវិញក្នុងពេលកំណត់។', th: 'กลับภายในกำหนด', en: 'The return is in time.' },
  'late-own-national': {
    km: 'ពលរដ្ឋរបស់យើងត្រឡប់មកវិញយឺតជាងថ្ងៃកំណត់ {until}។',
    th: 'คนชาติของเรากลับช้ากว่าวันกำหนด {until}',
    en: 'Our own national returns after the last lawful day, {until}.',
  },
  'late-foreigner': {
    km: 'ជនបរទេសស្នាក់នៅលើសថ្ងៃកំណត់ {until}។',
    th: 'คนต่างชาติพำนักเกินวันกำหนด {until}',
    en: 'The foreigner stayed beyond the last lawful day, {until}.',
  },
  'exit-missing': { km: 'មិនមានកំណត់ត្រានៃការចេញលើកមុនទេ។', th: 'ไม่มีบันทึกการออกครั้งก่อน', en: 'The exit before this is not on record.' },
  'entry-missing': { km: 'មិនមានកំណត់ត្រានៃការចូលលើកមុនទេ។', th: 'ไม่มีบันทึกการเข้าครั้งก่อน', en: 'The entry before this is not on record.' },
  'record-unknown': {
    km: 'មិនអាចពិនិត្យការឆ្លងកាត់មុនៗបានទេ ព្រោះគ្មានបណ្តាញ។',
    th: 'ตรวจการผ่านแดนครั้งก่อนไม่ได้เพราะไม่มีเครือข่าย',
    en: 'Earlier movements could not be asked without the network.',
  },
  'arrived-late': {
    km: 'កំណត់ត្រានេះមកដល់ក្រោយការឆ្លងកាត់ដែលថ្មីជាង។',
    th: 'บันทึกนี้มาถึงหลังการผ่านแดนครั้งที่ใหม่กว่า',
    en: 'This record arrived after a newer movement.',
  },
  'told-late': {
    km: 'កើតឡើងនៅ {happened} តែបានកត់ត្រានៅ {told}៖ ក្រោយ {hours} ម៉ោង។',
    th: 'เกิดขึ้นเมื่อ {happened} แต่บันทึกเมื่อ {told}: ช้าไป {hours} ชั่วโมง',
    en: 'It happened on {happened} and was recorded on {told}: {hours} {hours:hour|hours} later.',
  },
  'going-home': {
    km: 'សាមីខ្លួនអាចកំពុងវិលទៅប្រទេសវិញ។',
    th: 'ผู้ถือบัตรอาจกำลังเดินทางกลับประเทศของตน',
    en: 'The person may be going home: nobody is refused that.',
  },
  'mrz-read': {
    km: 'បន្ទាត់នៃលិខិតឆ្លងដែនអន្តរជាតិត្រូវនឹងលេខផ្ទៀងផ្ទាត់។',
    th: 'แถบอ่านหนังสือเดินทางตรงกับเลขตรวจสอบ',
    en: "The passport's lines agree with their check digits.",
  },
  'in-office-going-home': {
    km: 'តាមបញ្ជី លិខិតនេះមិនទាន់បានប្រគល់ជូនទេ ប៉ុន្តែសាមីខ្លួនកំពុងត្រឡប់មកវិញ។',
    th: 'ตามทะเบียนยังไม่ได้ส่งมอบบัตรนี้ แต่ผู้ถือบัตรกำลังกลับบ้าน',
    en: 'By the register this pass was not handed over yet, but its holder is on the way home.',
  },
  'nationality-admitted': {
    km: 'សញ្ជាតិនេះចូលបានដោយគ្មានទិដ្ឋាការ {days} ថ្ងៃ។',
    th: 'สัญชาตินี้เข้าได้โดยไม่ต้องมีวีซ่า {days} วัน',
    en: 'This nationality enters without a visa for {days} {days:day|days}.',
  },
  'visa-seen': { km: 'មន្ត្រីបានឃើញទិដ្ឋាការ។', th: 'เจ้าหน้าที่เห็นวีซ่าแล้ว', en: 'The officer saw the visa.' },
  'visa-not-seen': {
    km: 'ត្រូវការទិដ្ឋាការ ហើយមិនទាន់មានអ្នកពិនិត្យទេ។',
    th: 'ต้องมีวีซ่า และยังไม่มีผู้ตรวจ',
    en: 'A visa is needed, and nobody has looked at it yet.',
  },
  'nationality-not-admitted': { km: 'សញ្ជាតិនេះមិនអាចចូលតាមច្រកនេះបានទេ។', th: 'สัญชาตินี้เข้าทางจุดนี้ไม่ได้', en: 'This nationality does not enter here.' },
  'arrived-before': {
    km: 'បានមកដល់ជួរមុន៖ ម៉ោងនោះជាអ្នកសម្រេច។',
    th: 'มาถึงแถวก่อนหน้านี้ ใช้เวลานั้นตัดสิน',
    en: 'The line was reached before: that minute decides.',
  },
  'order-admits': { km: 'បទបញ្ជាលេខ {order} អនុញ្ញាត។', th: 'คำสั่งเลขที่ {order} อนุญาต', en: 'Order {order} lets this person pass.' },
  'order-hours': {
    km: 'បទបញ្ជាលេខ {order} មិនឱ្យឆ្លងនៅម៉ោងនេះទេ។',
    th: 'คำสั่งเลขที่ {order} ไม่ให้ผ่านในเวลานี้',
    en: 'Order {order} allows no crossing at this hour.',
  },
  'order-purpose': {
    km: 'បទបញ្ជាលេខ {order} សម្រាប់គោលបំណងផ្សេង។',
    th: 'คำสั่งเลขที่ {order} เป็นของวัตถุประสงค์อื่น',
    en: 'Order {order} is for other purposes.',
  },
  'order-area': {
    km: 'បទបញ្ជាលេខ {order} អនុញ្ញាតតែលិខិតនៃតំបន់ផ្សេង។',
    th: 'คำสั่งเลขที่ {order} ให้เฉพาะบัตรของพื้นที่อื่น',
    en: 'Order {order} is for passes of other areas.',
  },
  'order-document': {
    km: 'បទបញ្ជាលេខ {order} មិនទទួលលិខិតប្រភេទនេះទេ។',
    th: 'คำสั่งเลขที่ {order} ไม่รับเอกสารชนิดนี้',
    en: 'Order {order} does not take this kind of document.',
  },
  'order-nationality': {
    km: 'បទបញ្ជាលេខ {order} សម្រាប់សញ្ជាតិផ្សេង។',
    th: 'คำสั่งเลขที่ {order} เป็นของสัญชาติอื่น',
    en: 'Order {order} is for other nationalities.',
  },
  'order-age': { km: 'បទបញ្ជាលេខ {order} សម្រាប់អាយុផ្សេង។', th: 'คำสั่งเลขที่ {order} เป็นของอายุอื่น', en: 'Order {order} is for other ages.' },
  'order-going-home': {
    km: 'បទបញ្ជាលេខ {order} សម្រាប់តែអ្នកត្រឡប់ទៅប្រទេសវិញ។',
    th: 'คำสั่งเลขที่ {order} เฉพาะผู้เดินทางกลับประเทศ',
    en: 'Order {order} is for people on their way home.',
  },
  'order-closed': { km: 'បទបញ្ជាលេខ {order} បិទច្រក។', th: 'คำสั่งเลขที่ {order} ปิดจุดผ่านแดน', en: 'Order {order} closes the crossing point.' },
  'session-place': {
    km: 'យកកន្លែងមួយក្នុងចំណោម {limit} នៃវគ្គនេះ។',
    th: 'ใช้หนึ่งที่จาก {limit} ของรอบนี้',
    en: 'Takes a place of this session, which has {limit}.',
  },
  'session-full': { km: 'វគ្គនេះពេញហើយ តាមបទបញ្ជាលេខ {order}។', th: 'รอบนี้เต็มแล้ว ตามคำสั่งเลขที่ {order}', en: 'This session is full, by order {order}.' },
  'vehicle-elsewhere': {
    km: 'បទបញ្ជាលេខ {order} មិនឱ្យយានប្រភេទនេះឆ្លងនៅទីនេះទេ។',
    th: 'คำสั่งเลขที่ {order} ไม่ให้ยานพาหนะชนิดนี้ผ่านที่นี่',
    en: 'Order {order} does not let this kind of vehicle cross here.',
  },
  'child-alone': { km: 'កុមារគ្មានអ្នកអម។', th: 'เด็กไม่มีผู้ดูแล', en: 'A child with nobody beside it.' },
  'child-not-asked': {
    km: 'កុមារអាយុ {age} ឆ្នាំ៖ សូមសួរថានរណាមកជាមួយ។',
    th: 'เด็กอายุ {age} ปี โปรดถามว่ามากับใคร',
    en: 'A child of {age}: ask who is with it.',
  },
  'care-asylum': { km: 'សុំការការពារ។', th: 'ขอความคุ้มครอง', en: 'Asks for protection.' },
  'care-trafficking': { km: 'អាចជាជនរងគ្រោះនៃការជួញដូរមនុស្ស។', th: 'อาจเป็นผู้เสียหายจากการค้ามนุษย์', en: 'May be a victim of trafficking.' },
  'care-child': { km: 'មន្ត្រីឃើញថាជាកុមារគ្មានអ្នកអម។', th: 'เจ้าหน้าที่เห็นว่าเป็นเด็กไม่มีผู้ดูแล', en: 'The officer sees a child alone.' },
  'care-medical': { km: 'ឈឺ ឬត្រូវការគ្រូពេទ្យ។', th: 'เจ็บป่วยหรือต้องพบแพทย์', en: 'Is ill, or needs a doctor.' },
  'care-other': { km: 'មន្ត្រីសុំឱ្យពិនិត្យម្តងទៀត។', th: 'เจ้าหน้าที่ขอให้ตรวจอีกครั้ง', en: 'The officer asks for a second look.' },
  'referral-open': {
    km: 'បានបញ្ជូនបន្តមុននេះ ហើយមិនទាន់មានការសម្រេចទេ។',
    th: 'ถูกส่งต่อก่อนหน้านี้และยังไม่มีการตัดสิน',
    en: 'Was referred before, and nobody has decided yet.',
  },
  listed: { km: 'សូមអញ្ជើញទៅជួបមន្ត្រីជួរទីពីរ។', th: 'โปรดเชิญไปพบเจ้าหน้าที่ชั้นที่สอง', en: 'Ask the person to the second line.' },
  'days-tolled': {
    km: 'ច្រកត្រូវបានបិទ {days} ថ្ងៃ៖ ថ្ងៃទាំងនោះមិនរាប់ទេ។',
    th: 'จุดผ่านแดนถูกปิด {days} วัน ไม่นับวันเหล่านั้น',
    en: 'Orders kept the way shut for {days} {days:day|days}: they do not count.',
  },
  'found-lawful': {
    km: 'ការសម្រេចលើពាក្យជំទាស់រាប់ថាស្របច្បាប់ដល់ {until}។',
    th: 'คำวินิจฉัยคำโต้แย้งนับว่าชอบถึงวันที่ {until}',
    en: 'A decision found the stay lawful through {until}.',
  },
  'too-fast': {
    km: 'ពីច្រកមុនមកទីនេះ {minutes} នាទី៖ ផ្លូវត្រូវការយ៉ាងតិច {least} នាទី។',
    th: 'จากจุดก่อนมาที่นี่ {minutes} นาที ทางต้องใช้อย่างน้อย {least} นาที',
    en: 'From the last point in {minutes} {minutes:minute|minutes}: the way takes {least} at least.',
  },
  'going-home-to-officer': {
    km: 'សាមីខ្លួនអាចកំពុងវិលទៅប្រទេសវិញ៖ មន្ត្រីទទួលបន្ទុកពិនិត្យ។',
    th: 'ผู้ถือบัตรอาจกำลังกลับประเทศ ให้เจ้าหน้าที่ผู้รับผิดชอบตรวจ',
    en: 'The person may be going home: the officer in charge looks, nobody is sent back.',
  },
  'care-first': { km: 'ត្រូវមើលថែសាមីខ្លួនជាមុនសិន។', th: 'ต้องดูแลบุคคลนี้ก่อน', en: 'Somebody has to look after this person first.' },
  'let-pass': { km: 'អ្នកទទួលបន្ទុកបានសម្រេចឱ្យឆ្លង។', th: 'ผู้รับผิดชอบตัดสินให้ผ่าน', en: 'Somebody in charge decided to let this person pass.' },
} as const satisfies Readonly<Record<string, Text>>

const datedFigures: readonly string[] = ['until', 'happened', 'told']
/** The figures of a finding that are days or moments, as they are read. An order's number may look like a day, and is none. */
export const sayDays = (about: Readonly<Record<string, string | number>>, language: Language): Readonly<Record<string, string | number>> =>
  Object.fromEntries(Object.entries(about).map(([name, value]) => [name, datedFigures.includes(name) ? sayFigure(value, language) : value]))

/** In a list, where the figures of a finding are not at hand. */
const withoutFigures: Readonly<Record<string, Text>> = {
  'late-own-national': {
    km: 'ពលរដ្ឋរបស់យើងត្រឡប់មកវិញយឺតជាងកំណត់។',
    th: 'คนชาติของเรากลับช้ากว่ากำหนด',
    en: 'Our own national returns after the last lawful day.',
  },
  'late-foreigner': { km: 'ជនបរទេសស្នាក់នៅលើសថ្ងៃកំណត់។', th: 'คนต่างชาติพำนักเกินกำหนด', en: 'The foreigner stayed beyond the last lawful day.' },
  'too-fast': {
    km: 'មកពីច្រកមុនលឿនជាងផ្លូវត្រូវការ។',
    th: 'มาจากจุดก่อนเร็วกว่าที่ทางต้องใช้',
    en: 'Faster from the last point than the way takes.',
  },
  'child-not-asked': { km: 'កុមារ៖ សូមសួរថានរណាមកជាមួយ។', th: 'เด็ก โปรดถามว่ามากับใคร', en: 'A child: ask who is with it.' },
  'told-late': { km: 'ការឆ្លងនេះត្រូវបានកត់ត្រាយឺត។', th: 'การผ่านแดนนี้ถูกบันทึกช้า', en: 'This crossing was recorded late.' },
  'found-lawful': {
    km: 'ការសម្រេចលើពាក្យជំទាស់រាប់ថាស្របច្បាប់។',
    th: 'คำวินิจฉัยคำโต้แย้งนับว่าชอบ',
    en: 'A decision found the stay lawful.',
  },
  'days-tolled': { km: 'ថ្ងៃដែលច្រកបិទមិនរាប់ទេ។', th: 'ไม่นับวันที่จุดผ่านแดนถูกปิด', en: 'Days on which the way was shut do not count.' },
}
export const reasonInShort = (reason: string): Text | undefined =>
  withoutFigures[reason] ?? (Object.hasOwn(reasonWords, reason) ? reasonWords[reason as keyof typeof reasonWords] : undefined)

/** The last crossing on record, beneath a finding that stands on it. */
export const lastPassageWords = {
  last: {
    km: 'ការឆ្លងចុងក្រោយក្នុងកំណត់ត្រា៖ {time} {point}',
    th: 'การผ่านแดนครั้งสุดท้ายในบันทึก: {time} {point}',
    en: 'Last crossing on record: {time}, {point}',
  },
  none: { km: 'គ្មានការឆ្លងមុននេះក្នុងកំណត់ត្រាទេ។', th: 'ไม่มีการผ่านแดนก่อนหน้านี้ในบันทึก', en: 'No earlier crossing is on record.' },
} as const satisfies Readonly<Record<string, Text>>

export const directionWords = {
  exit: { km: 'ចេញ', th: 'ออก', en: 'Exit' },
  entry: { km: 'ចូល', th: 'เข้า', en: 'Entry' },
} as const satisfies Readonly<Record<string, Text>>

export const pointClassWords = {
  permanent: { km: 'ច្រកទ្វារព្រំដែនអន្តរជាតិ', th: 'จุดผ่านแดนถาวร', en: 'Permanent crossing point' },
  relaxed: { km: 'ច្រករបៀង', th: 'จุดผ่อนปรน', en: 'Relaxed crossing point' },
  temporary: { km: 'ច្រកបណ្តោះអាសន្ន', th: 'จุดผ่านแดนชั่วคราว', en: 'Temporary crossing point' },
} as const satisfies Readonly<Record<string, Text>>

/** What the issuer's register says of a pass. */
export const registerWords = {
  active: { km: 'មានប្រសិទ្ធភាព', th: 'ใช้ได้', en: 'In force' },
  suspended: { km: 'បានផ្អាក', th: 'ถูกระงับ', en: 'Suspended' },
  revoked: { km: 'បានលុបចោល', th: 'ถูกยกเลิก', en: 'Revoked' },
  replaced: { km: 'បានជំនួស', th: 'ถูกแทนแล้ว', en: 'Replaced' },
  expired: { km: 'ផុតសុពលភាព', th: 'หมดอายุ', en: 'Expired' },
  absent: { km: 'គ្មានក្នុងបញ្ជី', th: 'ไม่มีในทะเบียน', en: 'Not in the register' },
  partner: { km: 'បញ្ជីរបស់រដ្ឋដៃគូ', th: 'ทะเบียนของรัฐคู่ภาคี', en: 'In the partner state’s register' },
  unknown: { km: 'មិនទាន់ដឹង', th: 'ยังไม่ทราบ', en: 'Not known yet' },
  none: { km: 'គ្មានបញ្ជីនៅទីនេះ', th: 'ไม่มีทะเบียนที่นี่', en: 'No register here' },
} as const satisfies Readonly<Record<string, Text>>
