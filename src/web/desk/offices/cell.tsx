import type { ReactNode } from 'react'

/** A cell of a table that is a card on a phone, where it says its own name. */
export function Cell({ name, tone, isText = false, children }: { name: string; tone?: string | undefined; isText?: boolean; children: ReactNode }) {
  return (
    <td className={isText ? undefined : 'number'} data-tone={tone}>
      <span className="cell-name" aria-hidden="true">
        {name}
      </span>
      <span className="cell-value">{children}</span>
    </td>
  )
}
