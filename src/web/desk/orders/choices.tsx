import { Checkbox } from '@mantine/core'
import { useFaultAt } from './order-faults.tsx'

type Props<T extends string> = {
  readonly legend: string
  readonly hint?: string
  readonly values: readonly (readonly [value: T, label: string])[]
  readonly chosen: readonly T[]
  readonly path: string
  readonly testid: string
  readonly isGrid?: boolean
  change(chosen: T[]): void
}

/** Several of a list. What a file named and the list does not have is shown too, so that it can be taken away. */
export function Choices<T extends string>({ legend, hint, values, chosen, path, testid, isGrid = false, change }: Props<T>) {
  const faultAt = useFaultAt()
  const unknown = chosen.filter((each) => !values.some(([value]) => value === each)).map((each) => [each, each] as const)
  const all = [...values, ...unknown]
  // In the list's own order, whatever was ticked first.
  const inOrder = (ticked: readonly string[]) => all.flatMap(([value]) => (ticked.includes(value) ? [value] : []))
  return (
    <Checkbox.Group
      className="wide order-choices"
      label={legend}
      description={hint}
      error={faultAt(path)}
      value={[...chosen]}
      onChange={(ticked) => change(inOrder(ticked))}
    >
      <div className={isGrid ? 'order-points' : 'choices'}>
        {all.map(([value, label]) => (
          <Checkbox key={value} value={value} label={label} data-testid={`${testid}-${value.split('/').at(-1)}`} />
        ))}
      </div>
    </Checkbox.Group>
  )
}
