/** @jsxImportSource preact */
import '../trusted-types.ts'
import { render } from 'preact'
import { preferredLanguage } from '../language.ts'
import '../look/base.css'
import { startWho } from '../who.ts'
import { App } from './app.tsx'
import { pageOf } from './services.tsx'
import './fonts.css'
import './controls.css'
import './cards.css'
import './public.css'
import './print.css'

startWho('not-asked')

const root = document.getElementById('root')
if (!root) throw new Error('public.html has no root')
const page = pageOf(location.pathname)
if (page === 'cross') void import('./cross/shell-cross.tsx').then(({ Cross }) => render(<Cross startLanguage={preferredLanguage()} />, root))
else if (page === 'contest')
  void import('./contest/shell-contest.tsx').then(({ Contest }) => render(<Contest startLanguage={preferredLanguage()} />, root))
else if (page)
  void import('./residents/shell.tsx').then(({ Residents }) => render(<Residents startLanguage={preferredLanguage()} page={page} />, root))
else render(<App startLanguage={preferredLanguage()} />, root)
