import type { LeakPreviewAnswer, SigningKeyAnswer } from '../../../passes/leaked-keys/signing-key.api.ts'
import { useAnswer } from '../queries.ts'

export const signingKeysPath = '/api/v1/signing-keys'
/** Asked often while a filter is on its way, so that its progress is seen. */
export const useSigningKeys = (isRunning: boolean) => useAnswer<SigningKeyAnswer[]>(signingKeysPath, { refetchInterval: isRunning ? 2_000 : 15_000 })
export const usePreview = (kid: string, since: string | undefined) =>
  useAnswer<LeakPreviewAnswer>(`${signingKeysPath}/${kid}/passes?since=${since}`, { enabled: kid !== '' && since !== undefined, keep: true })

/** How far a declaration is. */
export type LeakState = 'proposed' | 'withdrawn' | 'confirmed' | 'published'
export const leakStateOf = ({ leak, filter }: SigningKeyAnswer): LeakState | undefined =>
  leak === null ? undefined : leak.confirmed === null ? 'proposed' : filter === null ? 'confirmed' : 'published'
