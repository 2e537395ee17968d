'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { type CommandState, useCommand } from '@/features/api/use-command';
import { createPlan } from './documents';

/** Creates a plan and opens it in the designer. */
export function useCreatePlan(): { create: (definition: unknown) => Promise<void>; command: CommandState } {
  const router = useRouter();
  const command = useCommand(createPlan);
  // The button stays busy until the designer stands in its place.
  const [opens, setOpens] = useState(false);
  const create = async (definition: unknown) => {
    const outcome = await command.run({ input: { definition } });
    if (outcome.kind !== 'done' || !outcome.payload.plan) return;
    setOpens(true);
    router.push(`/plans/${encodeURIComponent(outcome.payload.plan.key)}`);
  };
  return { create, command: { ...command, pending: command.pending || opens } };
}
