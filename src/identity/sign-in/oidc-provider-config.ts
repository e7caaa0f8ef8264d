import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { getOAuthState } from 'better-auth/api'
import type { GenericOAuthConfig } from 'better-auth/plugins'
import Type from 'typebox'
import { Compile } from 'typebox/compile'
import { ConfigFault } from '../../platform/config.ts'
import { isSafeAddress, type ProviderMetadata } from './oidc-metadata.ts'

/** A ministry's OpenID Connect provider. */
export type OidcProvider = {
  /** In the address people come back to, so it stays for ever: /api/auth/callback/ID. */
  readonly id: string
  readonly name: string
  readonly discoveryUrl: string
  /** Who must have signed: what the provider's own document says of itself is not enough. */
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
}

const text = Type.String({ minLength: 1, maxLength: 500 })
const file = Compile(
  Type.Array(
    Type.Object(
      {
        id: Type.String({ pattern: '^[a-z][a-z0-9-]{1,30}$' }),
        name: text,
        discoveryUrl: text,
        issuer: text,
        clientId: text,
        clientSecretFile: text,
      },
      { additionalProperties: false },
    ),
    { maxItems: 20 },
  ),
)

/** Reads the file of SPEAN_OIDC; secrets lie in files of their own, named from its folder. @throws ConfigFault with one clear line. */
export function readOidcProviders(path: string): OidcProvider[] {
  if (path === '') return []
  const what = `SPEAN_OIDC=${path}`
  const read = readOrFault(what, () => JSON.parse(readFileSync(path, 'utf8')) as unknown)
  if (!file.Check(read)) throw new ConfigFault(`${what} has not the agreed form: [{ id, name, discoveryUrl, issuer, clientId, clientSecretFile }].`)
  if (new Set(read.map(({ id }) => id)).size < read.length) throw new ConfigFault(`${what} names one id twice.`)
  for (const { id, discoveryUrl, issuer } of read)
    for (const [name, address] of Object.entries({ discoveryUrl, issuer }))
      if (!isSafeAddress(address))
        throw new ConfigFault(`${what}: ${name} of ${id} must be an https address (http only on this machine), without user or fragment.`)
  return read.map(({ clientSecretFile, ...provider }) => {
    const clientSecret = readOrFault(what, () => readFileSync(resolve(dirname(path), clientSecretFile), 'utf8').trim())
    if (clientSecret === '') throw new ConfigFault(`${what}: the secret's file of ${provider.id} is empty.`)
    return { ...provider, clientSecret }
  })
}

function readOrFault<T>(what: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw new ConfigFault(`${what} cannot be read: ${error instanceof Error ? error.message.replaceAll('\n', ' ') : String(error)}`)
  }
}

/** What binds a person at a provider to an account: who says it, and the subject it says. Never an e-mail address. */
export const subjectOf = ({ issuer, sub }: { issuer: string; sub: string }): string => `${issuer}#${sub}`

/** For better-auth: PKCE (S256), nonce, signature, issuer and audience of the token are its work; which issuer, and which provider was asked, are ours. */
export function providerConfig(
  { id, name, discoveryUrl, issuer, clientId, clientSecret }: OidcProvider,
  { authorization, token }: ProviderMetadata,
): GenericOAuthConfig {
  return {
    providerId: id,
    name,
    // The library reads the document once more, for its keys; where it sends people and secrets is what was checked.
    discoveryUrl,
    authorizationUrl: authorization,
    tokenUrl: token,
    // With headers of ours it follows no redirect to another origin.
    discoveryHeaders: { accept: 'application/json' },
    clientId,
    clientSecret,
    scopes: ['openid'],
    pkce: true,
    requireIdTokenVerification: true,
    tokenEndpointAuth: { method: 'client_secret_basic' },
    disableSignUp: true,
    disableImplicitSignUp: true,
    overrideUserInfo: false,
    accountSubject: ({ profile }) => subjectOf({ issuer, sub: String(profile['sub']) }),
    // Called with a token whose signature and nonce are checked.
    getUserInfo: async ({ idToken }) => {
      const claims = claimsOf(idToken)
      if (claims?.iss !== issuer) return null
      // Mixed-up provider: the person was sent to another one than the one that answers.
      if ((await getOAuthState())?.['provider'] !== id) return null
      // The library asks for an address; this one is nobody's and matches no account.
      const email = `${createHash('sha256')
        .update(subjectOf({ issuer, sub: claims.sub }))
        .digest('hex')}@provider.invalid`
      return { id: claims.sub, sub: claims.sub, email, emailVerified: false, name: id }
    },
  }
}

/** Of a token that was verified before. */
function claimsOf(idToken: string | undefined): { readonly iss: string; readonly sub: string } | undefined {
  const payload = idToken?.split('.')[1]
  if (payload === undefined) return undefined
  const { iss, sub } = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as Record<string, unknown>
  return typeof iss === 'string' && typeof sub === 'string' && sub !== '' ? { iss, sub } : undefined
}
