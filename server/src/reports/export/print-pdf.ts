import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** A browser that prints, or why there is none. */
export type PdfPrinter = (page: string) => Promise<Buffer>;

const ORIGIN = 'http://report.invalid';
const FONTS = path.dirname(fileURLToPath(import.meta.resolve('@fontsource/noto-sans-sc/400.css')));
const FONT_FILE = /^\/fonts\/((?:files\/)?[\w.-]+)$/;

/** Where Chromium is: the one that is named, else the one in the npm package (Linux). undefined = none. */
export async function findChromium(named: string | undefined): Promise<string | undefined> {
  if (named !== undefined) return existsSync(named) ? named : undefined;
  if (process.platform !== 'linux') return undefined;
  const { default: chromium } = await import('@sparticuz/chromium');
  return chromium.executablePath();
}

/**
 * Prints a page of ours as A4. The browser reaches nothing but the page and the fonts, and runs no script. One page is
 * printed at a time: a Chromium takes some 150 MB while it works.
 */
export function pdfPrinter(executablePath: string): PdfPrinter {
  let last: Promise<unknown> = Promise.resolve();
  return (page) => {
    const mine = last.then(
      () => print(executablePath, page),
      () => print(executablePath, page),
    );
    last = mine.catch(() => undefined);
    return mine;
  };
}

async function print(executablePath: string, html: string): Promise<Buffer> {
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({ executablePath, args: ['--disable-gpu', '--disable-background-networking'] });
  try {
    const context = await browser.newContext({ javaScriptEnabled: false });
    await context.route('**/*', async (route) => {
      const { origin, pathname } = new URL(route.request().url());
      if (origin !== ORIGIN) return route.abort();
      if (pathname === '/') return route.fulfill({ contentType: 'text/html; charset=utf-8', body: html });
      const file = FONT_FILE.exec(pathname)?.[1];
      if (file === undefined) return route.abort();
      const contentType = file.endsWith('.css') ? 'text/css' : 'font/woff2';
      return route.fulfill({ contentType, body: await readFile(path.join(FONTS, file)) });
    });
    const page = await context.newPage();
    await page.goto(`${ORIGIN}/`, { waitUntil: 'networkidle' });
    return await page.pdf({
      preferCSSPageSize: true,
      printBackground: true,
      displayHeaderFooter: true,
      headerTemplate: '<span></span>',
      footerTemplate:
        '<div style="font-size:7pt;width:100%;text-align:center;color:#5b6578"><span class="pageNumber"></span> / <span class="totalPages"></span></div>',
    });
  } finally {
    await browser.close();
  }
}
