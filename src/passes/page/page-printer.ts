import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { PageError } from './page-error.ts'
import type { WorkerAnswer } from './page-worker.ts'
import { type PageJob, type PassPageData, toPageJob } from './pass-page.ts'

export type PagePrinter = {
  /**
   * The pass as a PDF/A page of 125 × 88 mm; equal data give equal bytes. Throws PageError: see `pageFaults`. After `time-out` or
   * `worker-died` the next page gets a new worker.
   */
  readonly renderPassPage: (data: PassPageData) => Promise<Uint8Array>
  /** Ends the workers; waiting pages fail with `closed`. */
  readonly close: () => void
}

type Options = {
  /** Processes at the same time; each takes about 200 MB. They start with the first page. */
  readonly workersMax?: number
  /** From the moment a worker has the page, its own start included. */
  readonly timeoutMs?: number
  readonly waitingMax?: number
  readonly workerFile?: URL
}
type Waiting = { readonly job: PageJob; readonly resolve: (pdf: Uint8Array) => void; readonly reject: (error: PageError) => void }
type Worker = { readonly child: ChildProcess; current: Waiting | undefined; timer: NodeJS.Timeout | undefined }

export function openPagePrinter(options: Options = {}): PagePrinter {
  const { workersMax = 1, timeoutMs = 20_000, waitingMax = 500, workerFile = new URL('page-worker.ts', import.meta.url) } = options
  const workers = new Set<Worker>()
  const waiting: Waiting[] = []
  let closed = false

  function handOut(): void {
    while (waiting.length > 0) {
      const free = [...workers].find((worker) => !worker.current) ?? (workers.size < workersMax ? start() : undefined)
      const next = free && waiting.shift()
      if (!free || !next) return
      free.current = next
      free.timer = setTimeout(() => drop(free, new PageError('time-out', `no page within ${timeoutMs} ms`)), timeoutMs)
      free.child.send(next.job, (error) => error && drop(free, new PageError('worker-died', error.message)))
    }
  }

  function start(): Worker {
    const worker: Worker = { child: forkWorker(workerFile), current: undefined, timer: undefined }
    workers.add(worker)
    worker.child.on('message', (answer: WorkerAnswer) => {
      const done = settle(worker)
      if ('pdf' in answer) done?.resolve(answer.pdf)
      else done?.reject(new PageError(answer.fault, answer.detail))
      handOut()
    })
    worker.child.on('error', (error) => drop(worker, new PageError('worker-died', error.message)))
    worker.child.on('exit', (code, signal) => drop(worker, new PageError('worker-died', `exit ${code ?? signal}`)))
    return worker
  }

  function drop(worker: Worker, reason: PageError): void {
    if (!workers.delete(worker)) return
    worker.child.kill('SIGKILL')
    settle(worker)?.reject(reason)
    handOut()
  }

  return {
    async renderPassPage(data) {
      if (closed) throw new PageError('closed', 'the printer is closed')
      if (waiting.length >= waitingMax) throw new PageError('busy', `${waitingMax} pages are waiting`)
      const job = toPageJob(data)
      return new Promise((resolve, reject) => {
        waiting.push({ job, resolve, reject })
        handOut()
      })
    },
    close() {
      closed = true
      const reason = new PageError('closed', 'the printer was closed')
      for (const left of waiting.splice(0)) left.reject(reason)
      for (const worker of [...workers]) drop(worker, reason)
    },
  }
}

function settle(worker: Worker): Waiting | undefined {
  const { current } = worker
  clearTimeout(worker.timer)
  worker.current = undefined
  worker.timer = undefined
  return current
}

// The child sees nothing of our environment, which may hold secrets; its fonts are the shipped ones alone.
function forkWorker(file: URL): ChildProcess {
  return fork(fileURLToPath(file), [], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    env: { FONTCONFIG_FILE: fileURLToPath(new URL('fonts.conf', import.meta.url)) },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
}
