import type { Generated } from 'kysely'

/** Tables of db/0009-mandate-decisions.sql, as db/0024-status-history.sql left them. */
export type MandateTables = { mass_revocation: MassRevocationTable; leaked_key: LeakedKeyTable }

type LeakedKeyTable = {
  id: string
  kid: string
  office: string
  leaked_on: string
  reason: string
  proposed_by: string
  proposed_name: string
  proposed_at: string
  confirmed_by: string | null
  confirmed_name: string | null
  confirmed_at: string | null
  withdrawal: string | null
  withdrawn_by: string | null
  withdrawn_name: string | null
  withdrawn_at: string | null
  withdrawn_reason: string | null
}

type MassRevocationTable = {
  id: string
  instrument: string | null
  account: string | null
  deed: string | null
  place: string
  office: string | null
  from_at: string
  until_at: string
  reason: string
  state: string
  found: number
  proposed_by: string
  proposed_name: string
  proposed_at: string
  confirmation: string | null
  confirmed_by: string | null
  confirmed_name: string | null
  confirmed_at: string | null
  total: number | null
  revoked: Generated<number>
  done_at: string | null
  withdrawal: string | null
  withdrawn_by: string | null
  withdrawn_name: string | null
  withdrawn_at: string | null
  withdrawn_reason: string | null
}
