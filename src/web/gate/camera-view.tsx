/** @jsxImportSource preact */
import { useRef } from 'preact/hooks'
import { gateWords } from '../../words/gate.ts'
import { Icon } from './icons.tsx'
import type { Scanner, ScannerState } from './scanner.ts'
import { useStore } from './store.ts'
import { useWords } from './use-words.ts'

const notes = {
  off: gateWords.scanHint,
  starting: gateWords.cameraStarting,
  on: gateWords.scanHint,
  denied: gateWords.cameraDenied,
  missing: gateWords.cameraMissing,
} as const satisfies Record<ScannerState['type'], unknown>

export function CameraView({ scanner }: { scanner: Scanner }) {
  const { t } = useWords()
  const { type, hasTorch, torch, cameras } = useStore(scanner)
  const video = useRef<HTMLVideoElement>(null)
  const start = (): void => {
    if (video.current) void scanner.start(video.current)
  }
  const turn = (): void => {
    if (video.current) void scanner.nextCamera(video.current)
  }
  return (
    <div class="camera" data-camera={type}>
      <video ref={video} muted playsInline tabIndex={-1} />
      <svg class="camera-frame" viewBox="0 0 100 100" aria-hidden="true" focusable="false">
        <path d="M4 24V9a5 5 0 0 1 5-5h15M76 4h15a5 5 0 0 1 5 5v15M96 76v15a5 5 0 0 1-5 5H76M24 96H9a5 5 0 0 1-5-5V76" />
      </svg>
      <p class="camera-note" role="status">
        {t(notes[type])}
      </p>
      <div class="camera-tools">
        {type === 'on' || type === 'starting' ? (
          <button type="button" onClick={() => scanner.stop()}>
            {t(gateWords.scanStop)}
          </button>
        ) : (
          <button type="button" class="primary" data-testid="scan-start" onClick={start}>
            <Icon name="camera" />
            {t(gateWords.scanStart)}
          </button>
        )}
        {hasTorch && (
          <button type="button" aria-pressed={torch} onClick={() => void scanner.switchTorch()}>
            <Icon name="torch" />
            {t(gateWords.torch)}
          </button>
        )}
        {cameras > 1 && (
          <button type="button" onClick={turn}>
            <Icon name="turn" />
            {t(gateWords.otherCamera)}
          </button>
        )}
      </div>
    </div>
  )
}
