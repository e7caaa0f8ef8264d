/** Limits of a question to a bank. A request that waits holds nobody's transaction. */
export const askLimits = { patienceMs: 5_000, bytesMax: 64 * 1024 } as const
export type Asked = { readonly ok: true; readonly status: number; readonly value: unknown } | { readonly ok: false; readonly why: string }

/** Posts JSON and reads JSON: within a time, up to a size, following nobody elsewhere. Never throws, and says no word of what was sent. */
export async function askJson(
  url: URL,
  token: string,
  body: object,
  { patienceMs, bytesMax }: { patienceMs: number; bytesMax: number } = askLimits,
): Promise<Asked> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(patienceMs),
    })
    const text = await readUpTo(response, bytesMax)
    if (text === undefined) return { ok: false, why: 'too-large' }
    return { ok: true, status: response.status, value: parsed(text) }
  } catch (error) {
    return { ok: false, why: error instanceof Error && error.name === 'TimeoutError' ? 'timeout' : 'unreachable' }
  }
}

async function readUpTo(response: Response, bytesMax: number): Promise<string | undefined> {
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const part of response.body ?? []) {
    bytes += part.length
    // Leaving the loop cancels the rest.
    if (bytes > bytesMax) return undefined
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
