import { useTranslations } from 'next-intl';
import { useSample } from '@/workbench/sample';
import { type Stories, type Story, TOLD } from '@/workbench/story';
import { OnPage } from '@/workbench/surroundings';
import { FileUpload } from './file-upload';
import type { Upload, Uploads } from './use-uploads';

const noop = () => undefined;
const file = (name: string, bytes: number) => new File([new Uint8Array(bytes)], name);
const of = (uploads: readonly Upload[] = [], uploaded: Uploads['uploaded'] = []): Uploads => ({
  uploads,
  uploaded,
  busy: false,
  add: noop,
  retry: noop,
  remove: noop,
});

function Shown({ of: shown, error }: { of: Uploads; error?: string }) {
  const t = useTranslations('myPlan');
  return (
    <OnPage width={480}>
      <FileUpload label={t('files')} hint={t('filesHint')} error={error} of={shown} />
    </OnPage>
  );
}

export const Nothing: Story = () => <Shown of={of()} />;
export const OnTheirWay: Story = () => (
  <Shown
    of={of(
      [
        { key: 'a', file: file('interview.mp4', 3000), state: 'sending', share: 0.42 },
        { key: 'b', file: file('2026 复盘.docx', 1200), state: 'waiting', share: 0 },
        { key: 'c', file: file('photo.jpg', 900), state: 'checking', share: 1 },
      ],
      [{ id: 'd', name: 'report.pdf', bytes: 3_400_000 }],
    )}
  />
);
export const Wrong: Story = () => {
  const { text } = useSample();
  return (
    <Shown
      of={of([
        { key: 'a', file: file('report.pdf', 3000), state: 'refused', share: 1, message: text },
        { key: 'b', file: file('photo.jpg', 900), state: 'failed', share: 0.3 },
      ])}
      error={text}
    />
  );
};
export const Long: Story = () => {
  const { longTitle, longText } = useSample();
  return (
    <Shown
      of={of(
        [{ key: 'a', file: file(`${longTitle}.pdf`, 3000), state: 'refused', share: 1, message: longText }],
        [{ id: 'd', name: `${longTitle}.docx`, bytes: 12_400_000 }],
      )}
    />
  );
};

export default {
  title: 'files/FileUpload',
  component: FileUpload,
  states: {
    ...TOLD,
    empty: Nothing,
    loading: OnTheirWay,
    error: Wrong,
    readOnly: 'where nothing is handed in it is not shown',
    stale: 'what has arrived is on this device',
    long: Long,
  },
} satisfies Stories;
