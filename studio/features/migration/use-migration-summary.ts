import { useCallback, useState } from 'react';
import { useQuery } from 'urql';
import type { MigrationInput } from '@/gql/graphql';
import { migrationSummary } from './migration-documents';

/** Foresight of a migration; nothing is asked while there is no input. The hash makes the run equal what was shown. */
export function useMigrationSummary(input: MigrationInput | undefined) {
  const [{ data, error, fetching, stale }, execute] = useQuery({
    query: migrationSummary,
    // A paused query never sends its variables; the type wants some.
    variables: { input: input ?? { fromVersionId: '', to: { versionId: '' } } },
    pause: input === undefined,
    requestPolicy: 'network-only',
  });
  const [reads, setReads] = useState(0);
  const retry = useCallback(() => {
    setReads((before) => before + 1);
    execute({ requestPolicy: 'network-only' });
  }, [execute]);
  return {
    summary: input && !fetching && !stale ? data?.previewMigration : undefined,
    /** What was known before the last choice, while its consequences are worked out. */
    last: input ? data?.previewMigration : undefined,
    /** How often it was asked again for the same choices. */
    reads,
    error: input && !fetching ? error : undefined,
    retry,
  };
}
