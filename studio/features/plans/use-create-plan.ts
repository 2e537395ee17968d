'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { type CombinedError, useMutation } from 'urql';
import { createPlan } from './documents';

/** Creates a plan and opens it in the designer. */
export function useCreatePlan(): {
  create: (definition: unknown) => Promise<void>;
  busy: boolean;
  refusal: string | undefined;
  failure: CombinedError | undefined;
} {
  const router = useRouter();
  const [, run] = useMutation(createPlan);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const [failure, setFailure] = useState<CombinedError>();
  const create = async (definition: unknown) => {
    setBusy(true);
    setRefusal(undefined);
    setFailure(undefined);
    const { data, error } = await run({ input: { definition } });
    const payload = data?.createPlan;
    if (payload?.plan) {
      router.push(`/plans/${encodeURIComponent(payload.plan.key)}`);
      return;
    }
    setBusy(false);
    if (error) setFailure(error);
    else setRefusal(payload?.userErrors[0]?.message);
  };
  return { create, busy, refusal, failure };
}
