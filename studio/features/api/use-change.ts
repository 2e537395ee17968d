'use client';
import { useState } from 'react';
import { type AnyVariables, type CombinedError, type DocumentInput, useClient } from 'urql';

/** One thing that is wrong with what was entered. */
export interface Wrong {
  code: string;
  message: string;
  path: string[];
}

export interface Change<Variables> {
  busy: boolean;
  wrong: Wrong[];
  error: CombinedError | undefined;
  /** Resolves to true when the server has taken it. */
  run: (variables: Variables) => Promise<boolean>;
}

/** A mutation whose payload holds `userErrors`, with what a dialog needs to show of it. */
export function useChange<Data extends Record<string, unknown>, Variables extends AnyVariables>(
  document: DocumentInput<Data, Variables>,
  errorsOf: (data: Data) => Wrong[],
): Change<Variables> {
  const client = useClient();
  const [state, setState] = useState<{ busy: boolean; wrong: Wrong[]; error?: CombinedError | undefined }>({
    busy: false,
    wrong: [],
  });
  const run = async (variables: Variables) => {
    setState({ busy: true, wrong: [] });
    const { data, error } = await client.mutation<Data, Variables>(document, variables).toPromise();
    const wrong = data ? errorsOf(data) : [];
    setState({ busy: false, wrong, error });
    return !error && wrong.length === 0;
  };
  return { busy: state.busy, wrong: state.wrong, error: state.error, run };
}
