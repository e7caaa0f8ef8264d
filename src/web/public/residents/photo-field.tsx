/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import type { Language } from '../../../kernel/language.ts'
import { applyWords } from '../../../words/apply-online.ts'
import { FileButton } from '../../look/file-button.tsx'
import { Field } from './parts.tsx'
import { readPicture } from './read-picture.ts'

/** The phone's camera or a file; made small before it is sent. */
export function PhotoField({ value, onValue, language }: { value: string; onValue: (base64: string) => void; language: Language }) {
  const [unread, setUnread] = useState(false)
  async function read(input: HTMLInputElement) {
    const [file] = input.files ?? []
    const photo = file && (await readPicture(file))
    // A file that is no photo is none: else the form would be sent without one, and refused in words that name no entry.
    if (!photo) input.value = ''
    setUnread(file !== undefined && photo === undefined)
    onValue(photo ?? '')
  }
  return (
    <div class="photo-field">
      <Field label={applyWords.photo[language]} hint={applyWords.photoHint[language]} language={language}>
        {(ids) => (
          <FileButton language={language}>
            <input
              {...ids}
              type="file"
              accept="image/jpeg,image/png,image/webp"
              capture="user"
              required={value === ''}
              data-testid="photo"
              onChange={({ currentTarget }) => void read(currentTarget)}
            />
          </FileButton>
        )}
      </Field>
      {unread && (
        <p class="problem" role="alert">
          {applyWords.photoUnread[language]}
        </p>
      )}
      {value && (
        <img src={`data:image/jpeg;base64,${value}`} alt={applyWords.preview[language]} width="120" height="160" data-testid="photo-preview" />
      )}
    </div>
  )
}
