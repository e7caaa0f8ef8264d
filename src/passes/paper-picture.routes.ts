import Type from 'typebox'
import { actorOf } from '../identity/authorise.ts'
import { accept, refuse } from '../kernel/outcome.ts'
import { type HttpServer, sendOutcome, sendRefusal } from '../platform/http.ts'
import { holderBoundId, refusals } from '../platform/schemas.ts'
import { sendFile } from '../platform/send-file.ts'
import { readCase } from './application-answers.ts'
import { showsPapers } from './fields.rules.ts'
import { pictureName, pictureNameOf, previewAnswer, previewRequest } from './paper-picture.api.ts'
import { findPicture, listPictures } from './paper-picture.store.ts'
import type { PassServices } from './pass-services.ts'
import * as api from './passes.api.ts'
import { preparePhoto } from './photo.ts'
import { rolesAt } from './shown-answers.ts'

/** The pictures of a case's papers, to whoever is shown all that stands on them; and a photo as the pass will bear it. */
export function paperPictureRoutes(server: HttpServer, services: PassServices): void {
  const config = { needs: 'application.read' } as const
  const tags = ['Applications']
  const mayLook = (request: Parameters<typeof actorOf>[0], office: Parameters<typeof rolesAt>[2]) =>
    showsPapers(rolesAt(actorOf(request), 'application.read', office, services.now()))
  server.get(
    '/api/v1/applications/:id/papers',
    {
      config,
      schema: {
        tags,
        summary: 'Which pictures of papers the case has',
        params: api.applicationParams,
        response: { 200: Type.Array(pictureName), ...refusals },
      },
    },
    async (request, reply) => {
      const read = await readCase(services, actorOf(request), request.params.id, (tx, { id }) => listPictures(tx, id))
      if (!read.ok) return sendRefusal(reply, request, read.refusal)
      if (!mayLook(request, read.value.application.office)) return sendRefusal(reply, request, refuse('authority.role').refusal)
      return sendOutcome(request, reply, accept(read.value.found))
    },
  )
  server.get(
    '/api/v1/applications/:id/papers/:paper/:page',
    {
      config,
      schema: {
        tags,
        summary: 'The picture of a paper',
        params: Type.Object({ id: holderBoundId, ...pictureName.properties }),
        response: { 200: Type.String({ format: 'binary', contentMediaType: 'image/jpeg' }), ...refusals },
      },
    },
    async (request, reply) => {
      const name = pictureNameOf(request.params)
      const read = await readCase(services, actorOf(request), request.params.id, (tx, { id }) => findPicture(tx, id, name))
      if (!read.ok) return sendRefusal(reply, request, read.refusal)
      if (!mayLook(request, read.value.application.office)) return sendRefusal(reply, request, refuse('authority.role').refusal)
      if (!read.value.found) return sendRefusal(reply, request, refuse('application.not-found').refusal)
      return sendFile(reply, { type: 'image/jpeg', name: `${name.paper}.jpg`, bytes: read.value.found.picture })
    },
  )
  server.post(
    '/api/v1/photo-preview',
    {
      config: { needs: 'application.take' },
      schema: {
        tags,
        summary: 'A photo as the page and the QR will bear it; nothing is kept',
        body: previewRequest,
        response: { 200: previewAnswer, ...refusals },
      },
    },
    async (request, reply) => {
      const prepared = await preparePhoto(Buffer.from(request.body.photo, 'base64'))
      if (!prepared.ok) return sendRefusal(reply, request, prepared.refusal)
      const [portrait, chip] = [prepared.value.portrait, prepared.value.chip].map((bytes) => Buffer.from(bytes).toString('base64'))
      return sendOutcome(request, reply, accept({ portrait, chip, chipBytes: prepared.value.chip.length }))
    },
  )
}
