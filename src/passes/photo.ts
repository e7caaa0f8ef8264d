import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import { projectRoot } from '../platform/config.ts'
import { type JobLost, openWorkerPool } from '../platform/worker-pool.ts'

export { chipPixels, portraitPixels } from './photo-format.rules.ts'

export const photoBytesMax = 10_000_000
export const photoPixelsMax = 20_000_000
/** A side shorter than the chip's own tells nobody apart. */
export const photoSidePixelsMin = 60
/** A paper or a mark is kept whole, within this square: small print stays readable. */
export const sheetSidePixelsMax = 1600
/** What profile BP1 allows a written pass (docs/spec/credential.md): the picture in the QR. */
export const chipBytesMax = 450

export type PreparedPhoto = {
  /** 480×720 JPEG, sRGB, without metadata: for screens and paper. */
  readonly portrait: Uint8Array<ArrayBuffer>
  /** 60×80 greyscale WebP of at most 450 bytes: for the QR, and the officer's eye only. */
  readonly chip: Uint8Array<ArrayBuffer>
}

/** A paper or a mark: the whole picture as a JPEG, sRGB, without metadata. */
export type PreparedSheet = { readonly sheet: Uint8Array<ArrayBuffer> }

/** What a worker is sent: a face to cut, or a sheet to keep whole. */
export type PhotoJob = { readonly type: 'face' | 'sheet'; readonly input: Uint8Array }
/** What a worker sends back: null for a picture it could not read. */
export type PhotoAnswer = PreparedPhoto | PreparedSheet | null

export type PhotoPool = {
  readonly prepare: (input: Uint8Array) => Promise<Outcome<PreparedPhoto>>
  readonly prepareSheet: (input: Uint8Array) => Promise<Outcome<PreparedSheet>>
  /** Ends the workers; waiting photos are refused with `server.unavailable`. */
  readonly close: () => void
}

type Options = {
  /** Processes at the same time; each takes about 100 MB. They start with the first photo. */
  readonly workersMax?: number
  /** From the moment a worker has the photo, its own start included. */
  readonly timeoutMs?: number
  readonly waitingMax?: number
  readonly workerFile?: URL
}

let shared: PhotoPool | undefined

/**
 * A photo as a person brings it (JPEG, PNG or WebP, at most 10 MB and 20 megapixels) in the two forms a pass needs, cropped to the pass's
 * format from its centre and turned upright. Decoded in a process of its own; nothing of the file but its picture comes back. Equal bytes in give equal bytes out.
 * Refuses with `applicant.photo-unreadable`, and with `server.unavailable` when the worker was ended from outside or too many photos wait.
 */
export function preparePhoto(input: Uint8Array): Promise<Outcome<PreparedPhoto>> {
  shared ??= openPhotoPool()
  return shared.prepare(input)
}

/** A paper or a mark, by the same way and limits, with nothing cut off. */
export function prepareSheet(input: Uint8Array): Promise<Outcome<PreparedSheet>> {
  shared ??= openPhotoPool()
  return shared.prepareSheet(input)
}

const unreadable = () => refuse('applicant.photo-unreadable')
const unavailable = () => refuse('server.unavailable')
/** Signals that a program brings on itself: the decoder fell over this photo, and would again. */
const crashes: readonly (string | null)[] = ['SIGSEGV', 'SIGABRT', 'SIGBUS', 'SIGILL', 'SIGFPE', 'SIGTRAP']

/** Idle workers keep no program alive, and end with it: only who counts workers has to close. */
export function openPhotoPool(options: Options = {}): PhotoPool {
  const { workersMax = 2, timeoutMs = 10_000, waitingMax = 200, workerFile = new URL('photo-worker.ts', import.meta.url) } = options
  const pool = openWorkerPool<PhotoJob, PhotoAnswer>({ fork: () => forkWorker(workerFile), workersMax, timeoutMs, waitingMax })
  async function run<T extends PreparedPhoto | PreparedSheet>(type: PhotoJob['type'], input: Uint8Array): Promise<Outcome<T>> {
    if (input.length > photoBytesMax || !isPicture(input)) return unreadable()
    const done = await pool.run({ type, input })
    // A worker answers a job in the job's own form.
    if ('answer' in done) return done.answer ? accept(done.answer as T) : unreadable()
    return isOwnFault(done.lost) ? unreadable() : unavailable()
  }
  return {
    prepare: (input) => run('face', input),
    prepareSheet: (input) => run('sheet', input),
    close: () => pool.close(),
  }
}

/** A photo that a decoder hangs on or falls over is the photo's fault; a worker that was ended is not. */
const isOwnFault = (lost: JobLost): boolean => lost.why === 'time-out' || (lost.why === 'worker-died' && crashes.includes(lost.signal))

// Only three decoders may see a stranger's bytes: the image library would open SVG, PDF or TIFF as gladly.
function isPicture(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1')
  return head.startsWith('\xff\xd8\xff') || head.startsWith('\x89PNG\r\n\x1a\n') || (head.startsWith('RIFF') && head.endsWith('WEBP'))
}

// The child sees nothing of our environment, which may hold secrets; it reads our own files, writes none, starts nothing and has no network.
function forkWorker(file: URL): ChildProcess {
  const path = fileURLToPath(file)
  return fork(path, [], {
    execArgv: [
      '--disable-warning=ExperimentalWarning',
      '--permission',
      '--allow-addons',
      `--allow-fs-read=${projectRoot}`,
      `--allow-fs-read=${path}`,
    ],
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
}
