/** Thrown where the viewer sees something but may not act on it: `command` answers FORBIDDEN and the audit trail keeps it. */
export class NotAllowed extends Error {
  constructor(
    readonly action: string,
    readonly subject: string,
  ) {
    super(`${action} is not allowed`);
  }
}
