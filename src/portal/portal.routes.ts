import type { CommandId } from '../kernel/code.ts'
import { receiptFile } from '../passes/receipt.routes.ts'
import { type HttpServer, languageOf, sendOutcome, sendRefusal } from '../platform/http.ts'
import { refusals } from '../platform/schemas.ts'
import { sendFile } from '../platform/send-file.ts'
import { applyOnline } from './apply-online.ts'
import { beginExtension } from './begin-extension.ts'
import { complain, followComplaint } from './complain.ts'
import { followCase } from './follow-case.ts'
import { followReceipt } from './follow-receipt.ts'
import { needsRoutes } from './needs.routes.ts'
import { payByPhone } from './pay-by-phone.ts'
import * as api from './portal.api.ts'
import type { Portal } from './portal-services.ts'
import { followReport, reportLost } from './report-lost.ts'

const tags = ['Residents']
const config = { needs: 'public' } as const

/** What a resident does on a phone, without an account. Numbers and days travel in bodies: addresses are written into logs. */
export function portalRoutes(server: HttpServer, portal: Portal): void {
  needsRoutes(server, portal)
  followRoutes(server, portal)
  writingRoutes(server, portal)
}

function followRoutes(server: HttpServer, portal: Portal): void {
  server.post(
    '/api/v1/follow',
    {
      config,
      schema: { tags, summary: 'Where a case stands', body: api.followRequest, response: { 200: api.followAnswer, ...refusals } },
    },
    async (request, reply) => sendOutcome(request, reply, await followCase(portal, request.ip, request.body)),
  )
  server.post(
    '/api/v1/follow/payment',
    {
      config,
      schema: { tags, summary: 'A code to pay the fee with, by phone', body: api.payRequest, response: { 200: api.phonePaymentAnswer, ...refusals } },
    },
    async (request, reply) => {
      const { requestId, ...known } = request.body
      return sendOutcome(request, reply, await payByPhone(portal, request.ip, { ...known, requestId: requestId as CommandId }))
    },
  )
  server.post(
    '/api/v1/follow/receipt',
    {
      config,
      schema: { tags, summary: 'The receipt of what was paid, as a file', body: api.followRequest, response: { 200: receiptFile, ...refusals } },
    },
    async (request, reply) => {
      const made = await followReceipt(portal, request.ip, request.body, languageOf(request))
      if (!made.ok) return sendRefusal(reply, request, made.refusal)
      return sendFile(reply, { type: 'application/pdf', name: `${made.value.receipt}.pdf`, bytes: made.value.pdf })
    },
  )
  server.post(
    '/api/v1/lost-reports/follow',
    {
      config,
      schema: { tags, summary: 'What became of a report', body: api.followRequest, response: { 200: api.reportAnswer, ...refusals } },
    },
    async (request, reply) => sendOutcome(request, reply, await followReport(portal, request.ip, request.body)),
  )
  server.post(
    '/api/v1/complaints/follow',
    {
      config,
      schema: {
        tags,
        summary: 'The answer to a complaint, by its number and secret word',
        body: api.followComplaintRequest,
        response: { 200: api.followedComplaintAnswer, ...refusals },
      },
    },
    async (request, reply) => sendOutcome(request, reply, await followComplaint(portal, request.ip, request.body)),
  )
}

function writingRoutes(server: HttpServer, portal: Portal): void {
  server.post(
    '/api/v1/follow/extension',
    {
      config,
      schema: {
        tags,
        summary: 'Begin an extension of the pass, by phone: a case of its own, to be paid',
        body: api.beginExtensionRequest,
        response: { 201: api.numberAnswer, ...refusals },
      },
    },
    async (request, reply) => {
      const { requestId, ...known } = request.body
      return sendOutcome(request, reply, await beginExtension(portal, request.ip, { ...known, requestId: requestId as CommandId }), 201)
    },
  )
  server.post(
    '/api/v1/online-applications',
    {
      config,
      schema: {
        tags,
        summary: 'Apply online: kept at the office, to go on with at the counter',
        body: api.applyOnlineRequest,
        response: { 201: api.numberAnswer, ...refusals },
      },
    },
    async (request, reply) => sendOutcome(request, reply, await applyOnline(portal, request.ip, request.body), 201),
  )
  server.post(
    '/api/v1/lost-reports',
    {
      config,
      schema: { tags, summary: 'Report a pass lost or stolen', body: api.reportLostRequest, response: { 201: api.reportedAnswer, ...refusals } },
    },
    async (request, reply) => sendOutcome(request, reply, await reportLost(portal, request.ip, request.body), 201),
  )
  server.post(
    '/api/v1/complaints',
    {
      config,
      schema: {
        tags,
        summary: 'Complain about an office or a crossing point',
        body: api.complainRequest,
        response: { 201: api.numberAnswer, ...refusals },
      },
    },
    async (request, reply) => sendOutcome(request, reply, await complain(portal, request.ip, request.body), 201),
  )
}
