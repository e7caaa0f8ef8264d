import type { ReactNode } from 'react'
import type { Text } from '../../../kernel/language.ts'
import type { CivilDate } from '../../../kernel/time.ts'
import { formatDate, formatNumber } from '../../../words/dates.ts'
import { applicationStateWords } from '../../../words/desk.ts'
import { endWords, groundWords, issuedKindWords, officeNumbersWords as words } from '../../../words/office-numbers.ts'
import { useWords } from '../frame/language.tsx'
import { useAreaName } from '../names.ts'
import { NumberLink } from './number-link.tsx'
import type { Numbers, OfficeRow } from './office-queries.ts'
import { Provisional, Share } from './office-table.tsx'

/** One office's numbers in full: by kind, state and ground. */
export function OfficeDetail({ numbers: { on, since }, row }: { numbers: Pick<Numbers, 'on' | 'since'>; row: OfficeRow }) {
  const { say, language } = useWords()
  const areaName = useAreaName()
  const { office, issued, pending, rejected, share } = row
  const dayAndAll = (what: string, texts: Readonly<Record<string, Text>>, of: { day: object; total: object }) =>
    entries(texts).map(([key, text]) => ({
      text,
      cells: [cell(say(text), what, { day: on, detail: key }, countIn(of.day, key)), cell(say(text), what, { detail: key }, countIn(of.total, key))],
    }))
  const cell = (name: string, what: string, rest: { day?: string; detail?: string }, n: number) => (
    <NumberLink n={n} name={name} behind={{ office, what, ...rest }} />
  )
  const marked = (key: string, some: number) => (
    <span key={key}>
      <Share some={some} all={share.produced} />
      <Provisional is={share.provisional} />
    </span>
  )
  return (
    <section className="stack" aria-labelledby="office-detail" data-testid="office-detail">
      <h2 id="office-detail">{areaName(office)}</h2>
      <div className="detail-grid">
        <Block title={say(words.issued)} heads={[words.thatDay, words.inAll]} rows={dayAndAll('issued', issuedKindWords, issued)} />
        <Block
          title={say(words.waiting)}
          heads={[words.number]}
          rows={entries(pending).map(([state, n]) => {
            const text = applicationStateWords[state as keyof typeof applicationStateWords]
            return { text, cells: [cell(say(text), 'pending', { detail: state }, n)] }
          })}
        />
        <Block title={say(words.rejectedBy)} heads={[words.thatDay, words.inAll]} rows={dayAndAll('rejected', groundWords, rejected)} />
        <Block
          title={say(words.otherEnds)}
          heads={[words.thatDay, words.inAll]}
          rows={entries(endWords).map(([what, text]) => ({
            text,
            cells: [cell(say(text), what, { day: on }, row[what].day), cell(say(text), what, {}, row[what].total)],
          }))}
        />
        <Block
          title={say(words.shareTitle, { since: formatDate(since as CivilDate, language), on: formatDate(on as CivilDate, language) })}
          heads={[words.number]}
          rows={[
            { text: words.produced, cells: [formatNumber(share.produced, language)] },
            { text: words.inDueDays, cells: [marked('due', share.onTime)] },
            { text: words.inTarget, cells: [marked('target', share.withinTarget)] },
            { text: words.unknownDue, cells: [formatNumber(share.unknown, language)] },
          ]}
        />
      </div>
    </section>
  )
}

const entries = <K extends string, V>(of: Readonly<Record<K, V>>) => Object.entries(of) as [K, V][]
const countIn = (of: object, key: string): number => Number((of as Record<string, number>)[key] ?? 0)

type BlockRow = { readonly text: Text; readonly cells: readonly ReactNode[] }
function Block({ title, heads, rows }: { title: string; heads: readonly Text[]; rows: readonly BlockRow[] }) {
  const { say } = useWords()
  return (
    <div className="table-card">
      <table className="table numbers">
        <caption className="block-title">{title}</caption>
        <thead>
          <tr>
            <td />
            {heads.map((text) => (
              <th key={text.en} scope="col" className="number">
                {say(text)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ text, cells }) => (
            <tr key={text.en}>
              <th scope="row">{say(text)}</th>
              {cells.map((value, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the columns stand still
                <td key={index} className="number">
                  {value}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
