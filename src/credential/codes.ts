/** What the officer's screen shows: green admits the document, red refuses it, amber asks for a check by hand, neutral is no border pass at all. */
export type PassOutcome = 'green' | 'amber' | 'red' | 'neutral'

/** Every answer about a pass, in the order in which the checks run. The outcome follows from the code alone. */
export const outcomeOf = {
  OK: 'green',

  TOO_LONG: 'red',
  B45_ALPHABET: 'neutral',
  B45_LENGTH: 'neutral',
  B45_OVERFLOW: 'neutral',
  ZLIB_HEADER: 'neutral',
  ZLIB_DATA: 'red',
  ZLIB_SIZE: 'red',
  ZLIB_ADLER: 'red',
  ZLIB_TRAILING: 'red',

  CBOR_END: 'red',
  CBOR_TRAILING: 'red',
  CBOR_SHORTEST: 'red',
  CBOR_INDEFINITE: 'red',
  CBOR_UNSUPPORTED: 'red',
  CBOR_INTEGER: 'red',
  CBOR_UTF8: 'red',
  CBOR_KEY: 'red',
  CBOR_ORDER: 'red',
  CBOR_DUPLICATE: 'red',
  CBOR_LIMIT: 'red',

  COSE_TAG: 'red',
  COSE_SHAPE: 'red',
  COSE_UNPROTECTED: 'red',
  COSE_PROTECTED: 'red',
  COSE_PAYLOAD: 'red',
  COSE_SIGNATURE: 'red',
  ALG: 'red',
  KID: 'red',
  KID_UNKNOWN: 'amber',
  ALG_KEY_MISMATCH: 'red',
  SIG_INVALID: 'red',
  KEY_LEAKED: 'red',

  SCHEMA_KEYS: 'red',
  SCHEMA_ISSUER: 'red',
  SCHEMA_TIME: 'red',
  SCHEMA_NUMBER: 'red',
  SCHEMA_LANGUAGE: 'red',
  SCHEMA_NAME: 'red',
  SCHEMA_BIRTH_DATE: 'red',
  SCHEMA_SEX: 'red',
  SCHEMA_NATIONALITY: 'red',
  SCHEMA_AREA: 'red',
  SCHEMA_PHOTO: 'red',
  SCHEMA_STATUS: 'red',
  SCHEMA_PASS: 'red',
  SCHEMA_PERIOD: 'red',

  ISS_MISMATCH: 'red',
  EXP_BEFORE_IAT: 'red',
  IAT_FUTURE: 'amber',
  NOT_YET: 'red',
  EXPIRED: 'red',
  KEY_PERIOD: 'red',
  STATUS_UNKNOWN_LIST: 'amber',
  STATUS_STALE: 'amber',
  STATUS_INDEX: 'red',
  REVOKED: 'red',
  SUSPENDED: 'red',
} as const satisfies Record<string, PassOutcome>

export type PassCode = keyof typeof outcomeOf
export const passCodes = Object.keys(outcomeOf) as PassCode[]

/** A step's answer: what it read, or the code that ends the check. */
export type Checked<T, Code extends string = PassCode> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly code: Code }
export const pass = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value })
export const fail = <Code extends string>(code: Code): { readonly ok: false; readonly code: Code } => ({ ok: false, code })
