import { PageBody } from '@/features/ui/page';
import { useSample } from '@/workbench/sample';
import { type Stories, type Story, TOLD } from '@/workbench/story';
import { SignedIn } from '@/workbench/surroundings';
import { AdminsAndHr } from './admins-and-hr';
import { SectionTabs } from './section-tabs';

export const ForThem: Story = () => (
  <AdminsAndHr>
    <SectionTabs />
    <PageBody>{useSample().text}</PageBody>
  </AdminsAndHr>
);

export const ForOthers: Story = () => (
  <SignedIn roles={['LEARNER']}>
    <AdminsAndHr>{useSample().text}</AdminsAndHr>
  </SignedIn>
);

export default {
  title: 'integrations/AdminsAndHr',
  component: AdminsAndHr,
  subcomponents: { SectionTabs },
  states: { ...TOLD, empty: ForOthers, long: 'its words are ours' },
} satisfies Stories;
