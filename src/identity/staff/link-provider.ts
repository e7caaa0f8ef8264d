import { accept, type Outcome, refuse } from '../../kernel/outcome.ts'
import { epochMs, type Instant } from '../../kernel/time.ts'
import type { Tx } from '../../platform/database.ts'
import { newCommandId } from '../../platform/ids.ts'
import { subjectOf } from '../sign-in/oidc-provider-config.ts'
import type { StaffServices } from './change-staff.ts'

export type ProviderLink = { readonly id: string; readonly sub: string; readonly account: string; readonly by: string; readonly at: Instant }

/** From here on this subject of this issuer is this account. Refused when the subject is somebody's already: one person, one account. */
export async function linkProvider(tx: Tx, { providers }: Pick<StaffServices, 'providers'>, link: ProviderLink): Promise<Outcome<undefined>> {
  const provider = providers.find(({ id }) => id === link.id)
  if (!provider) return refuse('request.malformed', { about: { where: 'body/provider/id', why: 'no such provider' } })
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('sign_in_account')
    .values({
      id: newCommandId(epochMs(link.at)),
      provider: provider.id,
      subject: subjectOf({ issuer: provider.issuer, sub: link.sub }),
      account: link.account,
      linked_by: link.by,
      created_at: link.at,
      updated_at: link.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n ? accept(undefined) : refuse('request.id-reused', { about: { id: provider.id } })
}
