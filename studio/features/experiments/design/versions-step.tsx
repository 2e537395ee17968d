'use client';
import { Plus, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useQuery } from 'urql';
import { Button, ButtonLink } from '@/features/ui/button';
import { FailureNote } from '@/features/ui/failure-note';
import { Field } from '@/features/ui/field';
import { Note } from '@/features/ui/note';
import { Skeleton } from '@/features/ui/skeleton';
import styles from './design.module.css';
import { designVersions } from './documents';
import { MOST_VERSIONS } from './draft';

const NAMES = ['A', 'B', 'C', 'D'] as const;

/** Which versions: the first is what everything is compared with. */
export function VersionsStep({
  planKey,
  versionIds,
  onChange,
  error,
}: {
  planKey: string;
  versionIds: readonly string[];
  onChange: (ids: string[]) => void;
  error: string | undefined;
}) {
  const t = useTranslations('experiments');
  const [{ data, error: failure }, read] = useQuery({
    query: designVersions,
    variables: { key: planKey },
    pause: planKey === '',
  });
  if (planKey === '') return <p className={styles.quiet}>{t('design.planFirst')}</p>;
  if (failure) return <FailureNote error={failure} retry={() => read({ requestPolicy: 'network-only' })} />;
  if (!data?.plan || data.plan.key !== planKey) return <Skeleton height={32} />;
  const published = data.plan.versions.filter(({ status }) => status === 'PUBLISHED');
  if (published.length < 2) {
    return (
      <Note
        tone="info"
        title={t('design.oneVersion')}
        action={<ButtonLink href={`/plans/${encodeURIComponent(planKey)}`}>{t('design.toPlan')}</ButtonLink>}
      >
        {t('design.oneVersionNext')}
      </Note>
    );
  }
  const choose = (index: number, id: string) => onChange(versionIds.map((each, i) => (i === index ? id : each)));
  return (
    <>
      <div className={styles.versions}>
        {versionIds.map((chosen, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an arm is its place
          <div key={index} className={styles.arm}>
            <Field
              label={index === 0 ? t('design.reference') : t('design.tried', { name: NAMES[index] ?? '' })}
              error={index === 0 ? error : undefined}
            >
              {(control) => (
                <select {...control} value={chosen} onChange={(event) => choose(index, event.target.value)}>
                  <option value="">{t('design.chooseVersion')}</option>
                  {published.map((version) => (
                    <option
                      key={version.id}
                      value={version.id}
                      disabled={version.id !== chosen && versionIds.includes(version.id)}
                    >
                      {version.changeNote
                        ? t('design.versionWithNote', { number: version.number, note: version.changeNote })
                        : t('version', { number: version.number })}
                    </option>
                  ))}
                </select>
              )}
            </Field>
            {index >= 2 && (
              <Button
                look="quiet"
                icon={<X size={16} aria-hidden />}
                aria-label={t('design.removeVersion', { name: NAMES[index] ?? '' })}
                onClick={() => onChange(versionIds.filter((_, i) => i !== index))}
              />
            )}
          </div>
        ))}
      </div>
      {published.length > versionIds.length && versionIds.length < MOST_VERSIONS && (
        <div>
          <Button look="quiet" icon={<Plus size={16} aria-hidden />} onClick={() => onChange([...versionIds, ''])}>
            {t('design.addVersion')}
          </Button>
        </div>
      )}
    </>
  );
}
