/** @jsxImportSource preact */
import { useEffect, useRef, useState } from 'preact/hooks'
import { borderZone, civilDateAt, clockTimeAt, type Instant } from '../../kernel/time.ts'
import { formatNumber, formatTime, inDigitsOf } from '../../words/dates.ts'
import { gateSheetWords } from '../../words/gate-sheets.ts'
import { workWords } from '../../words/gate-work.ts'
import { goodsUnitWords } from '../../words/sheets.ts'
import { directionWords } from '../../words/verdicts.ts'
import { Dialog } from './dialog.tsx'
import type { GoodsOnRecord } from './goods-draft.ts'
import type { Panel } from './lane.tsx'
import { useList } from './sheet-lists.ts'
import { useWords } from './use-words.ts'
import type { SheetProps } from './vehicle-panel.tsx'

const shownMax = 50

/** The goods sheets that this officer may put right: their own of this shift, the chief any of today. The first has the focus: Enter corrects the last one written. */
export function GoodsList({ gate, register, onOpen, onClose }: SheetProps) {
  const { t } = useWords()
  const [sheets, setSheets] = useState<readonly GoodsOnRecord[] | 'asked' | 'none-heard'>('asked')
  const point = gate.settings?.point ?? ''
  useEffect(() => {
    const query = new URLSearchParams({ point, day: civilDateAt(register.now(), borderZone), mine: 'true', limit: `${shownMax}` })
    void register.ask<GoodsOnRecord[]>(`/api/v1/goods-sheets?${query}`).then((answer) => setSheets(answer.ok ? answer.value : 'none-heard'))
  }, [register, point])
  return (
    <Dialog id="goods-list" title={t(workWords.goodsOfShift)} onClose={onClose}>
      <div class="sheet-form">
        {typeof sheets !== 'string' && <p class="note">{t(sheets.length === 0 ? gateSheetWords.goodsListNone : gateSheetWords.goodsListNote)}</p>}
        {sheets === 'none-heard' && <p class="note">{t(gateSheetWords.needsNetwork)}</p>}
        {typeof sheets !== 'string' && (
          <ul class="riders">
            {sheets.map((sheet, index) => (
              <Row key={sheet.id} sheet={sheet} isFirst={index === 0} register={register} onOpen={onOpen} />
            ))}
          </ul>
        )}
      </div>
    </Dialog>
  )
}

type RowProps = Pick<SheetProps, 'register' | 'onOpen'> & { sheet: GoodsOnRecord; isFirst: boolean }

function Row({ sheet, isFirst, register, onOpen }: RowProps) {
  const { language, t } = useWords()
  const chapters = useList<{ chapter: string; name: Record<typeof language, string> }>(register, '/api/v1/hs-chapters')
  const name = (chapter: string): string =>
    [inDigitsOf(language, chapter), chapters?.find((each) => each.chapter === chapter)?.name[language]].filter(Boolean).join(' ')
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isFirst) button.current?.focus()
  }, [isFirst])
  return (
    <li data-testid="goods-sheet" data-sheet={sheet.id}>
      <span>
        <strong>{formatTime(clockTimeAt(sheet.recordedAt as Instant, borderZone), language)}</strong> {t(directionWords[sheet.direction])}
        {sheet.lines.map(({ line, chapter, quantity, unit }) => (
          <small key={line}>
            {name(chapter)} · {formatNumber(quantity, language)} {t(goodsUnitWords[unit])}
          </small>
        ))}
      </span>
      <button type="button" class="plain" ref={button} data-testid="goods-correct" onClick={() => onOpen(correctionOf(sheet))}>
        {t(gateSheetWords.correctGoods)}
      </button>
    </li>
  )
}

/** The panel in which a sheet on record is put right. */
export function correctionOf(old: GoodsOnRecord, name = ''): Panel {
  const of = old.movement === null ? { vehicleSheet: old.vehicleSheet ?? '' } : { movement: old.movement }
  return { type: 'goods', of, name, old }
}
