import { Button } from '@mantine/core'
import { Component, type ReactNode } from 'react'
import { deskWords } from '../../../words/desk.ts'
import { problemWords } from '../../../words/problems.ts'
import { useWords } from './language.tsx'

/** A fault of ours must not leave the clerk before an empty page: what was typed is in the tab's store and comes back. */
export class Faults extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }
  static getDerivedStateFromError() {
    return { failed: true }
  }
  override render() {
    return this.state.failed ? <Fault /> : this.props.children
  }
}

function Fault() {
  const { say } = useWords()
  const { title, next } = problemWords['server.fault']
  return (
    <main className="content">
      <h1>{say(title)}</h1>
      <p>{say(next)}</p>
      <Button onClick={() => location.reload()}>{say(deskWords.tryAgain)}</Button>
    </main>
  )
}
