import { actorOf } from '../identity/authorise.ts'
import { type HttpServer, sendOutcome } from '../platform/http.ts'
import { refusals } from '../platform/schemas.ts'
import * as api from './person-search.api.ts'
import { type Searching, searchPeople } from './person-search.ts'

/** Looking for somebody without a case in hand. A POST, so that no address names a person. */
export function personSearchRoutes(server: HttpServer, searching: Searching): void {
  server.post(
    '/api/v1/people/search',
    {
      config: { needs: 'person.search' },
      schema: {
        tags: ['People'],
        summary: "People of the caller's own places by family name and birth date; each search is counted and recorded",
        body: api.searchRequest,
        response: { 200: api.searchAnswer, ...refusals },
      },
    },
    async (request, reply) => {
      if (!request.signedIn) throw new Error('the route asks for a session')
      return sendOutcome(request, reply, await searchPeople(searching, { actor: actorOf(request), home: request.signedIn.home }, request.body))
    },
  )
}
