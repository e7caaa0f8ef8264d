import { referralWords } from '../../../words/referrals.ts'
import { useWords } from '../frame/language.tsx'

/** Who drove had passed when the plate was written: what is decided is about a passage that stands. */
export function FoundLater() {
  const { say } = useWords()
  return (
    <p className="notice tone-flag" data-testid="found-later">
      {say(referralWords.foundLater)}
    </p>
  )
}
