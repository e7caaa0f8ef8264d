/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import { v7 as newCommandId } from 'uuid'
import { goodsCurrencies, goodsUnits, natures } from '../../checkpoint/sheets/goods-sheet.rules.ts'
import { epochMs } from '../../kernel/time.ts'
import { inDigitsOf } from '../../words/dates.ts'
import { gateWords } from '../../words/gate.ts'
import { gateSheetWords } from '../../words/gate-sheets.ts'
import { goodsUnitWords, natureWords } from '../../words/sheets.ts'
import { FileButton } from '../look/file-button.tsx'
import { Dialog } from './dialog.tsx'
import { type DraftLine, emptyLine, isWrongAmount, lineOf } from './goods-draft.ts'
import { photoOf } from './goods-photo.ts'
import { Icon } from './icons.tsx'
import type { GoodsOf } from './lane.tsx'
import type { SentAs } from './outbox.ts'
import { type ChapterRow, useList } from './sheet-lists.ts'
import { useWords } from './use-words.ts'
import { Refused, type SheetProps } from './vehicle-panel.tsx'

/** The goods of a person or a vehicle: what was seen and what was declared, line by line. */
export function GoodsPanel({ register, outbox, onClose, of, name }: SheetProps & { of: GoodsOf; name: string }) {
  const { t } = useWords()
  const chapters = useList<ChapterRow>(register, '/api/v1/hs-chapters')
  const currency = register.value.state === 'TH' ? 'THB' : 'KHR'
  const [id] = useState(() => newCommandId({ msecs: epochMs(register.now()) }))
  const [lines, setLines] = useState<readonly DraftLine[]>([emptyLine(0, currency)])
  const [sent, setSent] = useState<SentAs<unknown> | null>(null)
  const [isSending, setSending] = useState(false)
  const ready = lines.flatMap((line) => lineOf(line) ?? [])
  const isWhole = ready.length === lines.length
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    if (!isWhole) return
    setSending(true)
    const body = { id, ...of, lines: ready }
    const answer = await outbox.send<unknown>(body, name, '/api/v1/goods-sheets')
    setSending(false)
    setSent(answer)
  }
  const change = (at: number, part: Partial<DraftLine>): void => setLines(lines.map((line, index) => (index === at ? { ...line, ...part } : line)))
  const title = t('movement' in of ? gateSheetWords.goodsOfPerson : gateSheetWords.goodsOfVehicle, { name })
  if (sent && sent.type !== 'refused' && sent.type !== 'not-kept')
    return (
      <Dialog id="goods" title={title} onClose={onClose}>
        <p class="result" data-testid="goods-done" data-sent={sent.type}>
          <Icon name="check" />
          <span>
            <strong>{t(sent.type === 'recorded' ? gateSheetWords.sheetRecorded : gateWords.notYet)}</strong>
            {sent.type !== 'recorded' && t(gateSheetWords.sheetKept)}
          </span>
        </p>
      </Dialog>
    )
  return (
    <Dialog id="goods" title={title} onClose={onClose}>
      {!chapters && <p class="note">{t(gateSheetWords.needsNetwork)}</p>}
      <form class="sheet-form" onSubmit={(event) => void submit(event)}>
        {lines.map((line, index) => (
          <LineFields
            key={line.key}
            n={index + 1}
            line={line}
            chapters={chapters ?? []}
            onChange={(part) => change(index, part)}
            onRemove={lines.length > 1 ? () => setLines(lines.filter((_, at) => at !== index)) : null}
          />
        ))}
        <button
          type="button"
          class="plain"
          data-testid="goods-add"
          onClick={() => setLines([...lines, emptyLine((lines.at(-1)?.key ?? 0) + 1, lines.at(-1)?.currency ?? currency)])}
        >
          {t(gateSheetWords.addLine)}
        </button>
        <Refused sent={sent} />
        <button type="submit" class="main" data-testid="goods-record" disabled={isSending}>
          {t(gateSheetWords.recordGoods)}
        </button>
      </form>
    </Dialog>
  )
}

type LineProps = {
  n: number
  line: DraftLine
  chapters: readonly ChapterRow[]
  onChange: (part: Partial<DraftLine>) => void
  onRemove: (() => void) | null
}

