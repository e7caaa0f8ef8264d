import type { ReactNode } from 'react'
import { Icon } from '../desk/parts/icon.tsx'

/** Something the page says itself; a refusal of the server is a ProblemNotice. */
export function Notice({ children }: { children: ReactNode }) {
  return (
    <div className="notice notice-refuse" role="alert" data-testid="note">
      <Icon name="cross" />
      <div>{children}</div>
    </div>
  )
}
