// Words of the credential's check. Words lie below credential, so its list of codes is compared with this table by words.test.ts.
import type { Text } from '../kernel/language.ts'

const notAPass = { km: 'នេះមិនមែនជាកូដលិខិតឆ្លងដែនទេ។', th: 'นี่ไม่ใช่รหัสของบัตรผ่านแดน', en: 'This is not the code of a border pass.' }
const notFromAnOffice = {
  km: 'កូដនេះខូច ឬមិនមែនធ្វើដោយការិយាល័យទេ។',
  th: 'รหัสนี้เสียหายหรือไม่ได้ออกโดยสำนักงาน',
  en: 'The code is damaged, or was not made by an office.',
}
const falseSignature = {
  km: 'ហត្ថលេខាមិនត្រឹមត្រូវ៖ លិខិតនេះក្លែង ឬត្រូវបានកែ។',
  th: 'ลายมือชื่อไม่ถูกต้อง บัตรนี้ปลอมหรือถูกแก้ไข',
  en: 'The signature is false: the pass is forged or was altered.',
}
const notInForm = {
  km: 'ទិន្នន័យក្នុងកូដមិនត្រូវតាមទម្រង់លិខិតឆ្លងដែនទេ។',
  th: 'ข้อมูลในรหัสไม่ตรงตามแบบของบัตรผ่านแดน',
  en: 'The data in the code does not have the form of a border pass.',
}

