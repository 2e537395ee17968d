import { useCallback, useEffect, useMemo, useState } from 'react';
import { newIdempotencyKey } from '@/features/api/idempotency-key';
import { onDevice } from '@/features/device/this-device';
import { useOwner } from '@/features/device/use-kept';
import type { PlanDocument } from '../store/plan-document';
import { type Journal, type Leftover, openJournal } from './journal';
import { markOpen, openTabs } from './open-tabs';

/** This tab's journal of a plan, and what earlier visits and closed tabs left unsaved. */
export function useJournal(
  workspaceId: string,
  planKey: string,
  draft: PlanDocument,
  readOnly: boolean,
): { journal: Journal; leftovers: readonly Leftover[] } {
  const owner = useOwner();
  const [tab] = useState(newIdempotencyKey);
  const journal = useMemo(
    () => openJournal(onDevice, { owner, workspaceId, planKey, tab }),
    [owner, workspaceId, planKey, tab],
  );
  const [leftovers, setLeftovers] = useState<readonly Leftover[]>([]);

  useEffect(() => markOpen(tab, navigator.locks), [tab]);

  const look = useCallback(
    async (isCurrent: () => boolean) => {
      const open = await openTabs(navigator.locks);
      if (isCurrent()) setLeftovers(journal.leftovers(draft, open));
    },
    [journal, draft],
  );
  useEffect(() => {
    if (readOnly) return;
    let isCurrent = true;
    void look(() => isCurrent);
    return () => {
      isCurrent = false;
    };
  }, [look, readOnly]);
  // What is offered goes when another tab has saved it; what other tabs begin meanwhile is theirs.
  useEffect(
    () =>
      onDevice.subscribe(() =>
        setLeftovers((offered) => {
          const left = offered.filter(({ place }) => onDevice.textAt(place) !== null);
          return left.length === offered.length ? offered : left;
        }),
      ),
    [],
  );
  return { journal, leftovers };
}
