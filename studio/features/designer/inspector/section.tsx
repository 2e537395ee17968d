'use client';
import { ChevronDown } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import { useDesigner } from '../store/use-designer';
import styles from './inspector.module.css';

/** Sections that were folded stay folded for the next item: it is the same person at the same work. */
const folded = new Map<string, boolean>();

/** A part of the form that can be folded; `note` says what is in it while it is. */
export function Section({
  name,
  title,
  note,
  startsFolded = false,
  opensFor,
  children,
}: {
  name: string;
  title: string;
  note?: string | undefined;
  startsFolded?: boolean;
  /** Path of a field inside: when the problem list leads there, the section unfolds. */
  opensFor?: string;
  children: ReactNode;
}) {
  const id = useId();
  const readOnly = useDesigner((state) => state.readOnly);
  const [open, setOpen] = useState(() => !(folded.get(name) ?? startsFolded));
  const isWanted = useDesigner(
    ({ focusField }) => opensFor !== undefined && `${focusField ?? ''}.`.startsWith(`${opensFor}.`),
  );
  const [wasWanted, setWasWanted] = useState(false);
  if (isWanted !== wasWanted) {
    setWasWanted(isWanted);
    if (isWanted) setOpen(true);
  }
  return (
    <section className={styles.section} aria-labelledby={`${id}-title`}>
      <h3 className={styles.heading}>
        <button
          type="button"
          id={`${id}-title`}
          className={styles.toggle}
          aria-expanded={open}
          onClick={() => {
            folded.set(name, open);
            setOpen(!open);
          }}
        >
          <ChevronDown size={16} aria-hidden />
          {title}
          {!open && note && <span className={styles.note}>{note}</span>}
        </button>
      </h3>
      {open && (
        <fieldset className={styles.fields} disabled={readOnly} aria-labelledby={`${id}-title`}>
          {children}
        </fieldset>
      )}
    </section>
  );
}
