import { Fragment, type ReactNode, useEffect, useState } from 'react'
import { Link, Route, Switch, useLocation } from 'wouter'
import { languages } from '../../../kernel/language.ts'
import { commonWords } from '../../../words/common.ts'
import { deskWords } from '../../../words/desk.ts'
import { languageNames } from '../../language.ts'
import { ApplicationPage } from '../application/application-page.tsx'
import { NewApplication } from '../form/new-application.tsx'
import { useInstrumentTitle } from '../names.ts'
import { Numbers } from '../numbers.tsx'
import { Icon, type IconName } from '../parts/icon.tsx'
import { PassPage } from '../pass-page.tsx'
import { Passes } from '../passes.tsx'
import { Queue } from '../queue.tsx'
import { Specimens } from '../specimens.tsx'
import { BridgeMark } from './bridge-mark.tsx'
import { ChooseOffice } from './choose-office.tsx'
import { useWords } from './language.tsx'
import { useOfficeChoice } from './office.tsx'
import { OfficeSelect } from './office-select.tsx'

const places: readonly { readonly path: string; readonly word: keyof typeof deskWords; readonly icon: IconName }[] = [
  { path: '/', word: 'newApplication', icon: 'plus' },
  { path: '/queue', word: 'queue', icon: 'list' },
  { path: '/passes', word: 'passes', icon: 'pass' },
  { path: '/numbers', word: 'numbers', icon: 'bars' },
  { path: '/specimens', word: 'specimens', icon: 'qr' },
]

export function Shell() {
  const { say } = useWords()
  const { office } = useOfficeChoice()
  return (
    <>
      <a className="skip-link" href="#content">
        {say(deskWords.skip)}
      </a>
      <aside className="trial-notice">{say(commonWords.trial)}</aside>
      <div className="shell">
        <SideBar />
        <main id="content" className="content" tabIndex={-1}>
          {office ? (
            // Another office is another desk: nothing of the last one's screen stays.
            <Fragment key={office.id}>
              <Screens />
            </Fragment>
          ) : (
            <ChooseOffice />
          )}
        </main>
      </div>
    </>
  )
}

function Screens() {
  const { say } = useWords()
  return (
    <Switch>
      <Route path="/" component={NewApplication} />
      <Route path="/queue" component={Queue} />
      <Route path="/applications/:id">{({ id }) => <ApplicationPage key={id} id={id} />}</Route>
      <Route path="/passes" component={Passes} />
      <Route path="/passes/:number">{({ number }) => <PassPage key={number} number={number} />}</Route>
      <Route path="/numbers" component={Numbers} />
      <Route path="/specimens" component={Specimens} />
      <Route>
        <h1>{say(deskWords.notFound)}</h1>
      </Route>
    </Switch>
  )
}

function SideBar() {
  const { say } = useWords()
  const [location] = useLocation()
  const [open, setOpen] = useState(false)
  // On a phone the menu closes when a place was chosen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the place is the reason to close
  useEffect(() => setOpen(false), [location])
  return (
    <header className="side" data-open={open}>
      <div className="side-head">
        <Link href="/" className="brand">
          <BridgeMark />
          <span>{say(commonWords.name)}</span>
          <span className="brand-place">{say(commonWords.desk)}</span>
        </Link>
        <button type="button" className="menu-button" aria-expanded={open} aria-controls="side-body" onClick={() => setOpen(!open)}>
          <Icon name={open ? 'close' : 'menu'} />
          {say(open ? deskWords.close : deskWords.menu)}
        </button>
      </div>
      <div id="side-body" className="side-body">
        <nav aria-label={say(deskWords.mainNavigation)}>
          <ul className="places">
            {places.map(({ path, word, icon }) => (
              <li key={path}>
                <PlaceLink path={path} icon={icon}>
                  {say(deskWords[word])}
                </PlaceLink>
              </li>
            ))}
          </ul>
        </nav>
        <div className="side-foot">
          <OfficeBlock />
          <nav className="other-pages" aria-label={say(deskWords.otherPages)}>
            <a href="/gate">{say(commonWords.gate)}</a>
            <a href="/">{say(commonWords.publicPage)}</a>
          </nav>
          <Languages />
        </div>
      </div>
    </header>
  )
}

function PlaceLink({ path, icon, children }: { path: string; icon: IconName; children: ReactNode }) {
  const [location] = useLocation()
  const here = path === '/' ? location === '/' : location.startsWith(path) || (path === '/queue' && location.startsWith('/applications'))
  return (
    <Link href={path} className="place" aria-current={here ? 'page' : undefined}>
      <Icon name={icon} />
      {children}
    </Link>
  )
}

function OfficeBlock() {
  const { say } = useWords()
  const { office } = useOfficeChoice()
  const instrumentTitle = useInstrumentTitle()
  if (!office) return null
  return (
    <section className="office-block" aria-label={say(deskWords.office)}>
      <OfficeSelect
        label={
          <>
            {say(deskWords.office)} <span className="code">{office.id}</span>
          </>
        }
      />
      <p>{instrumentTitle(office.instrument)}</p>
    </section>
  )
}

function Languages() {
  const { say, language, choose } = useWords()
  return (
    <fieldset className="languages">
      <legend className="visually-hidden">{say(commonWords.language)}</legend>
      {languages.map((code) => (
        <button key={code} type="button" lang={code} aria-pressed={code === language} onClick={() => choose(code)}>
          {languageNames[code]}
        </button>
      ))}
    </fieldset>
  )
}
