import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What keeps somebody from reading or using the page as it looks now; empty when nothing does. */
export async function hindrances(page: Page): Promise<string[]> {
  return [
    ...(await axe(page)),
    ...(await widerThanScreen(page)),
    ...(await smallChinese(page)),
    ...(await scrollsAway(page)),
    ...(await oddlyEmpty(page)),
  ];
}

/** What axe-core objects to, with the elements. */
async function axe(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  return page.evaluate(async (tags) => {
    interface Axe {
      run(
        root: Document,
        options: unknown,
      ): Promise<{ violations: { id: string; help: string; nodes: { html: string }[] }[] }>;
    }
    const { axe } = globalThis as unknown as { axe: Axe };
    const { violations } = await axe.run(document, { runOnly: { type: 'tag', values: tags } });
    return violations.map(
      ({ id, help, nodes }) =>
        `${id}: ${help} (${nodes.length}) ${nodes
          .slice(0, 3)
          .map(({ html }) => html.slice(0, 160))
          .join(' | ')}`,
    );
  }, RULES);
}

/** What makes the page scroll sideways: the page itself and its main part, each with its widest child. */
async function widerThanScreen(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('main')].flatMap((element) => {
      if (element.scrollWidth <= element.clientWidth) return [];
      const limit = element.getBoundingClientRect().right;
      const beyond = [...element.querySelectorAll('*')].find(
        (child) => child.getBoundingClientRect().right > limit + 1,
      );
      return [
        `scrolls sideways: ${element.tagName} ${element.scrollWidth} > ${element.clientWidth}: ${beyond?.className}`,
      ];
    }),
  );
}

/** An empty list says so at one place on every page: below the title, where its first entry would begin. */
async function oddlyEmpty(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const leftOf = (element: Element | null | undefined) => element?.getBoundingClientRect().left;
    const title = leftOf(document.querySelector('main h1'));
    if (title === undefined || innerWidth < 768) return [];
    return [...document.querySelectorAll('main [data-testid="empty"]')]
      .filter((empty) => empty.checkVisibility())
      .map((empty) => leftOf(empty.firstElementChild) ?? 0)
      .filter((left) => Math.abs(left - title) > 1)
      .map((left) => `an empty list ${left} px from the left, its page's title ${title}`);
  });
}

/** The designer fills the window and its parts scroll by themselves: the wheel must not move the page from under them. */
async function scrollsAway(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const isPhone = innerWidth < 768;
    const { scrollHeight, clientHeight } = document.documentElement;
    if (isPhone || !document.querySelector('[data-testid="designer"]') || scrollHeight <= clientHeight) return [];
    return [`the page scrolls under the designer: ${scrollHeight} > ${clientHeight}`];
  });
}

/** Chinese text that is set smaller than 13 px. */
async function smallChinese(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found = new Set<string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!parent || !/\p{Script=Han}/u.test(node.textContent ?? '') || !parent.checkVisibility()) continue;
      if (/^(SCRIPT|STYLE|NOSCRIPT|TEMPLATE)$/.test(parent.tagName)) continue;
      const size = Number.parseFloat(getComputedStyle(parent).fontSize);
      if (size < 13)
        found.add(`small Chinese text: ${size} px: ${node.textContent?.trim().slice(0, 20)} (${parent.className})`);
    }
    return [...found];
  });
}
