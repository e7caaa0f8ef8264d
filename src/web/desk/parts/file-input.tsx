import { type ComponentProps, type ReactNode, useState } from 'react'
import { commonWords } from '../../../words/common.ts'
import { useWords } from '../frame/language.tsx'

type FileInputProps = Omit<ComponentProps<'input'>, 'type' | 'onChange'> & { onFile(file: File | undefined): void; 'data-testid'?: string }

/** A file is chosen by a button in the reader's language; the browser itself reads out the file's name. */
export function FileInput({ onFile, ...input }: FileInputProps) {
  const { say } = useWords()
  const [name, setName] = useState('')
  function take(file: File | undefined) {
    setName(file?.name ?? '')
    onFile(file)
  }
  return (
    <span className="file-input">
      <input {...input} type="file" onChange={(event) => take(event.currentTarget.files?.[0])} />
      <span className="file-button" aria-hidden="true">
        {say(commonWords.chooseFile)}
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
