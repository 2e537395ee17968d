'use client';
import { useLocale } from 'next-intl';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type Client, useClient } from 'urql';
import { apiAddress } from '@/features/api/address';
import { sendCommand } from '@/features/api/send-command';
import { createUpload } from './documents';
import { putFile } from './put-file';
import { keptUploaded, parseUploaded, type Uploaded } from './uploaded';

/** A file that is on its way, or that did not arrive. */
export interface Upload {
  key: string;
  file: File;
  /** waiting: others go first. checking: all bytes are there, and the server looks at them. */
  state: 'waiting' | 'sending' | 'checking' | 'refused' | 'failed';
  /** Share of the bytes that has gone out, 0 to 1. */
  share: number;
  /** Why the server refused it. */
  message?: string;
}

export interface Uploads {
  uploaded: readonly Uploaded[];
  uploads: readonly Upload[];
  /** Something is still on its way. */
  busy: boolean;
  add: (files: Iterable<File>) => void;
  retry: (key: string) => void;
  /** Lets one go, whether it has arrived or not: by the key of an upload, or the id of what arrived. */
  remove: (keyOrId: string) => void;
}

const isOnItsWay = ({ state }: Upload): boolean => state === 'waiting' || state === 'sending' || state === 'checking';

/**
 * Uploads that belong to a form. They go one after the other, as a phone's network is narrow; what has arrived is kept by the form as
 * text (`kept`), so that it is still there when the form is opened again.
 */
export function useUploads(kept: { value: string; set: (text: string) => void }): Uploads {
  const client = useClient();
  const locale = useLocale();
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const now = useRef({ kept, locale });
  useEffect(() => {
    now.current = { kept, locale };
  }, [kept, locale]);
  const line = useRef<Promise<void>>(Promise.resolve());
  const aborts = useRef(new Map<string, AbortController>());
  // Whoever closes the form ends what is under way.
  useEffect(() => {
    const running = aborts.current;
    return () => {
      for (const abort of running.values()) abort.abort();
    };
  }, []);

  const change = useCallback(
    (key: string, fields: Partial<Upload>) =>
      setUploads((all) => all.map((each) => (each.key === key ? { ...each, ...fields } : each))),
    [],
  );

  const send = useCallback(
    (key: string, file: File) => {
      const abort = new AbortController();
      aborts.current.set(key, abort);
      line.current = line.current.then(async () => {
        if (abort.signal.aborted) return;
        change(key, { state: 'sending', share: 0 });
        const outcome = await upload(client, file, {
          locale: now.current.locale,
          signal: abort.signal,
          onProgress: (share) => change(key, { share, state: share < 1 ? 'sending' : 'checking' }),
        });
        aborts.current.delete(key);
        if (abort.signal.aborted) return;
        if (outcome.kind !== 'done') {
          change(key, { state: outcome.kind, ...(outcome.kind === 'refused' ? { message: outcome.message } : {}) });
          return;
        }
        const { value, set } = now.current.kept;
        const added = keptUploaded([...parseUploaded(value), { id: outcome.id, name: file.name, bytes: file.size }]);
        now.current.kept = { value: added, set };
        set(added);
        setUploads((all) => all.filter((each) => each.key !== key));
      });
    },
    [change, client],
  );

  return {
    uploaded: parseUploaded(kept.value),
    uploads,
    busy: uploads.some(isOnItsWay),
    add: (files) => {
      const added = [...files].map((file): Upload => ({ key: crypto.randomUUID(), file, state: 'waiting', share: 0 }));
      setUploads((all) => [...all, ...added]);
      for (const { key, file } of added) send(key, file);
    },
    retry: (key) => {
      const failed = uploads.find((each) => each.key === key);
      if (!failed) return;
      change(key, { state: 'waiting', share: 0 });
      send(key, failed.file);
    },
    remove: (keyOrId) => {
      aborts.current.get(keyOrId)?.abort();
      aborts.current.delete(keyOrId);
      setUploads((all) => all.filter(({ key }) => key !== keyOrId));
      const left = parseUploaded(kept.value).filter(({ id }) => id !== keyOrId);
      if (left.length !== parseUploaded(kept.value).length) kept.set(keptUploaded(left));
    },
  };
}

type UploadOutcome = { kind: 'done'; id: string } | { kind: 'refused'; message: string } | { kind: 'failed' };

/** Asks for a place and puts the bytes there. */
async function upload(client: Client, file: File, how: Parameters<typeof putFile>[2]): Promise<UploadOutcome> {
  const asked = await sendCommand(client, createUpload, { input: { name: file.name, bytes: file.size } });
  if (asked.kind === 'refused') return { kind: 'refused', message: asked.userErrors[0].message };
  if (asked.kind === 'failed') return { kind: 'failed' };
  const { uploadId, url } = asked.payload;
  if (!uploadId || !url) return { kind: 'failed' };
  const address = new URL(url, apiAddress(window.__PLANWRIGHT__, window.location)).href;
  const put = await putFile(address, file, how);
  return put.kind === 'done' ? { kind: 'done', id: uploadId } : put;
}
