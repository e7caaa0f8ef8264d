import { recordRead } from '../audit/record-read.ts'
import type { Actor } from '../identity/actor.rules.ts'
import { may } from '../identity/authority.rules.ts'
import { areaPlace } from '../identity/place.rules.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import { inTransaction, type Tx } from '../platform/database.ts'
import type { Evidence, Statement } from './evidence.rules.ts'
import type { Issuing } from './issuing.ts'
import { findPassForEvidence, findSignature } from './signing.store.ts'
import type { Manifest, ManifestRow } from './signing-manifest.rules.ts'

/** The evidence of a pass, to somebody who may ask for it; reading it is itself kept. Another office's answers as one that does not exist. */
export function readEvidence(issuing: Issuing, actor: Actor, typed: string): Promise<Outcome<Evidence>> {
  const at = issuing.now()
  return inTransaction(issuing.database, { account: actor.account, at }, async (tx) => {
    const number = typed.toUpperCase()
    const pass = await findPassForEvidence(tx, number)
    if (!pass || !may(actor.grants, 'pass.evidence', areaPlace(pass.office), at).ok) return refuse('pass.not-here')
    await recordRead(tx, { account: actor.account, subject: number, place: pass.office, at })
    return evidenceOf(tx, number)
  })
}

/** Everything it takes to check the pass's signature elsewhere. It holds this pass's row and no other's. A pass older than such lists has none: 'signature.list-not-found'. */
export async function evidenceOf(tx: Tx, number: string): Promise<Outcome<Evidence>> {
  const pass = await findPassForEvidence(tx, number)
  if (!pass) return refuse('pass.not-here')
  const { shown } = pass
  const signature = shown && (await findSignature(tx, shown.list))
  if (!signature) return refuse('signature.list-not-found')
  return accept({
    version: 2,
    number: pass.number,
    qrText: pass.qrText,
    row: JSON.parse(shown.row) as ManifestRow,
    salt: shown.salt.toString('base64url'),
    manifest: JSON.parse(signature.manifest) as Manifest,
    assertion: {
      authenticatorData: signature.authenticator_data.toString('base64url'),
      clientDataJSON: signature.client_data_json.toString('base64url'),
      signature: signature.signature.toString('base64url'),
    },
    statement: JSON.parse(signature.statement) as Statement,
    seal: signature.seal.toString('base64url'),
    certificates: { office: signature.office_certificate.toString('base64url'), root: signature.root_certificate.toString('base64url') },
  })
}
