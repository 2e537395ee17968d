import type { Page } from 'playwright-core';

/** What a machine can see to be wrong with how a part lies on the page, without a picture to compare it with. */
export const layoutFaults = (page: Page): Promise<string[]> => page.evaluate(faultsHere);

/** Runs in the page, so it stands on nothing outside. */
function faultsHere(): string[] {
  interface Line {
    text: string;
    parent: Element;
    left: number;
    right: number;
    top: number;
    bottom: number;
  }
  const found = new Set<string>();
  const say = (what: string, text: string) => found.add(`${what}: “${text.slice(0, 60)}”`);
  const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
  const scrolls = (overflow: string) => overflow === 'auto' || overflow === 'scroll';
  const isForReaders = (element: Element): boolean => {
    const { clipPath, position } = getComputedStyle(element);
    if (position === 'absolute' && clipPath === 'inset(50%)') return true;
    return element.parentElement !== null && isForReaders(element.parentElement);
  };
  /** What is cut off may be so where the whole of it is in the tooltip. */
  const isTold = (line: Line) =>
    line.parent
      .closest('[title]')
      ?.getAttribute('title')
      ?.replaceAll(/\s/g, '')
      .includes(line.text.replaceAll(/\s/g, ''));
  /** One moves about a canvas as one scrolls. */
  const isCanvas = (element: Element) => element.classList.contains('react-flow');

  /** The part of a line that can be seen; what its boxes cut off is said on the way, unless one can scroll to it. */
  const seenPartOf = (line: Line): Line | undefined => {
    const seen = { ...line };
    let [across, down] = [true, true];
    for (let box: Element | null = line.parent; box && box !== document.body; box = box.parentElement) {
      const style = getComputedStyle(box);
      const { left, right, top, bottom } = box.getBoundingClientRect();
      if (style.display === 'inline') continue;
      const [x, y] = [style.overflowX, style.overflowY];
      const cutsAcross = across && hides(x) && (line.right > right + 1 || line.left < left - 1);
      const cutsDown = down && hides(y) && (line.bottom > bottom + 3 || line.top < top - 3);
      if ((cutsAcross || cutsDown) && !isCanvas(box) && !isTold(line)) say('cut off', line.text);
      if (x !== 'visible') [seen.left, seen.right] = [Math.max(seen.left, left), Math.min(seen.right, right)];
      if (y !== 'visible') [seen.top, seen.bottom] = [Math.max(seen.top, top), Math.min(seen.bottom, bottom)];
      if (scrolls(x) || isCanvas(box)) across = false;
      if (scrolls(y) || isCanvas(box)) down = false;
      if (style.position === 'fixed') break;
    }
    if (across && (seen.right > innerWidth + 1 || seen.left < -1)) say('beyond the edge of the screen', line.text);
    return seen.right - seen.left > 1 && seen.bottom - seen.top > 1 ? seen : undefined;
  };

  /** Whether something opaque lies between an element and the box that it shares with another. */
  const isCovering = (element: Element, other: Element) => {
    for (let box: Element | null = element; box && !box.contains(other); box = box.parentElement) {
      const { backgroundColor, position } = getComputedStyle(box);
      if (position !== 'static' && !/^(transparent|rgba\(.*, 0\))$/.test(backgroundColor)) return true;
    }
    return false;
  };

  const root = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.body;
  const lines: Line[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    const text = node.textContent?.trim() ?? '';
    if (!parent || text === '' || /^(SCRIPT|STYLE|TITLE|OPTION|TEXTAREA|NOSCRIPT)$/i.test(parent.tagName)) continue;
    if (!parent.checkVisibility({ visibilityProperty: true }) || isForReaders(parent)) continue;
    // A name that people gave (a file's) may look like a key of a message; it says that it is not to be translated.
    if (!parent.closest('[translate="no"]') && (/^[a-z]\w*(\.\w+)+$/.test(text) || /\{\w+[},]/.test(text)))
      say('not translated', text);
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const { left, right, top, bottom } of range.getClientRects()) {
      const line = { text, parent, left, right, top, bottom };
      const button = parent.closest('button, [data-look][href]')?.getBoundingClientRect();
      if (button && (right > button.right + 1 || bottom > button.bottom + 3)) say('sticks out of its button', text);
      const seen = seenPartOf(line);
      if (seen) lines.push(seen);
    }
  }
  lines.forEach((a, at) => {
    for (const b of lines.slice(at + 1)) {
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (across < 3 || down < 5 || (a.parent === b.parent && a.text === b.text)) continue;
      if (!isCovering(a.parent, b.parent) && !isCovering(b.parent, a.parent))
        say(`lies over “${a.text.slice(0, 40)}”`, b.text);
    }
  });
  return [...found];
}
