/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { type CaseKind, caseKinds } from '../../../instruments/law.rules.ts'
import type { Language } from '../../../kernel/language.ts'
import type { NeedsAnswer } from '../../../portal/portal.api.ts'
import { formatNumber } from '../../../words/dates.ts'
import { fillIn } from '../../../words/fill-in.ts'
import { caseKindWords } from '../../../words/papers.ts'
import { followWords, needsWords } from '../../../words/portal.ts'
import { priceOf } from '../price-card.tsx'
import { HomeArea } from './home-area.tsx'
import { By, PrintButton, SelectField, Trouble } from './parts.tsx'
import { sayPaper } from './say-paper.ts'
import { nameIn } from './use-lists.ts'
import { useAsk } from './use-send.ts'

/** What to bring, what it costs, where and how long, each with the text behind it. */
export function NeedsPage({ language }: { language: Language }) {
  const [kind, setKind] = useState<CaseKind | ''>('new')
  const [home, setHome] = useState({ province: '', district: '' })
  const [needs, setNeeds] = useState<NeedsAnswer | undefined>(undefined)
  const { send, problem } = useAsk<NeedsAnswer>(language)
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked for each choice
  useEffect(() => {
    setNeeds(undefined)
    if (kind && home.district) void send(`needs?kind=${kind}&homeArea=${encodeURIComponent(home.district)}`).then(setNeeds)
  }, [kind, home.district])
  return (
    <>
      <div class="card resident-form">
        <SelectField
          name="kind"
          label={needsWords.kind[language]}
          value={kind}
          onValue={(value) => setKind(value as CaseKind)}
          choices={caseKinds.map((value) => ({ value, word: caseKindWords[value][language] }))}
          language={language}
        />
        <HomeArea value={home} onValue={setHome} language={language} />
        <Trouble problem={problem} language={language} />
      </div>
      {needs && <Needs needs={needs} language={language} />}
    </>
  )
}

const Part = ({ word, by, language, children }: { word: string; by?: string | undefined; language: Language; children: ComponentChildren }) => (
  <div class="need">
    <h2>{word}</h2>
    {children}
    {by && <By id={by} language={language} />}
  </div>
)

const Needs = ({ needs, language }: { needs: NeedsAnswer; language: Language }) => (
  <section class="card needs" data-testid="needs" aria-label={caseKindWords[needs.kind][language]}>
    <Part word={needsWords.price[language]} by={needs.fee?.instrument} language={language}>
      <p class="price-large">{needs.fee ? priceOf(needs.fee, language) : needsWords.free[language]}</p>
    </Part>
    {needs.papers && (
      <Part word={needsWords.bring[language]} by={needs.papers.instrument} language={language}>
        <ul>
          {needs.papers.lines.map((line) => (
            <li key={line.oneOf.join()}>{sayPaper(line, language)}</li>
          ))}
        </ul>
      </Part>
    )}
    <Part word={needsWords.where[language]} language={language}>
      <ul>
        {needs.offices.map(({ id, kind, name }) => (
          <li key={id}>
            {fillIn(needsWords[kind === 'district' ? 'districtOffice' : 'hall'][language], { name: nameIn(name, language, id.slice(0, 2)) })}
          </li>
        ))}
      </ul>
    </Part>
    {needs.due && (
      <Part word={needsWords.time[language]} by={needs.due.instrument} language={language}>
        <p>
          {fillIn(needsWords.days[language], {
            max: formatNumber(needs.due.workingDaysMax, language),
            target: formatNumber(needs.due.workingDaysTarget, language),
          })}
        </p>
      </Part>
    )}
    {needs.ages && (
      <Part word={needsWords.children[language]} by={needs.ages.instrument} language={language}>
        <p>
          {fillIn(needsWords.ages[language], {
            guardian: formatNumber(needs.ages.guardianUnder, language),
            parent: formatNumber(needs.ages.onParentsPassUnder, language),
          })}
        </p>
      </Part>
    )}
    <Prices prices={needs.prices} language={language} />
    <PrintButton language={language} />
  </section>
)

/** The fee table, from the same rows that the desk charges by. */
const Prices = ({ prices, language }: Pick<NeedsAnswer, 'prices'> & { language: Language }) => (
  <table class="prices" data-testid="prices">
    <caption>{needsWords.table[language]}</caption>
    <tbody>
      {prices.map(({ kind, fee }) => (
        <tr key={kind}>
          <th scope="row">{caseKindWords[kind][language]}</th>
          <td>{fee ? priceOf(fee, language) : needsWords.free[language]}</td>
        </tr>
      ))}
    </tbody>
    <tfoot>
      <tr>
        <td colSpan={2}>
          {needsWords.tableNote[language]} <a href="/complain">{followWords.complain[language]}</a>
        </td>
      </tr>
    </tfoot>
  </table>
)
