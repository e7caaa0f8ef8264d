export const languages = ['km', 'th', 'en'] as const
export type Language = (typeof languages)[number]

/** A sentence in every language. A missing translation does not compile. */
export type Text = { readonly [L in Language]: string }

export const isLanguage = (text: string): text is Language => (languages as readonly string[]).includes(text)
