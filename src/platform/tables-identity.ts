import type { ColumnType, Generated } from 'kysely'

/** The tables of db/0006-sign-in.sql, reached through the identity login alone. */
export type IdentityTables = {
  staff_account: StaffAccountTable
  session: SessionTable
  sign_in_account: SignInAccountTable
  verification: VerificationTable
  two_factor: TwoFactorTable
  passkey: PasskeyTable
  invitation: InvitationTable
  webauthn_challenge: WebauthnChallengeTable
  sign_in_limit: SignInLimitTable
}

type StaffAccountTable = {
  id: string
  name: string
  email: string
  email_verified: Generated<boolean>
  image: string | null
  created_at: string
  updated_at: string
  home_place: string
  home_area: string | null
  national_id: string | null
  family_book: string | null
  state: 'invited' | 'active' | 'closed'
  made_up: Generated<boolean>
}
type SessionTable = {
  id: string
  token: string
  account: string
  how: 'passkey' | 'oidc' | 'recovery' | 'demonstration'
  user_agent: string | null
  ip_address: string | null
  created_at: string
  updated_at: string
  expires_at: string
  last_seen_at: string
}
type SignInAccountTable = {
  id: string
  provider: string
  subject: string
  account: string
  linked_by: string
  created_at: string
  updated_at: string
}
type VerificationTable = { id: string; identifier: string; value: string; expires_at: string; created_at: string; updated_at: string }
type TwoFactorTable = {
  account: string
  secret: string
  verified: Generated<boolean>
  failed_attempts: Generated<number>
  made_at: string
  last_step: number | null
}
type PasskeyTable = {
  id: string
  account: string
  public_key: Buffer
  sign_count: number
  transports: ColumnType<string[], readonly string[], readonly string[]>
  backed_up: boolean
  name: string
  created_at: string
  last_used_at: string | null
  revoked_at: string | null
  revoked_by: string | null
}
type InvitationTable = {
  id: string
  token_hash: Buffer | null
  purpose: 'first-administrator' | 'invitation' | 'recovery'
  account: string
  made_by: string
  confirmed_by: string | null
  made_at: string
  expires_at: string
  used_at: string | null
}
type WebauthnChallengeTable = { challenge: string; purpose: 'sign-in' | 'enrol' | 'add'; account: string | null; expires_at: string }
type SignInLimitTable = { key: string; points: Generated<number>; expire: number | null }
