'use client';
import { useState } from 'react';
import type { AnyVariables, CombinedError, TypedDocumentNode } from 'urql';
import type { CommandData } from '@/features/api/send-command';
import { type CommandState, useCommand } from '@/features/api/use-command';

interface Person {
  id: string;
  name: string;
}

export interface EachPerson {
  /** For `FormDialog`: that it runs, and that the request failed as a whole. What was refused stands in `refused`. */
  command: CommandState;
  /** How many it was done for so far. */
  done: number;
  refused: readonly { person: Person; message: string }[];
  /** Resolves to whether it was done for everybody. */
  run: () => Promise<boolean>;
}

const NOTHING = { done: 0, refused: [], failure: undefined } as const;

/**
 * The same act for several people, one after the other: what is refused for one does not hinder the next, and is told
 * with its reason. A failed request ends it; running it again goes on with those it was not done for.
 */
export function useEachPerson<Data extends CommandData, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  people: readonly Person[],
  variablesFor: (person: Person) => Variables,
): EachPerson {
  const one = useCommand(document);
  const [pending, setPending] = useState(false);
  const [left, setLeft] = useState(people);
  const [state, setState] = useState<{
    done: number;
    refused: readonly { person: Person; message: string }[];
    failure: CombinedError | undefined;
  }>(NOTHING);

  const run = async (): Promise<boolean> => {
    setPending(true);
    let { done } = state;
    const refused: { person: Person; message: string }[] = [];
    let failure: CombinedError | undefined;
    const waiting = [...left];
    for (let person = waiting.shift(); person; person = waiting.shift()) {
      const outcome = await one.run(variablesFor(person));
      if (outcome.kind === 'done') done += 1;
      else if (outcome.kind === 'refused')
        refused.push({ person, message: outcome.userErrors.map(({ message }) => message).join(' ') });
      else {
        failure = outcome.failure;
        waiting.unshift(person);
        break;
      }
      setState({ done, refused: [...refused], failure: undefined });
    }
    setLeft([...refused.map(({ person }) => person), ...waiting]);
    setState({ done, refused, failure });
    setPending(false);
    return refused.length === 0 && failure === undefined;
  };

  return {
    command: { pending, userErrors: [], failure: state.failure },
    done: state.done,
    refused: state.refused,
    run,
  };
}
