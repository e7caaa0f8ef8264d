/** Tables of db/0008-signing.sql. */
export type SigningTables = { signing_list: SigningListTable; pass_signature: PassSignatureTable }

type SigningListTable = {
  id: string
  account: string
  office: string
  mandate: string
  manifest: string
  sha256: Buffer
  made_at: string
  expires_at: string
  used_at: string | null
}
type PassSignatureTable = {
  list: string
  account: string
  name: string
  office: string
  role: string
  place: string
  mandate: string
  instrument: string
  credential: string
  public_key: Buffer
  rp_id: string
  origin: string
  authenticator_data: Buffer
  client_data_json: Buffer
  signature: Buffer
  manifest: string
  statement: string
  seal: Buffer
  office_certificate: Buffer
  root_certificate: Buffer
  signed_at: string
}
