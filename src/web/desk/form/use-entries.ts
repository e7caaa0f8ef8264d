import { useState } from 'react'
import type { Problem } from '../../api.ts'
import { useWords } from '../frame/language.tsx'
import { useProblemWords } from '../parts/answered.tsx'
import type { Draft, Field } from './draft.ts'
import { fieldOf, fieldOrder, type OpenFields } from './open-fields.ts'

/** What is said at the entries: what is still open, and what the server refused of one. */
export function useEntries(change: (part: Partial<Draft>) => void) {
  const { say } = useWords()
  const problemText = useProblemWords()
  const [open, setOpen] = useState<OpenFields>({})
  const [problem, setProblem] = useState<Problem | undefined>(undefined)
  const [problemField, setProblemField] = useState<Field | undefined>(undefined)

  /** Is the form worth sending? Otherwise the first open entry takes the focus. */
  function check(found: OpenFields): boolean {
    setOpen(found)
    setProblem(undefined)
    const first = fieldOrder.find((field) => found[field])
    if (first) focusOn(first)
    return first === undefined
  }
  function refused(answer: Problem) {
    const field = fieldOf(answer)
    setProblem(answer)
    setProblemField(field)
    if (field) focusOn(field)
  }
  // An entry that is being corrected is no longer wrong.
  function edit(part: Partial<Draft>) {
    change(part)
    setOpen((before) => Object.fromEntries(Object.entries(before).filter(([field]) => !(field in part))))
    if (problemField && problemField in part) setProblemField(undefined)
    // A replacement answers that there is a pass already.
    if ('cause' in part && problem?.code === 'applicant.has-live-pass') setProblem(undefined)
  }
  function reset() {
    setOpen({})
    setProblem(undefined)
    setProblemField(undefined)
  }
  function errorOf(field: Field): string | undefined {
    const words = open[field]
    if (words) return say(words)
    return problem && problemField === field ? problemText(problem).title : undefined
  }
  return { check, refused, edit, reset, errorOf, problem, openCount: Object.keys(open).length }
}

function focusOn(field: Field): void {
  document.getElementById(`field-${field}`)?.focus()
}
