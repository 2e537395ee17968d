import type { AriaLabelConfig } from '@xyflow/react';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';

/** React Flow's own words, in the person's language. Both node descriptions are given: upstream has them swapped. */
export function useFlowWords(): Partial<AriaLabelConfig> {
  const t = useTranslations('designer.canvas');
  return useMemo(
    () => ({
      'node.a11yDescription.default': t('nodeHelp'),
      'node.a11yDescription.keyboardDisabled': t('nodeHelp'),
      'node.a11yDescription.ariaLiveMessage': ({ direction }) => t('moved', { direction }),
      'edge.a11yDescription.default': t('linkHelp'),
      'minimap.ariaLabel': t('minimap'),
      'handle.ariaLabel': t('handle'),
    }),
    [t],
  );
}
