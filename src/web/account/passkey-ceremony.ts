import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/browser'
import { browserSupportsWebAuthn, startAuthentication, startRegistration, WebAuthnError } from '@simplewebauthn/browser'

/** `stopped`: the person or the device said no, or has nothing fitting; browsers do not tell which. `known`: this device holds one already. */
export type Ceremony<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly why: 'stopped' | 'known' }

export const knowsPasskeys = browserSupportsWebAuthn

export const askPasskey = (optionsJSON: PublicKeyCredentialRequestOptionsJSON): Promise<Ceremony<AuthenticationResponseJSON>> =>
  held(() => startAuthentication({ optionsJSON }))

export const makePasskey = (optionsJSON: PublicKeyCredentialCreationOptionsJSON): Promise<Ceremony<RegistrationResponseJSON>> =>
  held(() => startRegistration({ optionsJSON }))

async function held<T>(ceremony: () => Promise<T>): Promise<Ceremony<T>> {
  try {
    return { ok: true, value: await ceremony() }
  } catch (error) {
    return { ok: false, why: error instanceof WebAuthnError && error.code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED' ? 'known' : 'stopped' }
  }
}
