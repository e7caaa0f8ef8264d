import type { ApplicationAnswer as Application } from '../../../passes/passes.api.ts'
import { causeWords, replacementWords } from '../../../words/desk-form.ts'
import { reviewWords } from '../../../words/office.ts'
import { useWords } from '../frame/language.tsx'

/** What a signer looks at twice: the pass that it replaces and why, and that it was given back before. */
export function RowFlags({ application: { cause, subjectPass, returnedAt, reason } }: { application: Application }) {
  const { say } = useWords()
  const isReplacement = cause !== null || subjectPass !== null
  if (!isReplacement && returnedAt === null && reason === null) return null
  const before = returnedAt === null ? reviewWords.wasHeld : reviewWords.wasReturned
  return (
    <p className="row-said small" data-testid="row-flags">
      {isReplacement && (
        <span className="badge tone-flag">
          {say(replacementWords.replaces)} <span className="code">{subjectPass}</span>
          {cause && ` · ${say(causeWords[cause])}`}
        </span>
      )}
      {(returnedAt !== null || reason !== null) && (
        <span className="badge tone-flag">
          {say(before)}
          {reason !== null && `: ${reason}`}
        </span>
      )}
    </p>
  )
}
