import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url'

export type Frame = { readonly pixels: ArrayBuffer; readonly width: number; readonly height: number }
export type Read = { readonly text: string | null }

const scope = globalThis as unknown as DedicatedWorkerGlobalScope

const ready = prepareZXingModule({ overrides: { locateFile: () => wasmUrl }, fireImmediately: true })
// A reader that did not load says so at the first frame.
ready.catch(() => {})

scope.onmessage = async ({ data }: MessageEvent<Frame>) => {
  const image = new ImageData(new Uint8ClampedArray(data.pixels), data.width, data.height)
  // A frame that cannot be read is as good as an empty one: the next follows.
  const found = await readBarcodes(image, { formats: ['QRCode'], tryHarder: true, tryInvert: false, maxNumberOfSymbols: 1 }).catch(() => [])
  const read: Read = { text: found.find(({ isValid }) => isValid)?.text ?? null }
  scope.postMessage(read)
}
