import { Button } from '@mantine/core'
import { useState } from 'react'
import { askFile, type Problem } from '../../api.ts'
import { useWords } from '../frame/language.tsx'
import { ProblemNotice } from '../parts/answered.tsx'
import { Icon } from '../parts/icon.tsx'
import { saveFile } from '../parts/page-download.tsx'

type FileButtonProps = {
  readonly path: string
  readonly name: string
  readonly label: string
  readonly variant?: 'default' | 'filled'
  readonly testid: string
  onDone?(): void
}

/** A file that may be refused: asked for like any command, then saved. */
export function FileButton({ path, name, label, variant = 'filled', testid, onDone }: FileButtonProps) {
  const { language } = useWords()
  const [isPending, setPending] = useState(false)
  const [problem, setProblem] = useState<Problem | undefined>(undefined)
  async function fetchFile() {
    setPending(true)
    setProblem(undefined)
    const answer = await askFile(path, { language })
    setPending(false)
    if (!answer.ok) return setProblem(answer.problem)
    saveFile(answer.value, name)
    onDone?.()
  }
  return (
    <>
      {problem && <ProblemNotice problem={problem} />}
      <Button
        size={variant === 'filled' ? 'lg' : 'sm'}
        variant={variant}
        leftSection={<Icon name="file" />}
        loading={isPending}
        onClick={() => void fetchFile()}
        data-testid={testid}
      >
        {label}
      </Button>
    </>
  )
}
