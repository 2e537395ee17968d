'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useCommand } from '@/features/api/use-command';
import { useSession } from '@/features/session/session';
import { useTimeWords } from '@/features/time/use-time-words';
import { Button, ButtonLink } from '@/features/ui/button';
import { Empty } from '@/features/ui/empty';
import { FailureNote } from '@/features/ui/failure-note';
import { Field } from '@/features/ui/field';
import { FormDialog } from '@/features/ui/form-dialog';
import { Note } from '@/features/ui/note';
import { PageBar, PageBody } from '@/features/ui/page';
import { SkeletonRows } from '@/features/ui/skeleton';
import { Tag } from '@/features/ui/tag';
import { VersionFigures } from '@/features/versions/version-figures';
import type { VersionListQuery } from '@/gql/graphql';
import { ChangeList } from './change-list';
import styles from './publish.module.css';
import { retireVersion, versionList } from './publish-documents';
import { RestoreDialog } from './restore-dialog';

type Plan = NonNullable<VersionListQuery['plan']>;
type Version = Plan['versions'][number];

/** All versions of a plan, and any two compared in sentences. */
export function VersionsPage({ planKey }: { planKey: string }) {
  const t = useTranslations('publish');
  const ui = useTranslations('ui');
  const { has } = useSession();
  const mayRead = has('HR', 'ADMIN');
  const [{ data, error, fetching }, read] = useQuery({ query: versionList, variables: { key: planKey } });
  const plan = data?.plan;
  const reread = () => read({ requestPolicy: 'network-only' });
  return (
    <>
      <PageBar
        title={plan ? t('versionsOf', { plan: plan.title }) : t('versions')}
        actions={<ButtonLink href={`/plans/${planKey}`}>{t('back')}</ButtonLink>}
      />
      <PageBody width={960}>
        {error && !data && <FailureNote error={error} retry={reread} />}
        {!data && fetching && <SkeletonRows count={4} label={ui('loading')} />}
        {data && !plan && <Empty title={t('noPlan')} />}
        {plan && plan.versions.length === 0 && <Empty title={t('noVersions')}>{t('noVersionsText')}</Empty>}
        {plan && plan.versions.length > 0 && (
          <>
            {mayRead && <VersionFigures planKey={planKey} />}
            <Compare plan={plan} />
            <ol className={styles.versions}>
              {plan.versions.map((version) => (
                <VersionRow key={version.id} plan={plan} version={version} onRetired={reread} />
              ))}
            </ol>
          </>
        )}
      </PageBody>
    </>
  );
}

function VersionRow({ plan, version, onRetired }: { plan: Plan; version: Version; onRetired: () => void }) {
  const t = useTranslations('publish');
  const { date } = useTimeWords();
  const { has } = useSession();
  const [asks, setAsks] = useState(false);
  const [restores, setRestores] = useState(false);
  const isCurrent = plan.current?.id === version.id;
  return (
    <li className={styles.versionRow} data-testid={`version-${version.number}`}>
      <div className={styles.versionHead}>
        <strong>{t('number', { number: version.number })}</strong>
        {isCurrent && <Tag tone="soft">{t('current')}</Tag>}
        {version.status === 'RETIRED' && <Tag>{t('retired')}</Tag>}
        <span className={styles.quiet}>{t('people', { count: version.enrolmentCount })}</span>
      </div>
      <span className={styles.text}>{version.changeNote ?? t('noNote')}</span>
      <span className={styles.quiet}>
        {version.publishedAt ? date(version.publishedAt, 'fullTime') : ''}
        {version.publishedBy ? ` · ${version.publishedBy.name}` : ''}
      </span>
      <details className={styles.quiet}>
        <summary>{t('fingerprint')}</summary>
        <p className={styles.text}>{t('fingerprintText')}</p>
        <code className={styles.fingerprint}>{version.contentHash}</code>
      </details>
      <div className={styles.actions}>
        <ButtonLink href={`/plans/${plan.key}?version=${version.number}`}>{t('view')}</ButtonLink>
        {plan.draft && has('ADMIN', 'HR', 'DESIGNER') && (
          <Button look="quiet" onClick={() => setRestores(true)} data-testid={`restore-${version.number}`}>
            {t('restore')}
          </Button>
        )}
        {version.status === 'PUBLISHED' && has('ADMIN', 'HR', 'DESIGNER') && (
          <Button look="quiet" aria-haspopup="dialog" onClick={() => setAsks(true)}>
            {t('retire')}
          </Button>
        )}
      </div>
      {restores && plan.draft && (
        <RestoreDialog
          planKey={plan.key}
          revision={plan.draft.revision}
          version={version}
          onClose={() => setRestores(false)}
        />
      )}
      {asks && <RetireDialog version={version} onClose={() => setAsks(false)} onRetired={onRetired} />}
    </li>
  );
}

function RetireDialog({
  version,
  onClose,
  onRetired,
}: {
  version: Version;
  onClose: () => void;
  onRetired: () => void;
}) {
  const t = useTranslations('publish');
  const command = useCommand(retireVersion);
  const retire = async () => {
    const { kind } = await command.run({ input: { id: version.id } });
    if (kind !== 'done') return;
    onClose();
    onRetired();
  };
  return (
    <FormDialog
      title={t('retireTitle', { number: version.number })}
      action={t('retire')}
      look="danger"
      command={{ ...command, failure: undefined }}
      onSubmit={retire}
      onClose={onClose}
    >
      <p className={styles.text}>{t('retireText', { count: version.enrolmentCount })}</p>
      {command.failure && <Note tone="danger" title={t('retireFailed')} />}
    </FormDialog>
  );
}

const DRAFT = 'draft';

function Compare({ plan }: { plan: Plan }) {
  const t = useTranslations('publish');
  const [newest, second] = plan.versions;
  const [from, setFrom] = useState((plan.draft ? newest : (second ?? newest))?.id ?? '');
  const [to, setTo] = useState(plan.draft ? DRAFT : (newest?.id ?? ''));
  const refOf = (id: string) =>
    id === DRAFT && plan.draft ? { draft: { planKey: plan.key, revision: plan.draft.revision } } : { versionId: id };
  const choice = (label: string, value: string, onChange: (id: string) => void) => (
    <Field label={label}>
      {(control) => (
        <select {...control} value={value} onChange={(event) => onChange(event.target.value)}>
          {plan.draft && <option value={DRAFT}>{t('draft')}</option>}
          {plan.versions.map((version) => (
            <option key={version.id} value={version.id}>
              {t('number', { number: version.number })}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
  return (
    <section className={styles.column} aria-label={t('compare')}>
      <div className={styles.compare}>
        {choice(t('compareFrom'), from, setFrom)}
        {choice(t('compareTo'), to, setTo)}
      </div>
      {from === to ? (
        <p className={styles.quiet}>{t('identical')}</p>
      ) : (
        <ChangeList key={`${from} ${to}`} from={refOf(from)} to={refOf(to)} />
      )}
    </section>
  );
}
