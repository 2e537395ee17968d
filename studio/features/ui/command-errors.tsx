'use client';
import type { CommandState } from '@/features/api/use-command';
import { errorsBeside } from '@/features/api/user-errors';
import { FailureNote } from './failure-note';
import { Note, type Tone } from './note';

/**
 * What went wrong with a command, below the fields of its form: what was refused, and that the request failed as a
 * whole. Draws nothing while all is well.
 */
export function CommandErrors({
  command,
  shownAt = [],
  safe,
  tone = 'danger',
}: {
  command: Pick<CommandState, 'userErrors' | 'failure'>;
  /** Fields that show their own errors, as in `command.errorAt(field)`. */
  shownAt?: readonly string[];
  /** What of the person's work is safe when the request failed; absent = the usual sentence. */
  safe?: string | undefined;
  tone?: Tone;
}) {
  return (
    <>
      {errorsBeside(command.userErrors, shownAt).map(({ code, message, path }) => (
        <Note key={`${code} ${path.join(' ')} ${message}`} tone={tone} title={message} />
      ))}
      {command.failure && <FailureNote error={command.failure} {...(safe === undefined ? {} : { safe })} />}
    </>
  );
}
