import { borderZone, type Instant } from '../../kernel/time.ts'
import { formatDateTime } from '../../words/dates.ts'
import { deskWords, passWords } from '../../words/desk.ts'
import { passModelWords } from '../../words/pass-models.ts'
import { directionWords, outcomeWords } from '../../words/verdicts.ts'
import { useWords } from './frame/language.tsx'
import { useMe } from './frame/me.tsx'
import { usePointName } from './names.ts'
import { Answered } from './parts/answered.tsx'
import { ifShown } from './parts/not-shown.tsx'
import { PageHead } from './parts/page-head.tsx'
import { PassQr } from './parts/pass-qr.tsx'
import { PassBadge } from './parts/state-badge.tsx'
import { TableSection } from './parts/table-card.tsx'
import { AddPages } from './pass/add-pages.tsx'
import { PassHolder } from './pass/pass-holder.tsx'
import { PassSteps } from './pass/pass-steps.tsx'
import { ReplaceLinks } from './pass/replace-links.tsx'
import { useMovements, usePass } from './queries.ts'

export function PassPage({ number }: { number: string }) {
  const { say } = useWords()
  const { may } = useMe()
  const pass = usePass(number)
  return (
    <>
      <PageHead title={number} lead={say(passWords.number)}>
        {pass.data && (
          <div className="head-badges">
            {pass.data.holder.madeUp && <span className="badge tone-quiet">{say(deskWords.madeUp)}</span>}
            <PassBadge state={pass.data.state} />
          </div>
        )}
      </PageHead>
      <Answered query={pass}>
        {(found) => (
          <div className="columns columns-even">
            <div className="stack">
              <PassHolder pass={found} />
              <PassSteps pass={found} />
              <AddPages pass={found} />
              <ReplaceLinks pass={found} />
              {may('movement.read') && <Movements number={found.number} />}
            </div>
            <section className="card" aria-label={say(deskWords.qrPicture)}>
              {found.model === 'qr' ? (
                ifShown(found.qrText, (text) => <PassQr text={text} testid="pass-qr-text" />)
              ) : (
                <p>{say(passModelWords.noCode)}</p>
              )}
            </section>
          </div>
        )}
      </Answered>
    </>
  )
}

function Movements({ number }: { number: string }) {
  const { say, language } = useWords()
  const pointName = usePointName()
  const movements = useMovements(number)
  const heads = (['when', 'point', 'direction', 'verdict'] as const).map((name) => say(passWords[name]))
  return (
    <TableSection id="movements-title" title={say(passWords.movements)} query={movements} empty={say(passWords.noMovements)} heads={heads}>
      {({ id, occurredAt, point, direction, outcome }) => (
        <tr key={id}>
          <td>{formatDateTime(occurredAt as Instant, borderZone, language)}</td>
          <td>{pointName(point)}</td>
          <td>{say(directionWords[direction])}</td>
          <td>
            <span className={`badge tone-${outcomeTone[outcome]}`}>{say(outcomeWords[outcome].word)}</span>
          </td>
        </tr>
      )}
    </TableSection>
  )
}

const outcomeTone = { admit: 'admit', 'admit-with-flag': 'flag', refer: 'refer', refuse: 'refuse' } as const
