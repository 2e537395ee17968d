'use client';
import { Ellipsis } from 'lucide-react';
import { useId } from 'react';
import styles from './menu.module.css';

export interface MenuEntry {
  key: string;
  label: string;
  run: () => void;
}

/** A few actions behind three dots, as a native popover: it closes on Escape and outside clicks by itself. */
export function Menu({ label, entries }: { label: string; entries: MenuEntry[] }) {
  const id = `menu${useId().replaceAll(/[^a-zA-Z0-9]/g, '')}`;
  if (entries.length === 0) return <span />;
  return (
    <span className={styles.menu}>
      <button
        type="button"
        className={styles.dots}
        popoverTarget={id}
        aria-label={label}
        style={{ anchorName: `--${id}` }}
      >
        <Ellipsis size={18} aria-hidden />
      </button>
      <div id={id} popover="auto" className={styles.list} style={{ positionAnchor: `--${id}` }}>
        {entries.map((entry) => (
          <button
            key={entry.key}
            type="button"
            className={styles.entry}
            popoverTarget={id}
            popoverTargetAction="hide"
            onClick={entry.run}
          >
            {entry.label}
          </button>
        ))}
      </div>
    </span>
  );
}
