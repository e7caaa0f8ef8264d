/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks'
import type { StateCode } from '../../kernel/code.ts'
import { languages } from '../../kernel/language.ts'
import type { ContestCodeAnswer } from '../../stays/contest.api.ts'
import { commonWords } from '../../words/common.ts'
import { slipWords } from '../../words/contest-slip.ts'
import { portalWords } from '../../words/portal.ts'
import { type Answer, ask } from '../api.ts'
import { Dialog } from './dialog.tsx'
import { say } from './say.ts'
import { useWords } from './use-words.ts'
import './look/slip.css'

/** What whoever was turned away takes along, in every language: where to contest it, and with which code. To be shown, photographed or printed. */
export function ContestSlip({ movement, ours, onClose }: { movement: string; ours: StateCode; onClose: () => void }) {
  const { language, t } = useWords()
  const [answer, setAnswer] = useState<Answer<ContestCodeAnswer> | undefined>(undefined)
  useEffect(() => {
    void ask<ContestCodeAnswer>(`/api/v1/movements/${movement}/contest-code`, { language }).then(setAnswer)
  }, [movement, language])
  const document = answer?.ok ? answer.value.document : null
  const issuer = document?.issuer ?? ''
  const foreign = document !== null && issuer !== '' && !(document.kind === 'border-pass' && issuer === ours)
  return (
    <Dialog id="slip" title={t(slipWords.show)} onClose={onClose}>
      {answer && !answer.ok && (
        <p role="alert">{answer.problem.code === 'no-connection' ? t(commonWords.noConnection) : `${answer.problem.title} ${answer.problem.next}`}</p>
      )}
      {answer?.ok && (
        <>
          {languages.map((each) => (
            <p key={each} lang={each} class="slip-go">
              <b>{slipWords.title[each]}</b>{' '}
              {say(foreign ? slipWords.goForeign : slipWords.go, each, { address: `${location.host}/contest`, issuer })}
            </p>
          ))}
          <p class="slip-code" data-testid="slip-code">
            {answer.value.code}
          </p>
          {document && <p class="slip-document">{[foreign ? document.issuer : null, document.number].filter((part) => part !== null).join(' · ')}</p>}
          <button type="button" class="slip-print" onClick={() => print()}>
            {t(portalWords.print)}
          </button>
        </>
      )}
    </Dialog>
  )
}
