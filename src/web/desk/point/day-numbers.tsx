import { dayWords } from '../../../words/chief.ts'
import { useWords } from '../frame/language.tsx'

export function DayNumbers({ point, day }: { point: string; day: string }) {
  const { say } = useWords()
  return (
    <h2>
      {say(dayWords.numbers)} {point} {day}
    </h2>
  )
}
