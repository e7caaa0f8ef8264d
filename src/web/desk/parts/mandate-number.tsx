import { Fragment } from 'react'

/** "KH:0109/2024-01-01": on a narrow screen its line ends after the stroke, never inside the office's code or the day. */
export function MandateNumber({ id }: { readonly id: string }) {
  const parts = id.split('/')
  return (
    <span className="code">
      {parts.map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one number never change places.
        <Fragment key={at}>
          {at > 0 && <wbr />}
          <span className="unbroken">{at < parts.length - 1 ? `${part}/` : part}</span>
        </Fragment>
      ))}
    </span>
  )
}
