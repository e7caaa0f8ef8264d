import { Button, Textarea } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { borderZone, clockTimeAt, type Instant } from '../../../kernel/time.ts'
import { dayWords } from '../../../words/chief.ts'
import { formatTime } from '../../../words/dates.ts'
import { deskWords } from '../../../words/desk.ts'
import { sayLane } from '../../../words/lanes.ts'
import { useCommand } from '../command.ts'
import { useWords } from '../frame/language.tsx'
import { useMe } from '../frame/me.tsx'
import { Answered, Empty, ProblemNotice } from '../parts/answered.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { useKeptText } from '../parts/reason-dialog.tsx'
import { useMayAtPoint } from './my-point.ts'
import { isOfShifts, type Shift, shiftsPath, useShifts } from './point-queries.ts'

const noteMax = 2000

/** Who worked where on this day, and what was handed over; one's own shift, and for a chief anybody's, ends here. */
export function Shifts({ point, day }: { point: string; day: string }) {
  const { say } = useWords()
  const shifts = useShifts(point, day)
  const [ending, setEnding] = useState<Shift | undefined>(undefined)
  return (
    <section className="stack" aria-labelledby="shifts-title">
      <h2 id="shifts-title">{say(dayWords.shifts)}</h2>
      <Answered query={shifts}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty>{say(dayWords.noShifts)}</Empty>
          ) : (
            <ul className="shifts" data-testid="shifts">
              {rows.map((shift) => (
                <ShiftCard key={shift.id} shift={shift} onEnd={() => setEnding(shift)} />
              ))}
            </ul>
          )
        }
      </Answered>
      {ending && <EndShift shift={ending} onClose={() => setEnding(undefined)} />}
    </section>
  )
}

function ShiftCard({ shift, onEnd }: { shift: Shift; onEnd(): void }) {
  const { say, language } = useWords()
  const { me } = useMe()
  const may = useMayAtPoint()
  const { lane, officer, officerName, leads, startedAt, endedAt, endedHow, note, point } = shift
  const time = (at: string) => formatTime(clockTimeAt(at as Instant, borderZone), language)
  const mayEnd = endedAt === null && (officer === me.id || may('point.lead', point))
  return (
    <li className="card stack" data-testid="shift" data-open={endedAt === null}>
      <div className="quota-head">
        <strong>
          {sayLane(lane, language)} · {officerName}
        </strong>
        <span>
          {endedAt === null
            ? say(dayWords.fromNow, { from: time(startedAt) })
            : say(dayWords.fromUntil, { from: time(startedAt), until: time(endedAt) })}
        </span>
      </div>
      <div className="actions">
        {endedAt === null && <span className="badge tone-admit">{say(dayWords.isOpen)}</span>}
        {leads && <span className="badge tone-river">{say(dayWords.leads)}</span>}
        {endedHow === 'moved' && <span className="badge tone-quiet">{say(dayWords.moved)}</span>}
        {endedHow === 'taken-over' && <span className="badge tone-quiet">{say(dayWords.takenOver)}</span>}
        {mayEnd && (
          <Button variant="default" size="sm" onClick={onEnd} data-testid="end-shift">
            {say(dayWords.endShift)}
          </Button>
        )}
      </div>
      {note !== null && (
        <p className="shift-note" data-testid="shift-note">
          {note}
        </p>
      )}
    </li>
  )
}

function EndShift({ shift, onClose }: { shift: Shift; onClose(): void }) {
  const { say } = useWords()
  const client = useQueryClient()
  const command = useCommand<Shift>()
  const [note, setNote] = useKeptText('shift-note')
  async function end(event: FormEvent) {
    event.preventDefault()
    if (!(await command.send(`${shiftsPath}/${shift.id}/end`, { note: note.trim() }))) return
    void client.invalidateQueries({ predicate: isOfShifts })
    onClose()
  }
  return (
    <Dialog title={say(dayWords.endTitle, { lane: shift.lane })} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void end(event)} noValidate>
        <p>{say(dayWords.endLead)}</p>
        <Textarea
          data-autofocus
          label={say(dayWords.noteLabel)}
          rows={5}
          maxLength={noteMax}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          data-testid="shift-note-text"
        />
        {command.problem && <ProblemNotice problem={command.problem} />}
        <div className="actions actions-end">
          <Button variant="default" onClick={onClose}>
            {say(deskWords.cancel)}
          </Button>
          <Button type="submit" loading={command.pending} data-testid="confirm-end-shift">
            {say(dayWords.endShift)}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
