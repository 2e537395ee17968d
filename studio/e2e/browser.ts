import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import chromiumPackage from '@sparticuz/chromium';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const SHOTS = fileURLToPath(new URL('./shots/', import.meta.url));
const CHINESE_FONT = fileURLToPath(new URL('../../node_modules/@fontsource/noto-sans-sc/', import.meta.url));

/** Whether the pictures of README and docs are renewed. */
export const SHOOTS_FOR_DOCS = process.env.PLANWRIGHT_DOCS_SHOTS === '1';
const DOCS_IMAGES = fileURLToPath(new URL('../../docs/images/', import.meta.url));

/** A real Chromium: the one CHROMIUM_PATH names, else the one inside the npm package (Linux). */
export async function openBrowser(): Promise<Browser> {
  const named = process.env.CHROMIUM_PATH;
  if (named && !existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, which is not there.`);
  return chromium.launch({
    executablePath: named || (await chromiumPackage.executablePath()),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

export const WIDE = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

interface Asked {
  operationName?: string;
  variables?: unknown;
}

export interface Visitor {
  context: BrowserContext;
  page: Page;
  /** What went wrong on the page since it was opened: errors thrown and logged, answers of 500 and above. */
  complaints: string[];
  /** What the page asked the server for since it was opened: the operation with its variables. */
  asked: string[];
  /** Resolves once the page has got everything that it asked for, and asked for nothing more in the frames after that. */
  untilQuiet: () => Promise<void>;
  /** When each frame arrived over a WebSocket of the page, in ms since 1970. */
  frames: number[];
}

/** A person at a screen of their own, with a language and a theme. */
export async function visit(
  browser: Browser,
  studioUrl: string,
  {
    size = WIDE,
    locale = 'zh-CN',
    theme = 'light',
  }: { size?: typeof WIDE; locale?: 'zh-CN' | 'en'; theme?: 'light' | 'dark' | 'system' } = {},
): Promise<Visitor> {
  const context = await browser.newContext({
    ...(SHOOTS_FOR_DOCS ? { bypassCSP: true } : {}),
    viewport: size,
    locale,
    colorScheme: theme === 'dark' ? 'dark' : 'light',
    reducedMotion: 'reduce',
    hasTouch: size.width < 600,
    baseURL: studioUrl,
  });
  // Only bounds a failure: on a busy machine everything takes longer.
  context.setDefaultTimeout(90_000);
  await context.addCookies([
    { name: 'planwright_locale', value: locale, url: studioUrl },
    { name: 'planwright_theme', value: theme, url: studioUrl },
  ]);
  const page = await context.newPage();
  const complaints: string[] = [];
  const asked: string[] = [];
  page.on('request', (request) => {
    const body = request.method() === 'POST' ? request.postData() : null;
    const operation = body?.includes('operationName') ? (JSON.parse(body) as Asked) : undefined;
    if (operation) asked.push(`${operation.operationName} ${JSON.stringify(operation.variables ?? {})}`);
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} (${message.location().url})`);
  });
  page.on('response', (response) => {
    if (response.status() >= 500) complaints.push(`${response.status()} ${response.url()}`);
  });
  // After a dialog the focus is somewhere in the page: at its opener, or as near as there still is something.
  await context.exposeFunction('reportLostFocus', (dialog: string) => complaints.push(`focus lost after: ${dialog}`));
  await context.addInitScript(() => {
    const { reportLostFocus } = globalThis as unknown as { reportLostFocus: (dialog: string) => void };
    const later = (run: () => void) => requestAnimationFrame(() => requestAnimationFrame(run));
    new MutationObserver((records) => {
      for (const node of records.flatMap(({ removedNodes }) => [...removedNodes])) {
        if (!(node instanceof HTMLDialogElement)) continue;
        later(() => {
          if (document.activeElement === null || document.activeElement === document.body)
            reportLostFocus(node.querySelector('h2')?.textContent ?? '');
        });
      }
    }).observe(document, { childList: true, subtree: true });
  });
  await context.addInitScript(keepToasts);
  const frames: number[] = [];
  page.on('websocket', (socket) => socket.on('framereceived', () => frames.push(Date.now())));
  return { context, page, complaints, asked, frames, untilQuiet: followRequests(page) };
}

