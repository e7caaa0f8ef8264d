import { Link } from 'wouter'
import type { CivilDate } from '../../../kernel/time.ts'
import type { InstrumentAnswer } from '../../../places/places.api.ts'
import { formatDate } from '../../../words/dates.ts'
import { instrumentKindWords, instrumentWords } from '../../../words/instruments.ts'
import { useWords } from '../frame/language.tsx'
import { useIssuerName } from '../names.ts'
import { Answered } from '../parts/answered.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { TableCard } from '../parts/table-card.tsx'
import { useInstruments } from '../queries.ts'

/** Every legal text that the register knows. */
export function InstrumentsPage() {
  const { say } = useWords()
  const instruments = useInstruments()
  return (
    <>
      <PageHead title={say(instrumentWords.title)} lead={say(instrumentWords.lead)} />
      <Answered query={instruments}>{(found) => <InstrumentTable instruments={found} />}</Answered>
    </>
  )
}

function InstrumentTable({ instruments }: { instruments: readonly InstrumentAnswer[] }) {
  const { say, language } = useWords()
  const issuerName = useIssuerName()
  return (
    <TableCard
      heads={[
        say(instrumentWords.name),
        { name: say(instrumentWords.issuer), as: 'wide-only' },
        { name: say(instrumentWords.signedOn), as: 'wide-only' },
      ]}
      caption={say(instrumentWords.title)}
    >
      {instruments.map(({ id, kind, title, issuer, signedOn }) => (
        <tr key={id} className="row-link" data-testid="instrument" data-instrument={id}>
          <th scope="row">
            <Link href={`/instruments/${id}`}>
              <strong>{title[language]}</strong>
            </Link>
            <span className="instrument-sub">
              <KindBadge kind={kind} />
            </span>
            <span className="narrow-only small soft">
              {[issuerName(issuer), signedOn && formatDate(signedOn as CivilDate, language)].filter(Boolean).join(' · ')}
            </span>
          </th>
          <td className="wide-only">{issuerName(issuer)}</td>
          <td className="wide-only whole">{signedOn ? formatDate(signedOn as CivilDate, language) : say(instrumentWords.notKnown)}</td>
        </tr>
      ))}
    </TableCard>
  )
}

export function KindBadge({ kind }: { kind: string }) {
  const { say } = useWords()
  const words = Object.hasOwn(instrumentKindWords, kind) ? instrumentKindWords[kind as keyof typeof instrumentKindWords] : undefined
  return <span className="badge tone-river">{words ? say(words) : kind}</span>
}
