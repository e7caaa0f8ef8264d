import type { ProblemCode } from '../../kernel/problem.ts'

export const importStates = ['receiving', 'received', 'checking', 'checked', 'running', 'stopped', 'done'] as const
export type ImportState = (typeof importStates)[number]
/** `check` is the dry run. `run` begins or goes on; `stop` is a person's, or a fault's. */
export const importCommands = ['receive', 'check', 'run', 'stop', 'finish'] as const
export type ImportCommand = (typeof importCommands)[number]

/** State × command → the next state, or why not. A program that died while it checked or ran left the state as it was: whoever goes on takes the next turn. */
export const importTransitions = {
  receiving: { receive: 'receiving', check: 'import.not-complete', run: 'import.not-complete', stop: 'import.not-complete', finish: 'received' },
  received: { receive: 'import.under-way', check: 'checking', run: 'import.not-checked', stop: 'import.not-checked', finish: 'import.not-checked' },
  checking: { receive: 'import.under-way', check: 'checking', run: 'import.not-checked', stop: 'received', finish: 'checked' },
  checked: { receive: 'import.under-way', check: 'checking', run: 'running', stop: 'import.not-checked', finish: 'import.not-checked' },
  running: { receive: 'import.under-way', check: 'import.under-way', run: 'running', stop: 'stopped', finish: 'done' },
  stopped: { receive: 'import.under-way', check: 'import.under-way', run: 'running', stop: 'stopped', finish: 'import.under-way' },
  done: { receive: 'import.over', check: 'import.over', run: 'import.over', stop: 'import.over', finish: 'import.over' },
} as const satisfies Record<ImportState, Record<ImportCommand, ImportState | ProblemCode>>

export function nextImportState(state: ImportState, command: ImportCommand): { readonly state: ImportState } | { readonly problem: ProblemCode } {
  const answer: ImportState | ProblemCode = importTransitions[state][command]
  return isState(answer) ? { state: answer } : { problem: answer }
}
const isState = (answer: ImportState | ProblemCode): answer is ImportState => (importStates as readonly string[]).includes(answer)
