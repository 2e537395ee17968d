import { useTranslations } from 'next-intl';
import type { ItemKind } from '@/gql/graphql';
import { type Stories, type Story, TOLD } from '@/workbench/story';
import { OnPage, Row } from '@/workbench/surroundings';
import { KIND_ICONS, KindIcon } from './kind-icon';

const KINDS = Object.keys(KIND_ICONS) as ItemKind[];

export const Every: Story = () => {
  const t = useTranslations('kinds');
  return (
    <OnPage>
      {KINDS.map((kind) => (
        <Row key={kind}>
          <KindIcon kind={kind} />
          {t(kind)}
        </Row>
      ))}
    </OnPage>
  );
};

export default {
  title: 'states/KindIcon',
  component: KindIcon,
  states: { ...TOLD, empty: 'every item has a kind', long: 'it has no words' },
} satisfies Stories;