/** One sentence for each answer about a pass; the answers that need a check by hand also say what to do. */
export const credentialWords = {
  OK: { km: 'លិខិតឆ្លងដែនជារបស់ពិត និងមានសុពលភាព។', th: 'บัตรผ่านแดนเป็นของแท้และยังใช้ได้', en: 'The pass is genuine and valid.' },

  TOO_LONG: notFromAnOffice,
  B45_ALPHABET: notAPass,
  B45_LENGTH: notAPass,
  B45_OVERFLOW: notAPass,
  ZLIB_HEADER: notAPass,
  ZLIB_DATA: notFromAnOffice,
  ZLIB_SIZE: notFromAnOffice,
  ZLIB_ADLER: notFromAnOffice,
  ZLIB_TRAILING: notFromAnOffice,

  CBOR_END: notFromAnOffice,
  CBOR_TRAILING: notFromAnOffice,
  CBOR_SHORTEST: notFromAnOffice,
  CBOR_INDEFINITE: notFromAnOffice,
  CBOR_UNSUPPORTED: notFromAnOffice,
  CBOR_INTEGER: notFromAnOffice,
  CBOR_UTF8: notFromAnOffice,
  CBOR_KEY: notFromAnOffice,
  CBOR_ORDER: notFromAnOffice,
  CBOR_DUPLICATE: notFromAnOffice,
  CBOR_LIMIT: notFromAnOffice,

  COSE_TAG: notFromAnOffice,
  COSE_SHAPE: notFromAnOffice,
  COSE_UNPROTECTED: notFromAnOffice,
  COSE_PROTECTED: notFromAnOffice,
  COSE_PAYLOAD: notFromAnOffice,
  COSE_SIGNATURE: notFromAnOffice,
  ALG: notFromAnOffice,
  KID: notFromAnOffice,
  KID_UNKNOWN: {
    km: 'ឧបករណ៍នេះមិនស្គាល់កូនសោហត្ថលេខា។ សូមធ្វើបច្ចុប្បន្នភាពបញ្ជី ឬពិនិត្យដោយដៃ។',
    th: 'อุปกรณ์นี้ไม่รู้จักกุญแจลายมือชื่อ โปรดปรับปรุงรายการให้เป็นปัจจุบัน หรือตรวจด้วยตนเอง',
    en: 'This device does not know the signing key. Update the lists, or check by hand.',
  },
  ALG_KEY_MISMATCH: falseSignature,
  SIG_INVALID: falseSignature,
  KEY_LEAKED: {
    km: 'កូនសោនៃការិយាល័យនេះត្រូវបានគេលួច ហើយលិខិតនេះមិនមានក្នុងបញ្ជីលិខិតពិតទេ។',
    th: 'กุญแจของสำนักงานนี้รั่วไหล และบัตรนี้ไม่อยู่ในรายการบัตรแท้',
    en: 'This office’s key was leaked, and this pass is not among its genuine ones.',
  },

  SCHEMA_KEYS: notInForm,
  SCHEMA_ISSUER: notInForm,
  SCHEMA_TIME: notInForm,
  SCHEMA_NUMBER: notInForm,
  SCHEMA_LANGUAGE: notInForm,
  SCHEMA_NAME: notInForm,
  SCHEMA_BIRTH_DATE: notInForm,
  SCHEMA_SEX: notInForm,
  SCHEMA_NATIONALITY: notInForm,
  SCHEMA_AREA: notInForm,
  SCHEMA_PHOTO: notInForm,
  SCHEMA_STATUS: notInForm,
  SCHEMA_PASS: notInForm,
  SCHEMA_PERIOD: {
    km: 'រយៈពេលសុពលភាពនៃលិខិតវែងជាងការអនុញ្ញាត។',
    th: 'อายุบัตรยาวเกินกว่าที่อนุญาต',
    en: 'The pass is valid for longer than is allowed.',
  },

  ISS_MISMATCH: {
    km: 'កូនសោហត្ថលេខាមិនមែនរបស់រដ្ឋដែលចេញលិខិតទេ។',
    th: 'กุญแจลายมือชื่อไม่ใช่ของรัฐผู้ออกบัตร',
    en: 'The signing key does not belong to the issuing state.',
  },
  EXP_BEFORE_IAT: { km: 'កាលបរិច្ឆេទក្នុងលិខិតផ្ទុយគ្នា។', th: 'วันที่ในบัตรขัดแย้งกัน', en: 'The dates in the pass contradict each other.' },
  IAT_FUTURE: {
    km: 'ថ្ងៃចេញលិខិតនៅក្រោយពេលនេះ។ សូមពិនិត្យនាឡិការបស់ឧបករណ៍ រួចពិនិត្យលិខិតដោយដៃ។',
    th: 'วันออกบัตรอยู่หลังเวลานี้ โปรดตรวจนาฬิกาของอุปกรณ์ แล้วตรวจบัตรด้วยตนเอง',
    en: 'The pass is dated after this moment. Check the clock of the device, then the pass by hand.',
  },
  NOT_YET: { km: 'លិខិតមិនទាន់ចូលសុពលភាពទេ។', th: 'บัตรยังไม่ถึงวันเริ่มใช้', en: 'The pass is not valid yet.' },
  EXPIRED: { km: 'លិខិតផុតសុពលភាពហើយ។', th: 'บัตรหมดอายุแล้ว', en: 'The pass has expired.' },
  KEY_PERIOD: {
    km: 'កូនសោហត្ថលេខាមិនមានប្រសិទ្ធភាពនៅថ្ងៃចេញលិខិតទេ។',
    th: 'กุญแจลายมือชื่อไม่มีผลในวันที่ออกบัตร',
    en: 'The signing key was not in force on the day of issue.',
  },
  STATUS_UNKNOWN_LIST: {
    km: 'ឧបករណ៍នេះគ្មានបញ្ជីស្ថានភាពសម្រាប់លិខិតនេះ។ សូមធ្វើបច្ចុប្បន្នភាពបញ្ជី ឬពិនិត្យដោយដៃ។',
    th: 'อุปกรณ์นี้ไม่มีรายการสถานะของบัตรนี้ โปรดปรับปรุงรายการให้เป็นปัจจุบัน หรือตรวจด้วยตนเอง',
    en: 'This device has no status list for the pass. Update the lists, or check by hand.',
  },
  STATUS_STALE: {
    km: 'បញ្ជីស្ថានភាពក្នុងឧបករណ៍នេះហួសកាលកំណត់។ សូមធ្វើបច្ចុប្បន្នភាពបញ្ជី ឬពិនិត្យដោយដៃ។',
    th: 'รายการสถานะในอุปกรณ์นี้เก่าเกินกำหนด โปรดปรับปรุงรายการให้เป็นปัจจุบัน หรือตรวจด้วยตนเอง',
    en: 'The status list on this device is out of date. Update the lists, or check by hand.',
  },
  STATUS_INDEX: {
    km: 'លិខិតនេះមិនមានលេខក្នុងបញ្ជីស្ថានភាពទេ។',
    th: 'ไม่มีลำดับของบัตรนี้ในรายการสถานะ',
    en: 'The pass points outside its status list.',
  },
  REVOKED: { km: 'លិខិតត្រូវបានលុបចោល។', th: 'บัตรถูกยกเลิก', en: 'The pass is revoked.' },
  SUSPENDED: { km: 'លិខិតត្រូវបានផ្អាក។', th: 'บัตรถูกระงับ', en: 'The pass is suspended.' },
} as const satisfies Readonly<Record<string, Text>>
