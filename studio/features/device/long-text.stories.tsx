import { useState } from 'react';
import { Field } from '@/features/ui/field';
import { useSample } from '@/workbench/sample';
import { type Stories, type Story, TOLD } from '@/workbench/story';
import { NOW, OnPage } from '@/workbench/surroundings';
import { keptBy } from './kept-text';
import { LongText } from './long-text';

function Written({ text, since, readOnly = false }: { text: string; since?: string; readOnly?: boolean }) {
  const [value, set] = useState(text);
  return (
    <OnPage width={480}>
      <Field label={useSample().title}>
        {(control) => (
          <LongText
            {...control}
            rows={4}
            readOnly={readOnly}
            kept={keptBy('device', { value, set, since, discard: () => set('') })}
          />
        )}
      </Field>
    </OnPage>
  );
}

export const Untouched: Story = () => <Written text="" />;
export const ReadOnly: Story = () => <Written text={useSample().text} readOnly />;
/** Text from an earlier visit says when it was written, and can be thrown away. */
export const FromEarlier: Story = () => <Written text={useSample().text} since={NOW} />;
export const Long: Story = () => <Written text={useSample().longText} since={NOW} />;

export default {
  title: 'device/LongText',
  component: LongText,
  states: { ...TOLD, empty: Untouched, readOnly: ReadOnly, stale: FromEarlier, long: Long },
} satisfies Stories;
