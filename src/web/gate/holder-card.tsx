/** @jsxImportSource preact */
import { useEffect, useMemo, useState } from 'preact/hooks'
import type { Language } from '../../kernel/language.ts'
import type { CivilDate } from '../../kernel/time.ts'
import type { AreaAnswer } from '../../places/places.api.ts'
import { formatDate } from '../../words/dates.ts'
import { gateWords } from '../../words/gate.ts'
import { modelWords, passModelWords } from '../../words/pass-models.ts'
import type { Case } from './case.ts'
import type { Gate } from './gate.ts'
import type { Holder } from './holder.ts'
import type { Panel } from './lane.tsx'
import { PassportCard } from './passport-card.tsx'
import type { Register } from './register.ts'
import { SaidPanel } from './said-panel.tsx'
import { useStore } from './store.ts'
import { UndoStrip } from './undo-strip.tsx'
import { useWords } from './use-words.ts'
import { VehicleStrip } from './vehicle-strip.tsx'

const sexWords = { 1: gateWords.male, 2: gateWords.female, 3: gateWords.otherSex } as const

type CardProps = { open: Case; gate: Gate; register: Register; onRecord: () => void; onPanel: (panel: Panel) => void }

/** The person, to compare with the one at the counter; and what the officer says of them. */
export function HolderCard({ open, gate, register, onRecord, onPanel }: CardProps) {
  const { t } = useWords()
  const { areas } = useStore(register)
  const { holder, passport, finding } = open
  return (
    <aside class="person" aria-label={t(gateWords.name)}>
      {passport && !holder && <PassportCard passport={passport} today={open.at} />}
      {holder ? <Person holder={holder} areas={areas} /> : !passport && finding.type === 'decided' && <p class="note">{t(gateWords.noData)}</p>}
      {holder && holder.model !== 'qr' && <p class="note">{t(passModelWords.noCode)}</p>}
      {holder?.face && <p class="note">{t(holder.face.type === 'code' ? gateWords.faceOfCode : gateWords.faceOfRegister)}</p>}
      {finding.type === 'decided' && <SaidPanel open={open} gate={gate} register={register} onRecord={onRecord} onPanel={onPanel} />}
      <VehicleStrip gate={gate} onOpen={onPanel} />
      <UndoStrip undo={gate.undo} />
    </aside>
  )
}

function Person({ holder, areas }: { holder: Holder; areas: ReadonlyMap<string, AreaAnswer['name']> }) {
  const { language, t } = useWords()
  const sex = sexWords[holder.sex as keyof typeof sexWords]
  return (
    <>
      {!holder.verified && (
        <p class="unverified" role="note">
          {t(gateWords.unverified)}
        </p>
      )}
      <div class="person-head">
        <Face holder={holder} />
        <dl class="person-names">
          <dt>{t(gateWords.name)}</dt>
          <dd class="person-name" data-testid="holder-name">
            <span lang={holder.localLanguage}>{holder.localName}</span>
            <span class="person-latin" lang="en">
              {holder.latinName}
            </span>
          </dd>
          <dt>
            {t(gateWords.born)} · {t(gateWords.sex)}
          </dt>
          <dd>
            {formatDate(holder.birthDate as CivilDate, language)}
            {sex && ` · ${t(sex)}`}
          </dd>
          <dt>{t(gateWords.number)}</dt>
          <dd class="person-number" data-testid="holder-number">
            {holder.number}
          </dd>
        </dl>
      </div>
      <dl class="person-rows">
        <div>
          <dt>{t(gateWords.home)}</dt>
          <dd>
            <Home code={holder.homeArea} areas={areas} language={language} />
          </dd>
        </div>
        <div>
          <dt>{t(gateWords.lastDay)}</dt>
          <dd>{formatDate(holder.lastDay as CivilDate, language)}</dd>
        </div>
        {holder.model !== 'qr' && (
          <div data-testid="holder-model">
            <dt>{t(passModelWords.model)}</dt>
            <dd>{t(modelWords[holder.model])}</dd>
          </div>
        )}
      </dl>
    </>
  )
}

/** District and province, in the reader's language where it is the place's own, else in the place's own script. */
function Home({ code, areas, language }: { code: string; areas: ReadonlyMap<string, AreaAnswer['name']>; language: Language }) {
  const own: Language = code.startsWith('TH') ? 'th' : 'km'
  const found = [code.slice(0, 7), code.slice(0, 5)].flatMap((each) => areas.get(each) ?? [])
  if (found.length === 0) return <>{code}</>
  const inEnglish = language === 'en'
  return (
    <>
      <span lang={inEnglish ? 'en' : own}>{found.map(({ en, native }) => (inEnglish ? en : native)).join(' · ')}</span>
      {!inEnglish && language !== own && (
        <span class="person-second" lang="en">
          {found.map(({ en }) => en).join(' · ')}
        </span>
      )}
    </>
  )
}

function Face({ holder: { face } }: { holder: Holder }) {
  const { t } = useWords()
  const address = useMemo(() => addressOf(face), [face])
  const [isMissing, setMissing] = useState(false)
  useEffect(
    () => () => {
      if (address?.startsWith('blob:')) URL.revokeObjectURL(address)
    },
    [address],
  )
  if (face === null || address === null || isMissing) return <p class="face is-missing">{t(gateWords.noFace)}</p>
  const alt = t(face.type === 'code' ? gateWords.faceOfCode : gateWords.faceOfRegister)
  return <img class="face" src={address} alt={alt} data-testid="holder-face" onError={() => setMissing(true)} />
}

function addressOf(face: Holder['face']): string | null {
  if (face === null) return null
  if (face.type === 'register') return `/api/v1/crossing-points/${face.point}/holders/${encodeURIComponent(face.number)}/photo`
  return URL.createObjectURL(new Blob([new Uint8Array(face.webP)], { type: 'image/webp' }))
}
