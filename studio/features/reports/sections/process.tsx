import { useTranslations } from 'next-intl';
import type { ReportFieldsFragment } from '@/gql/graphql';
import { type Manifest, targetOf } from '../manifest';
import styles from '../reports.module.css';
import { NoFigures, Section } from '../section';
import { ShareTable } from '../share-table';
import { LearningTime } from './learning-time';

/** Efficiency: completion, on time and feedback, then by stage and department. */
export function Process({
  report,
  manifest,
  number,
}: {
  report: ReportFieldsFragment;
  manifest: Manifest;
  number: number;
}) {
  const t = useTranslations('reports');
  return (
    <Section id="process" number={number} title={t('process.title')} lead={t('process.lead')}>
      <ShareTable
        caption={t('process.caption')}
        titleHead={t('process.figure')}
        shares={report.process}
        noneYet={t('process.noneYet')}
        targetOf={({ key }) => targetOf(manifest, key)}
      />
      <h3 className={styles.part}>{t('process.stages')}</h3>
      <ShareTable
        caption={t('process.stagesCaption')}
        titleHead={t('process.stage')}
        shares={report.stages}
        noneYet={t('process.stageEmpty')}
      />
      <h3 className={styles.part}>{t('process.departments')}</h3>
      {report.departments.length < 2 ? (
        <NoFigures>{t('process.oneDepartment')}</NoFigures>
      ) : (
        <>
          <ShareTable
            caption={t('process.departmentsCaption')}
            titleHead={t('process.department')}
            shares={report.departments}
            noneYet={t('process.noneYet')}
          />
          {report.suppressed > 0 && (
            <p className={styles.aside}>{t('process.suppressed', { count: report.suppressed })}</p>
          )}
        </>
      )}
      <LearningTime lines={report.learningTime} />
    </Section>
  );
}
