'use client';
import { useTranslations } from 'next-intl';
import { type ReactNode, useId } from 'react';
import type { CommandState } from '@/features/api/use-command';
import { Button } from './button';
import { CommandErrors } from './command-errors';
import { Dialog } from './dialog';
import styles from './dialog.module.css';
import type { Tone } from './note';

/** A command that has nothing to say: of forms that send nothing themselves. */
const QUIET: CommandState = { pending: false, userErrors: [], failure: undefined };

/**
 * The dialog of everything that is filled in or confirmed and then sent: fields, what is wrong below them, “Cancel” and
 * one button that says what it does. It fetches nothing: pass it the state of a `useCommand`, and send in `onSubmit`.
 */
export function FormDialog({
  title,
  action,
  command = QUIET,
  onSubmit,
  onClose,
  children,
  canSubmit = true,
  look = 'primary',
  cancel,
  shownAt,
  safe,
  width,
  byEnter = false,
  testId,
  focusAction = false,
  errorTone,
  noValidate = false,
}: {
  title: ReactNode;
  /** What the button says and does. */
  action: ReactNode;
  command?: CommandState;
  onSubmit: () => unknown;
  onClose: () => void;
  children: ReactNode;
  /** False while something is missing that the person sees is missing. */
  canSubmit?: boolean;
  look?: 'primary' | 'danger';
  /** Absent = “Cancel”. */
  cancel?: ReactNode;
  /** Fields that show their own errors. */
  shownAt?: readonly string[];
  /** What is safe when the request failed; absent = the usual sentence. */
  safe?: string | undefined;
  width?: number;
  /** Enter in a field sends: for forms of plain fields, not for those with a search or choices in them. */
  byEnter?: boolean;
  testId?: string | undefined;
  /** The button has the focus first: for what is usually answered at once. */
  focusAction?: boolean;
  errorTone?: Tone;
  /** The fields are checked by us alone, not by the browser. */
  noValidate?: boolean;
}) {
  const ui = useTranslations('ui');
  const form = useId();
  const content = (
    <>
      {children}
      <CommandErrors
        command={command}
        safe={safe}
        {...(shownAt ? { shownAt } : {})}
        {...(errorTone ? { tone: errorTone } : {})}
      />
    </>
  );
  return (
    <Dialog
      title={title}
      onClose={onClose}
      {...(width ? { width } : {})}
      footer={
        <>
          <Button onClick={onClose}>{cancel ?? ui('cancel')}</Button>
          <Button
            look={look}
            busy={command.pending}
            disabled={!canSubmit}
            {...(byEnter ? { type: 'submit', form } : { onClick: () => void onSubmit() })}
            {...(focusAction ? { 'data-autofocus': true } : {})}
            data-testid={testId}
          >
            {action}
          </Button>
        </>
      }
    >
      {byEnter ? (
        <form
          id={form}
          className={styles.form}
          noValidate={noValidate}
          onSubmit={(event) => {
            event.preventDefault();
            void onSubmit();
          }}
        >
          {content}
        </form>
      ) : (
        content
      )}
    </Dialog>
  );
}
