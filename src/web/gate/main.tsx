/** @jsxImportSource preact */
import '../trusted-types.ts'
import { render } from 'preact'
import { languages } from '../../kernel/language.ts'
import { gateWords } from '../../words/gate.ts'
import '../look/base.css'
import './look/page.css'
import './look/bar.css'
import './look/set-up.css'
import './look/ready.css'
import './look/verdict.css'
import './look/person.css'
import './look/said.css'
import './look/narrow.css'
import { startWho } from '../who.ts'
import { GatePage } from './page.tsx'

startWho('needed')

const root = document.getElementById('root')
if (!root) throw new Error('the page has no root')
// Dates are counted with Temporal, codes read with fromBase64: a browser without them would judge nothing rightly.
const canJudge = 'Temporal' in globalThis && 'fromBase64' in Uint8Array
render(canJudge ? <GatePage /> : <OldBrowser />, root)

function OldBrowser() {
  return (
    <main class="old-browser">
      {languages.map((language) => (
        <p key={language} lang={language}>
          {gateWords.oldBrowser[language]}
        </p>
      ))}
    </main>
  )
}
