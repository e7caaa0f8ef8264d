/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks'
import { commonWords } from '../../words/common.ts'
import { gateWords } from '../../words/gate.ts'
import { applyLanguage, preferredLanguage } from '../language.ts'
import { wayIn } from '../who.ts'
import { Bar } from './bar.tsx'
import { loadOtherScripts, loadOwnScript } from './fonts.ts'
import { Gate } from './gate.ts'
import { Lane } from './lane.tsx'
import { Live } from './live.ts'
import { Outbox } from './outbox.ts'
import { Register } from './register.ts'
import { Scanner } from './scanner.ts'
import { forgetOldScans } from './scans.ts'
import { SetUp } from './set-up.tsx'
import { isSoundOn, keepSettings, keepSound, readSettings, type Settings } from './settings.ts'
import { Shift } from './shift.ts'
import { allowSound } from './signals.ts'
import { useStore } from './store.ts'
import { LanguageContext } from './use-words.ts'

const register = new Register()
const outbox = new Outbox(register)
const gate = new Gate(register, outbox)
const scanner = new Scanner()
const shift = new Shift(register)
const live = new Live(register)

/** The whole page. Its parts live as long as the tab: a camera, a list of keys and unsent movements outlast every screen. */
export function GatePage() {
  const [language, setLanguage] = useState(preferredLanguage)
  const [settings, setSettings] = useState(readSettings)
  const [isSettingUp, setSettingUp] = useState(settings === null)
  const [sound, setSound] = useState(isSoundOn)
  useEffect(startAll, [])
  const { officer } = useStore(register)
  const open = useStore(gate)
  // Signed out: the case on the counter is finished first, and kept; then the page leads to signing in and back.
  useEffect(() => {
    if (officer === 'none' && open === null) location.assign(wayIn())
  }, [officer, open])
  const account = officer === null || officer === 'none' ? null : officer.account
  useEffect(() => {
    if (account !== null) void shift.read()
  }, [account])
  useEffect(() => {
    register.language = language
    document.title = `${commonWords.gate[language]} · ${commonWords.name[language]}`
    applyLanguage(language, loadOwnScript)
  }, [language])
  useEffect(() => {
    gate.settings = settings
    register.point = settings?.point ?? null
    void register.readCounts()
  }, [settings])

  const choose = (chosen: Settings): void => {
    keepSettings(chosen)
    setSettings(chosen)
    setSettingUp(false)
  }
  // A tablet that was another officer's, or another point's, is set up again.
  const isMine = settings !== null && (officer === null || officer === 'none' || officer.points.includes(settings.point))
  const isWorking = settings !== null && isMine && !isSettingUp
  const watched = isWorking && account !== null ? settings.point : null
  useEffect(() => live.watch(watched), [watched])
  const change = (): void => {
    gate.next()
    setSettingUp(true)
  }
  const switchSound = (): void => {
    keepSound(!sound)
    setSound(!sound)
  }
  return (
    <LanguageContext.Provider value={language}>
      <a class="skip" href="#work">
        {gateWords.skip[language]}
      </a>
      <Bar
        register={register}
        outbox={outbox}
        settings={isWorking ? settings : null}
        sound={sound}
        onSound={switchSound}
        onLanguage={setLanguage}
        shift={shift}
        onChange={change}
      />
      <main id="work" tabIndex={-1}>
        {isWorking ? (
          <Lane register={register} outbox={outbox} gate={gate} scanner={scanner} shift={shift} sound={sound} />
        ) : (
          <SetUp register={register} shift={shift} settings={settings} onChosen={choose} />
        )}
      </main>
    </LanguageContext.Provider>
  )
}

function startAll(): void {
  register.start()
  outbox.start()
  scanner.onText = (text) => void gate.seen(text)
  scanner.isWanted = () => gate.isFree
  for (const gesture of ['pointerdown', 'keydown'] as const) addEventListener(gesture, allowSound, { once: true })
  // After the first picture: the reader of codes and the neighbour's letters can come a moment later.
  setTimeout(() => {
    scanner.warmUp()
    void loadOtherScripts()
    void forgetOldScans(register.now())
  }, 600)
}
