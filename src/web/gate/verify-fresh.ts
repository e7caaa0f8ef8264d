import { type PassVerdict, verifyPass } from '../../credential/verify.ts'
import { epochSeconds, type Instant } from '../../kernel/time.ts'
import type { Register } from './register.ts'

const staleCodes: readonly string[] = ['KID_UNKNOWN', 'STATUS_UNKNOWN_LIST', 'STATUS_STALE']
const patienceMs = 2_500

/** A key or a list that is not known here may be new: the lists are read again once. */
export async function verifyFresh(register: Register, text: string, at: Instant): Promise<PassVerdict> {
  const now = epochSeconds(at)
  const pass = await verifyPass(text, register.value.trust, now)
  if (!staleCodes.includes(pass.code) || !register.value.connected) return pass
  await Promise.race([register.readTrust(), new Promise((resolve) => setTimeout(resolve, patienceMs))])
  return verifyPass(text, register.value.trust, now)
}
