import { describe, expect, it } from '@jest/globals';
import { Client, fetchExchange, gql, type TypedDocumentNode } from 'urql';
import type { UserErrorFieldsFragment } from '@/gql/graphql';
import type { Masked } from './fragments';
import { sendCommand } from './send-command';
import { errorAt, errorsAt, errorsBeside, type UserError } from './user-errors';

type Renaming = { rename: { name: string | null; userErrors: Masked<UserErrorFieldsFragment>[] } };
const rename: TypedDocumentNode<Renaming, { name: string }> = gql`
  mutation Rename($name: String!) { rename(name: $name) { name userErrors { code message path } } }
`;

/** A server that gives one answer, or none. */
const answering = (answer: object | undefined) =>
  new Client({
    url: 'http://127.0.0.1/graphql',
    preferGetMethod: false,
    exchanges: [fetchExchange],
    fetch: async () => {
      if (!answer) throw new TypeError('failed to fetch');
      return new Response(JSON.stringify(answer), { headers: { 'content-type': 'application/json' } });
    },
  });
const send = (answer?: object) => sendCommand(answering(answer), rename, { name: 'new' });

const wrong: UserError = { code: 'INVALID', message: 'Too long.', path: ['name'] };

describe('a command', () => {
  it('is done when nothing was refused', async () => {
    const payload = { name: 'new', userErrors: [] };
    expect(await send({ data: { __typename: 'Mutation', rename: payload } })).toEqual({ kind: 'done', payload });
  });

  it('is refused with what the person can put right', async () => {
    const payload = { name: null, userErrors: [wrong] };
    expect(await send({ data: { rename: payload } })).toEqual({ kind: 'refused', payload, userErrors: [wrong] });
  });

  it('fails as a whole without a network, and without a payload', async () => {
    expect(await send()).toMatchObject({ kind: 'failed', failure: { networkError: { message: 'failed to fetch' } } });
    expect(await send({ data: null, errors: [{ message: 'no', extensions: { code: 'FORBIDDEN' } }] })).toMatchObject({
      kind: 'failed',
      failure: { graphQLErrors: [{ extensions: { code: 'FORBIDDEN' } }] },
    });
    expect(await send({ data: {} })).toMatchObject({ kind: 'failed' });
  });

  it('is done also where a part of the answer could not be read', async () => {
    const payload = { name: null, userErrors: [] };
    expect(await send({ data: { rename: payload }, errors: [{ message: 'no', path: ['rename', 'name'] }] })).toEqual({
      kind: 'done',
      payload,
    });
  });
});

describe('what was refused', () => {
  const errors: UserError[] = [
    { code: 'INVALID', message: 'no date', path: ['rows', '0', 'measuredOn'] },
    { code: 'INVALID', message: 'no number', path: ['rows', '1', 'value'] },
    { code: 'INVALID', message: 'no such host', path: ['config', 'proxy', 'host'] },
    { code: 'NOT_NOW', message: 'later', path: [] },
    { code: 'INVALID', message: 'too early', path: ['input', 'endsOn'] },
  ];

  it('is told at the field that it belongs to, and at no other of the same name', () => {
    expect(errorAt(errors, 'rows.0.measuredOn')).toBe('no date');
    expect(errorAt(errors, 'rows.0.value')).toBeUndefined();
    expect(errorAt(errors, 'host')).toBeUndefined();
    expect(errorAt(errors, 'config.proxy')).toBe('no such host');
    expect(errorAt(errors, 'endsOn')).toBe('too early');
    expect(errorsAt(errors, 'rows')).toEqual(['no date', 'no number']);
  });

  it('is told below where no field shows it', () => {
    expect(errorsBeside(errors, ['rows', 'config', 'endsOn'])).toEqual([errors[3]]);
    expect(errorsBeside(errors, [])).toEqual(errors);
  });
});
