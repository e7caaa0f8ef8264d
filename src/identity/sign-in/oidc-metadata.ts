import Type from 'typebox'
import { Compile } from 'typebox/compile'
import type { OidcProvider } from './oidc-provider-config.ts'

/** What a provider's discovery document says and was found good. */
export type ProviderMetadata = { readonly authorization: string; readonly token: string; readonly keys: string }
/** `fault` is for the operator's log: one line, nothing of a person. */
export type MetadataRead = { readonly ok: true; readonly metadata: ProviderMetadata } | { readonly ok: false; readonly fault: string }

const text = Type.String({ minLength: 1, maxLength: 500 })
const document = Compile(Type.Object({ issuer: text, authorization_endpoint: text, token_endpoint: text, jwks_uri: text }))

const bytesMax = 100_000
const waitMsMax = 10_000

/**
 * A provider's discovery document (OpenID Connect Discovery 1.0 §4), before anybody is sent there: from the configured address itself, since no
 * redirect is followed; of the configured issuer, letter by letter (§4.3); naming addresses that nobody on the way can read.
 */
export async function readMetadata({ discoveryUrl, issuer }: Pick<OidcProvider, 'discoveryUrl' | 'issuer'>): Promise<MetadataRead> {
  const read = await fetchText(discoveryUrl)
  if (!read.ok) return read
  const said = parse(read.text)
  if (!document.Check(said)) return fault('its discovery document lacks issuer, authorization_endpoint, token_endpoint or jwks_uri')
  if (said.issuer !== issuer) return fault(`its discovery document is of another issuer than ${issuer}`)
  for (const name of ['authorization_endpoint', 'token_endpoint', 'jwks_uri'] as const)
    if (!isSafeAddress(said[name])) return fault(`its discovery document names a ${name} that is not https`)
  return { ok: true, metadata: { authorization: said.authorization_endpoint, token: said.token_endpoint, keys: said.jwks_uri } }
}

/** https; or http within this machine, where nobody listens in between. Without a user, whose password would be in it, and without a fragment. */
export function isSafeAddress(address: string): boolean {
  const url = URL.parse(address)
  if (url?.username !== '' || url.password !== '' || address.includes('#')) return false
  return url.protocol === 'https:' || (url.protocol === 'http:' && loopback.includes(url.hostname))
}
const loopback = ['localhost', '127.0.0.1', '[::1]']

type Fetched = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly fault: string }
async function fetchText(address: string): Promise<Fetched> {
  try {
    const answer = await fetch(address, { redirect: 'manual', headers: { accept: 'application/json' }, signal: AbortSignal.timeout(waitMsMax) })
    if (answer.status !== 200)
      return fault(`its discovery document answers ${answer.status}${answer.status < 400 ? ', and no redirect is followed' : ''}`)
    const decoder = new TextDecoder()
    let text = ''
    for await (const chunk of answer.body ?? []) {
      text += decoder.decode(chunk, { stream: true })
      if (text.length > bytesMax) return fault('its discovery document is too long')
    }
    return { ok: true, text }
  } catch (error) {
    // What fetch throws says why in its cause.
    const { cause = error } = error instanceof Error ? error : {}
    return fault(`its discovery document cannot be fetched: ${cause instanceof Error ? cause.message : String(cause)}`)
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const fault = (words: string) => ({ ok: false, fault: words }) as const
