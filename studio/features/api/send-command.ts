import { type AnyVariables, type Client, CombinedError, type TypedDocumentNode } from 'urql';
import type { UserErrorFieldsFragment } from '@/gql/graphql';
import { type Masked, unmask } from './fragments';
import type { UserError } from './user-errors';

/** Data of a mutation that asks one thing, whose payload says what was refused. */
export type CommandData = Record<string, { userErrors: readonly Masked<UserErrorFieldsFragment>[] }>;

/** The payload of a mutation's one field. */
export type PayloadOf<Data> = Data[keyof Data];

/** How a command ended. */
export type Outcome<Payload> =
  | { kind: 'done'; payload: Payload }
  /** The person can put it right. `payload` may hold more about it. */
  | { kind: 'refused'; userErrors: readonly [UserError, ...UserError[]]; payload: Payload }
  /** The request as a whole failed: nobody can tell whether it arrived. */
  | { kind: 'failed'; failure: CombinedError };

/**
 * Sends one mutation. Components use `useCommand`; this is for what outlives them, such as the outbox of the device.
 */
export async function sendCommand<Data extends CommandData, Variables extends AnyVariables>(
  client: Client,
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<Outcome<PayloadOf<Data>>> {
  const { data, error } = await client.mutation(document, variables).toPromise();
  const payload = data && payloadOf(data);
  const [first, ...others] = unmask<UserErrorFieldsFragment>(payload?.userErrors ?? []);
  if (payload && first) return { kind: 'refused', userErrors: [first, ...others], payload };
  // Whoever has a payload has done it, also where a part of the answer could not be read.
  if (payload) return { kind: 'done', payload };
  return { kind: 'failed', failure: error ?? new CombinedError({ graphQLErrors: ['The answer is empty.'] }) };
}

/** The cache's `__typename` may stand beside the one field. */
function payloadOf<Data extends CommandData>(data: Data): PayloadOf<Data> | undefined {
  const field = (Object.keys(data) as (keyof Data)[]).find((name) => name !== '__typename');
  return field === undefined ? undefined : data[field];
}
