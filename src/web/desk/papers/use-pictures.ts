import { useState } from 'react'
import { picturesPerPaperMax } from '../../../passes/papers.rules.ts'
import { ask, type Problem } from '../../api.ts'
import { useWords } from '../frame/language.tsx'
import { useAnswer } from '../queries.ts'
import type { PictureName } from './picture-list.tsx'

/** The pictures of a draft's papers: kept at the office at once, one request each. */
export function useDraftPictures(draft: string | null, isKept: boolean) {
  const { language } = useWords()
  const [problem, setProblem] = useState<Problem | undefined>(undefined)
  const [isPending, setPending] = useState(false)
  const listed = useAnswer<PictureName[]>(`/api/v1/drafts/${draft}/papers`, { enabled: draft !== null && isKept })
  const pictures = draft === null ? [] : (listed.data ?? [])
  const pathOf = (id: string, { paper, page }: PictureName) => `/api/v1/drafts/${id}/papers/${paper}/${page}`

  async function send(path: string, options: { method: 'PUT' | 'DELETE'; body?: object }) {
    setPending(true)
    const answer = await ask<PictureName>(path, { language, ...options })
    setPending(false)
    setProblem(answer.ok ? undefined : answer.problem)
    // Under a new draft's name the list is asked for by the next drawing.
    await listed.refetch()
  }
  const nextPage = (paper: PictureName['paper']) =>
    Array.from({ length: picturesPerPaperMax }, (_, index) => index + 1).find(
      (page) => !pictures.some((each) => each.paper === paper && each.page === page),
    )
  return {
    pictures,
    problem,
    isPending,
    nextPage,
    keep: (id: string, name: PictureName, picture: string) => send(pathOf(id, name), { method: 'PUT', body: { picture } }),
    remove: (id: string, name: PictureName) => send(pathOf(id, name), { method: 'DELETE' }),
  }
}
export type DraftPictures = ReturnType<typeof useDraftPictures>
