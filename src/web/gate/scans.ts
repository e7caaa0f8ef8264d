import { dayMs, epochMs, type Instant } from '../../kernel/time.ts'

/** When a document lay before this tablet, by point, direction and number: who reached the line before it closed is judged by that minute. */
type Scans = { readonly key: string; readonly ats: readonly Instant[] }

const databaseName = 'spean-gate-scans'
const storeName = 'scan'
const keptMs = dayMs

const scansMax = 20

/** The earlier scans of the same document, oldest first; this one is kept with them. A browser that keeps nothing has none. */
export async function scansBefore(key: string, at: Instant): Promise<readonly Instant[]> {
  try {
    const kept = await ask<Scans | undefined>('readonly', (store) => store.get(key))
    const earlier = (kept?.ats ?? []).filter((each) => each <= at && epochMs(at) - epochMs(each) <= keptMs)
    await ask('readwrite', (store) => store.put({ key, ats: [...earlier.slice(0, scansMax - 1), at] } satisfies Scans))
    return earlier
  } catch {
    return []
  }
}

/** The person has passed, or was sent on: the next scan is another arrival. */
export const forgetScans = (key: string): Promise<unknown> => ask('readwrite', (store) => store.delete(key)).catch(() => {})

/** Scans of yesterday say nothing any more. */
export async function forgetOldScans(now: Instant): Promise<void> {
  const all = await ask<Scans[]>('readonly', (store) => store.getAll()).catch(() => [])
  for (const { key, ats } of all) if (ats.every((at) => epochMs(now) - epochMs(at) > keptMs)) await forgetScans(key)
}

async function ask<T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest): Promise<T> {
  const database = await open()
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(storeName, mode)
    const request = act(transaction.objectStore(storeName))
    transaction.oncomplete = () => resolve(request.result as T)
    transaction.onabort = () => reject(transaction.error)
  })
}

let opening: Promise<IDBDatabase> | undefined

function open(): Promise<IDBDatabase> {
  opening ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(databaseName, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(storeName, { keyPath: 'key' })
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  opening.catch(() => {
    opening = undefined
  })
  return opening
}
