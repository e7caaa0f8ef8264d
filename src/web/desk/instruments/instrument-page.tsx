import type { CivilDate } from '../../../kernel/time.ts'
import type { InstrumentPageAnswer as Instrument } from '../../../passes/mandate.api.ts'
import { formatDate, formatNumber } from '../../../words/dates.ts'
import { deskWords } from '../../../words/desk.ts'
import { decisionWords, instrumentWords } from '../../../words/instruments.ts'
import { useWords } from '../frame/language.tsx'
import { useMe } from '../frame/me.tsx'
import { useIssuerName } from '../names.ts'
import { Answered, Empty } from '../parts/answered.tsx'
import { Facts } from '../parts/facts.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { useInstance, useInstruments } from '../queries.ts'
import { DecisionBlock } from './decision-block.tsx'
import { instrumentPath, useInstrument } from './instrument-queries.ts'
import { KindBadge } from './instruments-page.tsx'
import { LawRules } from './law-rules.tsx'
import { MandateTable } from './mandate-table.tsx'
import { Revocations } from './revocations.tsx'
import { SignedPasses } from './signed-passes.tsx'

/** A legal text with everything that stands on it, and what one's roles may do about it. */
export function InstrumentPage({ id }: { id: string }) {
  const { say, language } = useWords()
  const instrument = useInstrument(id)
  const known = useInstruments().data?.find((one) => one.id === id)
  return (
    <>
      <PageHead title={(instrument.data ?? known)?.title[language] ?? say(deskWords.instrument)}>
        {instrument.data && (
          <div className="head-badges">
            <KindBadge kind={instrument.data.kind} />
          </div>
        )}
      </PageHead>
      <Answered query={instrument}>{(found) => <Parts instrument={found} />}</Answered>
    </>
  )
}

function Parts({ instrument }: { instrument: Instrument }) {
  const { say } = useWords()
  const { may } = useMe()
  const state = useInstance().data?.state
  const ours = instrument.mandates.filter(({ office }) => office.startsWith(`${state}:`))
  return (
    <div className="stack">
      <About instrument={instrument} />
      <section className="stack" aria-labelledby="mandates-title">
        <h2 id="mandates-title">{say(instrumentWords.mandates)}</h2>
        {instrument.mandates.length === 0 ? (
          <Empty>{say(instrumentWords.noMandates)}</Empty>
        ) : (
          <MandateTable mandates={instrument.mandates} decisions={instrument.decisions} labelledBy="mandates-title" />
        )}
      </section>
      {may('mandate.decide') && ours.length > 0 && <DecisionBlock instrument={instrument.id} mandates={ours} />}
      {may('mandate.passes') && ours.length > 0 && (
        <>
          <SignedPasses instrument={instrument.id} mandates={ours} />
          <Revocations of={{ instrument: instrument.id }} />
        </>
      )}
      {instrument.revokes.length > 0 && (
        <section className="stack" aria-labelledby="revokes-title">
          <h2 id="revokes-title">{say(instrumentWords.revokes)}</h2>
          <MandateTable mandates={instrument.revokes} decisions={[instrument]} labelledBy="revokes-title" />
        </section>
      )}
      {instrument.rules.length > 0 && <LawRules rules={instrument.rules} />}
    </div>
  )
}

function About({ instrument }: { instrument: Instrument }) {
  const { say, language } = useWords()
  const issuerName = useIssuerName()
  const { points, orders, offices } = instrument.facts
  const number = (value: number) => formatNumber(value, language)
  const day = (date: string) => formatDate(date as CivilDate, language)
  return (
    <section className="card" aria-label={say(instrumentWords.source)}>
      <Facts
        facts={[
          [
            say(decisionWords.id),
            <span key="id" className="code">
              {instrument.id}
            </span>,
          ],
          [say(instrumentWords.issuer), issuerName(instrument.issuer)],
          [say(instrumentWords.signedOn), instrument.signedOn ? day(instrument.signedOn) : say(instrumentWords.notKnown)],
          [say(instrumentWords.inForceFrom), day(instrument.inForceFrom)],
          [
            say(instrumentWords.source),
            instrument.hasFile ? (
              <a key="source" href={`${instrumentPath(instrument.id)}/file`} download data-testid="instrument-file">
                {instrument.source.split('/').at(-1)}
              </a>
            ) : (
              instrument.source
            ),
          ],
          [
            say(instrumentWords.standsOn),
            points + orders + offices > 0
              ? say(instrumentWords.factCounts, { points: number(points), orders: number(orders), offices: number(offices) })
              : null,
          ],
        ]}
      />
    </section>
  )
}
