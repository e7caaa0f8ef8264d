import type { HttpServer } from '../platform/http.ts'
import { applicationRoutes } from './application.routes.ts'
import { bookletRoutes } from './booklets/booklet.routes.ts'
import { draftRoutes } from './drafts/draft.routes.ts'
import { draftPictureRoutes } from './drafts/draft-pictures.routes.ts'
import { mandateRoutes } from './mandate.routes.ts'
import { messageRoutes } from './messages/message.routes.ts'
import { nearPeopleRoutes } from './near-people.routes.ts'
import { numbersRoutes } from './numbers/numbers.routes.ts'
import { instanceRoutes, officeRoutes } from './office.routes.ts'
import { paperPictureRoutes } from './paper-picture.routes.ts'
import { passRoutes, trustRoutes } from './pass.routes.ts'
import type { PassServices } from './pass-services.ts'
import { personSearchRoutes } from './person-search.routes.ts'
import { printBatchRoutes } from './printing/print-batch.routes.ts'
import { provinceRoutes } from './province/province.routes.ts'
import { signingRoutes } from './signing.routes.ts'
import type { GestureDesk } from './signing-gesture.ts'
import { statusRoutes } from './status.routes.ts'

/** The office's desk: who may be served, the application's steps, the pass and its page; and whom a verifier may believe. */
export function passesRoutes(server: HttpServer, services: PassServices & GestureDesk): void {
  instanceRoutes(server, services)
  officeRoutes(server, services)
  applicationRoutes(server, services)
  draftRoutes(server, services)
  draftPictureRoutes(server, services)
  paperPictureRoutes(server, services)
  messageRoutes(server, services)
  bookletRoutes(server, services)
  passRoutes(server, services)
  signingRoutes(server, services)
  printBatchRoutes(server, services)
  personSearchRoutes(server, services)
  nearPeopleRoutes(server, services)
  numbersRoutes(server, services)
  provinceRoutes(server, services)
  mandateRoutes(server, services)
  trustRoutes(server, services)
  statusRoutes(server, services)
}
