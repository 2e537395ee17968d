'use client';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type CSSProperties, type ReactNode, useEffect, useId, useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { Button } from './button';
import styles from './dialog.module.css';
import { rememberFocus } from './focus-keeper';

/**
 * The native modal: focus stays inside and returns to what opened it, Escape closes. On a phone it is a sheet from
 * below. A control inside with `data-autofocus` gets the focus first. Mount it only while it is open. Without `onClose`
 * it cannot be dismissed. It stands outside of what opened it, so that a menu closes behind it.
 */
export function Dialog({
  title,
  onClose,
  children,
  footer,
  width = 480,
}: {
  title: ReactNode;
  onClose?: () => void;
  children: ReactNode;
  footer?: ReactNode;
  width?: number;
}) {
  const t = useTranslations('ui');
  const element = useRef<HTMLDialogElement>(null);
  const heading = useId();

  // A layout effect: its end comes while the dialog still stands, and only then can the focus leave it for its opener.
  useLayoutEffect(() => {
    const giveBack = rememberFocus();
    const dialog = element.current;
    if (dialog && !dialog.open) dialog.showModal();
    return () => {
      dialog?.close();
      giveBack();
    };
  }, []);
  // What scrolls is scrolled by keyboard too; not every browser gives it the focus when nothing inside takes it.
  const scrolled = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const body = scrolled.current;
    if (!body) return;
    const isText = body.querySelector('a[href], button, input, select, textarea, summary, [tabindex]') === null;
    body.toggleAttribute('tabindex', false);
    if (isText && body.scrollHeight > body.clientHeight) body.tabIndex = 0;
  });
  // After the children's own effects.
  useEffect(() => element.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus(), []);

  return createPortal(
    <dialog
      ref={element}
      className={styles.dialog}
      style={{ '--dialog-width': `${width}px` } as CSSProperties}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
    >
      <header className={styles.head}>
        <h2 id={heading} className={styles.title}>
          {title}
        </h2>
        {onClose && (
          <Button look="quiet" icon={<X size={18} aria-hidden />} aria-label={t('close')} onClick={onClose} />
        )}
      </header>
      <div ref={scrolled} className={styles.body}>
        {children}
      </div>
      {footer && <footer className={styles.foot}>{footer}</footer>}
    </dialog>,
    document.body,
  );
}
