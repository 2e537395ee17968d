import type { ReactNode } from 'react';
import styles from './markdown.module.css';
import { blocksOf, type Span } from './markdown-blocks';

/* Blocks and spans have no identity but their place: the text is drawn as a whole. */
const inOrder = <Part,>(parts: readonly Part[], draw: (part: Part, key: number) => ReactNode) => parts.map(draw);

const spans = (list: readonly Span[]) =>
  inOrder(list, (span, key) => {
    if (span.href) {
      return (
        <a
          key={key}
          href={span.href}
          {...(/^https?:/.test(span.href) ? { target: '_blank', rel: 'noopener noreferrer' } : {})}
        >
          {span.text}
        </a>
      );
    }
    return span.strong ? <strong key={key}>{span.text}</strong> : <span key={key}>{span.text}</span>;
  });

/** The text of a message: paragraphs, lists, bold and links, drawn as elements and never as HTML. */
export function Markdown({ children }: { children: string }) {
  return (
    <div className={styles.text}>
      {inOrder(blocksOf(children), (block, key) => {
        if (block.kind === 'paragraph') return <p key={key}>{spans(block.spans)}</p>;
        const items = inOrder(block.items, (item, at) => <li key={at}>{spans(item)}</li>);
        return block.ordered ? <ol key={key}>{items}</ol> : <ul key={key}>{items}</ul>;
      })}
    </div>
  );
}
