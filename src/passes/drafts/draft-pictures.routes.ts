import type { FastifyRequest } from 'fastify'
import Type from 'typebox'
import { actorOf } from '../../identity/authorise.ts'
import { type HttpServer, sendOutcome, sendRefusal } from '../../platform/http.ts'
import { refusals } from '../../platform/schemas.ts'
import { sendFile } from '../../platform/send-file.ts'
import { type PictureParams, pictureName, pictureNameOf, pictureRequest } from '../paper-picture.api.ts'
import type { PassServices } from '../pass-services.ts'
import { draftId, draftParams } from './draft.api.ts'
import { dropDraftPicture, keepDraftPicture, readDraftPicture, readDraftPictures } from './draft-pictures.ts'

const params = Type.Object({ id: draftId, ...pictureName.properties })
const path = '/api/v1/drafts/:id/papers/:paper/:page'

/** Pictures of the papers of a draft: photographed at the counter, kept at the office before the case is sent. */
export function draftPictureRoutes(server: HttpServer, services: PassServices): void {
  const config = { needs: 'application.take' } as const
  const tags = ['Drafts']
  const aboutOf = (request: Pick<FastifyRequest, 'signedIn' | 'askedAt'> & { params: PictureParams }) => ({
    actor: actorOf(request),
    draft: request.params.id,
    name: pictureNameOf(request.params),
  })
  server.get(
    '/api/v1/drafts/:id/papers',
    {
      config,
      schema: { tags, summary: 'Which pictures of papers a draft has', params: draftParams, response: { 200: Type.Array(pictureName), ...refusals } },
    },
    async (request, reply) => sendOutcome(request, reply, await readDraftPictures(services, actorOf(request), request.params.id)),
  )
  server.put(
    path,
    { config, schema: { tags, summary: 'Keep the picture of a paper', params, body: pictureRequest, response: { 200: pictureName, ...refusals } } },
    async (request, reply) =>
      sendOutcome(request, reply, await keepDraftPicture(services, aboutOf(request), Buffer.from(request.body.picture, 'base64'))),
  )
  server.delete(
    path,
    { config, schema: { tags, summary: 'Take the picture of a paper away', params, response: { 200: pictureName, ...refusals } } },
    async (request, reply) => sendOutcome(request, reply, await dropDraftPicture(services, aboutOf(request))),
  )
  server.get(
    path,
    {
      config,
      schema: {
        tags,
        summary: 'The picture of a paper',
        params,
        response: { 200: Type.String({ format: 'binary', contentMediaType: 'image/jpeg' }), ...refusals },
      },
    },
    async (request, reply) => {
      const read = await readDraftPicture(services, aboutOf(request))
      if (!read.ok) return sendRefusal(reply, request, read.refusal)
      return sendFile(reply, { type: 'image/jpeg', name: 'paper.jpg', bytes: read.value })
    },
  )
}
