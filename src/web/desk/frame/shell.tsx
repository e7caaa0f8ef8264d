import { Fragment, type ReactNode, useEffect, useState } from 'react'
import { Link, Redirect, Route, Switch, useLocation } from 'wouter'
import { languages } from '../../../kernel/language.ts'
import { commonWords } from '../../../words/common.ts'
import { deskWords } from '../../../words/desk.ts'
import { problemWords } from '../../../words/problems.ts'
import { workWords } from '../../../words/work.ts'
import { languageNames } from '../../language.ts'
import { isDemonstration } from '../../who.ts'
import { ApplicationPage } from '../application/application-page.tsx'
import { BookletsPage } from '../booklets/booklets-page.tsx'
import { ComplaintPage } from '../complaints/complaint-page.tsx'
import { ComplaintsPage } from '../complaints/complaints-page.tsx'
import { ContestPage } from '../contests/contest-page.tsx'
import { CorrectApplication } from '../form/correct-application.tsx'
import { NewApplication } from '../form/new-application.tsx'
import { ImportPage } from '../import/import-page.tsx'
import { ImportsPage } from '../import/imports-page.tsx'
import { InstrumentPage } from '../instruments/instrument-page.tsx'
import { InstrumentsPage } from '../instruments/instruments-page.tsx'
import { RevocationsPage } from '../keys/revocations-page.tsx'
import { LostReportPage } from '../lost/lost-report-page.tsx'
import { LostReportsPage } from '../lost/lost-reports-page.tsx'
import { areaText, useInstrumentTitle } from '../names.ts'
import { Numbers } from '../numbers.tsx'
import { CasesPage } from '../offices/cases-page.tsx'
import { OfficesPage } from '../offices/offices-page.tsx'
import { NewOrderPage } from '../orders/new-order-page.tsx'
import { OrderPage } from '../orders/order-page.tsx'
import { OrdersPage } from '../orders/orders-page.tsx'
import { Icon, type IconName } from '../parts/icon.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { PassPage } from '../pass-page.tsx'
import { Passes } from '../passes.tsx'
import { PointDayPage } from '../point/day-page.tsx'
import { PointLivePage } from '../point/live-page.tsx'
import { NotableOnePage } from '../point/notable-one-page.tsx'
import { NotablePage } from '../point/notable-page.tsx'
import { OverseenPage } from '../point/overseen-page.tsx'
import { ReferralPage } from '../point/referral-page.tsx'
import { ReferralsPage } from '../point/referrals-page.tsx'
import { PrintPage } from '../print/print-page.tsx'
import { ProvincePage } from '../province/province-page.tsx'
import { Queue } from '../queue.tsx'
import { SignPage } from '../sign/sign-page.tsx'
import { Specimens } from '../specimens.tsx'
import { MemberPage } from '../staff/member-page.tsx'
import { StaffPage } from '../staff/staff-page.tsx'
import { StaysPage } from '../stays/stays-page.tsx'
import { CloseSheetPage } from '../till/close-sheet.tsx'
import { PricesPage } from '../till/prices-page.tsx'
import { TillPage } from '../till/till-page.tsx'
import { EntryPage } from '../watchlist/entry-page.tsx'
import { WatchlistPage } from '../watchlist/watchlist-page.tsx'
import { BridgeMark } from './bridge-mark.tsx'
import { ChooseOffice } from './choose-office.tsx'
import { useWords } from './language.tsx'
import { useMe } from './me.tsx'
import { useOfficeChoice } from './office.tsx'
import { OfficeSelect } from './office-select.tsx'
import { type Place, places } from './places.ts'

export function Shell() {
  const { say } = useWords()
  const { office } = useOfficeChoice()
  return (
    <>
      <a className="skip-link" href="#content">
        {say(deskWords.skip)}
      </a>
      <div className="shell">
        <SideBar />
        <main id="content" className="content" tabIndex={-1}>
          {/* Another office is another desk: nothing of the last one's screen stays. */}
          <Fragment key={office?.id}>
            <Screens />
          </Fragment>
        </main>
      </div>
    </>
  )
}

