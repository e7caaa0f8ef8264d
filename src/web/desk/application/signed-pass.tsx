import { Link } from 'wouter'
import type { PassState } from '../../../passes/pass.rules.ts'
import { applicationWords, passWords } from '../../../words/desk.ts'
import { useWords } from '../frame/language.tsx'
import { Answered } from '../parts/answered.tsx'
import { ifShown } from '../parts/not-shown.tsx'
import { PassQr } from '../parts/pass-qr.tsx'
import { PassBadge } from '../parts/state-badge.tsx'
import { usePass } from '../queries.ts'

/** The pass that the application became, with its code large enough for a camera; its state as the case knows it, so that one page says one thing. */
export function SignedPass({ number, state }: { number: string; state: PassState | null }) {
  const { say } = useWords()
  const pass = usePass(number)
  return (
    <section className="card no-print" aria-labelledby="pass-title">
      <div className="card-head">
        <h2 id="pass-title">
          {say(passWords.number)}{' '}
          <Link href={`/passes/${number}`} className="code" data-testid="pass-number">
            {number}
          </Link>
        </h2>
        {state && <PassBadge state={state} />}
      </div>
      <Answered query={pass}>
        {({ qrText }) =>
          ifShown(qrText, (text) => (
            <>
              <p className="soft small">{say(applicationWords.scanHint)}</p>
              <PassQr text={text} testid="pass-qr-text" />
            </>
          ))
        }
      </Answered>
    </section>
  )
}
