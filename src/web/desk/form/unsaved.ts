import type { Draft } from './draft.ts'

type Unsaved = { readonly account: string; readonly id: string | null; readonly version: number; readonly draft: Draft }

const storageKey = 'spean.desk.unsaved'

/** Signed out between two saves, the page leaves: what the office does not have yet waits in the tab for the way back, and no longer. */
export function leaveUnsaved(unsaved: Unsaved): void {
  try {
    sessionStorage.setItem(storageKey, JSON.stringify(unsaved))
  } catch {
    // A full store: the office has all but the last words.
    sessionStorage.removeItem(storageKey)
  }
}

/** Takes it out of the tab; another person's is thrown away unread. */
export function takeUnsaved(account: string): Unsaved | undefined {
  const text = sessionStorage.getItem(storageKey)
  sessionStorage.removeItem(storageKey)
  try {
    const found = JSON.parse(text ?? 'null') as Unsaved | null
    return found?.account === account ? found : undefined
  } catch {
    return undefined
  }
}
