import type { Role } from '../identity/authority-lists.rules.ts'

/** Headers that make a request one of a made-up person's. */
export type SessionHeaders = { readonly cookie: string; readonly origin: string }

/** Becomes a made-up member of staff of a running demonstration. @throws when the server is no demonstration, or has nobody with this role there. */
export async function becomeMadeUp(base: URL, { role, place }: { role: Role; place: string }): Promise<SessionHeaders> {
  const { origin } = base
  const found = await fetch(new URL(`/api/v1/demonstration/staff?place=${encodeURIComponent(place)}`, base))
  if (!found.ok) throw new Error(`${origin} is no demonstration: only there can a made-up officer be played`)
  const staff = (await found.json()) as { account: string; roles: { role: string; place: string }[] }[]
  const person = staff.find(({ roles }) => roles.some((each) => each.role === role && each.place === place))
  if (!person) throw new Error(`the demonstration has no ${role} at ${place}`)
  const headers = { 'content-type': 'application/json', origin }
  const became = await fetch(new URL('/api/v1/demonstration/become', base), {
    method: 'POST',
    headers,
    body: JSON.stringify({ account: person.account }),
  })
  const [cookie] = became.headers.getSetCookie().map((line) => line.split(';')[0] ?? '')
  if (!became.ok || !cookie) throw new Error(`${origin} answered ${became.status} to becoming ${role} at ${place}`)
  return { cookie, origin }
}
