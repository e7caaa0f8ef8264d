import { Button } from '@mantine/core'
import { type Language, languages, type Text } from '../../../kernel/language.ts'
import { borderZone, civilDateAt, type Instant } from '../../../kernel/time.ts'
import type { PricesAnswer } from '../../../portal/portal.api.ts'
import { commonWords } from '../../../words/common.ts'
import { type Currency, formatDate, formatMoney } from '../../../words/dates.ts'
import { deskWords } from '../../../words/desk.ts'
import { caseKindWords } from '../../../words/papers.ts'
import { feeTableWords } from '../../../words/till.ts'
import { useWords } from '../frame/language.tsx'
import { useOfficeChoice } from '../frame/office.tsx'
import { Answered } from '../parts/answered.tsx'
import { Icon } from '../parts/icon.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { useAnswer, useInstance, useInstruments } from '../queries.ts'

/** Every set price with its text, in all three languages at once: a sheet for the wall. It says that nobody may ask for more. */
export function PricesPage() {
  const { say } = useWords()
  const prices = useAnswer<PricesAnswer>('/api/v1/prices')
  return (
    <>
      <PageHead title={say(deskWords.prices)} lead={say(feeTableWords.nothingElse)}>
        <Button leftSection={<Icon name="printer" />} onClick={() => window.print()} data-testid="print-prices">
          {say(feeTableWords.print)}
        </Button>
      </PageHead>
      <Answered query={prices}>{(rows) => <Sheet rows={rows} />}</Answered>
    </>
  )
}

/** One phrase in the languages of the border, each marked as what it is. */
function InAll({ words, values = {} }: { words: Text; values?: { [name: string]: Text } }) {
  const fill = (language: Language) =>
    Object.entries(values).reduce((said, [name, value]) => said.replace(`{${name}}`, value[language]), words[language])
  return languages.map((language) => (
    <span key={language} lang={language} className="in-all">
      {fill(language)}
    </span>
  ))
}

const inEach = (say: (language: Language) => string): Text => ({ km: say('km'), th: say('th'), en: say('en') })

function Sheet({ rows }: { rows: PricesAnswer }) {
  const instance = useInstance()
  const { office } = useOfficeChoice()
  const titles = new Map((useInstruments().data ?? []).map(({ id, title }) => [id, title]))
  const texts = [...new Set(rows.flatMap(({ fee }) => (fee ? [fee.instrument] : [])))]
  const day = instance.data && civilDateAt(instance.data.now as Instant, borderZone)
  return (
    <section className="card sheet prices" aria-labelledby="prices-title" data-testid="price-table">
      <h2 id="prices-title">
        <InAll words={feeTableWords.title} />
      </h2>
      {office && <p className="soft">{[commonWords.name.en, office.name.native, office.name.en].join(' · ')}</p>}
      <table className="table" aria-labelledby="prices-title">
        <tbody>
          {rows.map(({ kind, fee }) => {
            return (
              <tr key={kind} data-testid="price-row">
                <th scope="row">
                  <InAll words={caseKindWords[kind]} />
                </th>
                <td className="number whole">
                  <InAll
                    words={
                      fee
                        ? inEach((language) => formatMoney({ amount: fee.amount, currency: fee.currency as Currency }, language))
                        : feeTableWords.free
                    }
                  />
                </td>
                <td className="small soft">{fee && `(${texts.indexOf(fee.instrument) + 1})`}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <ol className="texts-of-prices">
        {texts.map((id) => {
          const title = titles.get(id)
          return <li key={id}>{title ? <InAll words={title} /> : id}</li>
        })}
      </ol>
      <div className="nothing-else">
        <InAll words={feeTableWords.nothingElse} />
      </div>
      {day && (
        <p className="small soft">
          <InAll words={feeTableWords.lead} values={{ day: inEach((language) => formatDate(day, language)) }} />
        </p>
      )}
    </section>
  )
}
