import { join } from 'node:path'
import type { Actor } from '../identity/actor.rules.ts'
import type { Role } from '../identity/authority-lists.rules.ts'
import { areaPlace } from '../identity/place.rules.ts'
import { type MadeUpKeys, openMadeUpKeys } from '../identity/staff/made-up-keys.ts'
import { ensureMadeUpStaff, madeUpAccount } from '../identity/staff/made-up-staff.ts'
import type { AreaCode } from '../kernel/code.ts'
import { borderZone, type CivilDate, civilDateAt } from '../kernel/time.ts'
import type { MadeUpOffices } from '../passes/made-up-passes.ts'
import { officesOn } from '../passes/mandate.queries.ts'
import { signPassesUnderOwnGesture } from '../passes/sign-list.ts'
import type { SigningDesk } from '../passes/signing-list.ts'
import type { LiveRegistry } from '../places/live-registry.ts'
import type { Config } from '../platform/config.ts'
import type { Database } from '../platform/database.ts'
import { takeFee } from './payments-of-passes.ts'

export type Demonstration = { readonly keys: MadeUpKeys; readonly offices: MadeUpOffices }

/** Made-up staff of every role at every place of the instance's state, with keys that the server holds. Only where the database bears the demonstration's mark. */
export async function openDemonstration(config: Config, desk: SigningDesk & { identity: Database; registry: LiveRegistry }): Promise<Demonstration> {
  const { state, now, identity, registry } = desk
  const keys = openMadeUpKeys(join(config.home, 'keys', state, 'made-up-signers.seed'))
  const offices = (await officesOn(desk.database.query, civilDateAt(now(), borderZone)))
    .map(({ id }) => id)
    .filter((id) => id.startsWith(`${state}:`))
  const points = registry.current.points.flatMap(({ id, areas }) => {
    const area = areas[state]?.at(-1)?.value
    return area ? [{ id, area }] : []
  })
  await ensureMadeUpStaff(identity, { state, offices, points }, { now: now(), keys })
  return {
    keys,
    offices: async (office) => ({
      clerk: actorAt(office, 'clerk'),
      reviewer: actorAt(office, 'reviewer'),
      printer: actorAt(office, 'printer'),
      administrator: actorAt(office, 'office-administrator'),
      takeFee: (past, application) => takeFee(past, actorAt(office, 'cashier'), application),
      sign: (past, applications) => {
        const governor = actorAt(office, 'governor')
        return signPassesUnderOwnGesture({ ...desk, ...past }, governor, applications, keys.of(governor.account))
      },
    }),
  }
}

/** A made-up member of staff as one who asks, without a session: the demonstration's own history is theirs. */
function actorAt(office: AreaCode, role: Role): Actor {
  const place = areaPlace(office)
  const account = madeUpAccount({ place, role })
  const grant = { id: account, account, role, place, from: '2000-01-01' as CivilDate, lastDay: null, revokedAt: null }
  return { account, name: `${role} of ${office}`, grants: [grant], nationalId: null, familyBook: null }
}