function LineFields({ n, line, chapters, onChange, onRemove }: LineProps) {
  const { language, t } = useWords()
  const wrong = { quantity: isWrongAmount(line.quantity, 'quantity'), value: isWrongAmount(line.value, 'value') }
  return (
    <fieldset class="goods-line" data-testid="goods-line">
      <legend>{t(gateSheetWords.line, { n })}</legend>
      <label class="field">
        <span>{t(gateSheetWords.chapter)}</span>
        <select required value={line.chapter} data-testid="goods-chapter" onChange={(event) => onChange({ chapter: event.currentTarget.value })}>
          <option value="">{t(gateSheetWords.chapterNone)}</option>
          {chapters.map(({ chapter, name }) => (
            <option key={chapter} value={chapter}>
              {inDigitsOf(language, chapter)} {name[language]}
            </option>
          ))}
        </select>
      </label>
      <fieldset class="chips" aria-label={t(gateSheetWords.nature)}>
        {natures.map((nature) => (
          <button
            key={nature}
            type="button"
            class="chip"
            aria-pressed={line.nature === nature}
            data-testid={`nature-${nature}`}
            onClick={() => onChange({ nature })}
          >
            {t(natureWords[nature])}
          </button>
        ))}
      </fieldset>
      <div class="pair">
        <label class="field">
          <span>{t(gateSheetWords.quantity)}</span>
          <input
            required
            inputMode="decimal"
            autocomplete="off"
            aria-invalid={wrong.quantity}
            aria-describedby={wrong.quantity ? `goods-wrong-quantity-${line.key}` : undefined}
            value={line.quantity}
            data-testid="goods-quantity"
            onInput={(event) => onChange({ quantity: event.currentTarget.value })}
          />
        </label>
        <label class="field">
          <span>{t(gateSheetWords.unit)}</span>
          <select value={line.unit} data-testid="goods-unit" onChange={(event) => onChange({ unit: event.currentTarget.value as DraftLine['unit'] })}>
            {goodsUnits.map((unit) => (
              <option key={unit} value={unit}>
                {t(goodsUnitWords[unit])}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div class="pair">
        <label class="field">
          <span>{t(gateSheetWords.value)}</span>
          <input
            required
            inputMode="decimal"
            autocomplete="off"
            aria-invalid={wrong.value}
            aria-describedby={wrong.value ? `goods-wrong-value-${line.key}` : undefined}
            value={line.value}
            data-testid="goods-value"
            onInput={(event) => onChange({ value: event.currentTarget.value })}
          />
        </label>
        <label class="field">
          <span>{t(gateSheetWords.currency)}</span>
          <select value={line.currency} onChange={(event) => onChange({ currency: event.currentTarget.value as DraftLine['currency'] })}>
            {goodsCurrencies.map((each) => (
              <option key={each} value={each}>
                {each}
              </option>
            ))}
          </select>
        </label>
      </div>
      {(['quantity', 'value'] as const).map(
        (each) =>
          wrong[each] && (
            <p key={each} id={`goods-wrong-${each}-${line.key}`} class="unverified" role="status" data-testid="goods-wrong">
              {t(each === 'quantity' ? gateSheetWords.quantityWrong : gateSheetWords.valueWrong)}
            </p>
          ),
      )}
      <label class="field">
        <span>{t(gateSheetWords.reference)}</span>
        <input
          maxLength={40}
          autocomplete="off"
          value={line.customsReference}
          onInput={(event) => onChange({ customsReference: event.currentTarget.value })}
        />
      </label>
      <label class="field">
        <span>{t(line.photo ? gateSheetWords.photoTaken : gateSheetWords.photo)}</span>
        <FileButton language={language}>
          <input
            type="file"
            accept="image/*"
            capture="environment"
            data-testid="goods-photo"
            onChange={(event) => {
              const [file] = event.currentTarget.files ?? []
              if (file) void photoOf(file).then((photo) => onChange({ photo: photo ?? null }))
            }}
          />
        </FileButton>
      </label>
      {onRemove && (
        <button type="button" class="plain" onClick={onRemove}>
          {t(gateSheetWords.removeLine)}
        </button>
      )}
    </fieldset>
  )
}
