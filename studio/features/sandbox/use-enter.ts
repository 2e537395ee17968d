'use client';
import { useState } from 'react';
import { type CommandState, useCommand } from '@/features/api/use-command';
import { enterWorkspace } from './documents';

/** Goes to another workspace. A full load follows, so that nothing of the one left behind stays in memory. */
export function useEnter(): {
  enter: (workspaceId: string, path?: string) => Promise<void>;
  /** Where one is going: the id of that workspace. */
  busy: string | undefined;
  command: CommandState;
} {
  const command = useCommand(enterWorkspace);
  const [busy, setBusy] = useState<string>();
  const enter = async (workspaceId: string, path = '/') => {
    setBusy(workspaceId);
    const { kind } = await command.run({ input: { workspaceId } });
    if (kind === 'done') window.location.assign(path);
    else setBusy(undefined);
  };
  return { enter, busy, command };
}
