/** What messages are written in: paragraphs, lists, bold, links. Everything else is text. */
type Inline = { kind: 'text' | 'bold'; text: string } | { kind: 'link'; text: string; url: string };
type Block = { kind: 'paragraph'; lines: Inline[][] } | { kind: 'list'; ordered: boolean; items: Inline[][] };

const INLINE = /\*\*(.+?)\*\*|\[([^\]]+)\]\(([^\s)]+)\)/g;
const BULLET = /^\s*[-*]\s+(.*)$/;
const NUMBER = /^\s*\d+[.)]\s+(.*)$/;
/** Other schemes do something in the reader's program. */
const SAFE_URL = /^(https?:\/\/|mailto:)/i;

function inlines(text: string): Inline[] {
  const parts: Inline[] = [];
  let end = 0;
  for (const match of text.matchAll(INLINE)) {
    if (match.index > end) parts.push({ kind: 'text', text: text.slice(end, match.index) });
    const [whole, bold, label, url] = match;
    if (bold !== undefined) parts.push({ kind: 'bold', text: bold });
    else if (label !== undefined && url !== undefined && SAFE_URL.test(url))
      parts.push({ kind: 'link', text: label, url });
    else parts.push({ kind: 'text', text: label ?? whole });
    end = match.index + whole.length;
  }
  if (end < text.length) parts.push({ kind: 'text', text: text.slice(end) });
  return parts;
}

function blocks(markdown: string): Block[] {
  const found: Block[] = [];
  let open: Block | undefined;
  for (const raw of markdown.replaceAll('\r', '').split('\n')) {
    const line = raw.replace(/^#{1,6}\s+(.*)$/, '**$1**').replace(/^>\s?/, '');
    const [bullet, number] = [BULLET.exec(line)?.[1], NUMBER.exec(line)?.[1]];
    const item = bullet ?? number;
    if (line.trim() === '') open = undefined;
    else if (item !== undefined) {
      const ordered = bullet === undefined;
      if (open?.kind !== 'list' || open.ordered !== ordered) {
        open = { kind: 'list', ordered, items: [] };
        found.push(open);
      }
      open.items.push(inlines(item));
    } else {
      if (open?.kind !== 'paragraph') {
        open = { kind: 'paragraph', lines: [] };
        found.push(open);
      }
      open.lines.push(inlines(line.trim()));
    }
  }
  return found;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');

function inlineHtml(part: Inline): string {
  switch (part.kind) {
    case 'text':
      return escapeHtml(part.text);
    case 'bold':
      return `<strong>${escapeHtml(part.text)}</strong>`;
    case 'link':
      return `<a href="${escapeHtml(part.url)}">${escapeHtml(part.text)}</a>`;
    default:
      return part satisfies never;
  }
}

const inlineText = (part: Inline): string => (part.kind === 'link' ? `${part.text} (${part.url})` : part.text);

/** HTML of a message: only these tags, and everything that was text is text. */
export function htmlOf(markdown: string): string {
  const line = (parts: Inline[]) => parts.map(inlineHtml).join('');
  return blocks(markdown)
    .map((block) => {
      if (block.kind === 'paragraph') return `<p>${block.lines.map(line).join('<br>\n')}</p>`;
      const tag = block.ordered ? 'ol' : 'ul';
      return `<${tag}>\n${block.items.map((item) => `<li>${line(item)}</li>`).join('\n')}\n</${tag}>`;
    })
    .join('\n');
}

/** The same for readers without HTML. */
export function textOf(markdown: string): string {
  const line = (parts: Inline[]) => parts.map(inlineText).join('');
  return blocks(markdown)
    .map((block) =>
      block.kind === 'paragraph'
        ? block.lines.map(line).join('\n')
        : block.items.map((item, index) => `${block.ordered ? `${index + 1}.` : '-'} ${line(item)}`).join('\n'),
    )
    .join('\n\n');
}
