import { caseKinds, type EntryKind, type LawValues, type PaperLine } from '../../../instruments/law.rules.ts'
import type { Text } from '../../../kernel/language.ts'
import type { CivilDate } from '../../../kernel/time.ts'
import type { InstrumentPageAnswer } from '../../../passes/mandate.api.ts'
import { type Currency, formatDate, formatMoney, formatNumber } from '../../../words/dates.ts'
import { instrumentWords, lawRuleWords, lawValueWords } from '../../../words/instruments.ts'
import { caseKindWords, paperLineWords, paperWords } from '../../../words/papers.ts'
import { stateWords } from '../../../words/states.ts'
import { pointClassWords } from '../../../words/verdicts.ts'
import { useWords } from '../frame/language.tsx'
import { useAreaName } from '../names.ts'
import { TableCard } from '../parts/table-card.tsx'

type Row = InstrumentPageAnswer['rules'][number]

/** The agreement's parameters that stand on this text, each said in words. */
export function LawRules({ rules }: { rules: readonly Row[] }) {
  const { say, language } = useWords()
  const day = (date: string) => formatDate(date as CivilDate, language, { short: true })
  return (
    <section className="stack" aria-labelledby="rules-title">
      <h2 id="rules-title">{say(instrumentWords.rules)}</h2>
      <TableCard
        heads={[say(instrumentWords.name), say(instrumentWords.value), { name: say(instrumentWords.period), as: 'wide-only' }]}
        labelledBy="rules-title"
      >
        {rules.map((row) => (
          <tr key={`${row.rule} ${row.scope} ${row.from}`}>
            <th scope="row">
              <strong>{say(lawRuleWords[row.rule as keyof typeof lawRuleWords])}</strong>
              <span className="second-line small soft">{say(stateWords[row.scope as keyof typeof stateWords])}</span>
            </th>
            <td>
              <Value row={row} />
            </td>
            <td className="wide-only">
              {row.until
                ? say(instrumentWords.fromUntil, { from: day(row.from), until: day(row.until) })
                : say(instrumentWords.since, { from: day(row.from) })}
            </td>
          </tr>
        ))}
      </TableCard>
    </section>
  )
}

function Value({ row: { rule, value } }: { row: Row }) {
  const { say, language } = useWords()
  const areaName = useAreaName()
  const numbers = Object.fromEntries(
    Object.entries(value).flatMap(([name, each]) => (typeof each === 'number' ? [[name, formatNumber(each, language)]] : [])),
  )
  const classes = (name: string) => ((value[name] ?? []) as (keyof typeof pointClassWords)[]).map((each) => say(pointClassWords[each])).join(', ')
  switch (rule as keyof typeof lawRuleWords) {
    case 'pass.validity':
      return say(lawValueWords.years, numbers)
    case 'pass.extension':
      return say(value['timesMax'] === null ? lawValueWords.extension : lawValueWords.extensionTimes, numbers)
    case 'pass.fee':
    case 'pass.extension-fee':
      return formatMoney({ amount: Number(value['amount']), currency: value['currency'] as Currency }, language)
    case 'document.classes':
      return say(lawValueWords.classes, { borderPass: classes('borderPass'), passport: classes('passport') })
    case 'passport.entry':
      return <PassportEntries entry={value as LawValues['passport.entry']} />
    case 'stay.days':
      return say(lawValueWords.stay, numbers)
    case 'applicant.residence':
      return (value['areas'] as string[]).map(areaName).join(', ')
    case 'applicant.age':
      return say(lawValueWords.age, numbers)
    case 'applicant.residence-proof':
      return say(lawValueWords.residenceProof, numbers)
    case 'application.due':
      return say(lawValueWords.due, numbers)
    case 'application.papers':
      return <Papers papers={value as LawValues['application.papers']} />
    case 'fee.split':
      return say(lawValueWords.split, numbers)
    case 'movement.repeat':
      return say(lawValueWords.repeat, numbers)
    case 'movement.time':
      return say(lawValueWords.time, numbers)
  }
}

const entrySentence = {
  own: lawValueWords.entryOwn,
  exempt: lawValueWords.entryExempt,
  visa: lawValueWords.entryVisa,
  'not-admitted-here': lawValueWords.entryNot,
} as const satisfies Record<EntryKind, Text>

/** Nationalities by their codes of three letters, as passports carry them. */
function PassportEntries({ entry: { nationalities, others } }: { entry: LawValues['passport.entry'] }) {
  const { say, language } = useWords()
  const lines = [...nationalities.map((each) => ({ ...each, codes: each.codes.join(', ') })), { ...others, codes: say(lawValueWords.entryOthers) }]
  return (
    <>
      {lines.map(({ kind, days, codes }) => (
        <div key={codes} className="small">
          {say(entrySentence[kind], { codes, days: formatNumber(days ?? 0, language) })}
        </div>
      ))}
    </>
  )
}

/** For each kind of case what to bring, a line each; what nobody has confirmed says so. */
function Papers({ papers }: { papers: LawValues['application.papers'] }) {
  const { say, language } = useWords()
  const said = ({ oneOf, count, when, basis }: PaperLine): string => {
    let paper = oneOf.map((each) => say(paperWords[each])).reduce((one, other) => say(paperLineWords.or, { one, other }))
    if (count > 1) paper = say(paperLineWords.several, { paper, count: formatNumber(count, language) })
    if (when === 'guardian-needed') paper = say(paperLineWords.forChild, { paper })
    return basis === 'assumed' ? say(paperLineWords.assumed, { paper }) : paper
  }
  return (
    <dl className="stack">
      {caseKinds.map((kind) => (
        <div key={kind}>
          <dt>{say(caseKindWords[kind])}</dt>
          {papers[kind].map((line) => (
            <dd key={line.oneOf.join()} className="small soft">
              {said(line)}
            </dd>
          ))}
        </div>
      ))}
    </dl>
  )
}
