import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { cohortsOf, readAs } from './api';
import { type App, startApp } from './app';
import { openBrowser, signIn, visit } from './browser';

let app: App;
let browser: Browser;
beforeAll(async () => {
  app = await startApp();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const headersOf = async (path: string) => (await fetch(new URL(path, app.studioUrl))).headers;

describe('a page', () => {
  it('names a nonce of its own, which all its scripts carry', async () => {
    const nonces = new Set<string>();
    for (let time = 0; time < 2; time += 1) {
      const answer = await fetch(new URL('/sign-in', app.studioUrl));
      const policy = answer.headers.get('content-security-policy') ?? '';
      const nonce = /script-src [^;]*'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
      expect(nonce.length).toBeGreaterThan(20);
      nonces.add(nonce);
      const scripts = [...(await answer.text()).matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
      expect(scripts.length).toBeGreaterThan(2);
      expect(scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([]);
    }
    expect(nonces.size).toBe(2);
  });

  it('asks for no device, is framed by nobody, and is not strict over plain http', async () => {
    const headers = await headersOf('/sign-in');
    expect(headers.get('permissions-policy')).toContain('camera=()');
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('strict-transport-security')).toBeNull();
  });

  it('works under its policy: theme, canvas, live board and charts', async () => {
    const cohort = (await cohortsOf(await readAs(app.apiUrl, 'hr'))).at(-1);
    const hr = await visit(browser, app.studioUrl, { theme: 'dark' });
    const refused: string[] = [];
    hr.page.on('console', (message) => {
      if (/Content Security Policy/i.test(message.text())) refused.push(message.text());
    });
    await signIn(hr, 'hr');
    const pages: [path: string, ready: string][] = [
      ['/plans', '[href$="/plans/retail-new-manager"]'],
      ['/plans/retail-new-manager', '[data-testid^="item-"]'],
      [`/cohorts/${encodeURIComponent(cohort?.id ?? '')}`, '#page h1'],
      [`/cohorts/${encodeURIComponent(cohort?.id ?? '')}/report`, '[data-testid="report"]'],
    ];
    for (const [path, ready] of pages) {
      await hr.page.goto(path);
      await hr.page.locator(ready).first().waitFor();
      await hr.untilQuiet();
    }
    expect(refused).toEqual([]);
    expect(hr.complaints).toEqual([]);
  });

  it('runs nothing that somebody has brought in', async () => {
    const visitor = await visit(browser, app.studioUrl);
    await visitor.page.goto('/sign-in');
    const ran = await visitor.page.evaluate(() => {
      const script = document.createElement('div');
      script.innerHTML = '<img src="data:," onerror="window.brought = true">';
      document.body.append(script);
      return new Promise((resolve) => {
        document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => resolve(effectiveDirective));
      });
    });
    expect(ran).toBe('script-src-attr');
    expect(await visitor.page.evaluate(() => 'brought' in window)).toBe(false);
  });
});
