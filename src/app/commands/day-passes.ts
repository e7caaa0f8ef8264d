import type { CivilDate } from '../../kernel/time.ts'
import { type Client, ProgressBar } from './day-client.ts'

const firstPerson = 100_000
const passesARequest = 100

export type Pass = { readonly number: string; readonly qrText: string }

/** Made-up people's passes; where there are too few the server issues them (as of a week ago, so that yesterday can be played). */
export async function ensurePasses(client: Client, people: number, date: CivilDate, again = false): Promise<Pass[]> {
  const passes: Pass[] = []
  for (let after = ''; passes.length < people; ) {
    const page = await client.get<Pass[]>(`/api/v1/made-up/passes?limit=1000&issuedBefore=${date}&after=${after}`)
    if (page.length === 0) break
    passes.push(...page)
    after = page.at(-1)?.number ?? ''
  }
  if (passes.length < people) await issueMissing(client, passes.length, people)
  if (passes.length >= people) return passes.slice(0, people)
  if (again) throw new Error(`made-up people get their passes as of a week ago, so not before ${date}: choose a later --date`)
  return ensurePasses(client, people, date, true)
}

/** Made-up people of an index range of the day's own, a bounded number a request. */
async function issueMissing(client: Client, have: number, people: number): Promise<void> {
  const bar = new ProgressBar('passes issued', people - have)
  // Some of a range may have a pass that is not good any more: they are passed over, and the next people asked.
  for (let [issued, next] = [have, firstPerson + have]; issued < people; ) {
    const count = Math.min(passesARequest, people - issued)
    const made = await client.post<{ issued: number }>('/api/v1/made-up/passes', { from: next, count })
    next += count
    issued += made.issued
    bar.step(made.issued)
  }
  bar.end()
}
