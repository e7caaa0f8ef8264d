import { useState } from 'react'
import type { NearAnswer, NearBody } from '../../../passes/near-people.api.ts'
import { ask, type Problem } from '../../api.ts'
import { useWords } from '../frame/language.tsx'

export type NearPerson = NearAnswer['people'][number]
/** Go on, saying of whom the clerk said "another person"; or stay, since somebody is to be looked at or the server said no. */
type Compared = { readonly goOn: true; readonly otherPeople: string[] } | { readonly goOn: false; readonly problem?: Problem }

/** Before an application is sent: whom the register has that may be this applicant. Asked once for each applicant as typed; what was said of somebody is kept. */
export function useNearPeople() {
  const { language } = useWords()
  const [asked, setAsked] = useState<{ readonly about: string; readonly people: readonly NearPerson[] } | undefined>(undefined)
  const [others, setOthers] = useState<readonly string[]>([])

  async function compare(body: NearBody): Promise<Compared> {
    const about = JSON.stringify(body)
    let people = asked?.about === about ? asked.people : undefined
    if (!people) {
      const answer = await ask<NearAnswer>('/api/v1/near-people', { language, body })
      // Too many comparisons must not close the counter: the reviewer sees that nobody was asked about.
      if (!answer.ok && answer.problem.code !== 'search.too-many') return { goOn: false, problem: answer.problem }
      people = answer.ok ? answer.value.people : []
      setAsked({ about, people })
    }
    const ids = people.map(({ id }) => id)
    return ids.every((id) => others.includes(id)) ? { goOn: true, otherPeople: ids } : { goOn: false }
  }
  const say = (id: string, isOther: boolean) => setOthers((before) => (isOther ? [...before, id] : before.filter((each) => each !== id)))
  const reset = () => {
    setAsked(undefined)
    setOthers([])
  }
  return { people: asked?.people ?? [], others, compare, say, reset }
}
