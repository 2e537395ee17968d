import { useSample } from '@/workbench/sample';
import { type Stories, type Story, TOLD } from '@/workbench/story';
import { Button } from './button';
import { PageBar, PageBody } from './page';
import { Skeleton, SkeletonRows } from './skeleton';
import { Tag } from './tag';

export const Page: Story = () => {
  const { title, text, action, person } = useSample();
  return (
    <>
      <PageBar title={title} facts={<Tag>{person}</Tag>} actions={<Button look="primary">{action}</Button>} />
      <PageBody width={720}>
        <p>{text}</p>
      </PageBody>
    </>
  );
};

export const Loading: Story = () => (
  <>
    <PageBar title={<Skeleton width={180} height={20} />} />
    <PageBody>
      <SkeletonRows count={6} label={useSample().title} />
    </PageBody>
  </>
);

export const Long: Story = () => {
  const { longTitle, longText, longAction, longPerson, action } = useSample();
  return (
    <>
      <PageBar
        title={longTitle}
        facts={
          <>
            <Tag>{longPerson}</Tag>
            <Tag tone="soft">{longTitle}</Tag>
          </>
        }
        actions={
          <>
            <Button>{action}</Button>
            <Button look="primary">{longAction}</Button>
          </>
        }
      />
      <PageBody width={720}>
        <p>{longText}</p>
      </PageBody>
    </>
  );
};

export default {
  title: 'ui/Page',
  component: PageBar,
  subcomponents: { PageBody },
  states: { ...TOLD, loading: Loading, long: Long },
} satisfies Stories;
