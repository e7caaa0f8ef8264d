/** @jsxImportSource preact */
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Language } from '../../../kernel/language.ts'
import { contestWords as words } from '../../../words/contest.ts'
import { inDigitsOf } from '../../../words/dates.ts'
import { fillIn } from '../../../words/fill-in.ts'
import { portalWords } from '../../../words/portal.ts'
import { FileButton } from '../../look/file-button.tsx'
import { Field, Form, LongTextField } from '../residents/parts.tsx'
import { readEvidence } from '../residents/read-picture.ts'
import { useSend } from '../residents/use-send.ts'
import { DecisionHead } from './decision-card.tsx'
import type { Decision, Mine, Proof } from './record.tsx'

const picturesMax = 4
type Props = { decision: Decision; proof: Proof; language: Language; onBack: () => void; onSent: (mine: Mine) => void }

/** Why it is wrong, and pictures of what proves it. What was typed is gone with the page. */
export function ContestForm({ decision, proof, language, onBack, onSent }: Props) {
  const [text, setText] = useState('')
  const [pictures, setPictures] = useState<readonly string[]>([])
  const { write, busy, problem } = useSend<Mine>(language)
  const top = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    top.current?.focus()
    top.current?.scrollIntoView({ block: 'start' })
  }, [])
  const { about, movement, stay } = decision
  const send = async () => {
    const sent = await write('rebuttals/online', { ...proof, about, movement, stay, text, pictures })
    if (sent) onSent(sent)
  }
  return (
    <div ref={top} tabIndex={-1} class="contest-part">
      <Form onSend={() => void send()} busy={busy} send={portalWords.send[language]} problem={problem} language={language}>
        <DecisionHead decision={decision} language={language} as="h2" />
        <LongTextField
          name="contest-text"
          label={words.why[language]}
          hint={words.whyHint[language]}
          value={text}
          onValue={setText}
          language={language}
        />
        <Pictures pictures={pictures} onPictures={setPictures} language={language} />
      </Form>
      <button type="button" class="quiet-button" onClick={onBack}>
        {words.cancel[language]}
      </button>
    </div>
  )
}

type PicturesProps = { pictures: readonly string[]; onPictures: (pictures: readonly string[]) => void; language: Language }

/** The phone's camera or files; each is made small enough to send before it is kept. */
function Pictures({ pictures, onPictures, language }: PicturesProps) {
  const [unread, setUnread] = useState(false)
  const digits = (n: number) => inDigitsOf(language, String(n))
  async function add(files: FileList | null) {
    const read = await Promise.all([...(files ?? [])].slice(0, picturesMax - pictures.length).map(readEvidence))
    setUnread(read.includes(undefined))
    onPictures([...pictures, ...read.filter((picture) => picture !== undefined)])
  }
  return (
    <div class="evidence">
      {pictures.length < picturesMax && (
        <Field
          label={words.pictures[language]}
          hint={fillIn(words.picturesHint[language], { most: digits(picturesMax) })}
          optional
          language={language}
        >
          {(ids) => (
            <FileButton language={language}>
              <input
                {...ids}
                type="file"
                multiple
                accept="image/jpeg,image/png,image/webp"
                data-testid="contest-pictures"
                onChange={({ currentTarget }) => {
                  const { files } = currentTarget
                  void add(files).then(() => {
                    currentTarget.value = ''
                  })
                }}
              />
            </FileButton>
          )}
        </Field>
      )}
      {unread && (
        <p class="problem" role="alert">
          {words.pictureUnread[language]}
        </p>
      )}
      {pictures.length > 0 && (
        <ul>
          {pictures.map((picture, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two pictures may be the same
            <li key={index} data-testid="contest-picture">
              <img src={`data:image/jpeg;base64,${picture}`} alt={fillIn(words.picture[language], { n: digits(index + 1) })} />
              <button type="button" class="quiet-button" onClick={() => onPictures(pictures.filter((_, place) => place !== index))}>
                {fillIn(words.takeAway[language], { n: digits(index + 1) })}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
