'use client';
import { useState } from 'react';
import { type CombinedError, useClient } from 'urql';
import { enterWorkspace } from './documents';

/** Goes to another workspace. A full load follows, so that nothing of the one left behind stays in memory. */
export function useEnter() {
  const client = useClient();
  const [state, setState] = useState<{ busy?: string; message?: string; error?: CombinedError }>({});
  const enter = async (workspaceId: string, path = '/') => {
    setState({ busy: workspaceId });
    const { data, error } = await client.mutation(enterWorkspace, { input: { workspaceId } }).toPromise();
    const wrong = data?.enterWorkspace.userErrors[0];
    if (!error && !wrong) {
      window.location.assign(path);
      return;
    }
    setState({ ...(wrong ? { message: wrong.message } : {}), ...(error ? { error } : {}) });
  };
  return { ...state, enter };
}
