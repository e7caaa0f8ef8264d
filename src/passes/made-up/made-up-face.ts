import { pathsOnly } from '../page/drawing.ts'
import { type Chance, chanceOf } from './chance.ts'

export const madeUpFaceCount = 256

/**
 * The friendly drawn face of the made-up person `index`, 480 × 640, as an SVG of paths. `index` modulo 256 chooses it: bit 0 the sex, bits 1–2
 * the age from young to old, the others skin, hair, clothes, krama and glasses. The caller may keep what it has drawn.
 */
export function madeUpFace(index: number): string {
  const variant = ((index % madeUpFaceCount) + madeUpFaceCount) % madeUpFaceCount
  const chance = chanceOf(`face ${variant}`)
  const look: Look = {
    woman: (variant & 1) === 1,
    age: (variant >> 1) & 3,
    skin: chance.pick(skins),
    hair: hairOf((variant >> 1) & 3, chance),
    shirt: chance.pick(shirts),
    width: 96 + chance.below(20),
    style: chance.below(4),
    brow: chance.below(3),
    smile: 12 + chance.below(16),
    glasses: chance.below(5) < ((variant >> 1) & 3),
    krama: chance.below(4) === 0 ? chance.pick(kramas) : undefined,
    beard: chance.below(4),
  }
  const ground = chance.pick(grounds)
  const parts = [
    fill('M0 0h480v640H0z', ground),
    look.woman ? hairBehind(look) : '',
    body(look),
    hairCap(look),
    head(look),
    features(look),
    hairInFront(look),
    look.glasses ? glasses() : '',
  ]
  return pathsOnly(`<svg xmlns="http://www.w3.org/2000/svg" width="480" height="640" viewBox="0 0 480 640">${parts.join('')}</svg>`)
}

type Skin = { readonly face: string; readonly shade: string; readonly lip: string }
type Look = {
  readonly woman: boolean
  readonly age: number
  readonly skin: Skin
  readonly hair: string
  readonly shirt: string
  readonly width: number
  readonly style: number
  readonly brow: number
  readonly smile: number
  readonly glasses: boolean
  readonly krama: readonly [ground: string, check: string] | undefined
  readonly beard: number
}
const skins: readonly [Skin, ...Skin[]] = [
  { face: '#f0c8a0', shade: '#dcae84', lip: '#b9584d' },
  { face: '#e3b48a', shade: '#cb9768', lip: '#a94b43' },
  { face: '#d29f74', shade: '#b98355', lip: '#9a4540' },
  { face: '#bd8657', shade: '#a06c40', lip: '#8a3d38' },
  { face: '#a06e45', shade: '#855731', lip: '#79332f' },
]
const shirts: readonly [string, ...string[]] = [
  '#345c7c',
  '#f4f4f0',
  '#7a3b46',
  '#2f6b57',
  '#8c7a4f',
  '#4b4f73',
  '#c9b8a0',
  '#20303c',
  '#a8552f',
  '#5f8aa6',
]
const grounds: readonly [string, ...string[]] = ['#dfe8ee', '#e6edf2', '#d7e3ea', '#e9eef0']
const kramas: readonly [readonly [string, string], ...(readonly [string, string])[]] = [
  ['#b3322c', '#f6efe6'],
  ['#2c4f8a', '#f2f2ee'],
  ['#6b3a70', '#f3ead9'],
  ['#2f6d4b', '#f4efe2'],
]
const dark: readonly [string, ...string[]] = ['#1b1716', '#251d1a', '#14161a', '#2d211b']

const fill = (path: string, colour: string, opacity = 1): string =>
  `<path d="${path}" fill="${colour}"${opacity < 1 ? ` fill-opacity="${opacity}"` : ''}/>`
const stroke = (path: string, colour: string, width: number): string =>
  `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round"/>`
const oval = (x: number, y: number, rx: number, ry: number): string => `M${x - rx} ${y}a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0z`

