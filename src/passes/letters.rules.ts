/**
 * Letters that no shipped font has: the page of a pass is set in these fonts and no other, and the typesetter would print an empty box without a word.
 * Asked when the person is taken, so that nobody is signed whose page cannot be printed, and once more when it is typeset.
 */
export const strangeLetters =
  /[^\p{sc=Khmer}\p{sc=Thai}\u0020-\u007e\u00a0-\u0148\u014a-\u01c3\u01c5-\u024f\u0e3f\u1e00-\u1e9b\u1e9d-\u1eff\u200b-\u200d\u2010-\u2027]/u
