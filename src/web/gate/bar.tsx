/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks'
import { type Language, languages } from '../../kernel/language.ts'
import { commonWords } from '../../words/common.ts'
import { formatNumber, inDigitsOf } from '../../words/dates.ts'
import { gateWords } from '../../words/gate.ts'
import { workWords } from '../../words/gate-work.ts'
import { directionWords } from '../../words/verdicts.ts'
import { languageNames } from '../language.ts'
import { clockOff } from './clock-off.ts'
import { Icon } from './icons.tsx'
import { Lazy } from './lazy.tsx'
import { openingNow } from './local-facts.ts'
import { ordersToday } from './orders-today.ts'
import type { Outbox } from './outbox.ts'
import type { Known, Register } from './register.ts'
import { pointNames, sayMoment } from './say.ts'
import type { Settings } from './settings.ts'
import type { Shift } from './shift.ts'
import { useStore } from './store.ts'
import { type Say, useWords } from './use-words.ts'

const redrawMs = 15_000

type BarProps = {
  register: Register
  outbox: Outbox
  shift: Shift
  settings: Settings | null
  sound: boolean
  onSound: () => void
  onLanguage: (language: Language) => void
  onChange: () => void
}

/** Where this tablet stands, whether the point is open, and how fresh its knowledge is. */
export function Bar({ register, outbox, shift, settings, sound, onSound, onLanguage, onChange }: BarProps) {
  const { language, t } = useWords()
  const known = useStore(register)
  const [panel, setPanel] = useState<'orders' | 'shift' | null>(null)
  const onClose = (): void => setPanel(null)
  useRedraw()
  return (
    <header>
      <div class="bar">
        <div class="bar-place">
          <span class="bar-mark">
            <Icon name="bridge" />
          </span>
          <h1>{settings ? <Place known={known} settings={settings} /> : `${t(commonWords.name)} · ${t(commonWords.gate)}`}</h1>
          {settings && (
            <button type="button" class="bar-button" data-testid="change" onClick={onChange}>
              {t(gateWords.change)}
            </button>
          )}
          {settings && <ShiftButton shift={shift} onOpen={() => setPanel('shift')} />}
        </div>
        {settings && <Facts register={register} known={known} outbox={outbox} settings={settings} onOrders={() => setPanel('orders')} />}
        <div class="bar-tools">
          <button type="button" class="bar-button" aria-pressed={sound} onClick={onSound}>
            <Icon name={sound ? 'sound' : 'silent'} />
            <span class="visually-hidden">{t(gateWords.sound)}</span>
          </button>
          <nav class="languages" aria-label={t(commonWords.language)}>
            {languages.map((each) => (
              <button key={each} type="button" class="bar-button" lang={each} aria-pressed={each === language} onClick={() => onLanguage(each)}>
                {languageNames[each]}
              </button>
            ))}
          </nav>
        </div>
      </div>
      {settings && panel === 'orders' && <Lazy load={loadOrders} with={{ orders: ordersToday(register, settings.point), register, onClose }} />}
      {settings && panel === 'shift' && <Lazy load={loadShift} with={{ shift, onClose, onEnded: onChange }} />}
    </header>
  )
}

const loadOrders = () => import('./orders-panel.tsx').then(({ OrdersPanel }) => OrdersPanel)
const loadShift = () => import('./shift-panel.tsx').then(({ ShiftPanel }) => ShiftPanel)

function ShiftButton({ shift, onOpen }: { shift: Shift; onOpen: () => void }) {
  const { t } = useWords()
  const { shift: mine } = useStore(shift)
  if (!mine) return null
  return (
    <button type="button" class="bar-button" data-testid="shift-open" onClick={onOpen}>
      {t(workWords.shift)}
    </button>
  )
}

