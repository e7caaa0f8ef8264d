import { Button } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import { borderZone, type CivilDate, type Instant } from '../../../kernel/time.ts'
import type { InstrumentPageAnswer, MandateAnswer as Mandate } from '../../../passes/mandate.api.ts'
import { formatDate, formatDateTime, formatNumber } from '../../../words/dates.ts'
import { queueWords } from '../../../words/desk.ts'
import { instrumentWords, powerWords, standingWords } from '../../../words/instruments.ts'
import { useWords } from '../frame/language.tsx'
import { useAreaName, useHeadName } from '../names.ts'
import { TableCard } from '../parts/table-card.tsx'

type Standing = Mandate['standing']
const standingTone = {
  'not-started': 'quiet',
  'in-force': 'admit',
  extended: 'admit',
  ended: 'quiet',
  revoked: 'refuse',
} as const satisfies Record<Standing, string>
const standings = Object.keys(standingTone) as Standing[]
const rowsFirst = 8

type Titled = Pick<InstrumentPageAnswer, 'id' | 'title'>
type TableProps = { readonly mandates: readonly Mandate[]; readonly decisions: readonly Titled[]; readonly labelledBy: string }

/** Mandates with how they stand; a long list shows its first rows until all are asked for. */
export function MandateTable({ mandates, decisions, labelledBy }: TableProps) {
  const { say, language } = useWords()
  const [wanted, setWanted] = useState<Standing | undefined>(undefined)
  const [isWhole, setWhole] = useState(false)
  const present = standings.filter((standing) => mandates.some((mandate) => mandate.standing === standing))
  const chosen = mandates.filter(({ standing }) => wanted === undefined || standing === wanted)
  const shown = isWhole ? chosen : chosen.slice(0, rowsFirst)
  return (
    <>
      {present.length > 1 && (
        <fieldset className="filters">
          <legend className="visually-hidden">{say(instrumentWords.standing)}</legend>
          <StandingFilter name={say(queueWords.all)} count={mandates.length} isPressed={wanted === undefined} onPress={() => setWanted(undefined)} />
          {present.map((standing) => (
            <StandingFilter
              key={standing}
              name={say(standingWords[standing])}
              count={mandates.filter((mandate) => mandate.standing === standing).length}
              isPressed={wanted === standing}
              onPress={() => setWanted(standing)}
            />
          ))}
        </fieldset>
      )}
      <TableCard
        heads={[
          say(instrumentWords.office),
          { name: say(instrumentWords.powers), as: 'wide-only' },
          { name: say(instrumentWords.period), as: 'wide-only' },
          { name: say(instrumentWords.standing), as: 'wide-only' },
        ]}
        className="mandates"
        labelledBy={labelledBy}
      >
        {shown.map((mandate) => (
          <MandateRow key={mandate.id} mandate={mandate} decision={decisions.find(({ id }) => id === mandate.revokedBy)} />
        ))}
      </TableCard>
      {chosen.length > rowsFirst && (
        <p>
          <Button variant="default" size="sm" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)} data-testid="all-mandates">
            {isWhole ? say(instrumentWords.showFewer) : say(instrumentWords.showAll, { count: formatNumber(chosen.length, language) })}
          </Button>
        </p>
      )}
    </>
  )
}

function StandingFilter({ name, count, isPressed, onPress }: { name: string; count: number; isPressed: boolean; onPress(): void }) {
  const { language } = useWords()
  return (
    <button type="button" className="filter" aria-pressed={isPressed} onClick={onPress}>
      {name} <span className="count">{formatNumber(count, language)}</span>
    </button>
  )
}

function MandateRow({ mandate, decision }: { mandate: Mandate; decision: Titled | undefined }) {
  const { say } = useWords()
  const areaName = useAreaName()
  const headName = useHeadName()
  const { office, area, holder, standing } = mandate
  return (
    <tr data-testid="mandate" data-office={office} data-standing={standing}>
      <th scope="row">
        <strong>{areaName(office)}</strong>
        <span className="second-line small soft">{headName(holder, office)}</span>
        {area !== office && (
          <span className="second-line small soft">
            {say(instrumentWords.area)} {areaName(area)}
          </span>
        )}
        <span className="narrow-only small">
          <Period mandate={mandate} />
          <StandingNow mandate={mandate} decision={decision} />
        </span>
      </th>
      <td className="wide-only">{mandate.powers.map((power) => say(powerWords[power])).join(' · ')}</td>
      <td className="wide-only">
        <Period mandate={mandate} />
      </td>
      <td className="wide-only">
        <StandingNow mandate={mandate} decision={decision} />
      </td>
    </tr>
  )
}

function Period({ mandate: { from, until, autoExtends } }: { mandate: Mandate }) {
  const { say, language } = useWords()
  const day = (date: string) => formatDate(date as CivilDate, language, { short: true })
  return (
    <>
      {until ? say(instrumentWords.fromUntil, { from: day(from), until: day(until) }) : say(instrumentWords.since, { from: day(from) })}
      {until && <span className="second-line small soft">{say(autoExtends ? instrumentWords.autoExtends : instrumentWords.noExtension)}</span>}
    </>
  )
}

function StandingNow({ mandate: { standing, revokedAt, revokedBy }, decision }: { mandate: Mandate; decision: Titled | undefined }) {
  const { say, language } = useWords()
  return (
    <>
      <span className={`badge tone-${standingTone[standing]} standing`}>{say(standingWords[standing])}</span>
      {revokedAt && revokedBy && (
        <span className="second-line small">
          {say(instrumentWords.revokedAt, { at: formatDateTime(revokedAt as Instant, borderZone, language) })}{' '}
          <Link href={`/instruments/${revokedBy}`}>{decision?.title[language] ?? revokedBy}</Link>
        </span>
      )}
    </>
  )
}
