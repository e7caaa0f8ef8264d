import { Link } from 'wouter'
import { type PassWish, passWishes } from '../../../passes/about-pass.rules.ts'
import { nextPassState } from '../../../passes/pass.rules.ts'
import type { PassAnswer as Pass } from '../../../passes/passes.api.ts'
import { replacementWords, wishWords } from '../../../words/desk-form.ts'
import { aboutPassPath, isExtension } from '../form/about-pass.ts'
import { useWords } from '../frame/language.tsx'
import { useMe } from '../frame/me.tsx'

type Props = { readonly pass: Pick<Pass, 'number' | 'state'>; readonly wishes?: readonly PassWish[] }

/** Begins the application for a later last day, or for the pass that takes this one's place, of an older model too; only where one could be signed. */
export function ReplaceLinks({ pass: { number, state }, wishes = passWishes }: Props) {
  const { say } = useWords()
  const { may } = useMe()
  if (!may('application.take') || !('state' in nextPassState(state, 'replace'))) return null
  // What is suspended is not extended: the server says so, and nobody is led there.
  const offered = wishes.filter((wish) => !isExtension(wish) || state === 'active')
  return (
    <div className="stack replace-links" data-testid="replace-links">
      <p>{say(replacementWords.offer, { number })}</p>
      <div className="actions">
        {offered.map((wish) => (
          <Link key={wish} href={aboutPassPath(number, wish)} className="button-link" data-testid={`replace-${wish}`}>
            {say(wishWords[wish])}
          </Link>
        ))}
      </div>
    </div>
  )
}
