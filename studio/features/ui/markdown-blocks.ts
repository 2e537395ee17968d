/** A run of text: plain, strong, or a link. */
export type Span = { text: string; strong?: true; href?: string };
/** What messages are made of; nothing else of Markdown is drawn, and HTML is text like any other. */
export type Block = { kind: 'paragraph'; spans: Span[] } | { kind: 'list'; ordered: boolean; items: Span[][] };

const INLINE = /\*\*([^*]+)\*\*|\[([^\]]+)\]\(([^()\s]+)\)/g;
const ITEM = /^\s*(?:[-*+]|(\d+)[.)])\s+(.*)$/;

/** Only addresses that lead to a page: no scripts, no data. */
const isSafe = (href: string): boolean => /^https?:\/\//i.test(href) || /^\/(?!\/)/.test(href);

function spansOf(text: string): Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const match of text.matchAll(INLINE)) {
    if (match.index > from) spans.push({ text: text.slice(from, match.index) });
    const [whole, strong, label, href] = match;
    if (strong !== undefined) spans.push({ text: strong, strong: true });
    else if (label !== undefined && href !== undefined && isSafe(href)) spans.push({ text: label, href });
    else spans.push({ text: label ?? whole });
    from = match.index + whole.length;
  }
  if (from < text.length) spans.push({ text: text.slice(from) });
  return spans.map((span) => ({ ...span, text: span.text.replaceAll(/\\([\\`*_[\]()#+.!<>-])/g, '$1') }));
}

/** Markdown of a message as blocks: paragraphs, lists, bold and links. Headings become bold paragraphs. */
export function blocksOf(markdown: string): Block[] {
  const blocks: Block[] = [];
  let paragraph: string[] = [];
  const endParagraph = () => {
    if (paragraph.length > 0) blocks.push({ kind: 'paragraph', spans: spansOf(paragraph.join('\n')) });
    paragraph = [];
  };
  for (const line of markdown.split(/\r?\n/)) {
    const item = ITEM.exec(line);
    const heading = /^#{1,6}\s+(.*)$/.exec(line);
    if (item) {
      endParagraph();
      const ordered = item[1] !== undefined;
      const last = blocks.at(-1);
      if (last?.kind === 'list' && last.ordered === ordered) last.items.push(spansOf(item[2] ?? ''));
      else blocks.push({ kind: 'list', ordered, items: [spansOf(item[2] ?? '')] });
    } else if (line.trim() === '') {
      endParagraph();
    } else if (heading) {
      endParagraph();
      blocks.push({ kind: 'paragraph', spans: [{ text: heading[1] ?? '', strong: true }] });
    } else {
      paragraph.push(line.trim());
    }
  }
  endParagraph();
  return blocks;
}

/** The text without its marks, on one line: for a calendar cell or a list's second line. */
export function plainText(markdown: string): string {
  return blocksOf(markdown)
    .flatMap((block) => (block.kind === 'paragraph' ? [block.spans] : block.items))
    .map((spans) => spans.map((span) => span.text).join(''))
    .join(' · ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

const lineOf = (spans: readonly Span[]): string =>
  spans
    .map((span) => span.text)
    .join('')
    .replaceAll(/\s+/g, ' ')
    .trim();

/**
 * What a message says first, on one line: its first paragraph, or its list. A paragraph that ends in a colon only says
 * what the list below it is, so that list comes along: “This week: Report; Test”.
 */
export function headline(markdown: string): string {
  const [first, second] = blocksOf(markdown);
  if (!first) return '';
  if (first.kind === 'list') return lineOf(first.items[0] ?? []);
  const line = lineOf(first.spans);
  const colon = /[:：]$/.exec(line)?.[0];
  if (!colon || second?.kind !== 'list') return line;
  return colon === '：'
    ? `${line}${second.items.map(lineOf).join('；')}`
    : `${line} ${second.items.map(lineOf).join('; ')}`;
}
