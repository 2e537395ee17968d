'use client';
import { useCallback, useMemo, useRef, useState } from 'react';
import { type AnyVariables, type CombinedError, type TypedDocumentNode, useClient } from 'urql';
import { type CommandData, type Outcome, type PayloadOf, sendCommand } from './send-command';
import { errorAt, type UserError } from './user-errors';

/** What a form or dialog shows of a command: all that it needs to be drawn in each of its states. */
export interface CommandState {
  /** It was sent, and the answer is waited for. */
  pending: boolean;
  /** What was refused the last time, until it is sent again. */
  userErrors: readonly UserError[];
  /** The request as a whole failed the last time. */
  failure: CombinedError | undefined;
}

export interface Command<Data, Variables> extends CommandState {
  /** The last answer, refused or not, until it is sent again. */
  payload: PayloadOf<Data> | undefined;
  /** What is wrong with one field, named as in the input: `startsOn`, `rows.0.value`. */
  errorAt: (field: string) => string | undefined;
  /** Sends it, and resolves to how it ended. */
  run: (variables: Variables) => Promise<Outcome<PayloadOf<Data>>>;
  /** Sends once more what was sent the last time. */
  retry: () => void;
  /** Forgets how it ended: what was said of it is settled. One that is on its way goes on. */
  reset: () => void;
}

const NOTHING = { pending: false, userErrors: [], failure: undefined, payload: undefined } as const;

/**
 * The one way in which a component changes something on the server: a mutation, typed by its document, with what was
 * refused by field and what failed as a whole. A component that is shown while it runs passes it to `FormDialog` or
 * `CommandErrors`. Of two runs at once, the later one is shown.
 * `const command = useCommand(createCohort); const { kind } = await command.run({ input });`
 */
export function useCommand<Data extends CommandData, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
): Command<Data, Variables> {
  const client = useClient();
  const [state, setState] = useState<Omit<Command<Data, Variables>, 'errorAt' | 'run' | 'retry' | 'reset'>>(NOTHING);
  const runs = useRef(0);
  const last = useRef<Variables>(undefined);

  const run = useCallback(
    async (variables: Variables) => {
      runs.current += 1;
      const mine = runs.current;
      last.current = variables;
      setState({ ...NOTHING, pending: true });
      const outcome = await sendCommand(client, document, variables);
      if (mine === runs.current) setState(shown(outcome));
      return outcome;
    },
    [client, document],
  );
  const retry = useCallback(() => {
    if (last.current) void run(last.current);
  }, [run]);
  const reset = useCallback(() => setState((now) => (now.pending ? now : NOTHING)), []);
  return useMemo(
    () => ({ ...state, errorAt: (field: string) => errorAt(state.userErrors, field), run, retry, reset }),
    [state, run, retry, reset],
  );
}

function shown<Payload>(outcome: Outcome<Payload>) {
  switch (outcome.kind) {
    case 'done':
      return { ...NOTHING, payload: outcome.payload };
    case 'refused':
      return { ...NOTHING, payload: outcome.payload, userErrors: outcome.userErrors };
    case 'failed':
      return { ...NOTHING, failure: outcome.failure };
    default:
      return outcome satisfies never;
  }
}
