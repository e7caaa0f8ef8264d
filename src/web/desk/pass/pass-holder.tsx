import type { CivilDate } from '../../../kernel/time.ts'
import type { PassAnswer as Pass } from '../../../passes/passes.api.ts'
import { formatDate } from '../../../words/dates.ts'
import { applicationWords, deskWords, passWords, queueWords } from '../../../words/desk.ts'
import { formWords, nationalityWords, sexWords } from '../../../words/desk-form.ts'
import { modelWords, passModelWords } from '../../../words/pass-models.ts'
import { sayStopped } from '../../../words/pass-over.ts'
import { useWords } from '../frame/language.tsx'
import { useAreaName, useHeadName, useInstrumentTitle } from '../names.ts'
import { Facts } from '../parts/facts.tsx'
import { MandateNumber } from '../parts/mandate-number.tsx'
import { ifShown, NotShown } from '../parts/not-shown.tsx'
import { latinName, Portrait } from '../parts/person.tsx'

const isStopped = ({ state }: Pass) => state === 'suspended' || state === 'revoked'

/** The pass as the register has it, with its holder's face. */
export function PassHolder({ pass }: { pass: Pass }) {
  const { say, language } = useWords()
  const areaName = useAreaName()
  const instrumentTitle = useInstrumentTitle()
  const headName = useHeadName()
  const { holder } = pass
  const isHidden = pass.notShown.includes('reason')
  const sayNationality = (code: string) => {
    const words = nationalityWords[code as keyof typeof nationalityWords]
    return words ? say(words) : code
  }
  return (
    <section className="card holder" aria-labelledby="holder-title">
      <Portrait of={`passes/${pass.number}`} person={holder} size="large" />
      <div>
        <h2 id="holder-title" lang={pass.issuer === 'TH' ? 'th' : 'km'}>
          {ifShown(holder.localName, (name) => name)}
        </h2>
        <p className="latin-name">{latinName(holder)}</p>
        <Facts
          facts={[
            [say(passModelWords.model), say(modelWords[pass.model])],
            [say(deskWords.reason), isStopped(pass) && (pass.reason ? sayStopped(pass.reason, language) : isHidden && <NotShown />)],
            [say(passWords.issuedOn), formatDate(pass.issuedOn as CivilDate, language)],
            [say(passWords.lastDay), formatDate(pass.lastDay as CivilDate, language)],
            [say(formWords.birthDate), ifShown(holder.birthDate, (date) => formatDate(date as CivilDate, language))],
            [say(formWords.sex), ifShown(holder.sex, (sex) => say(sexWords[String(sex) as keyof typeof sexWords]))],
            [say(formWords.nationality), ifShown(holder.nationality, sayNationality)],
            [say(queueWords.address), ifShown(pass.homeArea, areaName)],
            [say(applicationWords.addressLine), ifShown(holder.address, (address) => address)],
            [say(deskWords.office), areaName(pass.office)],
            [say(passWords.signedBy), pass.signedBy && headName(pass.signedBy, pass.office)],
            [say(applicationWords.mandate), pass.mandate && <MandateNumber key="id" id={pass.mandate} />],
            [say(deskWords.instrument), pass.instrument && instrumentTitle(pass.instrument)],
          ]}
        />
      </div>
    </section>
  )
}
