import { useCallback, useEffect, useRef, useState } from 'react'
import type { DraftAnswer } from '../../../passes/drafts/draft.api.ts'
import { ask, signedOutEvent } from '../../api.ts'
import { useWords } from '../frame/language.tsx'
import { useMe } from '../frame/me.tsx'
import { type Draft, draftFrom } from './draft.ts'
import { DraftKeeper, type KeeperState } from './draft-keeper.ts'
import { leaveUnsaved, takeUnsaved } from './unsaved.ts'
import { draftPath } from './use-draft.ts'

/** A correction as it is typed, kept at the office under the case's own id: whoever opens the case's correction next goes on with it. `first`: the case as it is. */
export function useCorrection({ id, office, first }: { id: string; office: string; first: Draft }) {
  const { language } = useWords()
  const account = useMe().me.id
  const [draft, setDraft] = useState<Draft>(first)
  const [unsaved] = useState(() => takeUnsaved(account))
  const [isOpening, setOpening] = useState(true)
  const [kept, setKept] = useState<KeeperState>({ id: null, type: 'empty', problem: undefined })
  const said = useRef(language)
  said.current = language
  const [keeper] = useState(
    () =>
      new DraftKeeper({
        ...{ office, empty: first, newId: () => id, onState: setKept },
        save: (_, body) => ask<{ version: number }>(draftPath(id), { language: said.current, method: 'PUT', body }),
        wait(run, ms) {
          const timer = setTimeout(run, ms)
          return () => clearTimeout(timer)
        },
      }),
  )
  const read = useCallback(() => ask<DraftAnswer>(draftPath(id), { language: said.current }), [id])
  const open = useCallback(async () => {
    setOpening(true)
    const answer = await read()
    setOpening(false)
    // Without a draft it begins with the case as it is.
    if (!answer.ok) {
      keeper.begin()
      return setDraft(first)
    }
    const found = draftFrom(answer.value)
    const mine = unsaved?.id === id ? unsaved : undefined
    keeper.open({ id, version: mine?.version ?? answer.value.version, draft: found })
    setDraft(mine?.draft ?? found)
  }, [read, keeper, id, first, unsaved])
  useEffect(() => void open(), [open])
  useEffect(() => {
    if (!isOpening) keeper.put(draft)
  }, [keeper, draft, isOpening])
  useEffect(() => () => void keeper.flush(), [keeper])
  useEffect(() => {
    const leave = () => keeper.isBehind && leaveUnsaved({ account, id, version: keeper.version, draft: keeper.draft })
    addEventListener(signedOutEvent, leave)
    return () => removeEventListener(signedOutEvent, leave)
  }, [keeper, account, id])

  /** After a clash: one's own text upon what the other clerk left. */
  async function keepMine() {
    const mine = draft
    const answer = await read()
    if (answer.ok) keeper.open({ id, version: answer.value.version, draft: draftFrom(answer.value) })
    else keeper.begin()
    keeper.put(mine)
  }
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  return { draft, change, kept, keeper, isOpening, open, keepMine }
}
export type Correction = ReturnType<typeof useCorrection>
