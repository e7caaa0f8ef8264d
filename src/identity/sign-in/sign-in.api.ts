import Type from 'typebox'
import { isoInstant, nullable, refusals, text } from '../../platform/schemas.ts'

/** Shapes of /api/v1/sign-in, /invitations, /passkeys, /sessions. What an authenticator answers is checked whole by its own library. */
const base64url = (maxLength: number) => Type.String({ pattern: '^[A-Za-z0-9_-]*$', maxLength })
const credential = {
  id: base64url(1400),
  rawId: base64url(1400),
  type: Type.Literal('public-key'),
  authenticatorAttachment: Type.Optional(nullable(text(40))),
}
const extensions = Type.Optional(Type.Object({}))

/** AuthenticationResponseJSON of WebAuthn Level 3. */
export const assertion = Type.Object({
  ...credential,
  clientExtensionResults: extensions,
  response: Type.Object({
    clientDataJSON: base64url(4_000),
    authenticatorData: base64url(4_000),
    signature: base64url(4_000),
    userHandle: Type.Optional(nullable(base64url(200))),
  }),
})

/** RegistrationResponseJSON of WebAuthn Level 3. */
export const attestation = Type.Object({
  ...credential,
  clientExtensionResults: extensions,
  response: Type.Object({
    clientDataJSON: base64url(4_000),
    attestationObject: base64url(20_000),
    transports: Type.Optional(Type.Array(text(20), { maxItems: 10 })),
  }),
})

/** PublicKeyCredential…OptionsJSON: handed to the browser as it is. */
export const browserOptions = Type.Unknown({
  description: 'for navigator.credentials, in JSON as parseCreationOptionsFromJSON and parseRequestOptionsFromJSON read it',
})

const token = Type.String({ pattern: '^[A-Za-z0-9_-]{43}$', description: 'what stands behind the # of a one-time link' })
const passkeyName = text(60, 1)
const code = Type.String({ pattern: '^\\d{6}$' })

export const passkeyBody = Type.Object({ assertion })
export const providerParams = Type.Object({ provider: Type.String({ pattern: '^[a-z][a-z0-9-]{1,30}$' }) })
export const openBody = Type.Object({ token })
export const openAnswer = Type.Object({ name: Type.String(), purpose: Type.String(), needsCode: Type.Boolean(), options: browserOptions })
export const enrolBody = Type.Object({ token, attestation, passkeyName, code: Type.Optional(code) })
export const addPasskeyBody = Type.Object({ attestation, name: passkeyName })
export const revokePasskeyBody = Type.Object({ passkey: base64url(1400) })
export const codeBody = Type.Object({ code })
export const endSessionBody = Type.Object({ session: Type.Union([Type.Literal('all'), text(60, 1)]) })

export const done = Type.Object({ done: Type.Literal(true) })
export const urlAnswer = Type.Object({ url: Type.String() })
export const providersAnswer = Type.Array(Type.Object({ id: Type.String(), name: Type.String() }))
export const passkeysAnswer = Type.Array(
  Type.Object({ id: Type.String(), name: Type.String(), createdAt: isoInstant, lastUsedAt: nullable(isoInstant), backedUp: Type.Boolean() }),
)
export const sessionsAnswer = Type.Array(
  Type.Object({
    id: Type.String(),
    how: Type.String(),
    browser: nullable(Type.String()),
    createdAt: isoInstant,
    lastSeenAt: isoInstant,
    current: Type.Boolean(),
  }),
)
export { refusals }
