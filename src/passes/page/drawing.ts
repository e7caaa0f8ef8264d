import { PageError } from './page-error.ts'

/**
 * Gives back `svg` if it holds paths and nothing else; throws PageError `drawing` otherwise. The typesetter shapes Khmer and Thai wrongly in
 * SVG text and may take its whole process down with it, so words are set by the template alone.
 */
export function pathsOnly(svg: string): string {
  if (/<[!?]|&/.test(svg)) throw new PageError('drawing', 'entities, declarations and comments are not allowed')
  for (const [, name = ''] of svg.matchAll(/<\/?\s*([^\s/>]*)/g))
    if (!allowed.has(name)) throw new PageError('drawing', `<${name} is not allowed: paths only`)
  if (/\s(on\w+|href|xlink:href|style)\s*=/.test(svg)) throw new PageError('drawing', 'links, styles and handlers are not allowed')
  return svg
}

const allowed = new Set(['svg', 'g', 'path', 'defs', 'linearGradient', 'stop'])

/** Millimetres or pixels with at most two decimals: enough for paper, and equal on every machine. */
export const short = (value: number): string => String(Math.round(value * 100) / 100)
