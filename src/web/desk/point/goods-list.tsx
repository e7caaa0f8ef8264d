import { useState } from 'react'
import type { Static } from 'typebox'
import type { chapterAnswer, goodsSheetAnswer } from '../../../checkpoint/sheets/sheets.api.ts'
import { borderZone, clockTimeAt, dayMs, type Instant } from '../../../kernel/time.ts'
import { dayWords } from '../../../words/chief.ts'
import { commonWords } from '../../../words/common.ts'
import { type Currency, formatMoney, formatNumber, formatTime, inDigitsOf } from '../../../words/dates.ts'
import { differenceWords, goodsUnitWords, natureWords } from '../../../words/sheets.ts'
import { directionWords } from '../../../words/verdicts.ts'
import { useWords } from '../frame/language.tsx'
import { TableSection } from '../parts/table-card.tsx'
import { useAnswer } from '../queries.ts'
import { PageThrough, sheetsShown } from './page-through.tsx'
import { UndoneRide } from './undone-ride.tsx'

type GoodsSheet = Static<typeof goodsSheetAnswer>
type Line = GoodsSheet['lines'][number]

/** The goods of a day, the latest first, line by line; what was seen and declared and is not the same is said without blame. */
export function GoodsList({ point, day }: { point: string; day: string }) {
  const { say } = useWords()
  const [before, setBefore] = useState<string | undefined>(undefined)
  const chapterName = useChapterName()
  const sheets = useAnswer<GoodsSheet[]>(
    `/api/v1/goods-sheets?point=${encodeURIComponent(point)}&day=${day}&limit=${sheetsShown}${before === undefined ? '' : `&before=${before}`}`,
  )
  const heads = [say(dayWords.time), say(dayWords.kind), { name: say(dayWords.value), as: 'number' }] as const
  return (
    <div className="stack">
      <TableSection id="goods-title" title={say(dayWords.goods)} query={sheets} empty={say(dayWords.noGoods)} heads={heads} testid="goods">
        {(sheet) => <GoodsRow key={sheet.id} sheet={sheet} day={day} chapterName={chapterName} />}
      </TableSection>
      <PageThrough rows={sheets.data} before={before} onGo={setBefore} />
    </div>
  )
}

function useChapterName() {
  const { language } = useWords()
  const chapters = useAnswer<Static<typeof chapterAnswer>[]>('/api/v1/hs-chapters', { staleTime: dayMs })
  const names = new Map((chapters.data ?? []).map(({ chapter, name }) => [chapter, name[language]]))
  return (chapter: string): string => [inDigitsOf(language, chapter), names.get(chapter)].filter(Boolean).join(' · ')
}

/** Weight and value of one kind of goods may differ alike: one sentence says it. */
const isSaidFirst = ({ chapter, difference }: GoodsSheet['differences'][number], index: number, all: GoodsSheet['differences']): boolean =>
  all.findIndex((each) => each.chapter === chapter && each.difference === difference) === index

type RowProps = { readonly sheet: GoodsSheet; readonly day: string; chapterName(chapter: string): string }

function GoodsRow({ sheet: { id, recordedAt, direction, lines, differences, replacedBy, undone, point }, day, chapterName }: RowProps) {
  const { say, language } = useWords()
  const money = ({ value, currency }: Line) => formatMoney({ amount: value, currency: currency as Currency }, language)
  return (
    <tr data-testid="goods-row" data-replaced={replacedBy !== null} data-undone={undone !== null}>
      <td>
        {formatTime(clockTimeAt(recordedAt as Instant, borderZone), language)}
        <span className="second-line small soft">{say(directionWords[direction])}</span>
        {replacedBy !== null && <span className="badge tone-quiet">{say(dayWords.replaced)}</span>}
        {undone && <UndoneRide ride={undone} point={point} day={day} />}
      </td>
      <td colSpan={2}>
        <ul className="goods-lines">
          {lines.map((line) => (
            <li key={line.line}>
              <span className="goods-what">
                {chapterName(line.chapter)}
                <span className="second-line small soft">
                  {say(natureWords[line.nature])} · {formatNumber(line.quantity, language)} {say(goodsUnitWords[line.unit])}
                  {line.customsReference !== null && ` · ${say(dayWords.customs, { reference: line.customsReference })}`}
                  {line.hasPhoto && (
                    <>
                      {' · '}
                      <a href={`/api/v1/goods-sheets/${id}/lines/${line.line}/photo`} target="_blank" rel="noreferrer">
                        {say(dayWords.picture)}
                      </a>
                    </>
                  )}
                </span>
              </span>
              <span className="number">{money(line)}</span>
            </li>
          ))}
        </ul>
        {differences.filter(isSaidFirst).map(({ chapter, of, difference }) => (
          <p key={`${chapter} ${of}`} className="small goods-difference">
            {chapterName(chapter)}
            {say(commonWords.colon)} {say(differenceWords[difference])}
          </p>
        ))}
      </td>
    </tr>
  )
}
