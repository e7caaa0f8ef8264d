import type { CivilDate } from '../../../kernel/time.ts'
import { formatDate, formatNumber } from '../../../words/dates.ts'
import { recordWords } from '../../../words/desk-form.ts'
import { useWords } from '../frame/language.tsx'
import type { OnRecordPhoto } from './use-record.ts'

/** That the form was filled (not where a draft was opened again), and whether the photo on record serves or a new one is taken. */
export function RecordNote({ photo, isNew }: { photo: OnRecordPhoto; isNew: boolean }) {
  const { say, language } = useWords()
  if (!photo || (isNew && !photo.isFilled)) return null
  const { takenOn, serves, monthsMax, isFilled } = photo
  const about = { day: takenOn === null ? '' : formatDate(takenOn as CivilDate, language), months: formatNumber(monthsMax, language) }
  const words = takenOn === null ? recordWords.noPhoto : serves ? recordWords.photoServes : recordWords.photoOld
  return (
    <div className="notice notice-river" role="status" data-testid="from-record" data-photo-serves={serves}>
      <div>
        {isFilled && <p>{say(recordWords.filled)}</p>}
        {!isNew && <p>{say(words, about)}</p>}
      </div>
    </div>
  )
}
