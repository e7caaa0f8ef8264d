// Sends a lane's results to the process that started it, as they come.
import type { TestEvent } from 'node:test/reporters'
import { inspect } from 'node:util'
import type { LaneMessage } from './messages.ts'

export default async function* report(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  for await (const event of events) {
    const message = messageOf(event)
    if (message && process.connected) process.send?.(message)
    // An error that no test can be given, told at the very end.
    if (event.type === 'test:diagnostic' && /^(Error|Warning): /.test(event.data.message)) console.error(event.data.message)
    yield ''
  }
}

function messageOf(event: TestEvent): LaneMessage | undefined {
  if (event.type !== 'test:pass' && event.type !== 'test:fail') return undefined
  const { name, nesting, details } = event.data
  const seconds = details.duration_ms / 1000
  const why = event.type === 'test:fail' ? whyOf(event.data.details.error) : undefined
  if (nesting === 0) return { kind: 'ended', file: name, seconds, why }
  if (event.type === 'test:pass') return { kind: 'passed', seconds }
  return { kind: 'failed', name, seconds, why }
}

/** Nothing where a test failed only because one inside it did. */
function whyOf(error: Error): string | undefined {
  return 'failureType' in error && error.failureType === 'subtestsFailed' ? undefined : inspect(error.cause ?? error)
}
