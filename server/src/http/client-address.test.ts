import { expect, test } from '@jest/globals';
import { clientAddress } from './client-address.js';

const request = (forwarded: string | undefined) => ({
  headers: { 'x-forwarded-for': forwarded },
  socket: { remoteAddress: '10.0.0.9' },
});

test('without a trusted proxy only the connection counts, whatever the client claims', () => {
  expect(clientAddress(request('1.2.3.4'), 0)).toBe('10.0.0.9');
});

test('behind one proxy the last address counts, not what the client put before it', () => {
  expect(clientAddress(request('6.6.6.6, 1.2.3.4'), 1)).toBe('1.2.3.4');
});

test('behind two proxies the last but one counts', () => {
  expect(clientAddress(request('6.6.6.6, 1.2.3.4, 10.0.0.2'), 2)).toBe('1.2.3.4');
});

test('a request that did not come through the proxy counts for its connection', () => {
  expect(clientAddress(request(undefined), 1)).toBe('10.0.0.9');
  expect(clientAddress(request('1.2.3.4'), 2)).toBe('10.0.0.9');
});
