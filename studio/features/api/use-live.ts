'use client';
import { useMemo } from 'react';
import { type AnyVariables, type UseSubscriptionArgs, useSubscription } from 'urql';
import { useApi } from './api-provider';

/**
 * `useSubscription` that survives the end of a session: it subscribes again after the person signs in again. Callers that must not
 * miss what happened between two connections reads again when `useApi().socket` comes back to `live`, or asks `since`.
 */
export function useLive<Data, Variables extends AnyVariables, Result = Data>(
  args: UseSubscriptionArgs<Variables, Data>,
  handler?: (previous: Result | undefined, data: Data) => Result,
) {
  const { session } = useApi();
  const context = useMemo(() => ({ ...args.context, session }), [args.context, session]);
  return useSubscription<Data, Result, Variables>(
    { ...args, context } as UseSubscriptionArgs<Variables, Data>,
    handler,
  );
}
