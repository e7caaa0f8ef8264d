/** What one search of a case found: those of whom the clerk said "another person", and those of whom nothing was said. */
export type LikenessSearch = { readonly otherPeople: readonly { readonly id: string }[]; readonly notSaid: readonly { readonly id: string }[] }

/** Somebody whom any search of a case found. */
export type Likeness = {
  readonly id: string
  /** What the clerk said when the person was last found: another person. */
  readonly isSaid: boolean
  /** The latest search found them too; else a correction made the applicant somebody whom they are not like. */
  readonly isStill: boolean
}

/** Everybody whom the applicant of a case was ever like, by its searches from the first to the latest. A search adds people and answers; it takes nobody away, so that a corrected name sheds no likeness. */
export function likenessOfCase(searches: readonly LikenessSearch[]): Likeness[] {
  const found = new Map<string, Likeness>()
  for (const [index, { otherPeople, notSaid }] of searches.entries()) {
    const isStill = index === searches.length - 1
    for (const { id } of otherPeople) found.set(id, { id, isSaid: true, isStill })
    for (const { id } of notSaid) found.set(id, { id, isSaid: false, isStill })
  }
  return [...found.values()]
}
