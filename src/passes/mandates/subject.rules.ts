/** Which hands count when all that somebody handled is asked for: those that decide what a pass says. Whoever took the fee or printed the page changes nothing in it. */
export const deeds = ['any', 'took', 'approved', 'signed'] as const
export type Deed = (typeof deeds)[number]

/** What a list or a revocation of passes is about: signed under an instrument, or handled by one member of staff. Its times are those of the signature, or of the deed. */
export type Subject = { readonly instrument: string } | { readonly account: string; readonly deed: Deed }

/** Nobody helps to revoke, or to hide, what they did themselves. */
export const isOwnDoing = (of: Subject, account: string): boolean => 'account' in of && of.account === account

/** The subject that a request names: an instrument, or an account; both or neither is none. Without a deed, any. */
export function subjectOf({
  instrument,
  account,
  deed,
}: {
  readonly instrument?: string
  readonly account?: string
  readonly deed?: Deed
}): Subject | undefined {
  if (instrument !== undefined) return account === undefined && deed === undefined ? { instrument } : undefined
  return account === undefined ? undefined : { account, deed: deed ?? 'any' }
}
