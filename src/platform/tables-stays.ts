/** Tables of db/0039-stays.sql, db/0045-contesting.sql and db/0061-what-a-decision-covers.sql. */
export type StayTables = {
  stay_repair: StayRepairTable
  rebuttal: RebuttalTable
  rebuttal_picture: RebuttalPictureTable
  rebuttal_number: RebuttalNumberTable
}

type StayRepairTable = {
  cell: number
  holder_id: string
  number: number
  missing: string
  occurred_at: string
  point: string
  basis: string
  evidence: string
  in_time: boolean | null
  repaired_at: string
  repaired_by: string
}
type RebuttalTable = {
  cell: number
  id: string
  holder_id: string
  document: string
  about: string
  stay: number | null
  /** The movement that began the stay: numbers of stays come again, this never does. */
  stay_began: string | null
  movement: string | null
  point: string
  body: string
  state: string
  effect: string | null
  made_by: string
  made_at: string
  due_on: string
  taken_by: string | null
  taken_at: string | null
  answer: string | null
  decided_by: string | null
  decided_at: string | null
  lawful_through: string | null
  said: string
  case_number: string | null
}
type RebuttalPictureTable = { cell: number; rebuttal: string; page: number; image: Buffer }
type RebuttalNumberTable = { number: string; cell: number; rebuttal: string }
