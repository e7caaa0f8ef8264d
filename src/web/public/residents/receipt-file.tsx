/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import type { Language } from '../../../kernel/language.ts'
import { applicationWords } from '../../../words/desk.ts'
import { askFile, type Problem } from '../../api.ts'
import { Trouble } from './parts.tsx'

type ReceiptFileProps = { known: { number: string; birthDate: string }; receipt: string; language: Language }
/** The receipt to keep: number and birth date travel in the body, as they do for the page. */
export function ReceiptFile({ known, receipt, language }: ReceiptFileProps) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | undefined>(undefined)
  async function save() {
    setBusy(true)
    const answer = await askFile('/api/v1/follow/receipt', { language, body: known })
    setBusy(false)
    setProblem(answer.ok ? undefined : answer.problem)
    if (!answer.ok) return
    const address = URL.createObjectURL(answer.value)
    const link = document.createElement('a')
    link.href = address
    link.download = `${receipt}.pdf`
    link.click()
    // The browser has taken it up by then.
    setTimeout(() => URL.revokeObjectURL(address), 60_000)
  }
  return (
    <>
      <Trouble problem={problem} language={language} />
      <button type="button" class="button button-full" disabled={busy} onClick={() => void save()} data-testid="receipt-file">
        {applicationWords.saveReceipt[language]}
      </button>
    </>
  )
}
