/** @jsxImportSource preact */
import type { Signal } from './signals.ts'

/** Each sign differs in its ring too: it is read from two metres, and without colour. */
const rings: { readonly [S in Signal]: string } = {
  admit: 'M32 4a28 28 0 1 1 0 56a28 28 0 1 1 0-56Z',
  'admit-with-flag': 'M32 4a28 28 0 1 1 0 56a28 28 0 1 1 0-56Z',
  refer: 'M12 8h40a4 4 0 0 1 4 4v40a4 4 0 0 1-4 4H12a4 4 0 0 1-4-4V12a4 4 0 0 1 4-4Z',
  refuse: 'M21 5h22l16 16v22L43 59H21L5 43V21Z',
  neutral: 'M32 4a28 28 0 1 1 0 56a28 28 0 1 1 0-56Z',
}
const marks: { readonly [S in Signal]: string } = {
  admit: 'M18 33l10 10 19-21',
  'admit-with-flag': 'M23 49V17M23 18c8-5 12 4 21 0v15c-9 4-13-5-21 0',
  refer: 'M17 32h28M34 20l12 12-12 12',
  refuse: 'M21 21l22 22M43 21 21 43',
  neutral: 'M25 25a7.5 7.5 0 1 1 10.5 7C32.5 33.5 32 35 32 38M32 46v.4',
}

/** The big sign of a verdict. */
export function Sign({ signal }: { signal: Signal }) {
  return (
    <svg class="sign" viewBox="0 0 64 64" aria-hidden="true" focusable="false">
      <path class="sign-ring" d={rings[signal]} />
      <path class="sign-mark" d={marks[signal]} />
    </svg>
  )
}

const shapes = {
  bridge: 'M2 18h20M4.5 18c0-6 3-10.5 7.5-10.5S19.5 12 19.5 18M8.5 18V9M12 18V7.5M15.5 18V9',
  check: 'M4 12.5l5 5L20 6.5',
  flag: 'M6 21V4M6 5c5-3 8 2 13-.5v9C14 16 11 11 6 14',
  arrow: 'M3 12h17M13.5 5.5 20 12l-6.5 6.5',
  cross: 'M6 6l12 12M18 6 6 18',
  camera: 'M3 8h4l2-3h6l2 3h4v11H3ZM12 10a3.5 3.5 0 1 1 0 7a3.5 3.5 0 1 1 0-7Z',
  torch: 'M8 3h8l-1 5-1 2v11h-4V10L9 8ZM8 7h8M12 13v2',
  turn: 'M20 6v5h-5M4 18v-5h5M19 11a7.5 7.5 0 0 0-13-3M5 13a7.5 7.5 0 0 0 13 3',
  sound: 'M4 9h4l5-4v14l-5-4H4ZM16 9a4.5 4.5 0 0 1 0 6M18.5 6a8.5 8.5 0 0 1 0 12',
  silent: 'M4 9h4l5-4v14l-5-4H4ZM16.5 9.5l5 5M21.5 9.5l-5 5',
  linked: 'M4 10a12 12 0 0 1 16 0M7 13.5a7.5 7.5 0 0 1 10 0M10 17a3 3 0 0 1 4 0',
  unlinked: 'M4 10a12 12 0 0 1 16 0M7 13.5a7.5 7.5 0 0 1 10 0M10 17a3 3 0 0 1 4 0M5 4l14 17',
  enter: 'M20 5v9H5M9 9.5 4.5 14 9 18.5',
  tray: 'M4 13v6h16v-6M12 4v10M8 10l4 4 4-4',
  wheel: 'M3 14V9l3-4h9l3 4h3v5h-2M5 14H3M9 14h6M7 11.5a2.5 2.5 0 1 1 0 5a2.5 2.5 0 1 1 0-5ZM17 11.5a2.5 2.5 0 1 1 0 5a2.5 2.5 0 1 1 0-5Z',
  box: 'M4 8l8-4 8 4v9l-8 4-8-4ZM4 8l8 4 8-4M12 12v9',
  paper: 'M6 3h9l4 4v14H6ZM9 11h7M9 15h7',
  clock: 'M12 4a8 8 0 1 1 0 16a8 8 0 1 1 0-16ZM12 8v4.5l3 2',
} as const

export function Icon({ name }: { name: keyof typeof shapes }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={shapes[name]} />
    </svg>
  )
}
