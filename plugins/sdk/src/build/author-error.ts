/** Something the author can fix: its message says what, and what to do. Shown without a stack. */
export class AuthorError extends Error {
  override readonly name = 'AuthorError';
}
