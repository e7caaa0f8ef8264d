import type { HttpServer } from '../platform/http.ts'
import { dayRoutes } from './day/day.routes.ts'
import { activityRoutes } from './live/activity.routes.ts'
import { liveRoutes } from './live/live.routes.ts'
import { notableRoutes } from './notable/notable.routes.ts'
import type { PointServices } from './point-services.ts'
import { evidenceRoutes } from './referrals/evidence.routes.ts'
import { lentRoutes } from './referrals/lent.routes.ts'
import { overseenRoutes } from './referrals/overseen.routes.ts'
import { referralsRoutes } from './referrals/referrals.routes.ts'
import { shiftsRoutes } from './shifts/shifts.routes.ts'

/** The work of a crossing point: who is at which lane, who waits, what goes on. */
export function pointRoutes(server: HttpServer, services: PointServices): void {
  shiftsRoutes(server, services)
  referralsRoutes(server, services)
  evidenceRoutes(server, services)
  overseenRoutes(server, services)
  lentRoutes(server, services)
  notableRoutes(server, services)
  liveRoutes(server, services)
  activityRoutes(server, services)
  dayRoutes(server, services)
}
