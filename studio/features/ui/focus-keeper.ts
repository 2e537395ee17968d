/** What can take the focus. */
const FOCUSABLE = [
  'a[href]',
  'button:not(:disabled)',
  'input:not(:disabled):not([type=hidden])',
  'select:not(:disabled)',
  'textarea:not(:disabled)',
  'summary',
  '[tabindex]:not([tabindex="-1"])',
].join(',');

/** Nobody is led out of these by the loss of one control. */
const BOUNDARY = 'dialog, [popover], main';

/** Their children come and go while one scrolls. */
const VIRTUAL = '[data-virtual]';

/** A place in the page: the element that stands there, or after its removal the nearest that can take the focus. */
export interface Spot {
  element: Element | null;
}

const spots = new Set<Spot>();
const last: Spot & { path: string } = { element: null, path: '' };

const isShown = (element: Element): element is HTMLElement =>
  element instanceof HTMLElement && element.isConnected && element.checkVisibility() && !element.closest('[inert]');

function focusableIn(root: Element, which: 'first' | 'last'): HTMLElement | undefined {
  const all = [root, ...root.querySelectorAll(FOCUSABLE)].filter(
    (element) => element.matches(FOCUSABLE) && isShown(element),
  );
  return all.at(which === 'first' ? 0 : -1) as HTMLElement | undefined;
}

/** What opened a menu or popover that is closed now. */
function openerOf(hidden: Element): HTMLElement | undefined {
  const popover = hidden.closest('[popover]');
  const opener = popover?.id
    ? document.querySelector(`[popovertarget="${CSS.escape(popover.id)}"]:not([popover] *)`)
    : null;
  return opener && isShown(opener) ? opener : undefined;
}

/** The nearest control around a place: what follows, what comes before, what is around, the page itself. */
function nearest(parent: Element, next: Node | null, previous: Node | null): Element | null {
  for (let at = elementFrom(next, 'next'); at; at = at.nextElementSibling) {
    const found = focusableIn(at, 'first');
    if (found) return found;
  }
  for (let at = elementFrom(previous, 'previous'); at; at = at.previousElementSibling) {
    const found = focusableIn(at, 'last');
    if (found) return found;
  }
  const boundary = parent.closest(BOUNDARY);
  for (let around: Element | null = parent; around && around !== boundary; around = around.parentElement) {
    const found = focusableIn(around, 'first');
    if (found) return found;
  }
  return boundary ?? document.querySelector('main');
}

const elementFrom = (node: Node | null, way: 'next' | 'previous'): Element | null => {
  let at = node;
  while (at && !(at instanceof Element)) at = way === 'next' ? at.nextSibling : at.previousSibling;
  return at?.isConnected ? (at as Element) : null;
};

/** Where an element stood that these changes took away. */
function standIn(records: readonly MutationRecord[], gone: Element): Element | null {
  const record = records.findLast(({ removedNodes }) => [...removedNodes].some((node) => node.contains(gone)));
  if (!record || !(record.target instanceof Element)) return document.querySelector('main');
  if (!record.target.isConnected) return record.target === gone ? null : standIn(records, record.target);
  return nearest(record.target, record.nextSibling, record.previousSibling);
}

function take(element: Element | null): void {
  if (!(element instanceof HTMLElement)) return;
  if (!element.matches(FOCUSABLE) && !element.hasAttribute('tabindex')) element.tabIndex = -1;
  element.focus({ preventScroll: true });
}

const nobodyHasFocus = (): boolean => document.activeElement === null || document.activeElement === document.body;

function onChanges(records: readonly MutationRecord[]): void {
  const lost = last.element;
  const isHit =
    lost !== null && records.some(({ removedNodes }) => [...removedNodes].some((node) => node.contains(lost)));
  const isVirtual = isHit && records.some(({ target }) => target instanceof Element && target.closest(VIRTUAL));
  for (const spot of [...spots, last]) {
    if (spot.element && !spot.element.isConnected) spot.element = standIn(records, spot.element);
  }
  if (!isHit || isVirtual || !nobodyHasFocus()) return;
  // On another page there is no neighbour: reading begins at the top of it.
  take(last.path === location.pathname ? last.element : document.querySelector('main'));
}

/**
 * Keeps the focus of people who work by keyboard or screen reader. When the control that has it goes away (a deleted
 * row, a step that was done, a page that was left), its neighbour takes it, instead of the top of the document.
 * Returns the way to stop.
 */
export function keepFocus(): () => void {
  const remember = (event: Event) => {
    const element = event.target instanceof Element ? event.target.closest(FOCUSABLE) : null;
    if (!element) return;
    last.element = element;
    last.path = location.pathname;
  };
  // Safari does not focus a button that is clicked.
  document.addEventListener('focusin', remember);
  document.addEventListener('click', remember, true);
  const observer = new MutationObserver(onChanges);
  observer.observe(document.body, { childList: true, subtree: true });
  return () => {
    document.removeEventListener('focusin', remember);
    document.removeEventListener('click', remember, true);
    observer.disconnect();
  };
}

/** Remembers where the focus is; call the answer to bring it back there, or as near as there still is something. */
export function rememberFocus(): () => void {
  const spot: Spot = { element: nobodyHasFocus() ? last.element : document.activeElement };
  spots.add(spot);
  return () => {
    spots.delete(spot);
    const { element } = spot;
    take(!element || isShown(element) ? element : (openerOf(element) ?? document.querySelector('main')));
  };
}
