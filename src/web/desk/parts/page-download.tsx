import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { applicationWords } from '../../../words/desk.ts'
import { workWords } from '../../../words/work.ts'
import { askFile, type Problem } from '../../api.ts'
import { useWords } from '../frame/language.tsx'
import { ProblemNotice } from './answered.tsx'
import { Icon } from './icon.tsx'

/** The booklet's page as a file to print. Asked for like any other command, since it may be refused: the wrong hands may not print. */
export function PageDownload({ number, below, onDone }: { number: string; below?: (problem: Problem) => ReactNode; onDone?: () => void }) {
  const { say, language } = useWords()
  const [state, setState] = useState<'idle' | 'pending' | 'done'>('idle')
  const [problem, setProblem] = useState<Problem | undefined>(undefined)
  async function download() {
    setState('pending')
    setProblem(undefined)
    const answer = await askFile(`/api/v1/passes/${number}/page.pdf`, { language })
    setState(answer.ok ? 'done' : 'idle')
    if (!answer.ok) return setProblem(answer.problem)
    saveFile(answer.value, `${number}.pdf`)
    onDone?.()
  }
  return (
    <>
      {problem && <ProblemNotice problem={problem} />}
      {problem && below?.(problem)}
      <Button size="lg" leftSection={<Icon name="printer" />} loading={state === 'pending'} onClick={() => void download()} data-testid="print-page">
        {say(applicationWords.print)}
      </Button>
      <span className="small" role="status">
        {state === 'pending' && say(workWords.downloading)}
        {state === 'done' && say(workWords.downloaded)}
      </span>
    </>
  )
}

/** Hands a file to the browser to keep. */
export function saveFile(file: Blob, name: string): void {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser has taken it up by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
