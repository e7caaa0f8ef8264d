/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import type { Language } from '../../../kernel/language.ts'
import type { NeedsAnswer } from '../../../portal/portal.api.ts'
import { applyWords } from '../../../words/apply-online.ts'
import { fillIn } from '../../../words/fill-in.ts'
import { portalWords } from '../../../words/portal.ts'
import { publicWords } from '../../../words/public.ts'
import { HomeArea } from './home-area.tsx'
import { MobileField } from './mobile-field.tsx'
import { BirthDate, Form, KeepNumber, SelectField, TextField } from './parts.tsx'
import { PhotoField } from './photo-field.tsx'
import { sayPaper } from './say-paper.ts'
import { nameIn, useInstance, useOffices } from './use-lists.ts'
import { useAsk, useSend } from './use-send.ts'

const empty = {
  localName: '',
  familyName: '',
  givenName: '',
  birthDate: '',
  sex: '',
  nationalId: '',
  address: '',
  guardian: '',
  photo: '',
  mobile: '',
  agreed: false,
}
const nationalities: Readonly<Record<string, string>> = { KH: 'KHM', TH: 'THA', LA: 'LAO', VN: 'VNM' }

/** The desk's own fields, typed at home. Proved is nothing of it: the office waits for the person and the papers. */
export function ApplyPage({ language }: { language: Language }) {
  const [typed, setTyped] = useState(empty)
  const [home, setHome] = useState({ province: '', district: '' })
  const [office, setOffice] = useState('')
  const [number, setNumber] = useState<string | undefined>(undefined)
  const { write, busy, problem } = useSend<{ number: string }>(language)
  const instance = useInstance(language)
  const offices = useOffices(language).filter(({ id }) => home.district.startsWith(id))
  const [papers, setPapers] = useState<NeedsAnswer['papers']>(null)
  const { send: askNeeds } = useAsk<NeedsAnswer>(language)
  const change = (part: Partial<typeof empty>) => setTyped((before) => ({ ...before, ...part }))
  const hasMessages = instance !== undefined && instance.messages !== 'off'
  const chosen = offices.find(({ id }) => id === office) ?? offices.findLast(() => true)
  if (number)
    return (
      <section class="card" data-testid="applied">
        <p class="stage stage-received" role="status">
          {applyWords.sent[language]}
        </p>
        {chosen && <p>{fillIn(applyWords.bring[language], { office: nameIn(chosen.name, language, chosen.id.slice(0, 2)) })}</p>}
        {papers && (
          <ul class="bring" data-testid="bring">
            {papers.lines.map((line) => (
              <li key={line.oneOf.join()}>{sayPaper(line, language)}</li>
            ))}
          </ul>
        )}
        <KeepNumber label={portalWords.number[language]} number={number} note={portalWords.keepNumber[language]} language={language} />
        <a class="button" href="/needs">
          {publicWords.needs[language]}
        </a>
      </section>
    )
  const { photo, guardian, sex, mobile, agreed, ...texts } = typed
  const send = () => {
    const state = instance?.state ?? ''
    const applicant = {
      ...texts,
      sex: Number(sex),
      guardian: guardian || null,
      homeArea: home.district,
      nationality: nationalities[state] ?? '',
      localLanguage: instance?.localLanguage ?? '',
    }
    const told = hasMessages && mobile.trim() !== '' ? { mobile: { number: mobile, consent: agreed } } : {}
    void write('online-applications', { office: chosen?.id ?? '', applicant, photo, ...told }).then((sent) => {
      setNumber(sent?.number)
      // With the number goes what to bring: the clerk ticks it at the counter.
      if (sent) void askNeeds(`needs?kind=new&homeArea=${encodeURIComponent(home.district)}`).then((needs) => setPapers(needs?.papers ?? null))
    })
  }
  const text = (name: 'localName' | 'familyName' | 'givenName' | 'nationalId' | 'address' | 'guardian', optional = false) => (
    <TextField
      name={name}
      label={applyWords[name][language]}
      value={typed[name]}
      onValue={(value) => change({ [name]: value })}
      optional={optional}
      input={{ maxLength: 200, autoComplete: 'off' }}
      language={language}
    />
  )
  return (
    <Form onSend={send} busy={busy} send={portalWords.send[language]} problem={problem} language={language}>
      <p>{applyWords.lead[language]}</p>
      {text('localName')}
      {text('familyName')}
      {text('givenName')}
      <BirthDate language={language} onValue={(birthDate) => change({ birthDate })} />
      <SelectField
        name="sex"
        label={applyWords.sex[language]}
        value={sex}
        onValue={(value) => change({ sex: value })}
        choices={[
          { value: '1', word: applyWords.male[language] },
          { value: '2', word: applyWords.female[language] },
          { value: '3', word: applyWords.otherSex[language] },
        ]}
        language={language}
      />
      {text('nationalId')}
      <HomeArea value={home} onValue={setHome} language={language} />
      {text('address')}
      {text('guardian', true)}
      {offices.length > 1 && (
        <SelectField
          name="office"
          label={applyWords.office[language]}
          value={chosen?.id ?? ''}
          onValue={setOffice}
          choices={offices.map(({ id, name }) => ({ value: id, word: nameIn(name, language, id.slice(0, 2)) }))}
          language={language}
        />
      )}
      {hasMessages && <MobileField home={instance?.state ?? ''} mobile={mobile} agreed={agreed} onChange={change} language={language} />}
      <PhotoField value={photo} onValue={(value) => change({ photo: value })} language={language} />
    </Form>
  )
}
