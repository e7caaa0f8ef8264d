/** The mark alone, in the colour of its text; look/bridge.svg is the same on its ground. */
export function BridgeMark() {
  return (
    <svg className="bridge-mark" viewBox="8 16 48 34" aria-hidden="true">
      <path
        d="M10 44h44M14 44c0-12 8-22 18-22s18 10 18 22M24 44V25M32 44V22M40 44V25"
        fill="none"
        stroke="currentColor"
        strokeWidth="4"
        strokeLinecap="round"
      />
    </svg>
  )
}
