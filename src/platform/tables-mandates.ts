import type { Generated } from 'kysely'

/** Tables of db/0009-mandate-decisions.sql. */
export type MandateTables = { mass_revocation: MassRevocationTable }

type MassRevocationTable = {
  id: string
  instrument: string
  place: string
  office: string | null
  signed_from: string
  signed_until: string
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
}
