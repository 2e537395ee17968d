'use client';
import { useTranslations } from 'next-intl';
import { Dialog } from '@/features/ui/dialog';
import { useDesigner, useDesignerStore } from '../store/use-designer';
import { Inspector } from './inspector';

/** On a phone the form rises as a sheet over the outline, and closes back to it. */
export function InspectorSheet({ published }: { published: unknown }) {
  const t = useTranslations('designer.inspector');
  const store = useDesignerStore();
  const isOpen = useDesigner((state) => state.selection.length > 0 || state.focusField === 'plan');
  if (!isOpen) return null;
  return (
    <Dialog title={t('title')} onClose={() => store.getState().select([])}>
      <div data-testid="inspector">
        <Inspector published={published} />
      </div>
    </Dialog>
  );
}
