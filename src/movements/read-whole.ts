import { partOfCode } from '../credential/whole-code.ts'
import { type Outcome, refuse } from '../kernel/outcome.ts'
import { isPlateAnywhere } from '../kernel/plate.ts'
import { readRequest } from './read-request.ts'

/** A gate's request, with what a slip of a scanner or of a hand leaves told apart: a code that is not whole is no false pass, and a plate is one of some state's, as on a vehicle's sheet. */
export async function readWhole(...[services, actor, action, asked]: Parameters<typeof readRequest>): ReturnType<typeof readRequest> {
  if (asked.plate && !isPlateAnywhere(asked.plate)) return refuse('plate.malformed')
  const read = await readRequest(services, actor, action, asked)
  return isDoubtful(read) && 'text' in asked.document && partOfCode(asked.document.text) ? refuse('document.not-whole') : read
}

/** Only what failed its check is looked at again: a good code costs nothing here. */
const isDoubtful = (read: Outcome<{ readonly document: { readonly check: { readonly outcome: string } } }>): boolean =>
  read.ok ? read.value.document.check.outcome === 'red' : read.refusal.code === 'document.not-a-pass'
