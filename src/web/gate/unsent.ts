import type { Problem } from '../api.ts'

/** Whose hands a movement was recorded by. */
export type Recorder = { readonly account: string; readonly name: string }

/** Where it goes; an older page kept movements alone, and named none. */
export const movementsPath = '/api/v1/movements'
/** In the order in which one names another. */
export const paths = [movementsPath, '/api/v1/vehicle-sheets', '/api/v1/goods-sheets'] as const
export type Path = (typeof paths)[number]
/** A request as it goes: its id is the command's own. */
export type Kept = { readonly id: string }

/** A movement or a sheet that the server has not answered yet; with `refused`, one that it did not accept when it was sent later. */
export type Unsent = {
  readonly id: string
  readonly path: Path
  readonly request: Kept
  readonly name: string
  readonly refused: Problem | null
  /** Null: nobody was signed in, or an older page kept it. */
  readonly by: Recorder | null
}

const databaseName = 'spean-gate'
const storeName = 'unsent'

/** Kept on disk when the promise is done: 'strict' waits for the disk, which the default does not. Rejects when the browser keeps nothing. */
export const keepUnsent = (entry: Unsent): Promise<void> => change((store) => store.put(entry))
export const forgetUnsent = (id: string): Promise<void> => change((store) => store.delete(id))

/** All that is kept, oldest first: their ids begin with the time they were made. */
export async function readUnsent(): Promise<readonly Unsent[]> {
  const database = await open()
  return new Promise((resolve, reject) => {
    const request: IDBRequest<Unsent[]> = database.transaction(storeName, 'readonly').objectStore(storeName).getAll()
    request.onsuccess = () => resolve(request.result.map((entry) => ({ ...entry, by: entry.by ?? null, path: entry.path ?? movementsPath })))
    request.onerror = () => reject(request.error)
  })
}

async function change(act: (store: IDBObjectStore) => unknown): Promise<void> {
  const database = await open()
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(storeName, 'readwrite', { durability: 'strict' })
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error)
    act(transaction.objectStore(storeName))
  })
}

let opening: Promise<IDBDatabase> | undefined

function open(): Promise<IDBDatabase> {
  opening ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(databaseName, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(storeName, { keyPath: 'id' })
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  // A failed opening is tried again by the next caller.
  opening.catch(() => {
    opening = undefined
  })
  return opening
}
