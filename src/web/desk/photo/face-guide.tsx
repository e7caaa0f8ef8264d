/** Where the face belongs: chin and crown touch the oval, the eyes lie on its line. */
export function FaceGuide() {
  return (
    <svg className="face-guide" viewBox="0 0 60 90" aria-hidden="true" focusable="false">
      <path className="face-shade" fillRule="evenodd" d="M0 0H60V90H0ZM30 12a20 27 0 1 0 0 54a20 27 0 1 0 0-54Z" />
      <ellipse cx="30" cy="39" rx="20" ry="27" />
      <path d="M12 36h6M42 36h6" />
    </svg>
  )
}
