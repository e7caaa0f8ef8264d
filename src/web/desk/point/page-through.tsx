import { Button } from '@mantine/core'
import { dayWords } from '../../../words/chief.ts'
import { useWords } from '../frame/language.tsx'

/** Sheets on one page of a list. */
export const sheetsShown = 50

type Props = {
  readonly rows: readonly { readonly id: string }[] | undefined
  readonly before: string | undefined
  onGo(before: string | undefined): void
}

/** Earlier ones, where there may be some, and back to the latest. */
export function PageThrough({ rows, before, onGo }: Props) {
  const { say } = useWords()
  const last = rows?.length === sheetsShown ? rows.at(-1) : undefined
  if (!last && before === undefined) return null
  return (
    <div className="actions">
      {last && (
        <Button variant="default" onClick={() => onGo(last.id)}>
          {say(dayWords.older)}
        </Button>
      )}
      {before !== undefined && (
        <Button variant="default" onClick={() => onGo(undefined)}>
          {say(dayWords.newest)}
        </Button>
      )}
    </div>
  )
}
