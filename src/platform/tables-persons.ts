/** Tables of db/0021-name-keys.sql. */
export type PersonsTables = { person_name_key: PersonNameKeyTable }

type PersonNameKeyTable = { cell: number; person_id: string; key: string; birth_date: string }
