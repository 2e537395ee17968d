import type { ReactNode } from 'react';
import styles from './reports.module.css';

/** A chapter of a report. Its number is its place in the list of contents. */
export function Section({
  id,
  number,
  title,
  lead,
  children,
}: {
  id: string;
  number: number;
  title: string;
  lead?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section id={id} className={styles.section} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} className={styles.sectionTitle}>
        <span className={styles.number}>{number}</span>
        {title}
      </h2>
      {lead && <p className={styles.lead}>{lead}</p>}
      {children}
    </section>
  );
}

/** Why a chapter or a part of it has no figures. */
export const NoFigures = ({ children }: { children: ReactNode }) => <p className={styles.none}>{children}</p>;
