import type { ProblemCode } from '../../../kernel/problem.ts'
import { problemWords } from '../../../words/problems.ts'
import type { Problem } from '../../api.ts'

/** Applications that a refused list names, each with its own reason. */
export function heldBackIn(problem: Problem, asked: readonly string[]): ReadonlyMap<string, ProblemCode> {
  const named = Object.entries(problem.about ?? {})
  return new Map(named.filter((entry): entry is [string, ProblemCode] => asked.includes(entry[0]) && Object.hasOwn(problemWords, entry[1])))
}
