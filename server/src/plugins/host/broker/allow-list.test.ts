import { describe, expect, test } from '@jest/globals';
import { mailCases, urlCases } from '@planwright/plugin-sdk/testing';
import { allowsServer, allowsUrl } from './allow-list.js';

describe('patterns of the permissions, as the host reads them', () => {
  test.each(urlCases)('$pattern, $url: $allowed', ({ pattern, url, config = {}, allowed }) => {
    expect(allowsUrl(new URL(url), [pattern], config)).toBe(allowed);
  });

  test.each(mailCases)('$pattern, $host:$port: $allowed', ({ pattern, host, port, config = {}, allowed }) => {
    expect(allowsServer(host, port, [pattern], config)).toBe(allowed);
  });
});
