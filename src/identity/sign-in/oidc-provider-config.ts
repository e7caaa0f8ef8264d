import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { getOAuthState } from 'better-auth/api'
import type { GenericOAuthConfig } from 'better-auth/plugins'
import Type from 'typebox'
import { Compile } from 'typebox/compile'

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

/** Reads the file of SPEAN_OIDC; secrets lie in files of their own, named from its folder. @throws with the fault. */
export function readOidcProviders(path: string): OidcProvider[] {
  if (path === '') return []
  const read: unknown = JSON.parse(readFileSync(path, 'utf8'))
  if (!file.Check(read))
    throw new Error('The file of sign-in providers has not the agreed form: [{ id, name, discoveryUrl, issuer, clientId, clientSecretFile }]')
  if (new Set(read.map(({ id }) => id)).size < read.length) throw new Error('The file of sign-in providers names one id twice')
  return read.map(({ clientSecretFile, ...provider }) => ({
    ...provider,
    clientSecret: readFileSync(resolve(dirname(path), clientSecretFile), 'utf8').trim(),
  }))
}

/** What binds a person at a provider to an account: who says it, and the subject it says. Never an e-mail address. */
export const subjectOf = ({ issuer, sub }: { issuer: string; sub: string }): string => `${issuer}#${sub}`

/** For better-auth: PKCE (S256), nonce, signature, issuer and audience of the token are its work; which issuer, and which provider was asked, are ours. */
export function providerConfig({ id, name, discoveryUrl, issuer, clientId, clientSecret }: OidcProvider): GenericOAuthConfig {
  return {
    providerId: id,
    name,
    discoveryUrl,
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
