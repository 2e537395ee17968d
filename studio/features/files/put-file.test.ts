import { describe, expect, it } from '@jest/globals';
import { outcomeOf } from './put-file';

const says = (message: string) => JSON.stringify({ errors: [{ message, extensions: { code: 'WRONG_KIND' } }] });

describe('the answer to an upload', () => {
  it('is a refusal with its sentence where the server has looked at the file', () => {
    for (const status of [400, 404, 413, 415, 422, 503])
      expect(outcomeOf(status, says('no'))).toEqual({ kind: 'refused', message: 'no' });
  });

  it('is unknown where a fault or a proxy answers', () => {
    expect(outcomeOf(500, says('Something went wrong'))).toEqual({ kind: 'failed' });
    for (const status of [413, 502, 503]) expect(outcomeOf(status, '<html>')).toEqual({ kind: 'failed' });
  });

  it('is good news at 200 alone', () => {
    expect(outcomeOf(200, '{}')).toEqual({ kind: 'done' });
  });
});
