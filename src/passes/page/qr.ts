import { create } from 'qrcode'
import { pathsOnly } from './drawing.ts'
import { PageError } from './page-error.ts'

/** Smaller modules were not read by cheap cameras (profile BP1). */
export const moduleMmMin = 0.42
/** Larger ones bring nothing more. */
export const moduleMmMax = 0.6
/** What the page can give: version 25 at the smallest module. */
export const sideMmMax = 52.5
/** A short code is drawn larger up to this side, the usual one of a pass with photo. */
const sideMmUsual = 47.5
/** ISO/IEC 18004 §6.3.8. */
export const quietModules = 4

export type QrDrawing = {
  /** Modules of a side, without the quiet zone; `dark` has them row by row. */
  readonly modules: number
  readonly dark: readonly boolean[]
  readonly moduleMm: number
  /** With the quiet zone. */
  readonly sideMm: number
  readonly svg: string
}

/**
 * One alphanumeric segment at level M, as paths on white with its quiet zone. Throws PageError `qr-text` for a text outside the alphanumeric set
 * (ISO/IEC 18004 table 5) and `qr-too-long` when the modules would be under 0.42 mm.
 */
export function drawQr(text: string): QrDrawing {
  if (!/^[0-9A-Z $%*+\-./:]+$/.test(text)) throw new PageError('qr-text', 'the text has signs outside the alphanumeric set')
  if (text.length > 1800) throw new PageError('qr-too-long', `${text.length} characters`)
  const { modules } = create([{ data: text, mode: 'alphanumeric' }], { errorCorrectionLevel: 'M' })
  const all = modules.size + 2 * quietModules
  const moduleMm = Math.min(moduleMmMax, Math.max(moduleMmMin, Math.floor((sideMmUsual / all) * 1000) / 1000))
  const sideMm = Math.round(all * moduleMm * 1000) / 1000
  if (sideMm > sideMmMax)
    throw new PageError('qr-too-long', `${modules.size} modules of ${moduleMm} mm need ${sideMm} mm, the page has ${sideMmMax} mm`)
  const dark = Array.from(modules.data, (value) => value === 1)
  return { modules: modules.size, dark, moduleMm, sideMm, svg: pathsOnly(svgOf(modules.size, dark)) }
}

// Each row's runs of dark modules, in one path: drawn as one fill, so that no seam shows between rows.
function svgOf(modules: number, dark: readonly boolean[]): string {
  let path = ''
  for (let row = 0; row < modules; row += 1)
    for (let column = 0; column < modules; column += 1) {
      const start = column
      while (column < modules && dark[row * modules + column]) column += 1
      if (column > start) path += `M${start + quietModules} ${row + quietModules}h${column - start}v1h${start - column}z`
    }
  const all = modules + 2 * quietModules
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${all} ${all}"><path d="M0 0h${all}v${all}h-${all}z" fill="#fff"/><path d="${path}" fill="#000"/></svg>`
}
