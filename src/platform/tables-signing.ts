/** Tables of db/0008-signing.sql and db/0014-signing-rows.sql. */
export type SigningTables = { signing_list: SigningListTable; signing_row: SigningRowTable; pass_signature: PassSignatureTable }

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
type SigningRowTable = {
  cell: number
  application: string
  list: string
  position: number
  row: string
  salt: Buffer
  identity_salt: Buffer
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
