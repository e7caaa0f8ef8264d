import { hash, randomBytes } from 'node:crypto'
import { identityNumberText, type ManifestRow, passText, rowText, saltBytes } from './signing-manifest.rules.ts'

export const newSalt = (): string => randomBytes(saltBytes).toString('base64url')

/** Digests of the list, in hex; the browser makes the first one too (src/web/desk/sign/shown-hash.ts). */
export const rowDigest = (row: ManifestRow, salt: string): string => hash('sha256', rowText(row, salt))
export const passDigest = (application: string, number: string, salt: string): string => hash('sha256', passText(application, number, salt))
export const identityNumberDigest = (number: string, salt: string): string => hash('sha256', identityNumberText(number, salt))
