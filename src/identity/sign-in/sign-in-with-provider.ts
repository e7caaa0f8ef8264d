import { accept, type Outcome, refuse } from '../../kernel/outcome.ts'
import { sessionCookieName } from '../session-cookie.ts'
import type { SignInContext } from './context.ts'
import { libraryPath } from './library.ts'
import type { OidcProvider } from './oidc-provider-config.ts'
import { nobody, recordStaffEventAlone } from './staff-events.ts'

/** Where a person lands: pages that need no cookie to open, since the way back comes from another site. */
export const landing = { signedIn: '/desk', failed: '/sign-in?failed' } as const

export type ProviderStart = { readonly url: string; readonly cookies: readonly string[] }

/** The provider's address to go to, and the cookie that binds this browser to the attempt. */
export async function startAtProvider(context: SignInContext, providers: readonly OidcProvider[], id: string): Promise<Outcome<ProviderStart>> {
  if (!providers.some((provider) => provider.id === id)) return refuse('request.not-found')
  const pages = { signedIn: `${context.origin}${landing.signedIn}`, failed: `${context.origin}${landing.failed}` }
  const answer = await context.library.startOidc(id, pages)
  // Its discovery document did not answer, or says less than it must.
  if (!answer.ok) return refuse('server.unavailable')
  const { url } = (await answer.json()) as { url?: string }
  return url === undefined ? refuse('server.unavailable') : accept({ url, cookies: answer.headers.getSetCookie() })
}

export type ProviderEnd = { readonly location: string; readonly cookies: readonly string[] }

/** The way back. Whatever went wrong, the person sees the same page, and the address holds nothing of it. */
export async function endAtProvider(
  context: SignInContext,
  { id, query, cookie }: { id: string; query: string; cookie: string | undefined },
): Promise<ProviderEnd> {
  const address = `${context.origin}${libraryPath}/callback/${encodeURIComponent(id)}?${query}`
  const answer = await context.library.handle(new Request(address, { headers: cookie === undefined ? {} : { cookie } }))
  const cookies = answer.headers.getSetCookie().filter((line) => !isSession(line))
  const session = answer.headers.getSetCookie().find((line) => isSession(line) && !/max-age=0/i.test(line))
  if (session !== undefined) return { location: landing.signedIn, cookies: [...cookies, session] }
  await recordStaffEventAlone(context.database, context.now(), { type: 'SignInFailed', account: nobody, place: context.state, body: { how: 'oidc' } })
  return { location: landing.failed, cookies }
}

const isSession = (line: string): boolean => line.startsWith(`${sessionCookieName}=`)
