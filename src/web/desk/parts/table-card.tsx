import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Answered, Empty } from './answered.tsx'

/** What stands above a column; with a class: a number, or one that a phone has no room for. */
export type Head = string | { readonly name: string; readonly as: 'number' | 'wide-only' | 'choice-cell' }

type TableProps = {
  readonly heads: readonly Head[]
  /** One of the two names the table: a heading on the page by its id, or words that only a screen reader says. */
  readonly labelledBy?: string
  readonly caption?: string
  /** Beside "table". */
  readonly className?: string
  readonly scrolls?: boolean
  readonly testid?: string
  /** The rows, each a <tr>. */
  readonly children: ReactNode
  readonly foot?: ReactNode
}

/** The desk's table: its frame, its name and what stands above its columns. */
export function TableCard({ heads, labelledBy, caption, className, scrolls = false, testid, children, foot }: TableProps) {
  return (
    <div className={scrolls ? 'table-card table-scroll' : 'table-card'}>
      <table className={className ? `table ${className}` : 'table'} aria-labelledby={labelledBy} data-testid={testid}>
        {caption && <caption className="visually-hidden">{caption}</caption>}
        <thead>
          <tr>
            {heads.map((head) => {
              const { name, as } = typeof head === 'string' ? { name: head, as: undefined } : head
              return name === '' ? (
                <td key={as} className={as} />
              ) : (
                <th key={name} scope="col" className={as}>
                  {name}
                </th>
              )
            })}
          </tr>
        </thead>
        <tbody>{children}</tbody>
        {foot && <tfoot>{foot}</tfoot>}
      </table>
    </div>
  )
}

type SectionProps<Row> = Pick<TableProps, 'heads' | 'className' | 'scrolls' | 'testid'> & {
  /** Of the heading, which names section and table. */
  readonly id: string
  readonly title: string
  readonly lead?: string
  readonly query: UseQueryResult<readonly Row[]>
  /** Said where there are no rows. */
  readonly empty: string
  /** One row, a <tr> with its key. */
  readonly children: (row: Row) => ReactNode
}

/** A heading and the rows that a query gives: on their way, in trouble, none, or in a table. */
export function TableSection<Row>({ id, title, lead, query, empty, children, ...table }: SectionProps<Row>) {
  return (
    <section className="stack" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {lead && <p className="soft">{lead}</p>}
      <Answered query={query}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty>{empty}</Empty>
          ) : (
            <TableCard {...table} labelledBy={id}>
              {rows.map(children)}
            </TableCard>
          )
        }
      </Answered>
    </section>
  )
}
