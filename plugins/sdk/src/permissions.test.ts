import { describe, expect, test } from '@jest/globals';
import { allowsMail, allowsUrl } from './permissions.js';
import { mailCases, urlCases } from './testing/url-patterns.js';

describe('patterns of the permissions, as the host and the kit read them', () => {
  test.each(urlCases)('$pattern, $url: $allowed', ({ pattern, url, config = {}, allowed }) => {
    expect(allowsUrl([pattern], new URL(url), config)).toBe(allowed);
  });

  test.each(mailCases)('$pattern, $host:$port: $allowed', ({ pattern, host, port, config = {}, allowed }) => {
    expect(allowsMail([pattern], host, port, config)).toBe(allowed);
  });
});
