import { useEffect, useState } from 'preact/hooks'
import type { Language } from '../../../kernel/language.ts'
import type { InstanceAnswer, OfficeAnswer } from '../../../passes/passes.api.ts'
import type { AreaAnswer, InstrumentAnswer, PointAnswer } from '../../../places/places.api.ts'
import { ask } from '../../api.ts'

const kept = new Map<string, Promise<unknown>>()
/** Lists that did not come, and who on the page wants to know: without them its choices stand empty. */
const missing = new Set<string>()
const watchers = new Set<() => void>()
let tries = 0
function tell(): void {
  for (const watcher of watchers) watcher()
}
function useTries(): number {
  const [, redraw] = useState({})
  useEffect(() => {
    const watcher = () => redraw({})
    watchers.add(watcher)
    return () => void watchers.delete(watcher)
  }, [])
  return tries
}
/** Is a list missing, and how to ask again. */
export function useMissing(): { readonly isMissing: boolean; retry(): void } {
  useTries()
  const retry = () => {
    missing.clear()
    tries += 1
    tell()
  }
  return { isMissing: missing.size > 0, retry }
}
/** A list of the server's, asked for once a page. */
function useList<T>(path: string, language: Language): T | undefined {
  const [list, setList] = useState<T | undefined>(undefined)
  const nth = useTries()
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when somebody tries again
  useEffect(() => {
    const asked = kept.get(path) ?? ask<T>(`/api/v1/${path}`, { language }).then((answer) => (answer.ok ? answer.value : undefined))
    kept.set(path, asked)
    void asked.then((value) => {
      if (value !== undefined) return setList(value as T)
      kept.delete(path)
      missing.add(path)
      tell()
    })
  }, [path, language, nth])
  return list
}

export const useAreas = (language: Language) => useList<readonly AreaAnswer[]>('areas', language) ?? []
export const useOffices = (language: Language) => useList<readonly OfficeAnswer[]>('offices', language) ?? []
export const usePoints = (language: Language) => useList<readonly PointAnswer[]>('crossing-points', language) ?? []
export const useInstance = (language: Language) => useList<InstanceAnswer>('instance', language)
export const useInstruments = (language: Language): ReadonlyMap<string, InstrumentAnswer> =>
  new Map((useList<readonly InstrumentAnswer[]>('instruments', language) ?? []).map((instrument) => [instrument.id, instrument]))

/** A name in the reader's letters: in their own state's script when that is theirs, else in Latin. */
export const nameIn = (name: { readonly en: string; readonly native: string }, language: Language, state: string): string =>
  (language === 'km' && state === 'KH') || (language === 'th' && state === 'TH') ? name.native : name.en
