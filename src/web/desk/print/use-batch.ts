import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { PrintBatchAnswer, PrintQueueAnswer } from '../../../passes/printing/print-batch.api.ts'
import { ask } from '../../api.ts'
import { useCommand } from '../command.ts'
import { useWords } from '../frame/language.tsx'
import { Refused, useAnswer } from '../queries.ts'

/** Pages in one file; the server's own limit decides. */
export const batchMax = 1000
const queueKey = (office: string) => `/api/v1/print-queue?office=${office}`
export const usePrintQueue = (office: string) => useAnswer<PrintQueueAnswer>(queueKey(office), { refetchInterval: 30_000 })

/** Kept for this tab: a page that is opened again finds the batch that goes on meanwhile. */
const kept = 'spean.print-batch'
const lookEveryMs = 700

/** A batch from its start to its end. */
export function useBatch(office: string) {
  const { language } = useWords()
  const client = useQueryClient()
  const [id, setId] = useState(() => sessionStorage.getItem(kept))
  const command = useCommand<PrintBatchAnswer>()
  const cancelling = useCommand<PrintBatchAnswer>()
  const query = useQuery({
    queryKey: ['print-batch', id],
    enabled: id !== null,
    queryFn: async (): Promise<PrintBatchAnswer | null> => {
      const answer = await ask<PrintBatchAnswer>(`/api/v1/print-batches/${id}`, { language })
      if (answer.ok) return answer.value
      // Somebody else's, or of an earlier run of the service: nothing that goes on.
      if (answer.problem.code === 'print.not-found') return null
      throw new Refused(answer.problem)
    },
    refetchInterval: ({ state: { data } }) => (data === null || (data && hasEnded(data)) ? false : lookEveryMs),
  })
  const batch = query.data?.office === office ? query.data : undefined

  /** `numbers` undefined: all. */
  async function start(numbers: readonly string[] | undefined): Promise<void> {
    const started = await command.send('/api/v1/print-batches', { office, ...(numbers && { numbers }) })
    if (!started) return
    sessionStorage.setItem(kept, started.id)
    client.setQueryData(['print-batch', started.id], started)
    setId(started.id)
  }
  async function cancel(): Promise<void> {
    if (await cancelling.send(`/api/v1/print-batches/${id}/cancellation`, {})) await query.refetch()
  }
  async function forget(): Promise<void> {
    sessionStorage.removeItem(kept)
    command.forget()
    setId(null)
    await client.invalidateQueries({ queryKey: [queueKey(office)] })
  }
  return {
    batch,
    start,
    cancel,
    forget,
    look: () => void query.refetch(),
    isStarting: command.pending,
    problem: command.problem ?? cancelling.problem,
  }
}

const hasEnded = (batch: PrintBatchAnswer): boolean => !isUnderWay(batch) && batch.state !== 'ready'
export const isUnderWay = ({ state }: PrintBatchAnswer): boolean => state === 'waiting' || state === 'rendering'
