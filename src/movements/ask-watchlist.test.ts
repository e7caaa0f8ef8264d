// Goal: the list is asked of the document by who issued it, and of the day on which the record hears. Method: the real index with one entry and one allow note; documents of one number by two issuers, typed, and a passport.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CivilDate, Instant } from '../kernel/time.ts'
import { documentKey } from '../watchlist/watch-document.rules.ts'
import { WatchIndex } from '../watchlist/watch-match.rules.ts'
import { askWatchlist, type Watching } from './ask-watchlist.ts'
import type { MovementRequest } from './record.rules.ts'
import { askedFor } from './test-facts.ts'

const number = 'KH01100000421'
const [from, lastDay] = ['2026-01-01' as CivilDate, '2027-12-31' as CivilDate]
const day = '2026-11-20' as CivilDate
const at = '2026-11-20T02:00:00.000Z' as Instant
const listOf = (index: WatchIndex): Watching => ({ size: index.size, match: (subject) => index.match(subject, { day, chanceMax: 1e-6 }) })
const hits = (index: WatchIndex, document: Partial<MovementRequest['document']>) =>
  askWatchlist(listOf(index), { ...askedFor, occurredAt: at, document: { ...askedFor.document, number, ...document } } as MovementRequest, null, at)
    .length

test('an entry about a pass of ours is about no pass of a partner with that number, nor about a passport', () => {
  const index = new WatchIndex()
  index.put({ id: 'entry', kind: 'document', from, lastDay, allowed: new Map(), document: { issuer: 'KHM', number } })
  const typed = { issuer: null, check: { outcome: 'green', code: 'TYPED' } } as const
  const asked = [{ issuer: 'KH' }, typed, { issuer: 'TH' }, { issuer: 'THA', kind: 'passport' }, { issuer: 'KHM', kind: 'passport' }] as const
  assert.deepEqual(
    asked.map((document) => hits(index, document)),
    [1, 1, 0, 0, 1],
  )
})

test('a note that lets a pass of ours by lets no other with its number by', () => {
  const index = new WatchIndex()
  const allowed = new Map([[documentKey({ issuer: 'KHM', number }), lastDay]])
  const person = { names: ['SOK DARA'], birthDate: '1990-05-17' as CivilDate, birthYear: null, sex: 1, nationality: 'KHM' }
  index.put({ id: 'entry', kind: 'person', from, lastDay, allowed, person })
  const bearer = { bearer: { local: null, given: 'DARA', family: 'SOK', sex: 1 }, birthDate: '1990-05-17' as CivilDate, nationality: 'KHM' } as const
  assert.deepEqual([hits(index, { issuer: 'KH', ...bearer }), hits(index, { issuer: 'TH', ...bearer })], [0, 1])
})
