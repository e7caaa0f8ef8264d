import { Button } from '@mantine/core'
import { useState } from 'react'
import type { InvitedAnswer } from '../../../identity/identity.api.ts'
import { borderZone, type Instant } from '../../../kernel/time.ts'
import { formatDateTime } from '../../../words/dates.ts'
import { deskWords } from '../../../words/desk.ts'
import { staffWords } from '../../../words/staff.ts'
import { useWords } from '../frame/language.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { Icon } from '../parts/icon.tsx'

/** Shown this once: the server keeps only its hash. */
export function OneTimeLink({ invited: { member, link, expiresAt }, onClose }: { invited: InvitedAnswer; onClose(): void }) {
  const { say, language } = useWords()
  const [copied, setCopied] = useState(false)
  const whole = link && new URL(link, location.origin).href
  const until = expiresAt ? formatDateTime(expiresAt as Instant, borderZone, language) : ''
  const copy = () =>
    navigator.clipboard?.writeText(whole ?? '').then(
      () => setCopied(true),
      () => setCopied(false),
    )
  return (
    <Dialog title={say(staffWords.linkTitle, { name: member.name })} onClose={onClose}>
      <div className="stack">
        <p>{whole ? say(staffWords.linkLead, { until }) : say(staffWords.linkGone)}</p>
        {whole && (
          <textarea
            className="qr-text"
            readOnly
            rows={3}
            value={whole}
            aria-label={say(staffWords.link)}
            spellCheck={false}
            lang="zxx"
            data-testid="one-time-link"
            onFocus={(event) => event.currentTarget.select()}
          />
        )}
        <div className="actions actions-end">
          {whole && (
            <Button variant="default" leftSection={<Icon name={copied ? 'check' : 'copy'} />} onClick={() => void copy()}>
              {say(copied ? deskWords.copied : staffWords.copy)}
            </Button>
          )}
          <Button onClick={onClose} data-testid="link-handed-over">
            {say(whole ? staffWords.handedOver : deskWords.close)}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
