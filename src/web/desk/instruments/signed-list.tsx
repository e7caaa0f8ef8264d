import { Button } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import { borderZone, type CivilDate, type Instant } from '../../../kernel/time.ts'
import type { SignedPassAnswer } from '../../../passes/mandate.api.ts'
import { formatDate, formatDateTime } from '../../../words/dates.ts'
import { signedWords } from '../../../words/revocations.ts'
import { workWords } from '../../../words/work.ts'
import { useWords } from '../frame/language.tsx'
import { useAreaName, useHeadName } from '../names.ts'
import { Answered } from '../parts/answered.tsx'
import { PersonName } from '../parts/person.tsx'
import { PassBadge } from '../parts/state-badge.tsx'
import { TableCard } from '../parts/table-card.tsx'
import { type PassAsk, signedPageRows, useSignedPage } from './instrument-queries.ts'

/** In the order of signing, a page at a time. */
export function SignedList({ ask, name }: { ask: PassAsk; name: string }) {
  const [starts, setStarts] = useState<readonly (string | undefined)[]>([undefined])
  return (
    <>
      {starts.map((after, index) => (
        <SignedPage
          key={after ?? ''}
          ask={ask}
          after={after}
          name={name}
          onMore={index === starts.length - 1 ? (last) => setStarts([...starts, last]) : undefined}
        />
      ))}
    </>
  )
}

type PageProps = { ask: PassAsk; after: string | undefined; name: string; onMore: ((last: string) => void) | undefined }

function SignedPage({ ask, after, name, onMore }: PageProps) {
  const { say } = useWords()
  const page = useSignedPage(ask, after)
  return (
    <Answered query={page}>
      {(passes) => {
        const last = passes.length === signedPageRows ? passes.at(-1)?.number : undefined
        return (
          <>
            {passes.length > 0 && (
              <TableCard
                heads={[
                  say(signedWords.number),
                  say(signedWords.person),
                  { name: say(signedWords.signedAt), as: 'wide-only' },
                  { name: say(signedWords.state), as: 'wide-only' },
                ]}
                caption={name}
                scrolls
              >
                {passes.map((pass) => (
                  <SignedRow key={pass.number} pass={pass} />
                ))}
              </TableCard>
            )}
            {last && onMore && (
              <p>
                <Button variant="default" onClick={() => onMore(last)} data-testid="more-signed">
                  {say(signedWords.more)}
                </Button>
              </p>
            )}
          </>
        )
      }}
    </Answered>
  )
}

function SignedRow({ pass }: { pass: SignedPassAnswer }) {
  const { say, language } = useWords()
  const areaName = useAreaName()
  const headName = useHeadName()
  const { number, office, state, issuedAt, signedBy, holder } = pass
  const signed = formatDateTime(issuedAt as Instant, borderZone, language)
  return (
    <tr className="row-link" data-testid="signed-pass">
      <th scope="row">
        <Link href={`/passes/${number}`} className="code">
          {number}
        </Link>
        <span className="second-line small soft">{areaName(office)}</span>
        <span className="narrow-only small soft">{signed}</span>
        <span className="narrow-only">
          <PassBadge state={state} />
        </span>
      </th>
      <td className="holder-cell">
        {holder ? (
          <>
            <PersonName person={holder} lang={office.startsWith('TH') ? 'th' : 'km'} />
            <span className="second-line small soft">{formatDate(holder.birthDate as CivilDate, language, { short: true })}</span>
          </>
        ) : (
          <span className="not-shown soft small">{say(workWords.notShown)}</span>
        )}
      </td>
      <td className="wide-only">
        {signed}
        <span className="second-line small soft">{headName(signedBy, office)}</span>
      </td>
      <td className="wide-only">
        <PassBadge state={state} />
      </td>
    </tr>
  )
}
