/** Something outside the program keeps it from starting. The message is one sentence that says what to do next. */
export class StartupError extends Error {
  override name = 'StartupError';
}
