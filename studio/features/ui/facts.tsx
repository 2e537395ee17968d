import type { HTMLAttributes, ReactNode } from 'react';
import styles from './facts.module.css';

/** What is known of a thing: names on the left, values beside them; one below the other on a phone. Holds `Fact`s. */
export function Facts(attributes: HTMLAttributes<HTMLDListElement>) {
  return <dl {...attributes} className={styles.facts} />;
}

/** One line of `Facts`. */
export function Fact({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
