import { useTranslations } from 'next-intl';
import { useTimeWords } from '@/features/time/use-time-words';
import type { ReportFieldsFragment } from '@/gql/graphql';
import type { Manifest } from '../manifest';
import styles from '../reports.module.css';
import { Section } from '../section';

/** First figures of a digest: enough to compare by eye. */
const short = (digest: string): string => digest.slice(0, 12);

/** How the figures came about, and what somebody needs to check them. */
export function Methods({
  report,
  manifest,
  number,
}: {
  report: ReportFieldsFragment;
  manifest: Manifest;
  number: number;
}) {
  const t = useTranslations('reports');
  const { date } = useTimeWords();
  const { versions, exclusions, queries, dataCutoff, timeZone, engineVersion, seed, seedSha256 } = manifest;
  return (
    <Section id="methods" number={number} title={t('methods.title')}>
      <dl className={styles.methods}>
        {report.methods.map(({ key, title, text }) => (
          <div key={key}>
            <dt>{title}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <h3 className={styles.part}>{t('methods.manifest')}</h3>
      <dl className={styles.methods}>
        {dataCutoff && (
          <div>
            <dt>{t('methods.cutoff')}</dt>
            <dd>
              {date(dataCutoff, 'fullTime')}
              {timeZone && ` · ${t('methods.zone', { zone: timeZone })}`}
            </dd>
          </div>
        )}
        <div>
          <dt>{t('methods.exclusions')}</dt>
          <dd>
            {exclusions.length === 0
              ? t('methods.nobodyLeftOut')
              : exclusions
                  .map(({ reason, n }) => t('methods.leftOut', { reason: reasonWords(reason, t), n }))
                  .join(t('semicolon'))}
          </dd>
        </div>
      </dl>
      <details className={styles.values}>
        <summary>{t('methods.auditors')}</summary>
        <dl className={styles.methods}>
          <div>
            <dt>{t('methods.versions')}</dt>
            <dd>
              {versions.map(({ number: version, contentHash }) => (
                <span key={contentHash} className={styles.digest}>
                  {t('methods.version', { number: version })} <code title={contentHash}>{short(contentHash)}</code>
                </span>
              ))}
            </dd>
          </div>
          {(seed ?? seedSha256) && (
            <div>
              <dt>{t('methods.seed')}</dt>
              <dd>
                {seed ? <code>{seed}</code> : t('methods.seedSealed')}{' '}
                {seedSha256 && <code title={seedSha256}>{short(seedSha256)}</code>}
              </dd>
            </div>
          )}
          <div>
            <dt>{t('methods.queries')}</dt>
            <dd>
              {queries.map(({ name, rowCount, resultSha256 }) => (
                <span key={name} className={styles.digest}>
                  {t('methods.query', { name, rows: rowCount })} <code title={resultSha256}>{short(resultSha256)}</code>
                </span>
              ))}
            </dd>
          </div>
          {engineVersion && (
            <div>
              <dt>{t('methods.engine')}</dt>
              <dd>
                <code>{engineVersion}</code>
              </dd>
            </div>
          )}
        </dl>
        <p className={styles.part}>{t('methods.whole')}</p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse scrolls it by the arrow keys */}
        <pre className={styles.json} tabIndex={0}>
          {JSON.stringify(report.manifest, null, 2)}
        </pre>
      </details>
    </Section>
  );
}

/** The manifest is written in English for auditors; its two reasons are shown in the reader's language. */
function reasonWords(reason: string, t: ReturnType<typeof useTranslations<'reports'>>): string {
  if (reason === 'enrolment cancelled') return t('methods.cancelled');
  if (reason === 'primary outcome not measured') return t('methods.unmeasured');
  return reason;
}
