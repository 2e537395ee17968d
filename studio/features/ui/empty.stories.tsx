import { useSample } from '@/workbench/sample';
import { type Stories, type Story, TOLD } from '@/workbench/story';
import { Button } from './button';
import { Empty } from './empty';
import { PageBody } from './page';

export const NothingYet: Story = () => {
  const { title, text, action } = useSample();
  return (
    <PageBody>
      <Empty title={title} action={<Button look="primary">{action}</Button>} isPage>
        {text}
      </Empty>
    </PageBody>
  );
};

export const TitleAlone: Story = () => (
  <PageBody>
    <Empty title={useSample().title} />
  </PageBody>
);

export const Long: Story = () => {
  const { longTitle, longText, longAction } = useSample();
  return (
    <PageBody>
      <Empty title={longTitle} action={<Button look="primary">{longAction}</Button>}>
        {longText}
      </Empty>
    </PageBody>
  );
};

export default {
  title: 'ui/Empty',
  component: Empty,
  states: { ...TOLD, empty: NothingYet, long: Long },
} satisfies Stories;
