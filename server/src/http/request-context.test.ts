import type { IncomingMessage } from 'node:http';
import { describe, expect, test } from '@jest/globals';
import { isLoopback, networkOf } from './request-context.js';

const request = (remoteAddress: string, headers: Record<string, string> = {}) =>
  ({ socket: { remoteAddress }, headers: { host: '127.0.0.1:4000', ...headers } }) as unknown as IncomingMessage;

describe('a request from this machine', () => {
  test.each(['127.0.0.1', '127.0.0.53', '::1', '::ffff:127.0.0.1'])('comes from %s', (address) => {
    expect(isLoopback(request(address))).toBe(true);
    expect(isLoopback(request(address, { host: 'localhost:4000' }))).toBe(true);
    expect(isLoopback(request(address, { host: '[::1]:4000' }))).toBe(true);
  });

  test.each(['10.0.0.1', '203.0.113.5', '2001:db8::1', '::ffff:10.0.0.1', ''])('does not come from %j', (address) => {
    expect(isLoopback(request(address))).toBe(false);
  });

  test.each([
    'forwarded',
    'via',
    'x-real-ip',
    'x-forwarded-for',
    'x-forwarded-host',
    'x-forwarded-proto',
    'cf-connecting-ip',
    'true-client-ip',
  ])('carries no %s of a proxy on it', (header) => {
    expect(isLoopback(request('127.0.0.1', { [header]: '127.0.0.1' }))).toBe(false);
  });

  test.each(['demo.example.com', '192.168.1.10:4000', 'localhost.example.com', '127.0.0.1.example.com', '', '['])(
    'was not sent to %j, as through a tunnel',
    (host) => {
      expect(isLoopback(request('127.0.0.1', { host }))).toBe(false);
    },
  );
});

describe('where tries are counted', () => {
  test.each([
    ['203.0.113.5', '203.0.113.5'],
    ['::ffff:203.0.113.5', '203.0.113.5'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::6', '2001:db8:1:2::/64'],
    ['2001:db8::6', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    [undefined, 'unknown'],
  ])('%s is %s: whoever has one IPv6 address has the whole network', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
