import { Link } from 'wouter'
import { type ReplacementCause, replacementCauses } from '../../../passes/application.rules.ts'
import { nextPassState } from '../../../passes/pass.rules.ts'
import type { PassAnswer as Pass } from '../../../passes/passes.api.ts'
import { causeWords, replacementWords } from '../../../words/desk-form.ts'
import { replacementPath } from '../form/asked-replacement.ts'
import { useWords } from '../frame/language.tsx'
import { useMe } from '../frame/me.tsx'

type Props = { readonly pass: Pick<Pass, 'number' | 'state'>; readonly causes?: readonly ReplacementCause[] }

/** Begins the application for the pass that takes this one's place, of an older model too; only where one could be signed. */
export function ReplaceLinks({ pass: { number, state }, causes = replacementCauses }: Props) {
  const { say } = useWords()
  const { may } = useMe()
  if (!may('application.take') || !('state' in nextPassState(state, 'replace'))) return null
  return (
    <div className="stack replace-links" data-testid="replace-links">
      <p>{say(replacementWords.offer, { number })}</p>
      <div className="actions">
        {causes.map((cause) => (
          <Link key={cause} href={replacementPath(number, cause)} className="button-link" data-testid={`replace-${cause}`}>
            {say(causeWords[cause])}
          </Link>
        ))}
      </div>
    </div>
  )
}
