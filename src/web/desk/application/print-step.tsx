import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { bookletWords } from '../../../words/office.ts'
import { useWords } from '../frame/language.tsx'
import { ifShown } from '../parts/not-shown.tsx'
import { PageDownload } from '../parts/page-download.tsx'
import { applicationKey } from '../queries.ts'
import { BecomeNext } from './become-next.tsx'
import { BindBooklet } from './bind-booklet.tsx'
import type { StepProps } from './next-step.tsx'
import { SentBack } from './sent-back.tsx'

/** The page on paper, then its own code read back: only then is it bound to a booklet. */
export function PrintStep({ application, onChanged }: StepProps) {
  const { say } = useWords()
  const client = useQueryClient()
  const scanned = useRef<HTMLInputElement>(null)
  // The scanner types where the cursor stands: it waits in its box as soon as the page is there to print.
  function printed() {
    scanned.current?.focus()
    void client.invalidateQueries({ queryKey: applicationKey(application.id) })
  }
  return (
    <>
      <p>{say(bookletWords.printLead)}</p>
      <SentBack application={application} />
      {ifShown(application.passNumber, (number) => (
        <PageDownload
          number={number}
          onDone={printed}
          below={(problem) => problem.code.startsWith('authority.') && <BecomeNext action="pass.print" application={application} />}
        />
      ))}
      <BindBooklet application={application} onChanged={onChanged} scannedRef={scanned} />
    </>
  )
}
