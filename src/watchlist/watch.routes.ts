import { actorOf } from '../identity/authorise.ts'
import type { CommandId } from '../kernel/code.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import { type CivilDate, parseCivilDate } from '../kernel/time.ts'
import { type HttpServer, sendOutcome } from '../platform/http.ts'
import { refusals } from '../platform/schemas.ts'
import { endNote, giveNote } from './allow-notes.ts'
import { endEntry, enterEntry, extendEntry } from './enter-entry.ts'
import { importWatchlist } from './import-watchlist.ts'
import { entryNow, listEntries, readEntry, readHistory } from './read-watchlist.ts'
import { searchWatchlist } from './search-watchlist.ts'
import * as api from './watch.api.ts'
import type { WatchEntry } from './watch.queries.ts'
import type { EntryDraft } from './watch-entry.rules.ts'
import { todayOf, type Watching } from './watching.ts'

const tags = ['Watchlist']
/** A list as long as it may be, as base64 in JSON. */
const importBytesMax = 42_000_000
const wrongDay = () => refuse('time.invalid')

/** People, documents and plates that a crossing point refers to somebody. What is hit stands in a verdict; this is the list itself. */
export function watchRoutes(server: HttpServer, watching: Watching): void {
  readRoutes(server, watching)
  entryRoutes(server, watching)
  noteRoutes(server, watching)
  server.post(
    '/api/v1/watchlist/imports',
    {
      config: { needs: 'watch.import' },
      bodyLimit: importBytesMax,
      schema: {
        tags,
        summary: 'A file of entries, whole: a dry run says what would come in; without it every row that can be read comes in',
        body: api.importRequest,
        response: { 200: api.importAnswer, ...refusals },
      },
    },
    async (request, reply) => {
      const { requestId, ...more } = request.body
      return sendOutcome(request, reply, await importWatchlist(watching, { ...more, requestId: requestId as CommandId, actor: actorOf(request) }))
    },
  )
}

function readRoutes(server: HttpServer, watching: Watching): void {
  const config = { needs: 'watch.read' } as const
  server.get(
    '/api/v1/watchlist/entries',
    {
      config,
      schema: {
        tags,
        summary: 'Entries of a desk, newest first; or those that were cleared at a point. Each reading is on record',
        querystring: api.listQuery,
        response: { 200: api.listAnswer, ...refusals },
      },
    },
    async (request, reply) => sendOutcome(request, reply, await listEntries(watching, actorOf(request), request.query)),
  )
  server.get(
    '/api/v1/watchlist/entries/:id',
    {
      config,
      schema: {
        tags,
        summary: 'One entry; why, where it is for the reader',
        params: api.entryParams,
        response: { 200: api.entryAnswer, ...refusals },
      },
    },
    async (request, reply) => sendOutcome(request, reply, await readEntry(watching, actorOf(request), request.params.id)),
  )
  server.get(
    '/api/v1/watchlist/entries/:id/history',
    {
      config,
      schema: {
        tags,
        summary: 'What happened to an entry, newest first; remarks where why is for the reader',
        params: api.entryParams,
        response: { 200: api.historyAnswer, ...refusals },
      },
    },
    async (request, reply) => sendOutcome(request, reply, await readHistory(watching, actorOf(request), request.params.id)),
  )
  server.post(
    '/api/v1/watchlist/search',
    {
      config,
      schema: {
        tags,
        summary: 'Entries of the own desks with a name like this, a document’s number or a plate; each search is counted and recorded',
        body: api.searchRequest,
        response: { 200: api.searchAnswer, ...refusals },
      },
    },
    async (request, reply) => {
      if (!request.signedIn) throw new Error('the route asks for a session')
      const birthDate = dayOf(request.body.birthDate)
      if (birthDate === 'wrong') return sendOutcome(request, reply, wrongDay())
      const searcher = { actor: actorOf(request), home: request.signedIn.home }
      return sendOutcome(
        request,
        reply,
        await searchWatchlist(watching, searcher, { ...request.body, birthDate, ended: request.body.ended ?? false }),
      )
    },
  )
}

