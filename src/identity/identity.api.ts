import Type, { type Static } from 'typebox'
import { commandId, isoDate, isoInstant, nullable, text, written } from '../platform/schemas.ts'
import { type Action, actions, type Role, roles } from './authority-lists.rules.ts'
import { type Relation, relations } from './place.rules.ts'
import { type AccountState, accountStates } from './staff/staff.rules.ts'

const role = Type.Unsafe<Role>(Type.Union(roles.map((name) => Type.Literal(name))))
const placeId = Type.String({ minLength: 2, maxLength: 80, examples: ['KH', 'KH:01', 'KH:0110', 'kh-th/poipet', 'KH:0110/border-unit-1'] })
const accountId = Type.String({ minLength: 1, maxLength: 60 })
const answer = { additionalProperties: false } as const

const wantedRole = { role, place: placeId, from: isoDate, lastDay: nullable(isoDate) }
export const inviteRequest = Type.Object(
  {
    requestId: commandId,
    name: text(120, 1),
    home: placeId,
    nationalId: Type.Optional(nullable(text(40, 1))),
    familyBook: Type.Optional(nullable(text(40, 1))),
    first: Type.Object(wantedRole, answer),
    provider: Type.Optional(nullable(Type.Object({ id: text(31, 1), sub: text(255, 1) }, answer))),
  },
  {
    additionalProperties: false,
    description:
      "home: where the person works. first: the first role, both days whole; lastDay null: no end is set. provider: who the person is at their ministry's own sign-in",
  },
)
export type InviteBody = Static<typeof inviteRequest>
export const grantRequest = Type.Object({ requestId: commandId, ...wantedRole, reason: written(500) }, answer)
export type GrantBody = Static<typeof grantRequest>
export const reasonRequest = Type.Object({ requestId: commandId, reason: written(500) }, answer)
export const bareRequest = Type.Object({ requestId: commandId }, answer)

export const staffQuery = Type.Object({ place: Type.Optional(placeId) }, answer)
export const memberParams = Type.Object({ id: accountId })
export const grantParams = Type.Object({ id: accountId, grant: Type.String({ format: 'uuid' }) })
export const pageQuery = Type.Object({ before: Type.Optional(isoInstant), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })) }, answer)
export const readsQuery = Type.Object({ day: Type.Optional(isoDate) }, answer)

const grantAnswer = Type.Object(
  {
    id: Type.String(),
    role,
    place: placeId,
    from: isoDate,
    lastDay: nullable(isoDate),
    revokedAt: nullable(Type.String()),
    inForce: Type.Boolean({ description: 'counts at this moment' }),
  },
  answer,
)
const state = Type.Unsafe<AccountState>(Type.Union(accountStates.map((name) => Type.Literal(name))))
export const memberAnswer = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    home: placeId,
    state,
    madeUp: Type.Boolean(),
    createdAt: Type.String(),
    recovery: nullable(Type.Object({ madeBy: Type.String(), madeAt: Type.String(), confirmed: Type.Boolean() }, answer)),
    grants: Type.Array(grantAnswer),
  },
  { ...answer, description: 'recovery: one that is under way' },
)
export type MemberAnswer = Static<typeof memberAnswer>

/** `link` is shown once: a repeated request answers null. Only its hash is kept, and after `#` it never travels to a server. */
export const invitedAnswer = Type.Object(
  { member: memberAnswer, link: nullable(Type.String({ examples: ['/enrol#TOKEN'] })), expiresAt: nullable(Type.String()) },
  answer,
)
export type InvitedAnswer = Static<typeof invitedAnswer>
export const sessionsEndedAnswer = Type.Object({ ended: Type.Integer() }, answer)

export const accountAnswer = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    home: placeId,
    grants: Type.Array(grantAnswer),
    may: Type.Array(
      Type.Object(
        {
          action: Type.Unsafe<Action>(Type.Union(actions.map((name) => Type.Literal(name)))),
          places: Type.Array(
            Type.Object(
              { place: placeId, relations: Type.Array(Type.Unsafe<Relation>(Type.Union(relations.map((name) => Type.Literal(name))))) },
              answer,
            ),
          ),
        },
        answer,
      ),
    ),
    gives: Type.Array(role, { description: 'roles this person may give and end' }),
  },
  { ...answer, description: 'grants: past and future ones too; may: what counts at this moment, and how a case must lie to the place' },
)
export type AccountAnswer = Static<typeof accountAnswer>

export const staffEventAnswer = Type.Object(
  {
    id: Type.String(),
    type: Type.String(),
    at: Type.String(),
    subject: Type.String(),
    actor: Type.String(),
    place: nullable(Type.String()),
    body: Type.Record(Type.String(), Type.Unknown()),
  },
  answer,
)
export type StaffEventAnswer = Static<typeof staffEventAnswer>
export const readAnswer = Type.Object(
  { day: isoDate, subject: Type.String(), place: Type.String(), n: Type.Integer(), firstAt: Type.String(), lastAt: Type.String() },
  { ...answer, description: "subject: a case's or pass's id, or a list's name; never a person's name" },
)
export const readsAnswer = Type.Object({
  days: Type.Array(Type.Object({ day: isoDate, records: Type.Integer(), n: Type.Integer() }, answer)),
  reads: Type.Array(readAnswer),
})

export const demonstrationStaffQuery = Type.Object({ place: Type.Optional(placeId) }, answer)
export const demonstrationMember = Type.Object(
  { account: Type.String(), name: Type.String(), home: placeId, roles: Type.Array(Type.Object({ role, place: placeId }, answer)) },
  answer,
)
export const becomeRequest = Type.Object({ account: accountId }, answer)
export const becomeAnswer = Type.Object({ account: Type.String(), name: Type.String() }, answer)
/** `challenge` as the request's options give it: base64url. The answer has WebAuthn's own shape (AuthenticationResponseJSON). */
export const assertionRequest = Type.Object({ challenge: Type.String({ pattern: '^[\\w-]{20,100}$' }) }, answer)
export const assertionAnswer = Type.Object({}, { additionalProperties: true })
