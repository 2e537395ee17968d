import { useSample } from '@/workbench/sample';
import { type Stories, type Story, TOLD } from '@/workbench/story';
import { OnPage, Row } from '@/workbench/surroundings';
import { Tag } from './tag';

const TONES = ['quiet', 'soft', 'warn', 'danger'] as const;

export const Tones: Story = () => {
  const { person } = useSample();
  return (
    <OnPage>
      <Row>
        {TONES.map((tone) => (
          <Tag key={tone} tone={tone}>
            {person}
          </Tag>
        ))}
      </Row>
    </OnPage>
  );
};

export const Long: Story = () => {
  const { longTitle } = useSample();
  return (
    <OnPage>
      {TONES.map((tone) => (
        <Row key={tone}>
          <Tag tone={tone}>{longTitle}</Tag>
        </Row>
      ))}
    </OnPage>
  );
};

export default { title: 'ui/Tag', component: Tag, states: { ...TOLD, long: Long } } satisfies Stories;
