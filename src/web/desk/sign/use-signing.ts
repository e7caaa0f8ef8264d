import { type AuthenticationResponseJSON, type PublicKeyCredentialRequestOptionsJSON, startAuthentication } from '@simplewebauthn/browser'
import { useState } from 'react'
import type { SignatureAnswer, SigningListAnswer } from '../../../passes/signing.api.ts'
import { type Answer, ask, type Problem } from '../../api.ts'
import { isDemonstration } from '../../who.ts'
import { useCommand } from '../command.ts'
import { useWords } from '../frame/language.tsx'
import { isSignedAsShown } from './shown-hash.ts'

/** Passes that one gesture can sign; the server's own limit decides. */
export const listMax = 50

export type Stage =
  | { readonly type: 'choosing' | 'asking' }
  | { readonly type: 'shown' | 'confirming' | 'stopped' | 'differs' | 'signing'; readonly list: SigningListAnswer }
  | { readonly type: 'signed'; readonly answer: SignatureAnswer }

/** The way of a list: chosen, shown once more by the server, confirmed by one gesture over exactly that, signed. Nothing is signed before the last step. */
export function useSigning() {
  const { language } = useWords()
  const [stage, setStage] = useState<Stage>({ type: 'choosing' })
  const [problem, setProblem] = useState<Problem | undefined>(undefined)
  const command = useCommand<SignatureAnswer>()

  /** Asks for the list as it would be signed; the problem names whoever cannot stand on it. */
  async function show(applications: readonly string[]): Promise<Problem | undefined> {
    setStage({ type: 'asking' })
    setProblem(undefined)
    const answer = await ask<SigningListAnswer>('/api/v1/signing-lists', { language, body: { applications } })
    setStage(answer.ok ? { type: 'shown', list: answer.value } : { type: 'choosing' })
    setProblem(answer.ok ? undefined : answer.problem)
    return answer.ok ? undefined : answer.problem
  }

  async function sign(list: SigningListAnswer): Promise<void> {
    command.forget()
    setStage({ type: 'confirming', list })
    // The gesture is over a hash that nobody can read: it is asked for only when this page makes the same hash from what it shows.
    if (!(await isSignedAsShown(list).catch(() => false))) return setStage({ type: 'differs', list })
    const gesture = await confirm(list.options as PublicKeyCredentialRequestOptionsJSON, language)
    if (!gesture) return setStage({ type: 'stopped', list })
    setStage({ type: 'signing', list })
    const answer = await command.send('/api/v1/signatures', { list: list.list, assertion: gesture })
    setStage(answer ? { type: 'signed', answer } : { type: 'shown', list })
  }

  function back(): void {
    command.forget()
    setProblem(undefined)
    setStage({ type: 'choosing' })
  }
  return { stage, problem, signProblem: command.problem, show, sign, back }
}

/** The person's own passkey; for a made-up signer, the one that the demonstration holds. Undefined: not confirmed. */
async function confirm(options: PublicKeyCredentialRequestOptionsJSON, language: Parameters<typeof ask>[1]['language']) {
  if (isDemonstration) {
    const made: Answer<AuthenticationResponseJSON> = await ask('/api/v1/demonstration/assertion', {
      language,
      body: { challenge: options.challenge },
    })
    return made.ok ? made.value : undefined
  }
  return startAuthentication({ optionsJSON: options }).catch(() => undefined)
}