function hairOf(age: number, chance: Chance): string {
  const greys: readonly [string, ...string[]] = ['#c9c9c6', '#a9a9a6', '#8f8b88']
  if (age === 3) return chance.pick(greys)
  return age === 2 && chance.below(3) === 0 ? '#5d5753' : chance.pick(dark)
}

function hairBehind({ hair, style, width }: Look): string {
  const wide = width + 30
  if (style === 0)
    return fill(
      `M${240 - wide} 250C${240 - wide} 90 ${240 + wide} 90 ${240 + wide} 250L${240 + wide + 12} 500C${240 + 90} 540 ${240 - 90} 540 ${240 - wide - 12} 500z`,
      hair,
    )
  if (style === 1)
    return fill(
      `M${240 - wide} 250C${240 - wide} 95 ${240 + wide} 95 ${240 + wide} 250L${240 + wide - 4} 400C${240 + 80} 420 ${240 - 80} 420 ${240 - wide + 4} 400z`,
      hair,
    )
  if (style === 2) return fill(oval(240, 118, 52, 46), hair)
  return fill(
    `M${240 + width - 6} 220C${240 + width + 62} 250 ${240 + width + 50} 400 ${240 + width + 18} 470C${240 + width - 20} 430 ${240 + width - 6} 330 ${240 + width - 20} 300z`,
    hair,
  )
}

function body({ shirt, skin, krama, woman, style }: Look): string {
  const wide = woman ? 168 : 190
  const shoulders = `M${240 - wide} 640C${240 - wide} 520 ${240 - 96} 498 ${240 - 50} 478L${240 + 50} 478C${240 + 96} 498 ${240 + wide} 520 ${240 + wide} 640z`
  const neck = fill('M198 400h84v84C282 520 198 520 198 484z', skin.shade)
  const collar =
    style % 2 === 0
      ? fill('M190 478L240 548L204 566L168 490zM290 478L240 548L276 566L312 490z', '#ffffff', 0.55)
      : fill('M192 478C200 540 280 540 288 478L300 484C292 560 188 560 180 484z', '#000000', 0.16)
  return fill(shoulders, shirt) + neck + collar + (krama ? scarf(krama) : '')
}

function scarf([ground, check]: readonly [string, string]): string {
  const cloth = fill('M168 470C200 520 280 520 312 470L340 500C300 580 180 580 140 500zM270 540L330 640H260L236 556z', ground)
  const lines = [0, 1, 2, 3].map(
    (row) =>
      `M${152 + row * 5} ${506 - row * 9}C${196 + row * 2} ${566 - row * 11} ${284 - row * 2} ${566 - row * 11} ${328 - row * 5} ${506 - row * 9}`,
  )
  const bars = [0, 1, 2, 3, 4, 5, 6].map((column) => `M${172 + column * 22} ${column === 0 || column === 6 ? 492 : 512}l${(column - 3) * 2} 34`)
  return cloth + stroke([...lines, ...bars, 'M262 560L300 636M280 556L318 632'].join(''), check, 4)
}

function head({ skin, width, age }: Look): string {
  const jaw = width * 0.62
  const face = `M${240 - width} 270C${240 - width} 120 ${240 + width} 120 ${240 + width} 270C${240 + width} 372 ${240 + jaw} 440 240 440C${240 - jaw} 440 ${240 - width} 372 ${240 - width} 270z`
  const ears = oval(240 - width - 4, 288, 17, 30) + oval(240 + width + 4, 288, 17, 30)
  const cheeks = fill(oval(240 - width * 0.55, 338, 24, 15) + oval(240 + width * 0.55, 338, 24, 15), '#d4543f', 0.12)
  const lines =
    age < 2
      ? ''
      : stroke(`M${240 - 52} 356q-8 18 4 34M${240 + 52} 356q8 18 -4 34${age === 3 ? 'M206 196q34 -8 68 0M212 214q28 -6 56 0' : ''}`, skin.shade, 4)
  return fill(ears, skin.shade) + fill(face, skin.face) + cheeks + lines
}

