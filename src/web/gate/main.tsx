/** @jsxImportSource preact */
import { render } from 'preact'
import '../look/base.css'
import './gate.css'
import { GatePage } from './page.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('the page has no root')
render(<GatePage />, root)
