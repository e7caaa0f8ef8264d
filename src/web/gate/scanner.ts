import type { Frame, Read } from './reader.worker.ts'
import { Store } from './store.ts'

export type ScannerState = {
  readonly type: 'off' | 'starting' | 'on' | 'denied' | 'missing'
  readonly hasTorch: boolean
  readonly torch: boolean
  readonly cameras: number
}

const off: ScannerState = { type: 'off', hasTorch: false, torch: false, cameras: 0 }
/** Twelve frames a second are enough for a hand, and leave the tablet cool. */
const frameEveryMs = 80

/** Camera to text: frames go to a worker one at a time, what it reads comes back to `onText`. */
export class Scanner extends Store<ScannerState> {
  onText: (text: string) => void = () => {}
  /** While nobody wants a reading the camera shows its picture and the reader rests. */
  isWanted: () => boolean = () => true
  readonly #canvas = document.createElement('canvas')
  #worker: Worker | undefined
  #stream: MediaStream | undefined
  #video: HTMLVideoElement | undefined
  #deviceId: string | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  /** A frame is with the worker: the next waits for its answer, also over a stop and a start. */
  #isReading = false

  constructor() {
    super(off)
  }

  /** Loads the reader before the first scan needs it. */
  warmUp(): void {
    if (this.#worker) return
    this.#worker = new Worker(new URL('./reader.worker.ts', import.meta.url), { type: 'module' })
    this.#worker.onmessage = ({ data }: MessageEvent<Read>) => {
      this.#isReading = false
      if (data.text !== null && this.value.type === 'on') this.onText(data.text)
      this.#sendSoon()
    }
  }

  async start(video: HTMLVideoElement): Promise<void> {
    if (this.value.type === 'on' || this.value.type === 'starting') return
    this.warmUp()
    this.set({ ...off, type: 'starting' })
    try {
      const which = this.#deviceId === undefined ? { facingMode: 'environment' } : { deviceId: { exact: this.#deviceId } }
      this.#stream = await navigator.mediaDevices.getUserMedia({ audio: false, video: { ...which, width: { ideal: 1920 }, height: { ideal: 1080 } } })
      this.#video = video
      video.srcObject = this.#stream
      await video.play()
    } catch (error) {
      this.stop()
      this.set({ ...off, type: error instanceof DOMException && error.name === 'NotAllowedError' ? 'denied' : 'missing' })
      return
    }
    const [track] = this.#stream.getVideoTracks()
    track?.addEventListener('ended', () => this.stop())
    const hasTorch = 'torch' in (track?.getCapabilities?.() ?? {})
    this.set({ type: 'on', hasTorch, torch: false, cameras: (await this.#cameras()).length })
    this.#sendFrame()
  }

  stop(): void {
    clearTimeout(this.#timer)
    for (const track of this.#stream?.getTracks() ?? []) track.stop()
    this.#stream = undefined
    if (this.#video) this.#video.srcObject = null
    this.set(off)
  }

  async switchTorch(): Promise<void> {
    const torch = !this.value.torch
    // `torch` is of the image-capture draft, which the compiler's list of constraints lacks.
    await this.#stream?.getVideoTracks()[0]?.applyConstraints({ advanced: [{ torch } as MediaTrackConstraintSet] })
    this.update({ torch })
  }

  async nextCamera(video: HTMLVideoElement): Promise<void> {
    const cameras = await this.#cameras()
    const current = this.#stream?.getVideoTracks()[0]?.getSettings().deviceId
    const at = cameras.findIndex(({ deviceId }) => deviceId === current)
    this.#deviceId = cameras[(at + 1) % cameras.length]?.deviceId
    this.stop()
    await this.start(video)
  }

  #sendSoon(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#sendFrame(), frameEveryMs)
  }

  #sendFrame(): void {
    const [video, worker] = [this.#video, this.#worker]
    if (this.value.type !== 'on' || this.#isReading || !video || !worker) return
    const { videoWidth: width, videoHeight: height } = video
    const context = this.#canvas.getContext('2d', { willReadFrequently: true })
    if (!context || width === 0 || !this.isWanted()) {
      this.#sendSoon()
      return
    }
    if (this.#canvas.width !== width) this.#canvas.width = width
    if (this.#canvas.height !== height) this.#canvas.height = height
    context.drawImage(video, 0, 0, width, height)
    const { data } = context.getImageData(0, 0, width, height)
    const frame: Frame = { pixels: data.buffer, width, height }
    this.#isReading = true
    worker.postMessage(frame, [data.buffer])
  }

  async #cameras(): Promise<MediaDeviceInfo[]> {
    const devices = await navigator.mediaDevices.enumerateDevices().catch(() => [])
    return devices.filter(({ kind }) => kind === 'videoinput')
  }
}
