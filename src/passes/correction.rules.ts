/** By these a person is known: a correction changes them only where nobody else's cases hang on them. */
export const identityFields = ['nationalId', 'birthDate'] as const
export type IdentityField = (typeof identityFields)[number]
/** When one of these changes, people alike are looked for again. */
const searchedFields = ['localName', 'givenName', 'familyName', ...identityFields] as const
type SearchedField = (typeof searchedFields)[number]

/** As the register has somebody, or a form tells them; null: not shown to whoever compares. */
type Known<F extends string> = { readonly [N in F]: string | null }

/** What a correction changes of who somebody is known as. */
export const identityChanges = (before: Known<IdentityField>, after: Known<IdentityField>): IdentityField[] =>
  identityFields.filter((field) => before[field] !== after[field])

/** Is the register to be asked again whom it has that may be this person? */
export const isSearchedAgain = (before: Known<SearchedField>, after: Known<SearchedField>): boolean =>
  searchedFields.some((field) => before[field] !== after[field])
