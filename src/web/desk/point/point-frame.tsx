import { NativeSelect } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import { chiefWords } from '../../../words/chief.ts'
import { useWords } from '../frame/language.tsx'
import { usePointName } from '../names.ts'
import { Empty, Waiting } from '../parts/answered.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { usePoints } from '../queries.ts'
import { pointHref, useChosenPoint } from './my-point.ts'

const pages = [
  { page: '', word: 'point' },
  { page: 'referrals', word: 'referrals' },
  { page: 'notable', word: 'notable' },
  { page: 'day', word: 'day' },
] as const
export type PointPage = (typeof pages)[number]['page']

type Props = { readonly page: PointPage; readonly lead?: string; readonly badges?: ReactNode; children(point: string): ReactNode }

/** The head that the point's pages share: which point, and the way to the other pages. */
export function PointFrame({ page, lead, badges, children }: Props) {
  const { say } = useWords()
  const { point, points } = useChosenPoint()
  const all = usePoints()
  const pointName = usePointName()
  const title = say(chiefWords[pages.find((each) => each.page === page)?.word ?? 'point'])
  const where = point === undefined ? lead : [pointName(point), lead].filter(Boolean).join(' · ')
  return (
    <>
      <PageHead title={title} lead={where}>
        {badges}
      </PageHead>
      {point !== undefined && (
        <div className="point-bar">
          <PointPages page={page} point={point} />
          {points.length > 1 && <ChoosePoint page={page} point={point} points={points} />}
        </div>
      )}
      {point !== undefined && children(point)}
      {point === undefined && (all.data ? <Empty>{say(chiefWords.noPoint)}</Empty> : <Waiting />)}
    </>
  )
}

function PointPages({ page, point }: { page: PointPage; point: string }) {
  const { say } = useWords()
  return (
    <nav className="point-pages" aria-label={say(chiefWords.pages)}>
      {pages.map((each) => (
        <Link key={each.page} href={pointHref(each.page, point)} aria-current={each.page === page ? 'page' : undefined}>
          {say(chiefWords[each.word])}
        </Link>
      ))}
    </nav>
  )
}

function ChoosePoint({ page, point, points }: { page: PointPage; point: string; points: readonly string[] }) {
  const { say } = useWords()
  const [, go] = useLocation()
  const pointName = usePointName()
  const data = points.map((value) => ({ value, label: pointName(value) })).sort((a, b) => a.label.localeCompare(b.label))
  return (
    <NativeSelect
      className="point-choose"
      aria-label={say(chiefWords.choosePoint)}
      value={point}
      onChange={(event) => go(pointHref(page, event.currentTarget.value), { replace: true })}
      data={data}
    />
  )
}
