import { accept, type Outcome, refuse } from '../../kernel/outcome.ts'
import { sessionCookieName } from '../session-cookie.ts'
import type { SignInContext } from './context.ts'
import { sessionOf } from './earlier-sessions.ts'
import { libraryPath } from './library.ts'
import type { OidcProvider } from './oidc-provider-config.ts'
import { nobody, recordStaffEventAlone } from './staff-events.ts'

/** Where a person lands: pages that need no cookie to open, since the way back comes from another site. */
export const landing = { signedIn: '/desk', failed: '/sign-in?failed' } as const

export type ProviderStart = { readonly url: string; readonly cookies: readonly string[] }

/** Where a provider that cannot be used is told of: to the operator, not to the person. */
export type Report = (fault: string) => void

/** The provider's address to go to, and the cookie that binds this browser to the attempt. */
export async function startAtProvider(
  context: SignInContext,
  provider: OidcProvider | undefined,
  { cookie, report }: { cookie: string | undefined; report: Report },
): Promise<Outcome<ProviderStart>> {
  if (!provider) return refuse('request.not-found')
  const opened = await context.library.atProvider(provider)
  if (!opened.ok) {
    report(opened.fault)
    return refuse('server.unavailable')
  }
  const earlier = await sessionOf(context, cookie)
  const pages = { signedIn: `${context.origin}${landing.signedIn}`, failed: `${context.origin}${landing.failed}` }
  const answer = await opened.library.start({ ...pages, earlier })
  if (!answer.ok) return refuse('server.unavailable')
  const { url } = (await answer.json()) as { url?: string }
  return url === undefined ? refuse('server.unavailable') : accept({ url, cookies: answer.headers.getSetCookie() })
}

export type ProviderEnd = { readonly location: string; readonly cookies: readonly string[] }

/** The way back. Whatever went wrong, the person sees the same page, and the address holds nothing of it. */
export async function endAtProvider(
  context: SignInContext,
  provider: OidcProvider | undefined,
  { query, cookie, report }: { query: string; cookie: string | undefined; report: Report },
): Promise<ProviderEnd> {
  const opened = provider && (await context.library.atProvider(provider))
  if (opened?.ok === false) report(opened.fault)
  const address = `${context.origin}${libraryPath}/callback/${provider?.id}?${query}`
  const answer = opened?.ok ? await opened.library.handle(new Request(address, { headers: cookie === undefined ? {} : { cookie } })) : undefined
  const lines = answer?.headers.getSetCookie() ?? []
  const cookies = lines.filter((line) => !isSession(line))
  const session = lines.find((line) => isSession(line) && !/max-age=0/i.test(line))
  if (session !== undefined) return { location: landing.signedIn, cookies: [...cookies, session] }
  await recordStaffEventAlone(context.database, context.now(), { type: 'SignInFailed', account: nobody, place: context.state, body: { how: 'oidc' } })
  return { location: landing.failed, cookies }
}

const isSession = (line: string): boolean => line.startsWith(`${sessionCookieName}=`)
