import { useEffect } from 'react';
import { useDesignerStore } from './store/use-designer';

const TYPING = 'input, textarea, select, [contenteditable]';

/** Undo and redo by keyboard, except in text fields: those have their own. */
export function useShortcuts(): void {
  const store = useDesignerStore();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      if (event.target instanceof Element && event.target.closest(TYPING)) return;
      const key = event.key.toLowerCase();
      const isRedo = key === 'y' || (key === 'z' && event.shiftKey);
      if (!isRedo && key !== 'z') return;
      event.preventDefault();
      if (isRedo) store.getState().redo();
      else store.getState().undo();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [store]);
}
