import type { Instance } from '../../src/app/instance.ts'
import type { SignedIn } from '../../src/identity/authorise.ts'
import type { AccountId } from '../../src/identity/grant.rules.ts'
import { type Place, pointPlace } from '../../src/identity/place.rules.ts'
import type { AreaCode } from '../../src/kernel/code.ts'
import type { CivilDate } from '../../src/kernel/time.ts'
import { openRecorder } from '../../src/movements/open-recorder.ts'

/** Names the measurement's other side: the same server without a session's look-up, and with a database login that no policy holds. */
export const unguardedVariable = 'SPEAN_TEST_UNGUARDED'

/** What sessions and row-level security cost is measured against an instance without them. For measurements alone: nothing of the program can be started so. */
export function unguarded(instance: Instance, migratorUrl: string): Instance {
  const { config, signIn } = instance
  const place: Place = pointPlace('kh-th/poipet', 'KH:0110' as AreaCode)
  const account = 'bench' as AccountId
  const grant = { id: 'bench', account, role: 'checkpoint-officer', place, from: '2000-01-01' as CivilDate, lastDay: null, revokedAt: null } as const
  const everybody: SignedIn = {
    session: 'bench',
    account,
    name: 'bench',
    home: place,
    nationalId: null,
    familyBook: null,
    grants: [grant],
    version: null,
  }
  const recorder = openRecorder({ ...instance, url: migratorUrl, lanes: config.lanes })
  const close = async () => {
    await recorder.close()
    await instance.close()
  }
  return { ...instance, recorder, signIn: { ...signIn, sessions: { readSession: async () => everybody, recall: () => everybody } }, close }
}
