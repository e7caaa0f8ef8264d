/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { workWords } from '../../words/gate-work.ts'
import { Icon } from './icons.tsx'
import { useWords } from './use-words.ts'

/** Something over the lane, read or filled in and closed again; the case below waits. */
export function Dialog({ title, id, onClose, children }: { title: string; id: string; onClose: () => void; children: ComponentChildren }) {
  const { t } = useWords()
  const dialog = useRef<HTMLDialogElement>(null)
  // Taken off the page it is closed too; closing it by hand then would be heard by whatever was opened in its place.
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog class="sheet" ref={dialog} aria-labelledby={`${id}-title`} data-testid={id} onClose={onClose}>
      <div class="sheet-head">
        <h2 id={`${id}-title`}>{title}</h2>
        <button type="button" class="plain" data-testid={`${id}-close`} onClick={onClose}>
          <Icon name="cross" />
          {t(workWords.close)}
        </button>
      </div>
      {children}
    </dialog>
  )
}