function Screens() {
  const { say } = useWords()
  return (
    <Switch>
      <Route path="/">
        <Begin />
      </Route>
      <Route path="/sign">{ofOffice('/sign', <SignPage />)}</Route>
      <Route path="/queue">{ofOffice('/queue', <Queue />)}</Route>
      <Route path="/print">{ofOffice('/print', <PrintPage />)}</Route>
      <Route path="/applications/:id">{({ id }) => <ApplicationPage key={id} id={id} />}</Route>
      <Route path="/applications/:id/correct">{({ id }) => <CorrectApplication key={id} id={id} />}</Route>
      <Route path="/booklets">{ofOffice('/booklets', <BookletsPage />)}</Route>
      <Route path="/till">{ofOffice('/till', <TillPage />)}</Route>
      <Route path="/till/:day/:cashier">{({ day, cashier }) => ofOffice('/till', <CloseSheetPage day={day} cashier={cashier} />)}</Route>
      <Route path="/prices">{mine('/prices', <PricesPage />)}</Route>
      <Route path="/passes">{ofOffice('/passes', <Passes />)}</Route>
      <Route path="/passes/:number">{({ number }) => <PassPage key={number} number={number} />}</Route>
      <Route path="/lost-reports">{ofOffice('/lost-reports', <LostReportsPage />)}</Route>
      <Route path="/lost-reports/:id">{({ id }) => ofOffice('/lost-reports', <LostReportPage key={id} id={id} />)}</Route>
      <Route path="/complaints">{mine('/complaints', <ComplaintsPage />)}</Route>
      <Route path="/complaints/:id">{({ id }) => mine('/complaints', <ComplaintPage key={id} id={id} />)}</Route>
      <Route path="/point">{mine('/point', <PointLivePage />)}</Route>
      <Route path="/point/referrals">{mine('/point', <ReferralsPage />)}</Route>
      <Route path="/point/referrals/:id">{({ id }) => mine('/point', <ReferralPage key={id} movement={id} />)}</Route>
      <Route path="/point/notable">{mine('/point', <NotablePage />)}</Route>
      <Route path="/point/notable/:id">{({ id }) => mine('/point', <NotableOnePage key={id} movement={id} />)}</Route>
      <Route path="/point/day">{mine('/point', <PointDayPage />)}</Route>
      <Route path="/overseen">{mine('/overseen', <OverseenPage />)}</Route>
      <Route path="/overseen/:id">{({ id }) => mine('/overseen', <OverseenPage movement={id} />)}</Route>
      <Route path="/numbers">{mine('/numbers', <Numbers />)}</Route>
      <Route path="/offices">{mine('/offices', <OfficesPage />)}</Route>
      <Route path="/offices/:office/:what">{({ office, what }) => <CasesPage office={office} what={what} />}</Route>
      <Route path="/province">{ofOffice('/province', <ProvincePage />)}</Route>
      <Route path="/instruments" component={InstrumentsPage} />
      <Route path="/instruments/:states/:name">{({ states, name }) => <InstrumentPage key={`${states}/${name}`} id={`${states}/${name}`} />}</Route>
      <Route path="/revocations">{mine('/revocations', <RevocationsPage />)}</Route>
      <Route path="/import">{mine('/import', <ImportsPage />)}</Route>
      <Route path="/import/:id">{({ id }) => <ImportPage key={id} id={id} />}</Route>
      <Route path="/watchlist">{mine('/watchlist', <WatchlistPage />)}</Route>
      <Route path="/watchlist/:id">{({ id }) => mine('/watchlist', <EntryPage key={id} id={id} />)}</Route>
      <Route path="/stays">{mine('/stays', <StaysPage />)}</Route>
      <Route path="/stays/contests/:id">{({ id }) => mine('/stays', <ContestPage key={id} id={id} />)}</Route>
      <Route path="/orders">{mine('/orders', <OrdersPage />)}</Route>
      <Route path="/orders/new">{mine('/orders', <NewOrderPage />)}</Route>
      <Route path="/orders/:state/:name">
        {({ state, name }) => mine('/orders', <OrderPage key={`${state}/${name}`} id={`${state}/${name}`} />)}
      </Route>
      <Route path="/staff" component={StaffPage} />
      <Route path="/staff/:id">{({ id }) => <MemberPage key={id} id={id} />}</Route>
      <Route path="/specimens">{mine('/specimens', <Specimens />)}</Route>
      <Route>
        <PageHead title={say(deskWords.notFound)} lead={say(problemWords['request.not-found'].next)} />
      </Route>
    </Switch>
  )
}

/** A screen of the navigation, for whoever may; everybody else goes back to what is theirs. */
const mine = (path: Place['path'], screen: ReactNode): ReactNode => <Mine path={path}>{screen}</Mine>
function Mine({ path, children }: { path: string; children: ReactNode }) {
  return useMyPlaces().some((place) => place.path === path) ? children : <Redirect to="/" replace />
}

/** The same, for screens that show one office's work. */
const ofOffice = (path: Place['path'], screen: ReactNode): ReactNode => mine(path, <OfOffice>{screen}</OfOffice>)
function OfOffice({ children }: { children: ReactNode }) {
  return useOfficeChoice().office ? children : <ChooseOffice />
}

/** A clerk begins with a new application; everybody else with the first place that is theirs. */
function Begin() {
  const { may } = useMe()
  const [first] = useMyPlaces().filter(({ needs }) => needs !== 'demonstration')
  if (may('application.take'))
    return (
      <OfOffice>
        <NewApplication />
      </OfOffice>
    )
  return first ? <Redirect to={first.path} replace /> : <NoWork />
}

function NoWork() {
  const { say } = useWords()
  return (
    <>
      <PageHead title={say(workWords.noWorkTitle)} lead={say(workWords.noWork)} />
      <p className="actions">
        <a className="button-link" href="/gate">
          {say(commonWords.gate)}
        </a>
        <a className="button-link" href="/account">
          {say(workWords.myAccount)}
        </a>
        {isDemonstration && (
          <a className="button-link" href="/become">
            {say(workWords.becomeOther)}
          </a>
        )}
      </p>
    </>
  )
}

function useMyPlaces(): readonly Place[] {
  const { may } = useMe()
  return places.filter(({ needs }) => (needs === 'demonstration' ? isDemonstration : needs.some((action) => may(action))))
}

function SideBar() {
  const { say } = useWords()
  const { may } = useMe()
  const myPlaces = useMyPlaces()
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
            {myPlaces.map(({ path, word, icon }) => (
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
            {may('movement.record') && <a href="/gate">{say(commonWords.gate)}</a>}
            <a href="/account">{say(workWords.myAccount)}</a>
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

/** Whose office: a choice only for those whose role reaches several. */
function OfficeBlock() {
  const { say, language } = useWords()
  const { office, offices } = useOfficeChoice()
  const instrumentTitle = useInstrumentTitle()
  if (!office) return null
  return (
    <section className="office-block" aria-label={say(deskWords.office)} data-testid="office" data-office={office.id}>
      {offices.length > 1 ? (
        <OfficeSelect label={say(deskWords.office)} />
      ) : (
        <>
          <p className="office-label">{say(deskWords.office)}</p>
          <p className="office-name">{areaText({ code: office.id, name: office.name }, language)}</p>
        </>
      )}
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
