/** @jsxImportSource preact */
import { isStateCode } from '../../../kernel/code.ts'
import type { Language } from '../../../kernel/language.ts'
import { readMobile, spokenMobile } from '../../../passes/messages/mobile.rules.ts'
import { mobileWords } from '../../../words/messages.ts'
import { TextField } from './parts.tsx'

type Props = {
  readonly home: string
  readonly mobile: string
  readonly agreed: boolean
  readonly onChange: (part: { mobile?: string; agreed?: boolean }) => void
  readonly language: Language
}

/** Where to be told, if anywhere: the number is read back as it will be called, and its owner agrees before it can be sent. */
export function MobileField({ home, mobile, agreed, onChange, language }: Props) {
  const read = isStateCode(home) ? readMobile(home, mobile) : undefined
  const typed = mobile.trim() !== ''
  const hint = typed && !read ? mobileWords.unread[language] : `${mobileWords.hint[language]} ${mobileWords.atCounter[language]}`
  return (
    <>
      <TextField
        name="mobile"
        label={mobileWords.mobile[language]}
        value={mobile}
        onValue={(value) => onChange({ mobile: value })}
        hint={read ? `${spokenMobile(read)} · ${mobileWords.atCounter[language]}` : hint}
        optional
        input={{ inputMode: 'tel', maxLength: 40, autoComplete: 'off' }}
        language={language}
      />
      {typed && (
        <label class="check">
          <input
            type="checkbox"
            data-testid="mobile-consent"
            checked={agreed}
            required
            onChange={({ currentTarget }) => onChange({ agreed: currentTarget.checked })}
          />
          <span>{mobileWords.consentMine[language]}</span>
        </label>
      )}
    </>
  )
}
