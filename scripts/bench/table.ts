/** One comparison of the table. `ratio` undefined: a figure that is only told. */
export type Row = {
  readonly what: string
  readonly ours: string
  readonly against: string
  readonly ratio?: number
  readonly wanted?: string
  readonly holds?: boolean
}

/** Rows as a Markdown table, which a terminal shows as well. */
export function tableOf(rows: readonly Row[]): string {
  const head = ['what', 'ours', 'against', 'ratio', 'wanted', '']
  const cells = rows.map(({ what, ours, against, ratio, wanted = '', holds }) => [
    what,
    ours,
    against,
    ratio === undefined ? '' : ratio.toFixed(2),
    wanted,
    holds === undefined ? '' : holds ? 'holds' : 'does not hold',
  ])
  const widths = head.map((title, column) => Math.max(3, title.length, ...cells.map((row) => row[column]?.length ?? 0)))
  const line = (row: readonly string[]) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...cells.map(line)].join('\n')
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const [low = Number.NaN, high = Number.NaN] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[middle]]
  return (low + high) / 2
}
