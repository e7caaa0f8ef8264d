import type { LiveRegistry } from '../places/live-registry.ts'
import type { HttpServer } from '../platform/http.ts'
import { applicationRoutes } from './application.routes.ts'
import type { LiveTrust } from './live-trust.ts'
import { instanceRoutes, officeRoutes } from './office.routes.ts'
import type { PagePrinter } from './page/page-printer.ts'
import { passRoutes, trustRoutes } from './pass.routes.ts'
import type { Signing } from './sign-pass.ts'

export type PassServices = Signing & {
  readonly registry: LiveRegistry
  readonly trust: LiveTrust
  readonly printer: PagePrinter
  readonly version: string
}

/** The office's desk: who may be served, the application's steps, the pass and its page; and whom a verifier may believe. */
export function passesRoutes(server: HttpServer, services: PassServices): void {
  instanceRoutes(server, services)
  officeRoutes(server, services)
  applicationRoutes(server, services)
  passRoutes(server, services)
  trustRoutes(server, services)
}
