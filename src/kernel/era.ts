/** By how many years the Buddhist era is ahead of the common one. */
export const buddhistEraYears = 543

/** From this year on a typed year is one of the Buddhist era: nothing here is four centuries ahead, and no Buddhist year of anybody's lies before it. */
export const buddhistEraFrom = 2400

/** A typed year of either era as one of the common era. */
export const commonYear = (typed: number): number => (typed >= buddhistEraFrom ? typed - buddhistEraYears : typed)
