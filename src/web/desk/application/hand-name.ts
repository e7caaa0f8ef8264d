import { byPhone } from '../../../passes/separation.rules.ts'
import { roleWords } from '../../../words/roles.ts'
import { workWords } from '../../../words/work.ts'
import { isDemonstration } from '../../who.ts'
import { useWords } from '../frame/language.tsx'
import { useMe } from '../frame/me.tsx'
import { useMadeUpStaff } from '../queries.ts'

/** Whose hands an account is, with the role at that office, where this page may know it: oneself, and in the demonstration everybody. */
export function useHandName(office: string) {
  const { say } = useWords()
  const { me } = useMe()
  const staff = useMadeUpStaff(office, isDemonstration)
  return (account: string | null): string | undefined => {
    if (account === null) return undefined
    if (account === byPhone) return say(workWords.byPhone)
    const member = staff.data?.find((one) => one.account === account)
    const role = member?.roles.find(({ place }) => place === office)?.role
    if (member) return role ? `${member.name} · ${say(roleWords[role])}` : member.name
    return account === me.id ? me.name : undefined
  }
}
