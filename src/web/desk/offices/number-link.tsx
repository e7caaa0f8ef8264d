import { Link } from 'wouter'
import { formatNumber } from '../../../words/dates.ts'
import { useWords } from '../frame/language.tsx'
import { useMe } from '../frame/me.tsx'
import { type Behind, casesAddress } from './office-queries.ts'

/** A number that opens the list behind it, for whoever may read that office's applications. `name` is said to whoever does not see where it stands. */
export function NumberLink({ n, name, behind }: { n: number; name: string; behind: Behind }) {
  const { language } = useWords()
  const { may } = useMe()
  const text = formatNumber(n, language)
  if (n === 0 || !may('application.read', behind.office)) return <span>{text}</span>
  return (
    <Link href={casesAddress(behind)} className="number-link" aria-label={`${name}: ${text}`} data-testid={`open-${behind.what}`}>
      {text}
    </Link>
  )
}
