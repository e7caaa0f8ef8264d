/** The photo of a pass is the 4 × 6 cm one that the papers name. The form's cutter, the server, the page and the screens take its shape from here alone. */
export const photoFormat = { widthMm: 40, heightMm: 60 } as const

/** For screens and paper. */
export const portraitPixels = { width: 480, height: (480 * photoFormat.heightMm) / photoFormat.widthMm } as const

/** The picture in the QR is what profile BP1 says (docs/spec/credential.md), 3 to 4: nothing that reads a pass has to change. */
export const chipPixels = { width: 60, height: 80 } as const

/** The part of a portrait that the QR carries: the whole width. What is too high goes at the foot rather than at the head, where a third of it does: the face guide lies within. */
export function chipCut({ width, height }: { readonly width: number; readonly height: number }): { top: number; height: number } {
  const kept = Math.min(height, Math.round((width * chipPixels.height) / chipPixels.width))
  return { top: Math.round((height - kept) / 3), height: kept }
}
