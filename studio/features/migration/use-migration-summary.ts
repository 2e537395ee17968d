import { useCallback } from 'react';
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
  const retry = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute]);
  return {
    summary: input && !fetching && !stale ? data?.previewMigration : undefined,
    error: input && !fetching ? error : undefined,
    retry,
  };
}
