import { sql } from 'kysely'
import { recordEvent } from '../../audit/record-event.ts'
import { type AreaCode, type CommandId, provinceOf } from '../../kernel/code.ts'
import { accept, type Outcome, refuse } from '../../kernel/outcome.ts'
import { borderZone, civilDateAt } from '../../kernel/time.ts'
import { brokeUnique, rollBackOn, type Scope, type Tx } from '../../platform/database.ts'
import { cellOf, type HolderBoundId } from '../../platform/ids.ts'
import { type Applicant, assessApplicant } from '../applicant.rules.ts'
import type { ReplacementCause } from '../application.rules.ts'
import { takeDraftNumber } from '../follow-number.store.ts'
import type { Issuing, Marking } from '../issuing.ts'
import { officesOn, signingMandate } from '../mandate.queries.ts'
import type { Mobile } from '../messages/mobile.rules.ts'
import type { DraftBody } from './draft.api.ts'
import { insertOnlineDraft } from './draft.store.ts'

export type OnlineDraft = {
  readonly requestId: CommandId
  readonly office: AreaCode
  readonly applicant: Applicant
  readonly portrait: Uint8Array
  readonly replaces: { readonly number: string; readonly cause: ReplacementCause } | null
  readonly madeUp: boolean
  /** Agreed to by whoever typed it; nothing is sent there before a clerk took the application. */
  readonly mobile?: Mobile | null
  readonly scope: Scope
  readonly by: string
  /** Online drafts that may wait at one office. */
  readonly waitingMax: number
}

/** Keeps what a resident typed and photographed as a draft of the office, marked. Nobody unproven enters the register: at the counter a clerk goes on with it, with the papers. */
export async function keepOnlineDraft(issuing: Issuing & Marking, draft: OnlineDraft): Promise<Outcome<{ number: string }>> {
  const { requestId, office, applicant, replaces, scope } = draft
  const at = issuing.now()
  const today = civilDateAt(at, borderZone)
  const said = issuing.fingerprint(JSON.stringify(['online', office, applicant, replaces, ...(draft.mobile ? [draft.mobile] : [])]))
  const again = (tx: Tx) => sentBefore(tx, requestId, said)
  try {
    return await rollBackOn(issuing.database, scope, async (tx) => {
      const before = await again(tx)
      if (before) return accept({ number: before })
      if (!(await officesOn(tx, today)).some(({ id }) => id === office)) return refuse('office.unknown', { about: { office } })
      const assessed = assessApplicant(issuing.law, issuing.state, office, applicant, today)
      if (!assessed.ok) return assessed
      const mandate = await signingMandate(tx, { office, area: assessed.value.homeArea, now: at })
      if (!mandate.ok) return mandate
      if ((await waitingAt(tx, office)) >= draft.waitingMax) return refuse('portal.office-full')
      const body = bodyOf(assessed.value, draft)
      const photo = Buffer.from(draft.portrait)
      await insertOnlineDraft(tx, { id: requestId, office, body, photo, at, by: draft.by, said, born: applicant.birthDate })
      const number = await takeDraftNumber(tx, requestId)
      const cell = cellOf(requestId as string as HolderBoundId)
      await recordEvent(tx, {
        id: requestId,
        cell,
        type: 'DraftSentOnline',
        subject: requestId,
        actor: draft.by,
        place: office,
        at,
        body: { office, said },
      })
      return accept({ number })
    })
  } catch (error) {
    // A slow phone sent it twice at the same time: the other one won, and its answer is ours.
    if (!brokeUnique(error, 'application_draft_pkey')) throw error
    const before = await rollBackOn(issuing.database, scope, async (tx) => accept(await again(tx)))
    return before.ok && before.value ? accept({ number: before.value }) : refuse('request.id-reused')
  }
}

async function sentBefore(tx: Tx, id: string, said: string): Promise<string | undefined> {
  const { rows } = await sql<{ number: string | null }>`select online_again(${id}, ${said}) as number`.execute(tx)
  return rows[0]?.number ?? undefined
}

async function waitingAt(tx: Tx, office: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select online_waiting(${office}) as n`.execute(tx)
  return rows[0]?.n ?? 0
}

/** In the desk's own form, as a clerk would have typed it. */
const bodyOf = (applicant: Applicant, { replaces, madeUp, mobile }: Pick<OnlineDraft, 'replaces' | 'madeUp' | 'mobile'>): DraftBody => ({
  localName: applicant.localName,
  familyName: applicant.familyName,
  givenName: applicant.givenName,
  birthDate: applicant.birthDate,
  sex: String(applicant.sex),
  nationality: applicant.nationality,
  nationalId: applicant.nationalId,
  province: provinceOf(applicant.homeArea),
  district: applicant.homeArea,
  address: applicant.address,
  guardian: applicant.guardian ?? '',
  familyBook: applicant.familyBook ?? '',
  replaces: replaces?.number ?? '',
  cause: replaces?.cause ?? '',
  papers: '',
  livesSince: '',
  proofDate: '',
  mobile: mobile ?? '',
  mobileConsent: mobile ? 'yes' : '',
  madeUp,
})
