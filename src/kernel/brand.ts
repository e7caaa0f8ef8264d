declare const brand: unique symbol

/** A value that was checked once at the edge: inside, its type is the proof. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name }
