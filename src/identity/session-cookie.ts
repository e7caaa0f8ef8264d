import { createHmac, timingSafeEqual } from 'node:crypto'

/** `__Host-`: this very origin's, over a secure channel, for every path. Chromium takes it on http://localhost too. */
export const sessionCookieName = '__Host-spean-session'
export const sessionCookieAttributes = { secure: true, httpOnly: true, sameSite: 'strict', path: '/' } as const

const tokenBytesMax = 200

/** The token of a request's cookie if its signature is ours; undefined otherwise. */
export function readSessionToken(cookies: string | undefined, secret: string): string | undefined {
  const value = sessionCookieValue(cookies)
  return value === undefined ? undefined : signedToken(value, secret)
}

/** The token in a cookie's value if its signature is ours. better-auth signs so: HMAC-SHA256 over the token, base64 after a dot, percent-encoded. */
export function signedToken(value: string, secret: string): string | undefined {
  const dot = value.lastIndexOf('.')
  if (dot < 1) return undefined
  const token = value.slice(0, dot)
  const given = Buffer.from(value.slice(dot + 1))
  const expected = Buffer.from(signatureOf(token, secret))
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : undefined
}

/** The Set-Cookie line of a new session. */
export const sessionCookie = ({ token, secret, maxAgeSeconds }: { token: string; secret: string; maxAgeSeconds: number }): string =>
  `${sessionCookieName}=${encodeURIComponent(`${token}.${signatureOf(token, secret)}`)}; Max-Age=${maxAgeSeconds}; Path=/; HttpOnly; Secure; SameSite=Strict`

/** The Set-Cookie line that takes the cookie away. */
export const noSessionCookie = `${sessionCookieName}=; Max-Age=0; Path=/; HttpOnly; Secure; SameSite=Strict`

/** Binds a browser to an attempt at a provider. It is no session. */
export const attemptCookieName = '__Host-spean-state'

/** The Set-Cookie lines of a new session. An attempt at a provider that this browser left open ends with it: it would come back without knowing of this session. */
export const cookiesOfSignIn = (cookies: string | undefined, session: string): string[] =>
  (cookies ?? '').includes(`${attemptCookieName}=`)
    ? [session, `${attemptCookieName}=; Max-Age=0; Path=/; HttpOnly; Secure; SameSite=Lax`]
    : [session]

const signatureOf = (token: string, secret: string): string => createHmac('sha256', secret).update(token).digest('base64')

/** What the request's one session cookie says, its signature not looked at. Two cookies of one name are none: a browser sends one. */
export function sessionCookieValue(cookies: string | undefined): string | undefined {
  const [only, second] = (cookies ?? '').split(';').filter((part) => part.trimStart().startsWith(begins))
  if (only === undefined || second !== undefined) return undefined
  try {
    const value = decodeURIComponent(only.trim().slice(begins.length))
    return value.length > 2 * tokenBytesMax ? undefined : value
  } catch {
    return undefined
  }
}
const begins = `${sessionCookieName}=`
