// The API of sign-in, as these pages ask it.
import type { AuthenticationResponseJSON, PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/browser'
import type { Static } from 'typebox'
import type { AccountAnswer } from '../../identity/identity.api.ts'
import type { openAnswer, passkeysAnswer, sessionsAnswer } from '../../identity/sign-in/sign-in.api.ts'
import type { Language } from '../../kernel/language.ts'
import { ask, type Problem } from '../api.ts'
import { rolesInForce } from './who-am-i.ts'
import { ownPath, workplaceOf } from './workplace.ts'

export type OpenedLink = Static<typeof openAnswer> & { readonly options: PublicKeyCredentialCreationOptionsJSON }
export type Passkey = Static<typeof passkeysAnswer>[number]
export type Session = Static<typeof sessionsAnswer>[number]

/** Begins the session, then leads to the page that was asked for, else to the person's work. */
export async function finishSignIn(assertion: AuthenticationResponseJSON, language: Language): Promise<Problem | undefined> {
  const answer = await ask<unknown>('/api/v1/sign-in/passkey', { language, body: { assertion } })
  if (!answer.ok) return answer.problem
  const next = ownPath(new URLSearchParams(location.search).get('next'), location.origin)
  location.assign(next ?? (await ownWorkplace(language)))
  return undefined
}

/** The ministry's page, which sends the person back to us. */
export async function beginAtProvider(id: string, language: Language): Promise<Problem | undefined> {
  const answer = await ask<{ url: string }>(`/api/v1/sign-in/provider/${encodeURIComponent(id)}`, { language, body: {} })
  if (!answer.ok) return answer.problem
  location.assign(answer.value.url)
  return undefined
}

export async function ownWorkplace(language: Language): Promise<string> {
  const account = await ask<AccountAnswer>('/api/v1/account', { language })
  return account.ok ? workplaceOf(rolesInForce(account.value)) : '/account'
}
