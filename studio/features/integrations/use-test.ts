'use client';
import { useState } from 'react';
import { type CombinedError, useClient } from 'urql';
import type { TestIntegrationMutation } from '@/gql/graphql';
import { integrationsPage, testIntegration } from './documents';

export interface Test {
  busy: boolean;
  report: TestIntegrationMutation['testIntegration'] | undefined;
  error: CombinedError | undefined;
  run: (integrationId: string) => Promise<void>;
  clear: () => void;
}

/** “Test connection”: the server asks the plugin, which asks the provider. Then the list's health is read again. */
export function useTest(): Test {
  const client = useClient();
  const [state, setState] = useState<Pick<Test, 'busy' | 'report' | 'error'>>({
    busy: false,
    report: undefined,
    error: undefined,
  });
  return {
    ...state,
    run: async (integrationId) => {
      setState({ busy: true, report: undefined, error: undefined });
      const { data, error } = await client.mutation(testIntegration, { input: { integrationId } }).toPromise();
      setState({ busy: false, report: data?.testIntegration, error });
      await client.query(integrationsPage, {}, { requestPolicy: 'network-only' }).toPromise();
    },
    clear: () => setState({ busy: false, report: undefined, error: undefined }),
  };
}
