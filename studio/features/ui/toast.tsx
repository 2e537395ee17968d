'use client';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react';
import { Button } from './button';
import { Note, type Tone } from './note';
import styles from './toast.module.css';

export interface ToastMessage {
  tone: Tone;
  text: string;
  /** One thing to do about it, such as undo. */
  action?: { label: string; run: () => void };
}

const ToastContext = createContext<((message: ToastMessage) => void) | null>(null);

const SHOWN_FOR = 6_000;

/** Short news of what was just done, one at a time, announced politely. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const t = useTranslations('ui');
  const [message, setMessage] = useState<ToastMessage & { id: number }>();
  const show = useCallback((next: ToastMessage) => {
    setMessage((previous) => ({ ...next, id: (previous?.id ?? 0) + 1 }));
  }, []);
  useEffect(() => {
    if (!message || message.tone === 'danger') return;
    const timer = setTimeout(() => setMessage(undefined), SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [message]);
  const close = () => setMessage(undefined);
  return (
    <ToastContext value={show}>
      {children}
      <div className={styles.place} aria-live="polite" data-toasts>
        {message && (
          <div className={styles.toast} key={message.id}>
            <Note
              tone={message.tone}
              title={message.text}
              action={
                message.action ? (
                  <Button
                    onClick={() => {
                      message.action?.run();
                      close();
                    }}
                  >
                    {message.action.label}
                  </Button>
                ) : (
                  <Button look="quiet" icon={<X size={16} aria-hidden />} onClick={close} aria-label={t('close')} />
                )
              }
            />
          </div>
        )}
      </div>
    </ToastContext>
  );
}

/** Shows a toast. */
export function useToast(): (message: ToastMessage) => void {
  const show = useContext(ToastContext);
  if (!show) throw new Error('useToast is used outside ToastProvider');
  return show;
}
