import { type FieldNode, Kind, parse, type SelectionSetNode } from 'graphql';
import { type ReactNode, useState } from 'react';
import { Client, fetchExchange, Provider, subscriptionExchange } from 'urql';
import { ApiContext } from '@/features/api/api-provider';
import type { SocketState } from '@/features/api/client';

/** What the server says to an operation: its data, nothing for ever, that it cannot be reached, or that this is not for the person. */
export type Answer = { data: Record<string, unknown> } | 'waits' | 'offline' | 'forbidden';

/** Answers by the name of the operation. */
export type Answers = Record<string, Answer>;

interface Asked {
  operationName?: string | undefined;
  query?: string | undefined;
}

/** A server of a story's own. A query that it has no answer for is a fault of the story, and said so. */
export function Answered({
  by,
  socket = 'live',
  children,
}: {
  by: Answers;
  socket?: SocketState;
  children: ReactNode;
}) {
  const [client] = useState(() => clientOf(by));
  const [state] = useState(() => ({ socket, signedOut: false, session: 0, reread: noop, signedIn: noop }));
  return (
    <ApiContext value={state}>
      <Provider value={client}>{children}</Provider>
    </ApiContext>
  );
}

const noop = (): void => undefined;

const clientOf = (answers: Answers): Client =>
  new Client({
    url: 'https://api.invalid/graphql',
    preferGetMethod: false,
    fetch: async (_, init) => responseTo(answers, JSON.parse(String(init?.body))),
    exchanges: [
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: ({ operationName, query }) => ({
          subscribe: (sink) => {
            const answer = operationName === undefined ? undefined : answers[operationName];
            if (typeof answer === 'object') {
              complainOfGaps({ operationName, query }, answer.data);
              sink.next({ data: answer.data });
            }
            return { unsubscribe: noop };
          },
        }),
      }),
    ],
  });

async function responseTo(answers: Answers, asked: Asked): Promise<Response> {
  const answer = answers[asked.operationName ?? ''];
  switch (answer) {
    case undefined:
      console.error(`This story has no answer to ${asked.operationName}.`);
      return new Promise<Response>(noop);
    case 'waits':
      return new Promise<Response>(noop);
    case 'offline':
      throw new TypeError('Failed to fetch');
    case 'forbidden':
      return Response.json({ errors: [{ message: 'Forbidden', extensions: { code: 'FORBIDDEN' } }] });
    default:
      complainOfGaps(asked, answer.data);
      return Response.json({ data: answer.data });
  }
}

/** An answer that lacks a field shows a part as no server would: said as an error, which fails the look at all stories. */
function complainOfGaps({ operationName, query }: Asked, data: Record<string, unknown>): void {
  const document = parse(query ?? '');
  const fragments = new Map(
    document.definitions.flatMap((each) =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each.selectionSet] as const] : [],
    ),
  );
  const missing: string[] = [];
  const walk = (selection: SelectionSetNode, value: unknown, path: string): void => {
    if (Array.isArray(value)) {
      for (const [at, each] of value.entries()) walk(selection, each, `${path}[${at}]`);
      return;
    }
    if (typeof value !== 'object' || value === null) return;
    for (const each of selection.selections) {
      if (each.kind === Kind.FIELD) look(each, Reflect.get(value, each.alias?.value ?? each.name.value), path);
      const inner =
        each.kind === Kind.FRAGMENT_SPREAD
          ? fragments.get(each.name.value)
          : each.kind === Kind.INLINE_FRAGMENT && isOf(value, each.typeCondition?.name.value)
            ? each.selectionSet
            : undefined;
      if (inner) walk(inner, value, path);
    }
  };
  const look = (field: FieldNode, value: unknown, path: string): void => {
    const at = `${path}.${field.alias?.value ?? field.name.value}`;
    if (value === undefined && field.name.value !== '__typename') missing.push(at);
    else if (field.selectionSet) walk(field.selectionSet, value, at);
  };
  for (const each of document.definitions)
    if (each.kind === Kind.OPERATION_DEFINITION) walk(each.selectionSet, data, operationName ?? '');
  if (missing.length > 0) console.error(`The answer of this story lacks ${missing.join(', ')}.`);
}

/** Which branch of a union or interface an answer is, by the name that it says. */
const isOf = (value: object, type: string | undefined): boolean =>
  type === undefined || Reflect.get(value, '__typename') === type;
