import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { borderZone, type CivilDate, type Instant } from '../../kernel/time.ts'
import { type GivenCommand, givenCommands, passTransitions } from '../../passes/pass.rules.ts'
import type { PassAnswer as Pass } from '../../passes/passes.api.ts'
import { formatDate, formatDateTime } from '../../words/dates.ts'
import { applicationWords, deskWords, passWords, queueWords } from '../../words/desk.ts'
import { formWords, nationalityWords, sexWords } from '../../words/desk-form.ts'
import { directionWords, outcomeWords } from '../../words/verdicts.ts'
import { workWords } from '../../words/work.ts'
import { useCommand } from './command.ts'
import { useWords } from './frame/language.tsx'
import { useMe } from './frame/me.tsx'
import { useAreaName, useInstrumentTitle, usePointName } from './names.ts'
import { Answered, Empty } from './parts/answered.tsx'
import { Facts } from './parts/facts.tsx'
import { ifShown } from './parts/not-shown.tsx'
import { PageDownload } from './parts/page-download.tsx'
import { PageHead } from './parts/page-head.tsx'
import { PassQr } from './parts/pass-qr.tsx'
import { latinName, Portrait } from './parts/person.tsx'
import { ReasonDialog } from './parts/reason-dialog.tsx'
import { PassBadge } from './parts/state-badge.tsx'
import { useMovements, usePass } from './queries.ts'

export function PassPage({ number }: { number: string }) {
  const { say } = useWords()
  const { may } = useMe()
  const pass = usePass(number)
  return (
    <>
      <PageHead title={number} lead={say(passWords.number)}>
        {pass.data && (
          <div className="head-badges">
            {pass.data.holder.madeUp && <span className="badge tone-quiet">{say(deskWords.madeUp)}</span>}
            <PassBadge state={pass.data.state} />
          </div>
        )}
      </PageHead>
      <Answered query={pass}>
        {(found) => (
          <div className="columns columns-even">
            <div className="stack">
              <Holder pass={found} />
              <PassSteps pass={found} />
              {may('movement.read') && <Movements number={found.number} />}
            </div>
            <section className="card" aria-label={say(deskWords.qrPicture)}>
              {ifShown(found.qrText, (text) => (
                <PassQr text={text} testid="pass-qr-text" />
              ))}
            </section>
          </div>
        )}
      </Answered>
    </>
  )
}

function Holder({ pass }: { pass: Pass }) {
  const { say, language } = useWords()
  const areaName = useAreaName()
  const instrumentTitle = useInstrumentTitle()
  const { holder } = pass
  const sayNationality = (code: string) => {
    const words = nationalityWords[code as keyof typeof nationalityWords]
    return words ? say(words) : code
  }
  return (
    <section className="card holder" aria-labelledby="holder-title">
      <Portrait of={`passes/${pass.number}`} person={holder} size="large" />
      <div>
        <h2 id="holder-title" lang={pass.issuer === 'TH' ? 'th' : 'km'}>
          {ifShown(holder.localName, (name) => name)}
        </h2>
        <p className="latin-name">{latinName(holder)}</p>
        <Facts
          facts={[
            [say(passWords.issuedOn), formatDate(pass.issuedOn as CivilDate, language)],
            [say(passWords.lastDay), formatDate(pass.lastDay as CivilDate, language)],
            [say(formWords.birthDate), ifShown(holder.birthDate, (date) => formatDate(date as CivilDate, language))],
            [say(formWords.sex), ifShown(holder.sex, (sex) => say(sexWords[String(sex) as keyof typeof sexWords]))],
            [say(formWords.nationality), ifShown(holder.nationality, sayNationality)],
            [say(queueWords.address), ifShown(pass.homeArea, areaName)],
            [say(applicationWords.addressLine), ifShown(holder.address, (address) => address)],
            [say(deskWords.office), areaName(pass.office)],
            [say(passWords.signedBy), pass.signedBy],
            [
              say(applicationWords.mandate),
              <span className="code" key="id">
                {pass.mandate}
              </span>,
            ],
            [say(deskWords.instrument), instrumentTitle(pass.instrument)],
          ]}
        />
      </div>
    </section>
  )
}

