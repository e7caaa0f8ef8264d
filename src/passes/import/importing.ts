import { may, mayAnywhere } from '../../identity/authority.rules.ts'
import { areaPlace } from '../../identity/place.rules.ts'
import { rolesNow } from '../../identity/roles-now.ts'
import type { Law } from '../../instruments/law.rules.ts'
import type { AreaCode, StateCode } from '../../kernel/code.ts'
import { accept, type Outcome } from '../../kernel/outcome.ts'
import type { Instant } from '../../kernel/time.ts'
import type { Database, Scope, Tx } from '../../platform/database.ts'
import type { KnownArea } from './home-area.rules.ts'

/** What importing needs of the instance. */
export type Importing = {
  readonly database: Database
  readonly state: StateCode
  readonly law: Law
  readonly now: () => Instant
  /** Districts and provinces that are in force on this day. */
  readonly areas: () => readonly KnownArea[]
  /** Where the files lie, beside the keys: they hold what the register is not told yet. */
  readonly folder: string
  /** A demonstration's people are made up, whatever a file says. */
  readonly madeUp: boolean
}

/** In whose name rows come in. It is asked again in every transaction: a role that ended stops the work. */
export type Importer = {
  readonly account: string
  scope(at: Instant): Scope
  /** For which offices' people. */
  mayImport(tx: Tx, at: Instant): Promise<Outcome<(office: AreaCode) => boolean>>
}

export const importerOf = (account: string): Importer => ({
  account,
  scope: (at) => ({ account, at }),
  async mayImport(tx, at) {
    const grants = await rolesNow(tx, account, at)
    const anywhere = mayAnywhere(grants, 'register.import', at)
    return anywhere.ok ? accept((office) => may(grants, 'register.import', areaPlace(office), at).ok) : anywhere
  },
})

/** Whoever has the machine and its database: no account, and every office. */
export const operator: Importer = {
  account: 'operator',
  scope: (at) => ({ job: 'reference', at }),
  mayImport: async () => accept(() => true),
}
