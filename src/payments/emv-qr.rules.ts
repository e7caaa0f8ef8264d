/** Why a text is not a payment code, or cannot be made one. */
export const qrFaults = [
  'size',
  'characters',
  'header',
  'length',
  'checksum',
  'order',
  'duplicate',
  'missing',
  'unexpected',
  'value',
  'amount',
  'currency',
  'timestamp',
  'canonical',
] as const
export type QrFault = (typeof qrFaults)[number]
export type QrReading<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: QrFault; readonly tag?: string }
export const qrFault = (fault: QrFault, tag?: string): { readonly ok: false; readonly fault: QrFault; readonly tag?: string } => ({
  ok: false,
  fault,
  ...(tag !== undefined && { tag }),
})

/** A data object of EMVCo's merchant-presented mode: two digits, two digits of length, the value. */
export type DataObject = readonly [tag: string, value: string]

/** EMVCo's limit of a whole payload (QRCPS merchant-presented mode §3). */
export const qrCharactersMax = 512
const valueMax = 99
const checksumTag = '63'

/**
 * The data objects as text. A value of undefined is left out.
 * Length counts UTF-16 units, as the known libraries count; with `faultOfText` holding, that is also the number of characters.
 * @throws for a value that no length can be written for: the caller checks texts first.
 */
export function writeObjects(objects: readonly (readonly [tag: string, value: string | undefined])[]): string {
  return objects
    .flatMap(([tag, value]) => {
      if (value === undefined) return []
      if (!/^\d\d$/.test(tag) || value.length === 0 || value.length > valueMax)
        throw new RangeError(`no data object can hold ${tag} of ${value.length}`)
      return [`${tag}${String(value.length).padStart(2, '0')}${value}`]
    })
    .join('')
}

/** The whole payload: format indicator first, checksum last. */
export function writePayload(objects: readonly (readonly [tag: string, value: string | undefined])[]): string {
  const text = `${writeObjects([['00', '01'], ...objects])}${checksumTag}04`
  return text + checksumOf(text)
}

/**
 * Reads a payload strictly: "00" first, CRC last and right in upper case, every length exact, no tag twice, no character whose length two readers could count differently.
 * What the tags mean is the profile's question.
 */
export function readPayload(text: string): QrReading<readonly DataObject[]> {
  if (text.length > qrCharactersMax || text.length < 12) return qrFault('size')
  if (!isPlain(text)) return qrFault('characters')
  if (!text.startsWith('000201')) return qrFault('header', '00')
  const objects = readObjects(text)
  if (!objects.ok) return objects
  const last = objects.value.at(-1)
  if (last?.[0] !== checksumTag) return qrFault(objects.value.some(([tag]) => tag === checksumTag) ? 'order' : 'missing', checksumTag)
  if (last[1].length !== 4) return qrFault('length', checksumTag)
  if (checksumOf(text.slice(0, -4)) !== last[1]) return qrFault('checksum', checksumTag)
  return { ok: true, value: objects.value.slice(1, -1) }
}

/** The data objects of a payload or of a template in one, to the very end of the text. */
export function readObjects(text: string): QrReading<readonly DataObject[]> {
  const found: DataObject[] = []
  for (let at = 0; at < text.length; ) {
    const [, tag = '', digits = ''] = /^(\d\d)(\d\d)/.exec(text.slice(at, at + 4)) ?? []
    if (tag === '') return qrFault('length', found.at(-1)?.[0])
    const length = Number(digits)
    const value = text.slice(at + 4, at + 4 + length)
    if (length === 0 || value.length !== length) return qrFault('length', tag)
    if (found.some(([earlier]) => earlier === tag)) return qrFault('duplicate', tag)
    found.push([tag, value])
    at += 4 + length
  }
  return { ok: true, value: found }
}

/** The objects by tag; a tag that is not among `tags` is a fault. */
export function byTag<const Tag extends string>(objects: readonly DataObject[], tags: readonly Tag[]): QrReading<{ readonly [T in Tag]?: string }> {
  const stranger = objects.find(([tag]) => !(tags as readonly string[]).includes(tag))
  if (stranger) return qrFault('unexpected', stranger[0])
  return { ok: true, value: Object.fromEntries(objects) as { readonly [T in Tag]?: string } }
}

/**
 * A text that every reader counts the same: no character outside the basic plane (two UTF-16 units, one character), no control, direction or private
 * character. Khmer and Thai are counted by characters, never by bytes.
 */
export function isPlain(text: string): boolean {
  return !/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\u{10000}-\u{10FFFF}]/u.test(text)
}

/** Up to `max` characters that can stand in a payment code, trimmed. */
export const isQrText = (text: string, max: number): boolean => text.length > 0 && text.length <= max && isPlain(text) && text === text.trim()

/** CRC-16/CCITT-FALSE over UTF-8: polynomial 1021, start FFFF, not reflected, no last turn. Four upper-case hexadecimal digits. */
export function checksumOf(text: string): string {
  let crc = 0xffff
  for (const byte of new TextEncoder().encode(text)) {
    crc ^= byte << 8
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : (crc << 1) & 0xffff
  }
  return crc.toString(16).toUpperCase().padStart(4, '0')
}

/** How a currency is written in a payment code. */
export const qrCurrencies = { KHR: '116', USD: '840', THB: '764' } as const
export type QrCurrency = keyof typeof qrCurrencies
export type Money = { readonly amount: number; readonly currency: QrCurrency }

const amountCharactersMax = 13
/**
 * The amount as the code carries it; undefined for what is no price: nothing, less than nothing, parts of a riel, more than two decimals, too long.
 * An amount of 0 must never reach a writer: a KHQR without an amount is a static one that takes any sum.
 */
export function amountText({ amount, currency }: Money): string | undefined {
  if (!Number.isFinite(amount) || amount <= 0) return undefined
  const decimals = currency === 'KHR' ? 0 : 2
  const fixed = amount.toFixed(decimals)
  if (Number(fixed) !== amount) return undefined
  // Bakong writes whole dollars without a point, PromptPay writes every baht with two places.
  const text = currency === 'USD' && Number.isInteger(amount) ? amount.toFixed(0) : fixed
  return text.length > amountCharactersMax || !/^\d+([.]\d\d)?$/.test(text) ? undefined : text
}
