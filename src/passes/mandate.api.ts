import Type, { type Static } from 'typebox'
import { areaCode, commandId, isoDate, isoInstant, line, nullable, oneOf, text, words, written } from '../platform/schemas.ts'
import { type Power, powers } from './mandate.rules.ts'
import { standings } from './mandates/decision.rules.ts'
import { type MassRevocationState, massRevocationStates } from './mandates/mass-revocation.store.ts'
import { type Deed, deeds } from './mandates/subject.rules.ts'
import { type PassState, passStates } from './pass.rules.ts'

const instrumentId = Type.String({ pattern: '^[a-z]{2,5}(-[a-z]{2})?/[a-z0-9-]{1,60}$', examples: ['kh/order-2024-01-01'] })

export const instrumentParams = Type.Object({ states: text(8, 2), name: text(60, 1) })
const mandate = Type.Object({
  id: Type.String(),
  instrument: Type.String(),
  office: Type.String(),
  holder: Type.String(),
  powers: Type.Array(Type.Unsafe<Power>(oneOf(powers))),
  area: Type.String(),
  from: isoDate,
  until: nullable(isoDate),
  autoExtends: Type.Boolean({ description: 'goes on after `until`, unless a different decision is made' }),
  revokedAt: nullable(Type.String()),
  revokedBy: nullable(Type.String()),
  standing: oneOf(standings),
})
export type MandateAnswer = Static<typeof mandate>
export const instrumentPageAnswer = Type.Object({
  id: Type.String(),
  kind: Type.String(),
  title: words,
  issuer: Type.String(),
  signedOn: nullable(isoDate),
  inForceFrom: isoDate,
  source: Type.String(),
  hasFile: Type.Boolean({ description: 'its text lies with this instance' }),
  mandates: Type.Array(mandate),
  decisions: Type.Array(Type.Object({ id: Type.String(), title: words }), { description: 'the instruments that ended mandates given by this one' }),
  revokes: Type.Array(mandate, { description: 'mandates that this instrument ended' }),
  rules: Type.Array(
    Type.Object({
      rule: Type.String(),
      scope: Type.String(),
      from: isoDate,
      until: nullable(isoDate),
      value: Type.Record(Type.String(), Type.Any()),
      note: nullable(Type.String()),
    }),
  ),
  facts: Type.Object({ points: Type.Integer(), orders: Type.Integer(), offices: Type.Integer() }),
})
export type InstrumentPageAnswer = Static<typeof instrumentPageAnswer>

export const decisionRequest = Type.Object(
  {
    requestId: commandId,
    instrument: instrumentId,
    offices: Type.Union([Type.Literal('all'), Type.Array(areaCode, { minItems: 1, maxItems: 500, uniqueItems: true })]),
    decision: Type.Object(
      {
        id: instrumentId,
        title: Type.Object({ km: line(300), th: line(300), en: line(300) }, { additionalProperties: false }),
        kind: oneOf(['order', 'decision', 'notice', 'agreement']),
        issuer: line(40),
        signedOn: isoDate,
        source: line(300),
      },
      { additionalProperties: false },
    ),
    at: Type.Optional(nullable(isoInstant)),
  },
  { additionalProperties: false, description: 'offices: "all", or those whose mandates end. at: from when on; now, if not given.' },
)
export type DecisionBody = Static<typeof decisionRequest>
export const decisionAnswer = Type.Object({ decision: Type.String(), at: Type.String(), mandates: Type.Array(Type.String()) })
export type DecisionAnswer = Static<typeof decisionAnswer>

