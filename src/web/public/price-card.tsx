/** @jsxImportSource preact */
import type { Language } from '../../kernel/language.ts'
import { commonWords } from '../../words/common.ts'
import { type Currency, formatMoney, formatNumber } from '../../words/dates.ts'
import { fillIn } from '../../words/fill-in.ts'
import { publicWords } from '../../words/public.ts'
import type { Reference } from './use-answers.ts'

/** What a pass costs, by which instrument, and that nothing is to be paid beside it. */
export function PriceCard({ reference, language }: { reference: Reference; language: Language }) {
  const { instance } = reference
  return (
    <section class="price" id="price" data-testid="price" aria-labelledby="price-title">
      <div>
        <h2 id="price-title">
          {publicWords.pass[language]} {instance && <b>{priceOf(instance.fee, language)}</b>}
        </h2>
        {instance && <p>{publicWords.setPrice[language]}</p>}
        {instance && <Title id={instance.fee.instrument} reference={reference} language={language} />}
      </div>
      {instance && (
        <div>
          <p>{fillIn(publicWords.validity[language], { years: formatNumber(instance.validity.yearsMax, language) })}</p>
          <Title id={instance.validity.instrument} reference={reference} language={language} />
        </div>
      )}
    </section>
  )
}

function Title({ id, reference, language }: { id: string; reference: Reference; language: Language }) {
  const title = reference.instruments.get(id)?.title[language]
  return title ? <blockquote class="by">{title}</blockquote> : null
}

/** "20,000 riel". The server's currency is one of the closed list. */
export const priceOf = ({ amount, currency }: { amount: number; currency: string }, language: Language): string =>
  formatMoney({ amount, currency: currency as Currency }, language)

/** The trial's other pages, for officers. */
export const OfficerLinks = ({ language }: { language: Language }) => (
  <nav class="officers" aria-label={publicWords.forOfficers[language]}>
    <p>{publicWords.forOfficers[language]}</p>
    <a class="button button-full" href="/desk">
      {commonWords.desk[language]}
    </a>
    <a class="button" href="/gate">
      {commonWords.gate[language]}
    </a>
  </nav>
)