function Place({ known, settings }: { known: Known; settings: Settings }) {
  const { language, t } = useWords()
  const point = known.points.find((each) => each.point === settings.point)
  const [first, second] = pointNames(point?.names ?? {}, language, known.state ?? 'KH')
  return (
    <>
      <span class="bar-point">
        {first ? <span lang={first.lang}>{first.name}</span> : settings.point}
        {second && (
          <span class="bar-second" lang={second.lang}>
            {second.name}
          </span>
        )}
      </span>
      <span class="bar-lane">
        {t(gateWords.lane)} {inDigitsOf(language, settings.lane)} ·{' '}
        <strong class="bar-direction" data-direction={settings.direction}>
          {t(directionWords[settings.direction])}
        </strong>
      </span>
    </>
  )
}

type FactsProps = { register: Register; known: Known; outbox: Outbox; settings: Settings; onOrders: () => void }
function Facts({ register, known, outbox, settings, onOrders }: FactsProps) {
  const { t } = useWords()
  const orders = ordersToday(register, settings.point).length
  const off = clockOff(known.aheadMs)
  const waiting = useStore(outbox).filter(({ refused }) => refused === null).length
  return (
    <ul class="bar-facts">
      <Opening register={register} known={known} settings={settings} />
      {orders > 0 && (
        <li>
          <button type="button" class="bar-button is-warning" data-testid="orders-open" data-count={orders} onClick={onOrders}>
            <Icon name="paper" />
            {t(workWords.orders, { n: orders })}
          </button>
        </li>
      )}
      {off && (
        <li class="is-bad" data-testid="clock-off">
          <Icon name="clock" />
          {t(workWords.clockOff, { by: t(workWords[off.unit], { n: off.n }) })}
        </li>
      )}
      {known.counts && (
        <li data-testid="counts">
          {t(gateWords.today)}{' '}
          {(['exit', 'entry'] as const).map((direction) => (
            <span key={direction} class="bar-count">
              {t(directionWords[direction])} <Count value={known.counts?.[direction] ?? 0} />
            </span>
          ))}
        </li>
      )}
      {known.referralsOpen !== null && known.referralsOpen > 0 && (
        <li class="is-warning" data-testid="referrals-open">
          {t(workWords.waitingReferrals, { n: known.referralsOpen })}
        </li>
      )}
      <li class={known.trustReadMs === null ? 'is-bad' : ''}>{sayKeys(known, t)}</li>
      <li class={known.connected ? '' : 'is-bad'} data-testid="connection" data-connected={known.connected}>
        <Icon name={known.connected ? 'linked' : 'unlinked'} />
        <span class={known.connected ? 'visually-hidden' : ''}>{t(known.connected ? gateWords.online : gateWords.offline)}</span>
      </li>
      <li class={waiting > 0 ? 'is-warning' : 'visually-hidden'} data-testid="unsent-count" data-count={waiting}>
        <Icon name="tray" />
        {t(gateWords.waiting, { n: waiting })}
      </li>
    </ul>
  )
}

function Opening({ register, known, settings }: { register: Register; known: Known; settings: Settings }) {
  const { language, t } = useWords()
  const point = known.points.find((each) => each.point === settings.point)
  if (!point) return null
  const now = register.now()
  const { open, until, nextOpen } = openingNow(point, known.orders, now)
  const change = open ? until : nextOpen
  const time = change === null ? '' : sayMoment(change, now, language)
  const [withTime, without] = open ? [gateWords.openUntil, gateWords.open] : [gateWords.closedUntil, gateWords.closed]
  return <li class={open ? 'is-open' : 'is-closed'}>{change === null ? t(without) : t(withTime, { time })}</li>
}

function Count({ value }: { value: number }) {
  const { language } = useWords()
  return <strong>{formatNumber(value, language)}</strong>
}

function sayKeys({ trustReadMs }: Known, t: Say): string {
  if (trustReadMs === null) return t(gateWords.keysNone)
  const minutes = Math.floor((Date.now() - trustReadMs) / 60_000)
  return minutes < 6 ? t(gateWords.keysFresh) : t(gateWords.keysMinutes, { n: minutes })
}

/** Minutes pass also when nothing happens. */
function useRedraw(): void {
  const [, setCount] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setCount((count) => count + 1), redrawMs)
    return () => clearInterval(timer)
  }, [])
}
