'use client';
import { useCallback, useEffect } from 'react';
import { useQuery } from 'urql';
import { peopleImport } from './documents';

const PAUSE = 700;

/** An import as it stands, read again while the server works on it. `found` is undefined until it was read once, null when there is none. */
export function usePeopleImport(id: string) {
  const [{ data, error, fetching }, ask] = useQuery({
    query: peopleImport,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const read = useCallback(() => ask({ requestPolicy: 'network-only' }), [ask]);
  const found = data?.peopleImport;
  const works = found?.state === 'READING' || found?.state === 'WRITING';
  useEffect(() => {
    if (!works || fetching) return;
    const timer = setTimeout(read, PAUSE);
    return () => clearTimeout(timer);
  }, [works, fetching, read]);
  return { found, error: data ? undefined : error, read };
}