const times = { from: isoInstant, until: isoInstant, office: Type.Optional(areaCode) }
const account = line(60)
const deed = Type.Unsafe<Deed>(oneOf(deeds))
const signedFields = { instrument: instrumentId, ...times }
const handledFields = { account, deed: Type.Optional(deed), ...times }
export const signedQuery = Type.Object(signedFields, { additionalProperties: false })
const pageFields = {
  after: Type.Optional(Type.String({ pattern: '^[A-Z0-9]{1,16}$', description: 'the last number of the page before' })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
}
export const signedPageQuery = Type.Object({ ...signedFields, ...pageFields }, { additionalProperties: false })
export const handledQuery = Type.Object(handledFields, { additionalProperties: false, description: 'deed: any, if not given' })
export const handledPageQuery = Type.Object({ ...handledFields, ...pageFields }, { additionalProperties: false })
export type PassQuery = Static<typeof signedQuery> | Static<typeof handledQuery>
const passState = Type.Unsafe<PassState>(oneOf(passStates))
export const signedPassAnswer = Type.Object({
  number: Type.String(),
  office: Type.String(),
  state: passState,
  issuedAt: Type.String(),
  lastDay: isoDate,
  mandate: Type.String(),
  signedBy: Type.String(),
  holder: nullable(
    Type.Object(
      { localName: Type.String(), givenName: Type.String(), familyName: Type.String(), birthDate: isoDate },
      { description: 'null: not for your role' },
    ),
  ),
})
export type SignedPassAnswer = Static<typeof signedPassAnswer>
export const signedCountAnswer = Type.Object({
  asOf: Type.String(),
  count: Type.Integer(),
  live: Type.Integer({ description: 'good or suspended: what a revocation changes' }),
  parts: Type.Array(Type.Object({ office: Type.String(), state: passState, count: Type.Integer() })),
})
export type SignedCountAnswer = Static<typeof signedCountAnswer>

export const proposalRequest = Type.Object(
  {
    requestId: commandId,
    instrument: Type.Optional(instrumentId),
    account: Type.Optional(account),
    deed: Type.Optional(deed),
    ...times,
    reason: line(500),
  },
  {
    additionalProperties: false,
    description: 'Either an instrument, or an account: what that person took, approved or signed; `deed` narrows it to one of these.',
  },
)
export type ProposalBody = Static<typeof proposalRequest>
export const revocationParams = Type.Object({ id: commandId })
export const revocationsQuery = Type.Object(
  { instrument: Type.Optional(instrumentId), account: Type.Optional(account) },
  { additionalProperties: false },
)
export const kid = Type.String({ pattern: '^[0-9a-f]{16}$' })
export const kidParams = Type.Object({ kid })
export const leakedKids = Type.Object({ kids: Type.Array(kid) })
export const leakRequest = Type.Object(
  { requestId: commandId, kid, leakedOn: isoDate, reason: written(500) },
  { additionalProperties: false, description: 'leakedOn: the first day on which somebody else may have had the key' },
)
const declarer = Type.Object({ account: Type.String(), name: Type.String(), at: Type.String() })
export const leakAnswer = Type.Object({
  id: Type.String({ description: 'of the proposal' }),
  kid,
  office: areaCode,
  leakedOn: isoDate,
  reason: Type.String(),
  proposed: declarer,
  confirmed: nullable(declarer),
  withdrawn: nullable(Type.Object({ ...declarer.properties, reason: Type.String() })),
})
export type LeakAnswer = Static<typeof leakAnswer>
export const withdrawalRequest = Type.Object({ requestId: commandId, reason: written(500) }, { additionalProperties: false })
export const confirmationRequest = Type.Object({ requestId: commandId }, { additionalProperties: false })
/** Of a leaked key: which proposal was on the screen, since a key may be proposed again after one was withdrawn. */
const ofProposal = { proposal: commandId }
export const leakConfirmation = Type.Object({ requestId: commandId, ...ofProposal }, { additionalProperties: false })
export const leakWithdrawal = Type.Object({ requestId: commandId, ...ofProposal, reason: written(500) }, { additionalProperties: false })
const person = Type.Object({ account: Type.String(), name: Type.String(), at: Type.String() })
export const revocationAnswer = Type.Object({
  id: Type.String(),
  instrument: nullable(Type.String({ description: 'under which they were signed; null: handled by one person' })),
  account: nullable(Type.String({ description: 'who handled them; null: by instrument' })),
  deed: nullable(deed),
  place: Type.String({ description: 'how far it reaches: a state, a province with its offices, or one office' }),
  office: nullable(Type.String()),
  from: Type.String(),
  until: Type.String(),
  reason: Type.String(),
  state: Type.Unsafe<MassRevocationState>(oneOf(massRevocationStates)),
  found: Type.Integer({ description: 'passes that were good or suspended when it was proposed' }),
  total: nullable(Type.Integer({ description: 'the same when it was confirmed' })),
  revoked: Type.Integer(),
  proposed: person,
  confirmed: nullable(person),
  doneAt: nullable(Type.String()),
  withdrawn: nullable(Type.Object({ ...person.properties, reason: Type.String() })),
})
export type RevocationAnswer = Static<typeof revocationAnswer>
