import { Button, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, type KeyboardEvent, type RefObject, useRef, useState } from 'react'
import type { ApplicationAnswer as Application } from '../../../passes/passes.api.ts'
import { bookletWords } from '../../../words/office.ts'
import { useCommand } from '../command.ts'
import { useWords } from '../frame/language.tsx'
import { ProblemNotice } from '../parts/answered.tsx'
import { Icon } from '../parts/icon.tsx'
import { ScanCamera } from '../parts/scan-camera.tsx'
import { applicationKey, stockKey, useStock } from '../queries.ts'
import { BecomeNext } from './become-next.tsx'
import type { StepProps } from './next-step.tsx'

/** The quality check: what a reader saw on the paper goes to the server, which alone knows what should stand there. */
export function BindBooklet({ application, onChanged, scannedRef }: StepProps & { scannedRef: RefObject<HTMLInputElement | null> }) {
  const { say } = useWords()
  const client = useQueryClient()
  const command = useCommand<Application>()
  const stock = useStock(application.office)
  const [scanned, setScanned] = useState('')
  const [typed, setTyped] = useState<string | undefined>(undefined)
  const [isMissing, setMissing] = useState(false)
  const numberRef = useRef<HTMLInputElement>(null)
  const number = typed ?? stock.data?.next ?? ''

  function read(text: string) {
    setScanned(text)
    numberRef.current?.focus()
  }
  // A scanner ends with Enter: it leads to the number, which is compared with the booklet in the hand before it is sent.
  function onScannedKey(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key !== 'Enter') return
    event.preventDefault()
    if (scanned.trim() !== '') numberRef.current?.focus()
  }
  async function bind(event: FormEvent) {
    event.preventDefault()
    const isOpen = { scanned: scanned.trim() === '', number: number.trim() === '' }
    setMissing(isOpen.scanned || isOpen.number)
    if (isOpen.scanned) return scannedRef.current?.focus()
    if (isOpen.number) return numberRef.current?.focus()
    const changed = await command.send(`/api/v1/applications/${application.id}/production`, { booklet: number, scanned: scanned.trim() })
    void client.invalidateQueries({ queryKey: stockKey(application.office) })
    if (changed) onChanged(changed)
    else void client.invalidateQueries({ queryKey: applicationKey(application.id) })
  }
  return (
    <form className="stack check-page" onSubmit={(event) => void bind(event)} noValidate aria-labelledby="check-title">
      <h3 id="check-title">{say(bookletWords.checkTitle)}</h3>
      <TextInput
        ref={scannedRef}
        label={say(bookletWords.scanned)}
        description={say(scanned === '' ? bookletWords.scannedHint : bookletWords.scannedRead)}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        error={isMissing && scanned === '' ? say(bookletWords.scannedNeeded) : undefined}
        value={scanned}
        onChange={(event) => setScanned(event.currentTarget.value)}
        onKeyDown={onScannedKey}
        // What was read before gives way to the next reading.
        onFocus={(event) => event.currentTarget.select()}
        autoComplete="off"
        spellCheck={false}
        lang="zxx"
        data-testid="scanned"
      />
      <ScanCamera onText={read} />
      {stock.data?.next === null && (
        <p className="notice tone-flag" data-testid="none-left">
          {say(bookletWords.noneLeft)}
        </p>
      )}
      <TextInput
        ref={numberRef}
        className="code-input"
        label={say(bookletWords.number)}
        description={say(bookletWords.numberHint)}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        error={isMissing && number === '' ? say(bookletWords.numberNeeded) : undefined}
        value={number}
        onChange={(event) => setTyped(event.currentTarget.value)}
        autoComplete="off"
        spellCheck={false}
        data-testid="booklet-number"
      />
      {command.problem && <ProblemNotice problem={command.problem} />}
      {command.problem?.code.startsWith('authority.') && <BecomeNext action="pass.print" application={application} />}
      <Button type="submit" size="lg" leftSection={<Icon name="book" />} loading={command.pending} data-testid="bind">
        {say(bookletWords.bind)}
      </Button>
    </form>
  )
}
