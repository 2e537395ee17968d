'use client';
import { useClient } from 'urql';
import { type CommandState, useCommand } from '@/features/api/use-command';
import type { TestIntegrationMutation } from '@/gql/graphql';
import { integrationsPage, testIntegration } from './documents';

export interface Test extends Pick<CommandState, 'pending' | 'failure' | 'userErrors'> {
  report: TestIntegrationMutation['testIntegration'] | undefined;
  run: (integrationId: string) => Promise<void>;
  clear: () => void;
}

/** “Test connection”: the server asks the plugin, which asks the provider. Then the list's health is read again. */
export function useTest(): Test {
  const client = useClient();
  const { pending, failure, userErrors, payload, run, reset } = useCommand(testIntegration);
  return {
    pending,
    failure,
    userErrors,
    // What is wrong with the settings is part of the report.
    report: payload,
    run: async (integrationId) => {
      await run({ input: { integrationId } });
      await client.query(integrationsPage, {}, { requestPolicy: 'network-only' }).toPromise();
    },
    clear: reset,
  };
}
