import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { deskWords } from '../../../words/desk.ts'
import { useWords } from '../frame/language.tsx'

type DialogProps = {
  readonly title: string
  readonly fullScreen?: boolean
  /** Two things stand beside each other in it. */
  readonly isWide?: boolean
  onClose(): void
  readonly children: ReactNode
}

/** Put together by hand: the ready-made one opens with a <header>, a second banner of the page to a screen reader. */
export function Dialog({ title, fullScreen = false, isWide = false, onClose, children }: DialogProps) {
  const { say } = useWords()
  return (
    // Its scroll lock would write a style element without our nonce; desk.css locks the page instead.
    <Modal.Root opened onClose={onClose} size={isWide ? 'lg' : 'md'} centered fullScreen={fullScreen} lockScroll={false}>
      <Modal.Overlay />
      <Modal.Content>
        <Modal.Body className="dialog">
          <div className="card-head">
            <Modal.Title>{title}</Modal.Title>
            <Modal.CloseButton aria-label={say(deskWords.close)} />
          </div>
          {children}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
