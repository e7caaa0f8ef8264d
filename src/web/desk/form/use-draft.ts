import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react'
import { v7 as newId } from 'uuid'
import { useLocation, useSearch } from 'wouter'
import type { DraftAnswer } from '../../../passes/drafts/draft.api.ts'
import { ask, type Problem, signedOutEvent } from '../../api.ts'
import { useWords } from '../frame/language.tsx'
import { draftsKey } from '../queries.ts'
import { askedAboutPass } from './about-pass.ts'
import { type Draft, draftFrom, emptyDraft } from './draft.ts'
import { DraftKeeper, type KeeperState } from './draft-keeper.ts'
import { leaveUnsaved, takeUnsaved } from './unsaved.ts'

export const draftPath = (id: string): string => `/api/v1/drafts/${id}`

/** The form's state, kept at the office. The address names the draft: a reload, another tab or another machine goes on with it. */
export function useDraft({ office, nationality, account }: { office: string; nationality: string; account: string }) {
  const { language } = useWords()
  const client = useQueryClient()
  const [, navigate] = useLocation()
  const search = useSearch()
  const wanted = new URLSearchParams(search).get('draft')
  const [empty] = useState(() => emptyDraft(nationality))
  const [unsaved] = useState(() => takeUnsaved(account))
  const [draft, setDraft] = useState<Draft>(() => (wanted === null ? (unsaved?.draft ?? { ...empty, ...askedAboutPass(search) }) : empty))
  const [isOpening, setOpening] = useState(wanted !== null)
  const [opened, setOpened] = useState<Draft | undefined>(undefined)
  const [problem, setProblem] = useState<Problem | undefined>(undefined)
  const [kept, setKept] = useState<KeeperState>({ id: null, type: 'empty', problem: undefined })
  const said = useRef(language)
  said.current = language
  const [keeper] = useState(
    () =>
      new DraftKeeper({
        ...{ office, empty, newId, onState: setKept },
        save: (id, body) => ask<{ version: number }>(draftPath(id), { language: said.current, method: 'PUT', body }),
        wait(run, ms) {
          const timer = setTimeout(run, ms)
          return () => clearTimeout(timer)
        },
      }),
  )
  useEffect(() => keeper.put(draft), [keeper, draft])
  useEffect(() => () => void keeper.flush(), [keeper])
  useEffect(() => {
    const leave = () => keeper.isBehind && leaveUnsaved({ account, id: keeper.state.id, version: keeper.version, draft: keeper.draft })
    addEventListener(signedOutEvent, leave)
    return () => removeEventListener(signedOutEvent, leave)
  }, [keeper, account])

  const open = useCallback(
    async (id: string) => {
      setOpening(true)
      setProblem(undefined)
      await keeper.flush()
      const answer = await ask<DraftAnswer>(draftPath(id), { language: said.current })
      setOpening(false)
      if (!answer.ok || answer.value.office !== office) {
        if (!answer.ok) setProblem(answer.problem)
        keeper.begin()
        setDraft(empty)
        return navigate('/', { replace: true })
      }
      const read = draftFrom(answer.value)
      // Typed here after the last save, before this person was signed out: it goes upon the version it was typed on.
      const mine = unsaved?.id === id ? unsaved : undefined
      keeper.open({ id, version: mine?.version ?? answer.value.version, draft: read })
      setDraft(mine?.draft ?? read)
      setOpened(mine?.draft ?? read)
    },
    [keeper, office, empty, unsaved, navigate],
  )
  /** Keeps this one and begins another; what cannot be kept stays open. */
  const putAside = useCallback(async () => {
    await keeper.flush()
    if (keeper.isBehind) return keeper.state.id !== null && navigate(`/?draft=${keeper.state.id}`, { replace: true })
    keeper.begin()
    setDraft(empty)
    navigate('/', { replace: true })
  }, [keeper, empty, navigate])

  const follow = useEffectEvent((address: string | null) => {
    if (address === keeper.state.id) return
    void (address === null ? putAside() : open(address))
  })
  useEffect(() => follow(wanted), [wanted])
  const { id, type } = kept
  useEffect(() => {
    if (type !== 'saved' || id === null) return
    void client.invalidateQueries({ queryKey: draftsKey(office) })
    if (wanted === null && !isOpening) navigate(`/?draft=${id}`, { replace: true })
  }, [id, type, wanted, isOpening, navigate, client, office])

  /** Begins again, with nothing of the last one left in the form. */
  function begin() {
    keeper.begin()
    setDraft(empty)
    navigate('/', { replace: true })
  }
  function keepMine() {
    navigate('/', { replace: true })
    keeper.keepMine()
  }
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  return {
    draft,
    change,
    empty,
    kept,
    keeper,
    isOpening,
    opened,
    problem,
    putAside,
    begin,
    keepMine,
    reopen: () => kept.id !== null && void open(kept.id),
  }
}
export type OfficeDraft = ReturnType<typeof useDraft>
