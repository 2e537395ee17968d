import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useClient } from 'urql';
import type { DesignerStore } from '../store/designer-store';
import type { Journal } from './journal';
import { SaveQueue, type SaveState } from './save-queue';
import { sendDraft } from './send-draft';

const JOURNAL_MS = 300;

const timers = {
  after: (milliseconds: number, run: () => void) => {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
};

export interface Autosave {
  state: SaveState;
  /** Saves now; resolves with the state after it. */
  flush(): Promise<SaveState>;
  overwrite(): void;
  takeTheirs(): void;
  /** Revision of the draft on the server that this document is or follows. */
  revision(): number;
}

/** Keeps one open plan saved: the queue, the journal on this device, the warning before leaving, Ctrl+S. */
export function useAutosave(
  store: DesignerStore,
  start: { planKey: string; revision: number; savedAt: string | undefined },
  journal: Journal,
  now: () => string,
): Autosave {
  const client = useClient();
  const [state, setState] = useState<SaveState>({ kind: 'saved', at: start.savedAt });
  const queue = useRef<SaveQueue>(null);
  const { planKey, revision, savedAt } = start;
  const nowRef = useRef(now);
  nowRef.current = now;

  useEffect(() => {
    const current = new SaveQueue({
      revision,
      savedAt,
      timers,
      send: (document, expectedRevision) => sendDraft(client, planKey, document, expectedRevision),
      onState: setState,
      onSaved: () => journal.clear(),
    });
    queue.current = current;
    let cancel = () => {};
    let seen = store.getState().edits;
    const unsubscribe = store.subscribe(({ edits, document, readOnly }) => {
      if (edits === seen || readOnly) return;
      seen = edits;
      current.changed(document);
      cancel();
      cancel = timers.after(JOURNAL_MS, () => {
        if (current.state.kind !== 'saved') {
          journal.write({ revision: current.revision, at: nowRef.current(), document });
        }
      });
    });
    return () => {
      unsubscribe();
      cancel();
      const { document } = store.getState();
      if (current.state.kind !== 'saved') {
        journal.write({ revision: current.revision, at: nowRef.current(), document });
        // Leaving for another page of the studio: what is unsaved goes out now.
        void current.flush().finally(() => current.stop());
      } else current.stop();
    };
  }, [client, store, journal, planKey, revision, savedAt]);

  const flush = useCallback(async () => (await queue.current?.flush()) ?? state, [state]);
  const flushRef = useRef(flush);
  flushRef.current = flush;

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return;
      event.preventDefault();
      void flushRef.current();
    };
    const onOnline = () => void flushRef.current();
    window.addEventListener('keydown', onKey);
    window.addEventListener('online', onOnline);
    return () => {
      window.removeEventListener('keydown', onKey);
      window.removeEventListener('online', onOnline);
    };
  }, []);

  const isUnsaved = state.kind !== 'saved';
  useEffect(() => {
    if (!isUnsaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isUnsaved]);

  return useMemo(
    () => ({
      state,
      flush,
      overwrite: () => void queue.current?.overwrite(),
      takeTheirs: () => {
        const theirs = queue.current?.takeTheirs();
        if (!theirs) return;
        journal.clear();
        store.getState().load(theirs.document);
      },
      revision: () => queue.current?.revision ?? revision,
    }),
    [state, flush, journal, store, revision],
  );
}
