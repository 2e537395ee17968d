'use client';
import { useCallback, useEffect, useState } from 'react';
import { apiAddress } from '@/features/api/address';

export type FileContent =
  | { state: 'reading' }
  | { state: 'failed'; retry: () => void }
  | { state: 'read'; content: ArrayBuffer };

/** The bytes of a file. Fetched as whoever is signed in: an `img` of ours would be a request from elsewhere to the API. */
export function useFileContent(url: string): FileContent {
  const [tries, setTries] = useState(0);
  const [found, setFound] = useState<{ url: string; tries: number; content: ArrayBuffer | undefined }>();
  const retry = useCallback(() => setTries((count) => count + 1), []);
  useEffect(() => {
    const abort = new AbortController();
    const address = new URL(url, apiAddress(window.__PLANWRIGHT__, window.location));
    const read = async () => {
      const response = await fetch(address, { credentials: 'include', signal: abort.signal });
      if (!response.ok) throw new Error(String(response.status));
      return response.arrayBuffer();
    };
    read().then(
      (content) => setFound({ url, tries, content }),
      () => {
        if (!abort.signal.aborted) setFound({ url, tries, content: undefined });
      },
    );
    return () => abort.abort();
  }, [url, tries]);
  if (found?.url !== url || found.tries !== tries) return { state: 'reading' };
  return found.content ? { state: 'read', content: found.content } : { state: 'failed', retry };
}
