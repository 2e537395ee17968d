import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, PHONE } from '../e2e/browser';
import { hindrances } from '../e2e/looks/hindrances';
import { buildWorkbench, installWorkbench, SHOWN } from './build.mjs';
import { layoutFaults } from './layout-faults';

const SHOTS = path.join(import.meta.dirname, 'shots');
const WIDE = { width: 1280, height: 800 };

/** Every pair of language, theme and width is seen together once. */
const LOOKS = [
  { locale: 'zh-CN', theme: 'light', size: PHONE, name: 'zh-light-phone' },
  { locale: 'en', theme: 'dark', size: PHONE, name: 'en-dark-phone' },
  { locale: 'en', theme: 'light', size: WIDE, name: 'en-light-wide' },
  { locale: 'zh-CN', theme: 'dark', size: WIDE, name: 'zh-dark-wide' },
] as const;

/** Why there is nothing to look at; undefined when the stories are built. */
async function whyNot(): Promise<string | undefined> {
  try {
    await installWorkbench();
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause);
  }
  await buildWorkbench();
  return undefined;
}

interface Index {
  entries: Record<string, { type: string; id: string; title: string; name: string }>;
}

const reason = await whyNot();
if (reason !== undefined) console.log(`The stories are not looked at: Storybook could not be installed. ${reason}`);
const stories = reason === undefined ? storiesOf(JSON.parse(readFileSync(path.join(SHOWN, 'index.json'), 'utf8'))) : [];

function storiesOf({ entries }: Index): [title: string, id: string][] {
  return Object.values(entries).flatMap(({ type, title, name, id }) =>
    type === 'story' ? [[`${title}: ${name}`, id]] : [],
  );
}

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Hands out the built stories, and nothing outside of their folder. */
const files = createServer(async ({ url = '/' }, response) => {
  const file = path.join(SHOWN, path.normalize(decodeURI(url.split('?')[0] ?? '/')));
  if (!existsSync(file)) return response.writeHead(404).end();
  response.setHeader('Content-Type', TYPES[path.extname(file)] ?? 'application/octet-stream');
  response.end(await readFile(file));
});

interface Screen {
  name: string;
  page: Page;
  /** Errors thrown and logged, requests that failed or went elsewhere, since it was last asked. */
  complaints: () => string[];
  show: (id: string) => Promise<void>;
}

async function screenFor(
  browser: Browser,
  address: string,
  look: (typeof LOOKS)[number],
  first: string,
): Promise<Screen> {
  const { locale, theme, size, name } = look;
  const context = await browser.newContext({ viewport: size, locale, colorScheme: theme, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const heard: string[] = [];
  page.on('pageerror', (error) => heard.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') heard.push(message.text());
  });
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(address) && !/^(data|blob):/.test(url)) heard.push(`asks for ${url}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) heard.push(`${response.status()} ${response.url()}`);
  });
  await page.goto(`${address}/iframe.html?id=${first}&viewMode=story&globals=locale:${locale};theme:${theme}`);
  await page.locator('body.sb-show-main').waitFor();
  await page.evaluate(() => document.fonts.ready);
  return {
    name,
    page,
    complaints: () => heard.splice(0),
    // Within one page: opening it for each story would take ten times as long.
    show: (id) => page.evaluate(showHere, id),
  };
}

interface Channel {
  on: (event: string, heard: (news: unknown) => void) => void;
  emit: (event: string, news: unknown) => void;
}

/** In the page: shows another story, and resolves once it stands still. */
async function showHere(storyId: string): Promise<void> {
  const { __STORYBOOK_ADDONS_CHANNEL__: channel } = globalThis as unknown as { __STORYBOOK_ADDONS_CHANNEL__: Channel };
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  if (!location.search.includes(`id=${storyId}&`)) {
    await new Promise<void>((resolve, reject) => {
      channel.on('storyRendered', (id) => id === storyId && resolve());
      for (const event of ['storyErrored', 'storyThrewException', 'storyMissing'])
        channel.on(event, (news) => reject(new Error(`${event} ${JSON.stringify(news)}`)));
      channel.emit('setCurrentStory', { storyId, viewMode: 'story' });
    });
  }
  scrollTo(0, 0);
  await document.fonts.ready;
  // Answers of the stub come within a frame, and what they draw in the next.
  for (let frames = 0; frames < 4; frames += 1) await frame();
}

const screens: Screen[] = [];
let browser: Browser | undefined;

beforeAll(async () => {
  const [first] = stories;
  if (!first) return;
  await rm(SHOTS, { recursive: true, force: true });
  await Promise.all(LOOKS.map(({ name }) => mkdir(path.join(SHOTS, name), { recursive: true })));
  files.listen(0, '127.0.0.1');
  await once(files, 'listening');
  const { port } = files.address() as AddressInfo;
  browser = await openBrowser();
  for (const look of LOOKS) screens.push(await screenFor(browser, `http://127.0.0.1:${port}`, look, first[1]));
});

afterAll(async () => {
  await browser?.close();
  files.close();
});

const look = async ({ name, page, show, complaints }: Screen, id: string): Promise<string[]> => {
  await show(id);
  await page.screenshot({ path: path.join(SHOTS, name, `${id}.png`) });
  const wrong = [...(await hindrances(page)), ...(await layoutFaults(page)), ...complaints()];
  return wrong.map((each) => `${name}: ${each}`);
};

if (stories.length === 0) {
  it.skip('stories are looked at where Storybook can be installed', () => undefined);
} else {
  describe('every story is whole in both languages, light and dark, wide and on a phone', () => {
    it.each(stories)('%s', async (_, id) => {
      const wrong = await Promise.all(screens.map((screen) => look(screen, id)));
      expect(wrong.flat()).toEqual([]);
    });
  });
}
