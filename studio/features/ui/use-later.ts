'use client';
import { useTranslations } from 'next-intl';
import { type ComponentType, useState } from 'react';
import { useToast } from './toast';

/**
 * A part of the page whose code comes when it is first wanted: for dialogs that stand on every page and are opened on
 * few. `open` says so where the code is out of reach.
 * `const clock = useLater(() => import('./clock-dialog').then((file) => file.ClockDialog));`
 */
export function useLater<Props>(load: () => Promise<ComponentType<Props>>): {
  /** undefined while it is closed, or on its way. */
  Part: ComponentType<Props> | undefined;
  open: () => void;
  close: () => void;
} {
  const ui = useTranslations('ui');
  const toast = useToast();
  const [Part, setPart] = useState<ComponentType<Props>>();
  return {
    Part,
    open: () => {
      load().then(
        // A function given to a setter would be called.
        (part) => setPart(() => part),
        () => toast({ tone: 'danger', text: ui('failure.offline.title') }),
      );
    },
    close: () => setPart(undefined),
  };
}