/** In the page: keeps the text of every toast, since it is gone after a few seconds, and a busy machine may look too late. */
function keepToasts(): void {
  const told: string[] = [];
  Object.assign(globalThis, { told });
  new MutationObserver((records) => {
    for (const node of records.flatMap(({ addedNodes }) => [...addedNodes]))
      if (node instanceof HTMLElement && node.closest('[data-toasts]')) told.push(node.innerText);
  }).observe(document, { childList: true, subtree: true });
}

/** Resolves once a toast has said this, since the page was loaded. */
export async function toldBy(page: Page, text: string): Promise<void> {
  await page.waitForFunction(
    (wanted) => (globalThis as unknown as { told: string[] }).told.some((said) => said.includes(wanted)),
    text,
  );
}

/** Follows what a page asks for. Frames are waited for in between, since an answer's next question comes with its rendering. */
function followRequests(page: Page): () => Promise<void> {
  let [open, asked] = [0, 0];
  let tell = (): void => undefined;
  page.on('request', () => {
    open += 1;
    asked += 1;
  });
  const ended = (): void => {
    open -= 1;
    if (open <= 0) tell();
  };
  page.on('requestfinished', ended);
  page.on('requestfailed', ended);
  const answered = async (): Promise<void> => {
    while (open > 0)
      await new Promise<void>((resolve) => {
        tell = resolve;
      });
  };
  return async () => {
    for (;;) {
      await answered();
      const before = asked;
      await page.evaluate(
        () =>
          new Promise<void>((resolve) => {
            const frames = (left: number): void => {
              if (left === 0) resolve();
              else requestAnimationFrame(() => setTimeout(() => frames(left - 1)));
            };
            frames(4);
          }),
      );
      if (open === 0 && asked === before) return;
    }
  };
}

/** Signs in through the form, as a person does. */
export async function signIn({ page }: Visitor, account: string, password = 'planwright'): Promise<void> {
  await page.goto('/sign-in');
  await page.locator('input[type=email]').fill(`${account}@demo.planwright.example`);
  await page.locator('input[type=password]').fill(password);
  await page.locator('button[type=submit]').click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
}

/** Keeps a picture of the page for people to look at. */
export async function shoot(page: Page, name: string): Promise<void> {
  await mkdir(SHOTS, { recursive: true });
  await page.screenshot({ path: path.join(SHOTS, `${name}.png`) });
}

/** Renews a picture of README and docs, when PLANWRIGHT_DOCS_SHOTS=1 asks for it. `name` is a path below docs/images, without its ending. */
export async function shootForDocs(page: Page, name: string, kind: 'png' | 'webp'): Promise<void> {
  if (!SHOOTS_FOR_DOCS) return;
  await bringChineseFont(page);
  const file = path.join(DOCS_IMAGES, `${name}.${kind}`);
  await mkdir(path.dirname(file), { recursive: true });
  const png = await page.screenshot();
  await writeFile(file, kind === 'png' ? png : await toWebp(png));
}

/** Many machines that run tests have no Chinese font, and would draw empty boxes. */
async function bringChineseFont(page: Page): Promise<void> {
  await page.route('**/docs-font/**', (route) =>
    route.fulfill({
      path: path.join(CHINESE_FONT, new URL(route.request().url()).pathname.replace('/docs-font/', '')),
    }),
  );
  for (const weight of [400, 600]) await page.addStyleTag({ url: `/docs-font/${weight}.css` });
  // A face is fetched when a letter of it is drawn, which is a frame after the page knows of it.
  await page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    await document.fonts.ready;
  });
}

/** A picture of the same size on the screen, in a fifth of the bytes. */
async function toWebp(png: Buffer): Promise<Buffer> {
  const image = await loadImage(png);
  const canvas = createCanvas(image.width, image.height);
  canvas.getContext('2d').drawImage(image, 0, 0);
  return canvas.encode('webp', 82);
}
