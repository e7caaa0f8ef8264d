import type { CommandId } from '../../kernel/code.ts'
import type { Facts } from '../../movements/facts.rules.ts'
import type { Register } from './register.ts'

type Decision = {
  readonly movement: CommandId
  readonly number: string | null
  readonly direction: string
  readonly state: string
  readonly confirm: string
  readonly usedBy: string | null
}

/** The referral on which somebody in charge let this holder pass here today, and that nobody has passed on yet. */
export async function passedReferralOf(register: Register, { point, document, direction }: Facts): Promise<CommandId | undefined> {
  const query = new URLSearchParams({ point: point.id, state: 'decided' })
  const answer = await register.ask<Decision[]>(`/api/v1/referrals?${query}`)
  if (!answer.ok || document.number === null) return undefined
  return answer.value.find(
    (each) =>
      each.number === document.number &&
      each.direction === direction &&
      each.state === 'let-pass' &&
      each.usedBy === null &&
      each.confirm !== 'contested',
  )?.movement
}
