/** Limits of a question to a bank. A request that waits holds nobody's transaction. */
export const askLimits = { patienceMs: 5_000, bytesMax: 64 * 1024 } as const
export type Asked = { readonly ok: true; readonly status: number; readonly value: unknown } | { readonly ok: false; readonly why: string }

/** Posts JSON, or without a body asks for it, and reads JSON: within a time, up to a size, following nobody elsewhere. Never throws, and says no word of what was sent. */
export async function askJson(
  url: URL,
  token: string,
  body: object | undefined,
  { patienceMs, bytesMax, headers = {} }: { patienceMs: number; bytesMax: number; headers?: Readonly<Record<string, string>> } = askLimits,
): Promise<Asked> {
  try {
    const response = await fetch(url, {
      method: body ? 'POST' : 'GET',
      headers: { 'content-type': 'application/json', accept: 'application/json', authorization: `Bearer ${token}`, ...headers },
      ...(body && { body: JSON.stringify(body) }),
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

export const tokenForm = /^[\x21-\x7e]{8,4000}$/
/** The token, or undefined while its file cannot be read: somebody is replacing it. */
export function given(read: () => string): string | undefined {
  try {
    const token = read()
    return tokenForm.test(token) ? token : undefined
  } catch {
    return undefined
  }
}