function features({ skin, hair, brow, smile, woman, beard, age }: Look): string {
  const eyes = [190, 290].map(
    (x) =>
      fill(oval(x, 284, 19, 11), '#fdfdfb') +
      fill(oval(x, 284, 10, 10), '#2a1a12') +
      fill(oval(x + 3, 281, 3, 3), '#ffffff') +
      stroke(`M${x - 20} 281Q${x} ${woman ? 264 : 268} ${x + 20} 281`, '#1d1512', woman ? 5 : 3.5),
  )
  const rise = [6, 12, 16][brow] ?? 10
  const brows = stroke(`M168 256Q190 ${256 - rise} 214 254M266 254Q290 ${256 - rise} 312 256`, age === 3 ? '#8f8b88' : '#241b18', woman ? 5 : 8)
  const nose = stroke('M236 286Q226 330 228 338Q240 350 254 338', skin.shade, 5)
  const mouth =
    fill(`M204 376Q240 ${376 + smile * 2} 276 376Q240 ${382 + smile * 0.4} 204 376z`, skin.lip) +
    stroke('M200 374q6 4 8 8M280 374q-6 4 -8 8', skin.shade, 3)
  const moustache = !woman && age > 0 && beard === 1 ? fill('M202 368Q222 350 240 358Q258 350 278 368Q258 364 240 367Q222 364 202 368z', hair) : ''
  const chin = !woman && age > 1 && beard === 2 ? fill('M212 414Q240 404 268 414Q264 462 240 466Q216 462 212 414z', hair) : ''
  return eyes.join('') + brows + nose + mouth + moustache + chin
}

const isThin = ({ woman, age, style }: Pick<Look, 'woman' | 'age' | 'style'>): boolean => !woman && age === 3 && style === 0
const crownOf = (width: number): string => `M${232 - width} 272C${218 - width} 96 ${262 + width} 96 ${248 + width} 272`
// Under the face, so that no ground shows between it and the fringe.
const hairCap = (look: Look): string => (isThin(look) ? '' : fill(`${crownOf(look.width)}z`, look.hair))

function hairInFront({ hair, width, style, woman, age }: Look): string {
  const [left, right] = [240 - width - 8, 240 + width + 8]
  if (isThin({ woman, age, style }))
    return fill(
      `M${left} 276C${left - 6} 210 ${left + 24} 178 ${left + 34} 172C${left + 20} 210 ${left + 16} 240 ${left + 12} 276zM${right} 276C${right + 6} 210 ${right - 24} 178 ${right - 34} 172C${right - 20} 210 ${right - 16} 240 ${right - 12} 276z`,
      hair,
    )
  const crown = crownOf(width)
  const fringes = [
    `C${right - 14} 220 ${right - 40} 196 240 200C${left + 40} 196 ${left + 14} 220 ${left} 272z`,
    `C${right - 8} 226 ${right - 20} 206 ${right - 34} 190C270 216 ${left + 60} 218 ${left + 28} 212C${left + 12} 230 ${left + 8} 250 ${left} 272z`,
    `C${right - 6} 232 ${right - 22} 196 250 176C${left + 70} 206 ${left + 16} 214 ${left} 272z`,
    `C${right - 12} 236 ${right - 16} 222 ${right - 22} 214L${left + 22} 214C${left + 16} 222 ${left + 12} 236 ${left} 272z`,
  ]
  return fill(crown + (fringes[style] ?? ''), hair)
}

function glasses(): string {
  const frames = oval(190, 286, 38, 30) + oval(290, 286, 38, 30)
  return fill(frames, '#ffffff', 0.16) + stroke(`${frames}M228 282q12 -8 24 0M152 280l-22 -8M328 280l22 -8`, '#2b2f36', 5)
}
