/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact'

/** Signs drawn once as paths: cheap phones lack the characters. They never speak; a word stands beside each. */
const Icon = ({ children, size = 20 }: { children: ComponentChildren; size?: number }) => (
  <svg
    class="icon"
    width={size}
    height={size}
    viewBox="0 0 20 20"
    fill="none"
    stroke="currentColor"
    stroke-width="2"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    {children}
  </svg>
)

export const OpenSign = () => (
  <Icon size={16}>
    <path d="M4 10.5 8 14.5 16 5.5" />
  </Icon>
)
export const ClosedSign = () => (
  <Icon size={16}>
    <path d="M5 5 15 15M15 5 5 15" />
  </Icon>
)
/** Some people may: one of two. */
export const SomeSign = () => (
  <Icon size={16}>
    <circle cx="7" cy="6" r="2.6" />
    <path d="M2.5 16c0-3 2-5 4.5-5s4.5 2 4.5 5M13.5 4v6M13.5 14v.5" />
  </Icon>
)
export const NoteSign = () => (
  <Icon size={16}>
    <path d="M10 3.5V12M10 16.2v.3" />
  </Icon>
)
export const PinSign = () => (
  <Icon size={18}>
    <path d="M10 18c3.6-4.2 5.5-7 5.5-9.6a5.5 5.5 0 0 0-11 0C4.5 11 6.4 13.8 10 18Z" />
    <circle cx="10" cy="8.3" r="1.8" />
  </Icon>
)
export const MapSign = () => (
  <Icon>
    <path d="M2.5 5 7.5 3 12.5 5 17.5 3V15L12.5 17 7.5 15 2.5 17ZM7.5 3V15M12.5 5V17" />
  </Icon>
)
export const SearchSign = () => (
  <Icon>
    <circle cx="8.5" cy="8.5" r="5.5" />
    <path d="M12.8 12.8 17.5 17.5" />
  </Icon>
)
export const FilterSign = () => (
  <Icon>
    <path d="M3 5H17M6 10H14M8.5 15H11.5" />
  </Icon>
)
export const Bridge = () => (
  <svg
    class="bridge"
    width="40"
    height="26"
    viewBox="8 18 48 28"
    fill="none"
    stroke="currentColor"
    stroke-width="4"
    stroke-linecap="round"
    aria-hidden="true"
    focusable="false"
  >
    <path d="M10 44h44M14 44c0-12 8-22 18-22s18 10 18 22M24 44V25M32 44V22M40 44V25" />
  </svg>
)
