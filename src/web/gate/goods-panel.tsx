/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import { v7 as newCommandId } from 'uuid'
import { goodsCurrencies, goodsUnits, natures } from '../../checkpoint/sheets/goods-sheet.rules.ts'
import { borderZone, clockTimeAt, epochMs, type Instant } from '../../kernel/time.ts'
import { formatTime, inDigitsOf } from '../../words/dates.ts'
import { gateWords } from '../../words/gate.ts'
import { gateSheetWords } from '../../words/gate-sheets.ts'
import { goodsCurrencyWords, goodsUnitWords, natureWords } from '../../words/sheets.ts'
import { FileButton } from '../look/file-button.tsx'
import { Dialog } from './dialog.tsx'
import { type DraftLine, draftsOf, emptyLine, type GoodsOnRecord, isWrongAmount, lineOf } from './goods-draft.ts'
import { correctionOf } from './goods-list.tsx'
import { photoOf } from './goods-photo.ts'
import { Icon } from './icons.tsx'
import type { GoodsOf } from './lane.tsx'
import type { SentAs } from './outbox.ts'
import { type ChapterRow, useList } from './sheet-lists.ts'
import { useWords } from './use-words.ts'
import { Refused, type SheetProps } from './vehicle-panel.tsx'

type GoodsProps = SheetProps & { of: GoodsOf; name: string; old?: GoodsOnRecord }

/** The goods of a person or a vehicle: what was seen and what was declared, line by line. A correction begins with what is on record, and replaces it. */
export function GoodsPanel({ register, outbox, onOpen, onClose, of, name, old }: GoodsProps) {
  const { language, t } = useWords()
  const chapters = useList<ChapterRow>(register, '/api/v1/hs-chapters')
  const currency = register.value.state === 'TH' ? 'THB' : 'KHR'
  const [id] = useState(() => newCommandId({ msecs: epochMs(register.now()) }))
  const [lines, setLines] = useState<readonly DraftLine[]>(() => (old ? draftsOf(old) : [emptyLine(0, currency)]))
  const [sent, setSent] = useState<SentAs<GoodsOnRecord> | null>(null)
  const [isSending, setSending] = useState(false)
  const ready = lines.flatMap((line) => lineOf(line) ?? [])
  const isWhole = ready.length === lines.length
  const send = async (replaces: string | undefined): Promise<void> => {
    if (!isWhole) return
    setSending(true)
    const body = { id, ...of, lines: ready, ...(replaces !== undefined && { replaces }) }
    const answer = await outbox.send<GoodsOnRecord>(body, name, '/api/v1/goods-sheets')
    setSending(false)
    setSent(answer)
  }
  // It was written before, at this lane or another: these lines take its place.
  const replaceRecorded = async (): Promise<void> => send(await sheetOnRecord(register, of))
  const change = (at: number, part: Partial<DraftLine>): void => setLines(lines.map((line, index) => (index === at ? { ...line, ...part } : line)))
  const title = old
    ? t(gateSheetWords.correctTitle, { time: formatTime(clockTimeAt(old.recordedAt as Instant, borderZone), language) })
    : t('movement' in of ? gateSheetWords.goodsOfPerson : gateSheetWords.goodsOfVehicle, { name })
  const isAlreadyOn = sent?.type === 'refused' && sent.problem.code === 'sheet.already-on'
  if (sent && sent.type !== 'refused' && sent.type !== 'not-kept')
    return (
      <Dialog id="goods" title={title} onClose={onClose}>
        <p class="result" data-testid="goods-done" data-sent={sent.type}>
          <Icon name="check" />
          <span>
            <strong>{t(sent.type !== 'recorded' ? gateWords.notYet : old ? gateSheetWords.corrected : gateSheetWords.sheetRecorded)}</strong>
            {sent.type !== 'recorded' && t(gateSheetWords.sheetKept)}
          </span>
        </p>
        {sent.type === 'recorded' && (
          <div class="sheet-form">
            <button type="button" class="plain" data-testid="goods-correct" onClick={() => onOpen(correctionOf(sent.answer, name))}>
              {t(gateSheetWords.correctGoods)}
            </button>
          </div>
        )}
      </Dialog>
    )
  return (
    <Dialog id="goods" title={title} onClose={onClose}>
      {!chapters && <p class="note">{t(gateSheetWords.needsNetwork)}</p>}
      <form
        class="sheet-form"
        onSubmit={(event) => {
          event.preventDefault()
          void send(old?.id)
        }}
      >
        {lines.map((line, index) => (
          <LineFields
            key={line.key}
            n={index + 1}
            hasFocus={old !== undefined && index === 0}
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
        {isAlreadyOn && (
          <button type="button" class="plain" data-testid="goods-replace" disabled={isSending} onClick={() => void replaceRecorded()}>
            {t(gateSheetWords.replaceRecorded)}
          </button>
        )}
        <button type="submit" class="main" data-testid="goods-record" disabled={isSending}>
          {t(old ? gateSheetWords.recordCorrection : gateSheetWords.recordGoods)}
        </button>
      </form>
    </Dialog>
  )
}

/** The sheet that stands for these goods now; undefined: it was not heard of. */
async function sheetOnRecord(register: SheetProps['register'], of: GoodsOf): Promise<string | undefined> {
  const movement = 'movement' in of ? of.movement : await driverOf(register, of.vehicleSheet)
  if (movement === undefined) return undefined
  const answer = await register.ask<{ goods: readonly GoodsOnRecord[] }>(`/api/v1/movements/${movement}/sheets`)
  if (!answer.ok) return undefined
  return answer.value.goods.find((sheet) => ('movement' in of ? sheet.movement === movement : sheet.movement === null))?.id
}

async function driverOf(register: SheetProps['register'], sheet: string): Promise<string | undefined> {
  const answer = await register.ask<{ driver: string }>(`/api/v1/vehicle-sheets/${sheet}`)
  return answer.ok ? answer.value.driver : undefined
}

type LineProps = {
  n: number
  /** A correction begins at the first quantity. */
  hasFocus: boolean
  line: DraftLine
  chapters: readonly ChapterRow[]
  onChange: (part: Partial<DraftLine>) => void
  onRemove: (() => void) | null
}

function LineFields({ n, hasFocus, line, chapters, onChange, onRemove }: LineProps) {
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
            autofocus={hasFocus}
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
                {t(goodsCurrencyWords[each])}
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
        <span>{t(line.photo || line.keepsPhotoOf !== null ? gateSheetWords.photoTaken : gateSheetWords.photo)}</span>
        <FileButton language={language}>
          <input
            type="file"
            accept="image/*"
            capture="environment"
            data-testid="goods-photo"
            onChange={(event) => {
              const [file] = event.currentTarget.files ?? []
              if (file) void photoOf(file).then((photo) => photo && onChange({ photo, keepsPhotoOf: null }))
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
