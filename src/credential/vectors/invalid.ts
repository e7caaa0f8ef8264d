// Texts that are no good pass: at least one for every code, in the order in which a verifier looks.
import { schemaCases } from './invalid-claims.ts'
import { coseCases } from './invalid-cose.ts'
import { payloadCases } from './invalid-payload.ts'
import { leakedCases, ruleCases } from './invalid-rules.ts'
import { textCases } from './invalid-text.ts'
import type { Case } from './token.ts'

export const invalidCases: readonly Case[] = [...textCases, ...coseCases, ...payloadCases, ...schemaCases, ...ruleCases, ...leakedCases]
