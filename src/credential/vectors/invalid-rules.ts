// Passes that are read and whose signature holds, and that are not good: by their time, their key, their status, or the key’s leak.
import { encodeCbor } from '../cbor.ts'
import { claimsToCbor, type PassClaims } from '../claims.ts'
import { bad, token, withClaims } from './bad.ts'
import { type Case, claims, day, genuine, hex, keyFrom, keys, keyUntil, listSize, noise, now, passText, protectedOf, uris } from './token.ts'

export const ruleCases: readonly Case[] = [
  withClaims('ISS_MISMATCH', 'a Thai pass by a Cambodian key', { issuer: 'TH' }),
  bad('ISS_MISMATCH', 'a Cambodian pass by a Thai key', passText({ issuer: 'KH' }, keys.thai)),
  bad('ISS_MISMATCH', 'a shared kid does not lend the other state', passText({ issuer: 'TH' }, keys.khmerShared)),
  withClaims('EXP_BEFORE_IAT', 'expires when issued', { expiresAt: claims.issuedAt }),
  withClaims('IAT_FUTURE', 'issued 301 seconds ahead of our clock', { issuedAt: now + 301 }),
  withClaims('NOT_YET', 'one second before not-before', { notBefore: now + 1 }),
  withClaims('EXPIRED', 'the second it expires', { expiresAt: now }),
  withClaims('KEY_PERIOD', 'issued a second before the key', { issuedAt: keyFrom - 1 }),
  withClaims('KEY_PERIOD', 'issued a second after the key', { issuedAt: keyUntil + 1 }),
  bad('KEY_PERIOD', 'issued between the two periods of a retired key', passText({ issuedAt: now - 650 * day }, keys.khmerRetired)),
  withClaims('STATUS_UNKNOWN_LIST', 'a list we do not hold', { status: { index: 1, uri: 'https://status.example.kh/other' } }),
  withClaims('STATUS_STALE', 'a list that ran out this second', { status: { index: 1, uri: uris.stale } }),
  withClaims('STATUS_INDEX', 'an index beyond its list', { status: { index: listSize, uri: uris.khmer } }),
  withClaims('REVOKED', 'revoked', { status: { index: 5, uri: uris.khmer } }),
  withClaims('REVOKED', 'revoked in the newer copy of a list', { status: { index: 21, uri: uris.renewed } }),
  bad('REVOKED', 'revoked in a list of 1 bit', passText({ status: { index: 3, uri: uris.thai } }, keys.thai)),
  withClaims('REVOKED', 'revoked in a list of 4 bits', { status: { index: 8, uri: uris.fourBits } }),
  withClaims('REVOKED', 'revoked in a list of 8 bits', { status: { index: 8, uri: uris.eightBits } }),
  withClaims('REVOKED', 'a status number of no known meaning', { status: { index: 7, uri: uris.khmer } }),
  withClaims('REVOKED', 'an application-specific status', { status: { index: 10, uri: uris.fourBits } }),
  withClaims('SUSPENDED', 'suspended', { status: { index: 6, uri: uris.khmer } }),
  withClaims('SUSPENDED', 'suspended in a list of 8 bits', { status: { index: 9, uri: uris.eightBits } }),
]

const leaked = keys.khmerLeaked
const [known, shown, , struck, over] = genuine as [PassClaims, PassClaims, PassClaims, PassClaims, PassClaims]
const byLeaked = (name: string, change: Partial<PassClaims>): Case => bad('KEY_LEAKED', name, passText({ ...known, ...change }, leaked))
export const leakedCases: readonly Case[] = [
  byLeaked('a leaked key: a number that its office never gave', { number: 'KH0000900009' }),
  byLeaked('a leaked key: a genuine number under another name', { familyName: 'SOK' }),
  byLeaked('a leaked key: a genuine pass with a later end', { expiresAt: known.expiresAt + day }),
  byLeaked('a leaked key: a genuine pass with an earlier issue', { issuedAt: known.issuedAt - 1 }),
  byLeaked('a leaked key: an extension that nobody signed', { extensionCount: 1 }),
  byLeaked('a leaked key: another place in the status list', { status: { index: 2, uri: uris.khmer } }),
  byLeaked('a leaked key: another photo', { photo: noise(60) }),
  byLeaked('a leaked key: two genuine passes mixed', { number: shown.number }),
  token('KEY_LEAKED', 'a leaked key: a payload that cannot be read is not read', { key: leaked, payload: hex('ff') }),
  token('SIG_INVALID', 'a leaked key: a genuine pass signed by another', {
    key: keys.unlisted,
    protectedBytes: protectedOf(-7, leaked.kid),
    payload: encodeCbor(claimsToCbor(known)),
  }),
  bad('REVOKED', 'a leaked key: a genuine pass that was revoked', passText(struck, leaked)),
  bad('EXPIRED', 'a leaked key: a genuine pass that is over', passText(over, leaked)),
]
