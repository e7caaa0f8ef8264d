import type { Language } from '../../../kernel/language.ts'
import type { Answer, Problem } from '../../api.ts'

const pieceBytes = 2 * 1024 * 1024
const pieceTimeoutMs = 60_000
const triesMax = 4
const restMs = 1_500

/** Sends what is missing of a file, piece by piece, on from where the server says; a piece that got lost is sent again. `told`: how many bytes are there. */
export async function sendPieces(
  id: string,
  file: Blob,
  { from, language, told }: { from: number; language: Language; told(received: number): void },
): Promise<Problem | undefined> {
  let received = from
  let tries = 0
  while (received < file.size) {
    const answer = await sendPiece(`/api/v1/imports/${id}/pieces?offset=${received}`, file.slice(received, received + pieceBytes), language)
    if (answer.ok) {
      tries = 0
      received = answer.value.received
      told(received)
      continue
    }
    tries += 1
    if (answer.problem.code !== 'no-connection' || tries === triesMax) return answer.problem
    await new Promise((resolve) => setTimeout(resolve, restMs * tries))
  }
  return undefined
}

async function sendPiece(path: string, body: Blob, language: Language): Promise<Answer<{ received: number }>> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { accept: 'application/json', 'accept-language': language, 'content-type': 'application/octet-stream' },
      signal: AbortSignal.timeout(pieceTimeoutMs),
      body,
    })
    const value: unknown = await response.json()
    return response.ok ? { ok: true, value: value as { received: number } } : { ok: false, problem: value as Problem }
  } catch {
    return { ok: false, problem: { code: 'no-connection', status: 0, title: '', next: '', rule: '', instruments: [] } }
  }
}
