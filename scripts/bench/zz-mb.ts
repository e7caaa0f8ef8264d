import { decodeBase45 } from '../../src/credential/base45.ts'
import { decodeCbor, encodeCbor } from '../../src/credential/cbor.ts'
import { parseClaims } from '../../src/credential/claims.ts'
import { parseSign1 } from '../../src/credential/cose.ts'
import { adler32, inflate } from '../../src/credential/inflate.ts'
import { passOf } from './verify.ts'

const { text } = await passOf(7)
const t = (name: string, f: () => unknown) => {
  for (let i = 0; i < 20000; i++) f()
  const s = performance.now()
  for (let i = 0; i < 20000; i++) f()
  console.log(name.padEnd(14), ((performance.now() - s) / 20).toFixed(2), 'µs')
}
const c = decodeBase45(text) as any
const inf = inflate(c.value, 2048) as any
const s1 = parseSign1(inf.value) as any
const dec = decodeCbor(s1.value.payload) as any
t('base45', () => decodeBase45(text))
t('inflate', () => inflate(c.value, 2048))
t('adler', () => adler32(inf.value))
t('sign1', () => parseSign1(inf.value))
t('payload cbor', () => decodeCbor(s1.value.payload))
t('claims', () => parseClaims(dec.value))
t('tbs', () => encodeCbor(['Signature1', s1.value.protectedBytes, new Uint8Array(0), s1.value.payload]))
