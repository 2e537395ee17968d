import { useCallback, useEffect, useState } from 'react';
import { type CombinedError, useClient } from 'urql';
import type { DesignerPlanQuery } from '@/gql/graphql';
import { designerPlan } from './save/save-documents';

export type OpenPlan = NonNullable<DesignerPlanQuery['plan']>;

/**
 * Reads a plan once, from the server: what is edited must be the newest draft, and what another query learns later
 * must not change it under the person's hands.
 */
export function useOpenPlan(key: string) {
  const client = useClient();
  const [result, setResult] = useState<{ key: string; plan?: OpenPlan | null; error?: CombinedError }>();
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` asks for another reading
  useEffect(() => {
    let isCurrent = true;
    void client
      .query(designerPlan, { key }, { requestPolicy: 'network-only' })
      .toPromise()
      .then(({ data, error }) => {
        if (isCurrent) setResult(data ? { key, plan: data.plan ?? null } : { key, ...(error ? { error } : {}) });
      });
    return () => {
      isCurrent = false;
    };
  }, [client, key, attempt]);
  const retry = useCallback(() => {
    setResult(undefined);
    setAttempt((count) => count + 1);
  }, []);
  return { ...(result?.key === key ? result : {}), retry };
}
