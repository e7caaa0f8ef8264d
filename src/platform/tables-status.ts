/** Tables of db/0024-status-history.sql. */
export type StatusTables = { status_sequence: StatusSequenceTable; status_change: StatusChangeTable }

type StatusSequenceTable = { list: number; seq: number }
type StatusChangeTable = { list: number; seq: number; index: number; status: number; at: string }
