import { expect, test } from '@jest/globals';
import { presentedToken, sessionCookie } from './session-cookie.js';

const token = 'x'.repeat(43);

test('a cookie is read among others, by its whole name', () => {
  expect(presentedToken({ cookie: `a=b; planwright_session=${token}; c=d` }, false)).toEqual({ present: true, token });
  expect(presentedToken({ cookie: `not_planwright_session=${token}` }, false)).toEqual({ present: false });
  expect(presentedToken({ cookie: 'planwright_session=' }, false)).toEqual({ present: false });
});

test('where cookies are secure a plain one is not believed', () => {
  expect(presentedToken({ cookie: `planwright_session=${token}` }, true)).toEqual({ present: false });
  expect(presentedToken({ cookie: `__Host-planwright_session=${token}` }, true)).toEqual({ present: true, token });
});

test('a bearer token comes before the cookie', () => {
  const other = 'y'.repeat(43);
  expect(presentedToken({ authorization: `Bearer ${other}`, cookie: `planwright_session=${token}` }, false).token).toBe(
    other,
  );
});

test.each(['Basic dXNlcjpwYXNz', 'Bearer ', 'Bearer short', `Bearer ${'x'.repeat(200)}`, 'Bearer "; drop', ''])(
  'a credential of a wrong form ("%s") is a session that has ended, not nobody',
  (authorization) => {
    expect(presentedToken({ authorization }, false)).toEqual({ present: true });
  },
);

test('no credential is nobody', () => {
  expect(presentedToken({}, false)).toEqual({ present: false });
});

test('a cookie that ends has no age and no value', () => {
  expect(sessionCookie(null, 100, true)).toBe(
    '__Host-planwright_session=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0; Secure',
  );
  expect(sessionCookie(token, -5, false)).toContain('Max-Age=0');
});
