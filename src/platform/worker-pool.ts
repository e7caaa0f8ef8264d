import type { ChildProcess, Serializable } from 'node:child_process'

/** Why a job got no answer. `worker-died`: with the signal that ended the process, if one did. */
export type JobLost =
  | { readonly why: 'busy' | 'closed' | 'time-out' }
  | { readonly why: 'worker-died'; readonly signal: string | null; readonly detail: string }
export type Done<Answer> = { readonly answer: Answer } | { readonly lost: JobLost }

export type WorkerPool<Job extends Serializable, Answer> = {
  /** Hands the job to a free process, or lets it wait for one. Never rejects. */
  run(job: Job): Promise<Done<Answer>>
  close(): void
}

export type PoolOptions = {
  /** Starts one worker: a process that answers each message with one message, and ends when its parent is gone. */
  readonly fork: () => ChildProcess
  readonly workersMax: number
  /** From the moment a worker has the job, its own start included. */
  readonly timeoutMs: number
  readonly waitingMax: number
}

type Waiting<Job, Answer> = { readonly job: Job; readonly resolve: (done: Done<Answer>) => void }
type Worker<Job, Answer> = { readonly child: ChildProcess; current: Waiting<Job, Answer> | undefined; timer: NodeJS.Timeout | undefined }

/**
 * Processes of their own for what may hang or fall over: a job takes one worker with it, never the server. They start with the first job; a worker that
 * died is replaced with the next. Idle ones keep no program alive.
 */
export function openWorkerPool<Job extends Serializable, Answer>({ fork, workersMax, timeoutMs, waitingMax }: PoolOptions): WorkerPool<Job, Answer> {
  const workers = new Set<Worker<Job, Answer>>()
  const waiting: Waiting<Job, Answer>[] = []
  let closed = false

  function handOut(): void {
    while (waiting.length > 0) {
      const free = [...workers].find((worker) => !worker.current) ?? (workers.size < workersMax ? start() : undefined)
      const next = free && waiting.shift()
      if (!free || !next) return
      free.current = next
      free.timer = setTimeout(() => drop(free, { why: 'time-out' }), timeoutMs)
      hold(free.child)
      free.child.send(next.job, (error) => error && drop(free, { why: 'worker-died', signal: null, detail: error.message }))
    }
  }

  function start(): Worker<Job, Answer> {
    const worker: Worker<Job, Answer> = { child: fork(), current: undefined, timer: undefined }
    workers.add(worker)
    worker.child.on('message', (answer) => {
      settle(worker)?.resolve({ answer: answer as Answer })
      handOut()
    })
    worker.child.on('error', (error) => drop(worker, { why: 'worker-died', signal: null, detail: error.message }))
    worker.child.on('exit', (code, signal) => drop(worker, { why: 'worker-died', signal, detail: `exit ${code ?? signal}` }))
    return worker
  }

  function drop(worker: Worker<Job, Answer>, lost: JobLost): void {
    if (!workers.delete(worker)) return
    worker.child.kill('SIGKILL')
    settle(worker)?.resolve({ lost })
    handOut()
  }

  return {
    async run(job) {
      if (closed) return { lost: { why: 'closed' } }
      if (waiting.length >= waitingMax) return { lost: { why: 'busy' } }
      return new Promise((resolve) => {
        waiting.push({ job, resolve })
        handOut()
      })
    },
    close() {
      closed = true
      for (const left of waiting.splice(0)) left.resolve({ lost: { why: 'closed' } })
      for (const worker of [...workers]) drop(worker, { why: 'closed' })
    },
  }
}

function hold(child: ChildProcess): void {
  child.ref()
  child.channel?.ref()
}

function settle<Job, Answer>(worker: Worker<Job, Answer>): Waiting<Job, Answer> | undefined {
  const { current } = worker
  clearTimeout(worker.timer)
  worker.current = undefined
  worker.timer = undefined
  worker.child.unref()
  worker.child.channel?.unref()
  return current
}