function entryRoutes(server: HttpServer, watching: Watching): void {
  const config = { needs: 'watch.enter' } as const
  const answer = { 200: api.entryAnswer, ...refusals }
  const shown = async (request: Parameters<typeof actorOf>[0], entered: Outcome<WatchEntry>) =>
    entered.ok ? entryNow(watching, actorOf(request), entered.value.id) : entered
  server.post(
    '/api/v1/watchlist/entries',
    {
      config,
      schema: { tags, summary: 'Enter a person, a document or a plate', body: api.enterRequest, response: { 201: api.entryAnswer, ...refusals } },
    },
    async (request, reply) => {
      const { requestId, place, remark = '' } = request.body
      const draft = draftOf(watching, request.body)
      if (!draft.ok) return sendOutcome(request, reply, draft)
      const entered = await enterEntry(watching, { requestId: requestId as CommandId, actor: actorOf(request), place, draft: draft.value, remark })
      return sendOutcome(request, reply, await shown(request, entered), 201)
    },
  )
  server.post(
    '/api/v1/watchlist/entries/:id/end',
    { config, schema: { tags, summary: 'Take it off the list', params: api.entryParams, body: api.endRequest, response: answer } },
    async (request, reply) => {
      const { requestId, remark = '' } = request.body
      const command = { requestId: requestId as CommandId, actor: actorOf(request), entry: request.params.id, remark }
      return sendOutcome(request, reply, await shown(request, await endEntry(watching, command)))
    },
  )
  server.post(
    '/api/v1/watchlist/entries/:id/extension',
    { config, schema: { tags, summary: 'Set another last day', params: api.entryParams, body: api.extendRequest, response: answer } },
    async (request, reply) => {
      const { requestId, remark = '' } = request.body
      const lastDay = dayOf(request.body.lastDay)
      if (lastDay === 'wrong' || lastDay === null) return sendOutcome(request, reply, wrongDay())
      const command = { requestId: requestId as CommandId, actor: actorOf(request), entry: request.params.id, lastDay, remark }
      return sendOutcome(request, reply, await shown(request, await extendEntry(watching, command)))
    },
  )
}

function noteRoutes(server: HttpServer, watching: Watching): void {
  const config = { needs: 'watch.clear' } as const
  server.post(
    '/api/v1/watchlist/entries/:id/notes',
    {
      config,
      schema: {
        tags,
        summary: 'A false hit: this entry does not stop this document again',
        params: api.entryParams,
        body: api.noteRequest,
        response: { 201: api.noteAnswer, ...refusals },
      },
    },
    async (request, reply) => {
      const { requestId, remark = '', ...more } = request.body
      const lastDay = dayOf(more.lastDay)
      if (lastDay === 'wrong' || lastDay === null) return sendOutcome(request, reply, wrongDay())
      const command = { ...more, lastDay, remark, requestId: requestId as CommandId, actor: actorOf(request), entry: request.params.id }
      return sendOutcome(request, reply, await giveNote(watching, command), 201)
    },
  )
  server.post(
    '/api/v1/watchlist/notes/:id/end',
    {
      config,
      schema: {
        tags,
        summary: 'The entry stops this document again',
        params: api.entryParams,
        body: api.endRequest,
        response: { 200: api.noteAnswer, ...refusals },
      },
    },
    async (request, reply) => {
      const { requestId, remark = '' } = request.body
      const command = { requestId: requestId as CommandId, actor: actorOf(request), note: request.params.id, remark }
      return sendOutcome(request, reply, await endNote(watching, command))
    },
  )
}

/** A real day, none, or a text that is no day. */
function dayOf(text: string | null | undefined): CivilDate | null | 'wrong' {
  return text === null || text === undefined ? null : (parseCivilDate(text) ?? 'wrong')
}

function draftOf(watching: Watching, body: api.EnterRequest): Outcome<EntryDraft> {
  const { kind, reason, source, seenBy, person = null, document = null, plate = null } = body
  const [from, lastDay, born] = [dayOf(body.from), dayOf(body.lastDay), dayOf(person?.birthDate)]
  if (born === 'wrong') return refuse('watch.birth')
  if (from === 'wrong' || lastDay === 'wrong' || lastDay === null) return refuse('time.invalid')
  const known = person && { ...person, birthDate: born, nationality: person.nationality?.toUpperCase() || null }
  return accept({ kind, reason, source, seenBy, person: known, document, plate, from: from ?? todayOf(watching), lastDay })
}
