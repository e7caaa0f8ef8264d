import { type ComponentProps, type ReactNode, useState } from 'react'
import type { Text } from '../../../kernel/language.ts'
import { commonWords } from '../../../words/common.ts'
import { useWords } from '../frame/language.tsx'

type FileInputProps = Omit<ComponentProps<'input'>, 'type' | 'onChange'> & {
  onFile(file: File | undefined): void
  /** On the button, where "choose a file" does not say it. */
  word?: Text
  /** The file is used at once: its name does not stay. */
  isUsedAtOnce?: boolean
  'data-testid'?: string
}

/** A file is chosen by a button in the reader's language; the browser itself reads out the file's name. */
export function FileInput({ onFile, word = commonWords.chooseFile, isUsedAtOnce = false, ...input }: FileInputProps) {
  const { say } = useWords()
  const [name, setName] = useState('')
  function take(chosen: HTMLInputElement) {
    const [file] = chosen.files ?? []
    setName(isUsedAtOnce ? '' : (file?.name ?? ''))
    onFile(file)
    if (isUsedAtOnce) chosen.value = ''
  }
  // A browser says nothing when the same file is chosen again, and it may have been corrected since. What was taken before stays taken.
  const forget = (chosen: HTMLInputElement) => {
    chosen.value = ''
  }
  return (
    <span className="file-input">
      <input {...input} type="file" onClick={(event) => forget(event.currentTarget)} onChange={(event) => take(event.currentTarget)} />
      <span className="file-button" aria-hidden="true">
        {say(word)}
      </span>
      <span className="file-name small" aria-hidden="true">
        {name}
      </span>
    </span>
  )
}

/** The same under its label; `children` stand below it. */
export function FileField({ label, children, ...input }: FileInputProps & { label: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the input is in FileInput
    <label className="file-field">
      <span>{label}</span>
      <FileInput {...input} />
      {children}
    </label>
  )
}
