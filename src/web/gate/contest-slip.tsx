/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks'
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
export function ContestSlip({ movement, onClose }: { movement: string; onClose: () => void }) {
  const { language, t } = useWords()
  const [answer, setAnswer] = useState<Answer<ContestCodeAnswer> | undefined>(undefined)
  useEffect(() => {
    void ask<ContestCodeAnswer>(`/api/v1/movements/${movement}/contest-code`, { language }).then(setAnswer)
  }, [movement, language])
  return (
    <Dialog id="slip" title={t(slipWords.show)} onClose={onClose}>
      {answer && !answer.ok && (
        <p role="alert">{answer.problem.code === 'no-connection' ? t(commonWords.noConnection) : `${answer.problem.title} ${answer.problem.next}`}</p>
      )}
      {answer?.ok && (
        <>
          {languages.map((each) => (
            <p key={each} lang={each} class="slip-go">
              <b>{slipWords.title[each]}</b> {say(slipWords.go, each, { address: `${location.host}/contest` })}
            </p>
          ))}
          <p class="slip-code" data-testid="slip-code">
            {answer.value.code}
          </p>
          {answer.value.document && (
            <p class="slip-document">{[answer.value.document.issuer, answer.value.document.number].filter((part) => part !== null).join(' · ')}</p>
          )}
          <button type="button" class="slip-print" onClick={() => print()}>
            {t(portalWords.print)}
          </button>
        </>
      )}
    </Dialog>
  )
}
