import { useEffect, useState } from 'react'

const quietModules = 4
/** Between these many screen pixels a module stands on whole pixels; below, the code takes all the width there is. */
const modulePixels = { min: 3, max: 5 } as const

type Modules = { readonly side: number; readonly path: string }

/** A code drawn as one path; nothing until the encoder has come. `large`: as wide as it may, else only as its modules need. */
export function QrPicture({ text, name, widthMax, large = false }: { text: string; name: string; widthMax: number; large?: boolean }) {
  const modules = useModules(text)
  if (!modules) return null
  const { side, path } = modules
  const pixels = Math.floor((large ? widthMax : Math.min(widthMax, modulePixels.max * side)) / side)
  const from = -quietModules
  return (
    <svg
      role="img"
      aria-label={name}
      viewBox={`${from} ${from} ${side} ${side}`}
      width={pixels < modulePixels.min ? Math.max(widthMax, side) : pixels * side}
      shapeRendering="crispEdges"
    >
      <rect x={from} y={from} width={side} height={side} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}

// The encoder is loaded when the first code is drawn. Level M, as profile BP1 prints it; that a text is alphanumeric it sees by itself.
function useModules(text: string): Modules | undefined {
  const [modules, setModules] = useState<Modules | undefined>(undefined)
  useEffect(() => {
    let live = true
    void drawModules(text).then((drawn) => live && setModules(drawn))
    return () => {
      live = false
    }
  }, [text])
  return modules
}

async function drawModules(text: string): Promise<Modules> {
  const { create } = await import('qrcode')
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  let path = ''
  for (let y = 0; y < modules.size; y++) for (let x = 0; x < modules.size; x++) if (modules.get(y, x)) path += `M${x} ${y}h1v1h-1z`
  return { side: modules.size + 2 * quietModules, path }
}
