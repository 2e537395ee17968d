/** What PostgreSQL says when it cannot write but can still be read: read-only, on standby, or without room on its disk. */
const CANNOT_WRITE: ReadonlySet<unknown> = new Set(['25006', '53100']);

export const cannotWrite = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && CANNOT_WRITE.has(error.code);

/** `write` where it is possible: what is only noted must not keep anybody from reading. Answers whether it was written. */
export async function whereWritable(write: () => Promise<unknown>): Promise<boolean> {
  try {
    await write();
    return true;
  } catch (error) {
    if (!cannotWrite(error)) throw error;
    return false;
  }
}
