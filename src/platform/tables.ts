import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { CrossingTables } from './tables-crossing.ts'
import type { IdentityTables } from './tables-identity.ts'
import type { ImportTables } from './tables-import.ts'
import type { MandateTables } from './tables-mandates.ts'
import type { OfficeTables } from './tables-office.ts'
import type { PaymentTables } from './tables-payments.ts'
import type { PersonsTables } from './tables-persons.ts'
import type { PortalTables } from './tables-portal.ts'
import type { SheetTables } from './tables-sheets.ts'
import type { SigningTables } from './tables-signing.ts'
import type { StatusTables } from './tables-status.ts'
import type { StayTables } from './tables-stays.ts'
import type { WatchTables } from './tables-watch.ts'

/** Every table of db/, one type each. Civil dates and instants are text; jsonb comes back parsed and goes in as JSON text. */
export type Tables = IdentityTables &
  ImportTables &
  MandateTables &
  OfficeTables &
  PaymentTables &
  PersonsTables &
  PortalTables &
  SheetTables &
  SigningTables &
  StatusTables &
  StayTables &
  WatchTables & {
    instrument: InstrumentTable
    law: LawTable
    area: AreaTable
    crossing_point: CrossingPointTable
    crossing_point_fact: CrossingPointFactTable
    crossing_order: CrossingTables['crossing_order']
    instrument_paper: CrossingTables['instrument_paper']
    session_place: CrossingTables['session_place']
    referral: CrossingTables['referral']
    shift: CrossingTables['shift']
    office: OfficeTable
    mandate: MandateTable
    office_series: OfficeSeriesTable
    person: PersonTable
    person_key: PersonKeyTable
    photo: PhotoTable
    application: ApplicationTable
    pass_number: PassNumberTable
    pass: PassTable
    status_place: StatusPlaceTable
    stay: CrossingTables['stay']
    movement: CrossingTables['movement']
    event: EventTable
    movement_count_day: MovementCountDayTable
    movement_count_month: MovementCountMonthTable
    role_grant: RoleGrantTable
    person_read: PersonReadTable
    instance_mark: InstanceMarkTable
    authority_version: AuthorityVersionTable
    mass_revocation: MandateTables['mass_revocation']
    leaked_key: MandateTables['leaked_key']
  }

type Json = JSONColumnType<object, string, string>
type Array<T> = ColumnType<T[], readonly T[], readonly T[]>

type InstrumentTable = { id: string; kind: string; title: Json; issuer: string; signed_on: string | null; in_force_from: string; source: string }
type LawTable = { agreement: string; version: number; sha256: string; body: Json; loaded_at: string }
type AreaTable = {
  code: string
  valid_from: string
  valid_until: string | null
  parent: string
  level: string
  name_en: string
  name_native: string
  instrument: string
}
type CrossingPointTable = {
  id: string
  agreement: string
  zone: string
  longitude: number | null
  latitude: number | null
  position_confidence: string | null
  source_row: number
  source_text: string
}
type CrossingPointFactTable = {
  point: string
  kind: string
  side: string
  valid_from: string
  valid_until: string | null
  value: Json
  instrument: string
}
type OfficeTable = { id: string; valid_from: string; valid_until: string | null; kind: string; instrument: string }
type MandateTable = {
  id: string
  instrument: string
  office: string
  holder: string
  powers: Array<string>
  area: string
  valid_from: string
  valid_until: string | null
  auto_extends: boolean
  revoked_at: string | null
  revoked_by: string | null
}
type OfficeSeriesTable = { office: string; kind: string; next: number }
type PersonTable = {
  cell: number
  id: string
  local_name: string
  local_language: string
  given_name: string
  family_name: string
  birth_date: string
  sex: number
  nationality: string
  national_id: string
  home_area: string
  address: string
  guardian: string | null
  family_book: string | null
  name_keys: Generated<number>
  made_up: boolean
  created_at: string
}
type PersonKeyTable = { national_id: string; cell: number; person_id: string }
type PhotoTable = { cell: number; id: string; person_id: string; portrait: Buffer; chip: Buffer; taken_at: string }
type ApplicationTable = {
  cell: number
  id: string
  person_id: string
  photo_id: string
  office: string
  state: string
  submitted_at: string
  fee_amount: number
  fee_currency: string
  fee_rule: string
  paid_at: string | null
  receipt: string | null
  approved_at: string | null
  approved_by: string | null
  signed_at: string | null
  signed_by: string | null
  mandate: string | null
  pass_number: string | null
  reason: string | null
  taken_by: string | null
  approved_account: string | null
  signed_account: string | null
  printed_by: string | null
  kind: Generated<string>
  subject_pass: string | null
  cause: string | null
  reviewing_account: string | null
  returned_at: string | null
  corrected_at: string | null
  corrected_accounts: Generated<string[]>
  follow_number: string | null
  booklet: string | null
  produced_at: string | null
  collected_at: string | null
  collected_account: string | null
  ground: string | null
  closed_at: string | null
  papers: ColumnType<string[] | null, string[] | null | undefined, string[] | null>
  lives_since: ColumnType<string | null, string | null | undefined, string | null>
  proof_on: ColumnType<string | null, string | null | undefined, string | null>
}
type PassNumberTable = { number: string; cell: number; person_id: string }
type PassTable = {
  cell: number
  number: string
  person_id: string
  application_id: string | null
  state: string
  issuer: string
  office: string
  mandate: string | null
  nationality: string
  home_area: string
  allowed_class: number
  extension_count: number
  issued_on: string
  issued_at: string
  expires_at: string
  status_list: number | null
  status_index: number | null
  signer_kid: string | null
  qr_text: string | null
  signing_list: string | null
  model: Generated<string>
  import_batch: string | null
  /** Null: signed, and still in the office. */
  handed_over_at: string | null
  earlier_digests: Generated<string[]>
  /** Why it is suspended or revoked. */
  reason: Generated<string | null>
}
type StatusPlaceTable = { list: number; index: number; number: string }
type EventTable = {
  cell: number
  id: string
  made_at: string
  type: string
  subject: string
  actor: string
  recorded_at: string
  body: Json
  place: string | null
  about_staff: Generated<boolean>
}
type MovementCountDayTable = { shard: number; point: string; day: string; direction: string; outcome: string; n: Generated<number> }
type MovementCountMonthTable = { shard: number; point: string; month: string; direction: string; outcome: string; n: Generated<number> }
type RoleGrantTable = {
  id: string
  account: string
  role: string
  place: string
  area: string | null
  valid_from: string
  last_day: string | null
  granted_by: string
  granted_at: string
  revoked_at: string | null
  revoked_by: string | null
  reason: string | null
}
type PersonReadTable = { day: string; account: string; subject: string; place: string; n: number; first_at: string; last_at: string }
type AuthorityVersionTable = { one: Generated<boolean>; version: number }
type InstanceMarkTable = { one: Generated<boolean>; mode: string; state: string; made_at: string }
