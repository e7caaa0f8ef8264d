import Type, { type Static } from 'typebox'
import { commandId, holderBoundId, text } from '../platform/schemas.ts'
import { manifestRowAnswer, saltAnswer } from './evidence-form.ts'
import { flagAnswer } from './passes.api.ts'

/** More than a list may hold: the rule says how many, the schema only that there is an end. */
const asked = Type.Array(holderBoundId, { minItems: 1, maxItems: 1000, uniqueItems: true })
export const signingListRequest = Type.Object(
  { applications: asked },
  { additionalProperties: false, description: 'Up to 50 approved applications of one office' },
)

const base64url = (maxLength: number) => Type.String({ pattern: '^[A-Za-z0-9_-]+$', maxLength })
const credentialRef = Type.Object({ id: Type.String(), type: Type.Literal('public-key'), transports: Type.Optional(Type.Array(Type.String())) })
export const signingListAnswer = Type.Object({
  list: Type.String(),
  at: Type.String(),
  signer: Type.String(),
  office: Type.String(),
  mandate: Type.Object({ id: Type.String(), instrument: Type.String(), holder: Type.String() }),
  applications: Type.Array(manifestRowAnswer),
  salts: Type.Array(saltAnswer, { description: 'of the rows, in their order: with them the page makes the hash of the list from what it shows' }),
  flags: Type.Array(Type.Array(flagAnswer), {
    description: 'of the rows, in their order: what to look at twice before signing; no part of what is signed',
  }),
  sha256: Type.String(),
  expiresAt: Type.String(),
  options: Type.Object(
    {
      challenge: Type.String({ description: 'the 32 bytes of the SHA-256 of the list, base64url' }),
      rpId: Type.Optional(Type.String()),
      timeout: Type.Optional(Type.Integer()),
      userVerification: Type.Optional(Type.String()),
      allowCredentials: Type.Optional(Type.Array(credentialRef)),
    },
    { description: 'WebAuthn request options, as JSON' },
  ),
})
export type SigningListAnswer = Static<typeof signingListAnswer>

/** WebAuthn's AuthenticationResponseJSON, as @simplewebauthn/browser gives it. */
const assertion = Type.Object(
  {
    id: base64url(1400),
    rawId: base64url(1400),
    type: Type.Literal('public-key'),
    response: Type.Object(
      {
        authenticatorData: base64url(2000),
        clientDataJSON: base64url(4000),
        signature: base64url(2000),
        userHandle: Type.Optional(text(200)),
      },
      { additionalProperties: false },
    ),
    authenticatorAttachment: Type.Optional(text(40)),
    clientExtensionResults: Type.Object({}),
  },
  { additionalProperties: false },
)
export const signatureRequest = Type.Object(
  { requestId: commandId, list: holderBoundId, assertion },
  { additionalProperties: false, description: 'assertion: the passkey’s answer to the list’s challenge' },
)
export const signatureAnswer = Type.Object({
  list: Type.String(),
  office: Type.String(),
  signedAt: Type.String(),
  passes: Type.Array(Type.Object({ application: Type.String(), number: Type.String() })),
})
export type SignatureAnswer = Static<typeof signatureAnswer>
