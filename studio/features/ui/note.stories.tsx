import { useSample } from '@/workbench/sample';
import { type Stories, type Story, TOLD } from '@/workbench/story';
import { OnPage } from '@/workbench/surroundings';
import { Button } from './button';
import { Note } from './note';

const TONES = ['danger', 'warn', 'ok', 'info'] as const;

export const Tones: Story = () => {
  const { title, text, action } = useSample();
  return (
    <OnPage>
      {TONES.map((tone) => (
        <Note key={tone} tone={tone} title={title} action={tone === 'danger' && <Button>{action}</Button>}>
          {text}
        </Note>
      ))}
    </OnPage>
  );
};

export const Long: Story = () => {
  const { longTitle, longText, longAction } = useSample();
  return (
    <OnPage>
      <Note tone="warn" title={longTitle} action={<Button>{longAction}</Button>}>
        {longText}
      </Note>
      <Note tone="info" title={longTitle} />
    </OnPage>
  );
};

export default { title: 'ui/Note', component: Note, states: { ...TOLD, long: Long } } satisfies Stories;
