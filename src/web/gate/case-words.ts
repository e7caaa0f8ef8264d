import type { Language, Text } from '../../kernel/language.ts'
import { commonWords } from '../../words/common.ts'
import { gateWords } from '../../words/gate.ts'
import { mishapWords, workWords } from '../../words/gate-work.ts'
import { outcomeWords } from '../../words/verdicts.ts'
import type { Problem } from '../api.ts'
import type { Case } from './case.ts'
import type { Mishap } from './presented.ts'
import type { Signal } from './signals.ts'

/** A refused request that concerns a person has a colour of the verdict; any other is neutral. */
const signalOfProblem: Readonly<Record<string, Signal>> = {
  'pass.not-found': 'refer',
  'movement.repeat': 'admit-with-flag',
  'request.id-reused': 'admit-with-flag',
}

/** The colour, sign and sound of a case; null while it is asked. */
export function signalOf({ finding, recording }: Case): Signal | null {
  if (recording.type === 'refused') return signalOfProblem[recording.problem.code] ?? 'neutral'
  if (recording.type === 'recorded') return recording.answer.verdict.outcome
  if (recording.type === 'undone') return 'neutral'
  switch (finding.type) {
    case 'asking':
      return null
    case 'decided':
      return finding.verdict.outcome
    case 'problem':
      return signalOfProblem[finding.problem.code] ?? 'neutral'
    case 'number-needs-network':
      return 'refer'
    case 'not-a-pass':
    case 'mishap':
    case 'lines-wrong':
    case 'unreachable':
      return 'neutral'
  }
}

/** What is heard: the colour's sound, or a mishap's own. */
export const soundOf = (open: Case): Signal | Mishap | null => (open.finding.type === 'mishap' ? open.finding.mishap : signalOf(open))

/** The problem to show in place of a verdict, if there is one: its sentence, and what to do now; a refusal whole, to be said in the reader's language. */
export function problemOf({ finding, recording }: Case, language: Language): Problem | { title: string; next: string } | null {
  const words = (title: Text, next: Text): { title: string; next: string } => ({ title: title[language], next: next[language] })
  if (recording.type === 'refused') return recording.problem
  if (recording.type === 'undone') return words(workWords.undone, workWords.undoneNext)
  switch (finding.type) {
    case 'mishap':
      return words(mishapWords[finding.mishap].title, mishapWords[finding.mishap].next)
    case 'lines-wrong':
      return words(workWords.linesWrong, workWords.linesWrongNext)
    case 'problem':
      return finding.problem
    case 'not-a-pass':
      return words(gateWords.notAPass, gateWords.notAPassNext)
    case 'number-needs-network':
      return words(gateWords.numberNeedsNetwork, gateWords.numberNeedsNetworkNext)
    case 'unreachable':
      return { title: commonWords.noConnection[language], next: '' }
    case 'asking':
    case 'decided':
      return null
  }
}

/** The case in a few words, for the screen's voice; `problem` as it is said. */
export function titleOf(open: Case, language: Language, problem: { title: string; next: string } | null): string {
  if (problem) return `${problem.title} ${problem.next}`
  const signal = signalOf(open)
  if (signal === null || signal === 'neutral') return gateWords.checking[language]
  const recorded = open.recording.type === 'recorded' ? `. ${gateWords.recorded[language]}` : ''
  return outcomeWords[signal].word[language] + recorded
}
