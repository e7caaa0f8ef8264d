/** A plate as it is compared: one case, digits of one script, nothing between its letters and digits. The same again for its own result. */
export const normalPlate = (text: string): string =>
  text
    .slice(0, 100)
    .normalize('NFKC')
    .replace(/[\u17E0-\u17E9]/gu, (digit) => String(digit.charCodeAt(0) - 0x17e0))
    .replace(/[\u0E50-\u0E59]/gu, (digit) => String(digit.charCodeAt(0) - 0x0e50))
    .toUpperCase()
    .replace(/[^\p{L}\p{M}\d]+/gu, '')
    .slice(0, plateMax)

export const plateMax = 40

/** A plate without its province, which hands write or leave out: behind the number three letters or more, in Khmer before it too (Thai motorcycles begin with three letters of their series). */
export const plateCore = (plate: string): string => {
  const core = plate.replace(/(?<=\d)[\p{L}\p{M}]{3,}$/u, '').replace(/^[\u1780-\u17D3]{3,}(?=[\dA-Z])/u, '')
  return core.length >= coreMin && /\d/.test(core) ? core : plate
}
const coreMin = 4
