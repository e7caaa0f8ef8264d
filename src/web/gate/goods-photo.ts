/** A picture is kept this wide, and sent as so many characters of base64 at most. */
const edgePixels = 1_000
const charactersMax = 180_000

/** The picture as a JPEG in base64, made small; undefined where the file is no picture. */
export async function photoOf(file: Blob): Promise<string | undefined> {
  const bitmap = await createImageBitmap(file).catch(() => undefined)
  if (!bitmap) return undefined
  const canvas = document.createElement('canvas')
  for (const [scale, quality] of [
    [1, 0.8],
    [0.8, 0.65],
    [0.6, 0.5],
    [0.4, 0.5],
  ] as const) {
    const factor = Math.min(1, edgePixels / Math.max(bitmap.width, bitmap.height)) * scale
    canvas.width = Math.max(1, Math.round(bitmap.width * factor))
    canvas.height = Math.max(1, Math.round(bitmap.height * factor))
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
    const [, text = ''] = canvas.toDataURL('image/jpeg', quality).split(',')
    if (text !== '' && text.length <= charactersMax) return text
  }
  return undefined
}
