/** Where the face belongs: chin and crown touch the oval, the eyes lie on its line. */
export function FaceGuide() {
  return (
    <svg className="face-guide" viewBox="0 0 60 80" aria-hidden="true" focusable="false">
      <path className="face-shade" fillRule="evenodd" d="M0 0H60V80H0ZM30 10a19 26 0 1 0 0 52a19 26 0 1 0 0-52Z" />
      <ellipse cx="30" cy="36" rx="19" ry="26" />
      <path d="M13 33h6M41 33h6" />
    </svg>
  )
}