const stepWords = {
  suspend: { path: 'suspension', needs: 'pass.suspend', action: passWords.suspend, title: passWords.suspendTitle, lead: passWords.suspendLead },
  resume: { path: 'resumption', needs: 'pass.suspend', action: passWords.resume, title: passWords.resumeTitle, lead: passWords.resumeLead },
  revoke: { path: 'revocation', needs: 'pass.revoke', action: passWords.revoke, title: passWords.revokeTitle, lead: passWords.revokeLead },
} as const satisfies Record<GivenCommand, object>

function PassSteps({ pass }: { pass: Pass }) {
  const { say } = useWords()
  const { may } = useMe()
  const client = useQueryClient()
  const command = useCommand<{ number: string; state: string }>()
  const [asking, setAsking] = useState<GivenCommand | undefined>(undefined)
  // The same table as the server's: only steps that it would take are offered.
  const possible = givenCommands.filter(
    (name) => Object.hasOwn(passTransitions, passTransitions[pass.state][name]) && may(stepWords[name].needs, pass.office),
  )
  async function step(name: GivenCommand, reason: string) {
    const changed = await command.send(`/api/v1/passes/${pass.number}/${stepWords[name].path}`, { reason })
    if (!changed) return
    setAsking(undefined)
    await client.invalidateQueries({ queryKey: [`/api/v1/passes/${pass.number}`] })
  }
  function ask(name: GivenCommand) {
    command.forget()
    setAsking(name)
  }
  return (
    <div className="actions">
      {may('pass.print', pass.office) && <PageDownload number={pass.number} />}
      {possible.map((name) => (
        <Button
          key={name}
          variant={name === 'revoke' ? 'outline' : 'default'}
          color={name === 'revoke' ? 'refuse' : 'river'}
          onClick={() => ask(name)}
          data-testid={name}
        >
          {say(stepWords[name].action)}
        </Button>
      ))}
      {asking && (
        <ReasonDialog
          title={say(stepWords[asking].title)}
          lead={say(stepWords[asking].lead)}
          action={say(stepWords[asking].action)}
          danger={asking === 'revoke'}
          pending={command.pending}
          problem={command.problem}
          onClose={() => setAsking(undefined)}
          onConfirm={(reason) => void step(asking, reason)}
        />
      )}
      {may('pass.evidence', pass.office) && (
        <p className="small">
          <a href={`/api/v1/passes/${pass.number}/evidence`} download={`${pass.number}-evidence.json`} data-testid="evidence">
            {say(workWords.evidence)}
          </a>{' '}
          <span className="soft">{say(workWords.evidenceHint)}</span>
        </p>
      )}
    </div>
  )
}

function Movements({ number }: { number: string }) {
  const { say, language } = useWords()
  const pointName = usePointName()
  const movements = useMovements(number)
  return (
    <section className="stack" aria-labelledby="movements-title">
      <h2 id="movements-title">{say(passWords.movements)}</h2>
      <Answered query={movements}>
        {(found) =>
          found.length === 0 ? (
            <Empty>{say(passWords.noMovements)}</Empty>
          ) : (
            <div className="table-card">
              <table className="table">
                <thead>
                  <tr>
                    {(['when', 'point', 'direction', 'verdict'] as const).map((name) => (
                      <th key={name} scope="col">
                        {say(passWords[name])}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {found.map(({ id, occurredAt, point, direction, outcome }) => (
                    <tr key={id}>
                      <td>{formatDateTime(occurredAt as Instant, borderZone, language)}</td>
                      <td>{pointName(point)}</td>
                      <td>{say(directionWords[direction])}</td>
                      <td>
                        <span className={`badge tone-${outcomeTone[outcome]}`}>{say(outcomeWords[outcome].word)}</span>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Answered>
    </section>
  )
}

const outcomeTone = { admit: 'admit', 'admit-with-flag': 'flag', refer: 'refer', refuse: 'refuse' } as const
