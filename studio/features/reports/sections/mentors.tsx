import { CircleAlert, CircleCheck, CircleDashed, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { unmask } from '@/features/api/fragments';
import { percent } from '@/features/charts/figures';
import { FunnelPlot } from '@/features/charts/funnel-plot';
import { scaleOver } from '@/features/charts/scale';
import { Cell, Table } from '@/features/ui/table';
import type { ReportFieldsFragment, ShareFieldsFragment } from '@/gql/graphql';
import styles from '../reports.module.css';
import { NoFigures, Section } from '../section';
import { useShareWords } from '../share-table';

type Line = NonNullable<ReportFieldsFragment['mentors']>[number];
/** A line with its share open. */
type Mentor = Omit<Line, 'timely'> & { timely: ShareFieldsFragment };
const opened = (line: Line): Mentor => ({ ...line, timely: unmask<ShareFieldsFragment>(line.timely) });
export type Standing = 'within' | 'low' | 'veryLow' | 'tooFew';

const SIGNS = { within: CircleCheck, low: TriangleAlert, veryLow: CircleAlert, tooFew: CircleDashed } as const;

/** Where a mentor stands between the limits; too few reviews are not compared. */
export function standingOf({
  timely,
  outsideLimits,
  warnBelow,
}: Pick<Mentor, 'timely' | 'outsideLimits' | 'warnBelow'>): Standing {
  if (outsideLimits) return 'veryLow';
  if (warnBelow == null || timely.share == null) return 'tooFew';
  return timely.share < warnBelow ? 'low' : 'within';
}

/** Feedback in time by mentor, against what chance alone does. For HR. */
export function Mentors({ report, number }: { report: ReportFieldsFragment; number: number }) {
  const t = useTranslations('reports');
  const words = useShareWords();
  const { mentorFunnel } = report;
  const mentors = report.mentors?.map(opened);
  if (!mentors || !mentorFunnel)
    return (
      <Section id="mentors" number={number} title={t('mentors.title')}>
        <NoFigures>{mentors ? t('mentors.none') : t('mentors.forHr')}</NoFigures>
      </Section>
    );
  const { count, of, limits } = mentorFunnel;
  const most = Math.max(...mentors.map(({ timely }) => timely.of));
  const shares = mentors.flatMap(({ timely }) => timely.share ?? []);
  const points = mentors.flatMap(({ mentor, timely, outsideLimits }) =>
    timely.share == null
      ? []
      : [{ key: mentor.id, name: mentor.name, of: timely.of, share: timely.share, alarming: outsideLimits }],
  );
  const lowest = Math.max(0, Math.min(...shares, count / of) - 0.15);
  return (
    <Section id="mentors" number={number} title={t('mentors.title')} lead={t('mentors.lead')}>
      <figure className={styles.figure}>
        <FunnelPlot
          points={points}
          limits={limits}
          rate={count / of}
          across={scaleOver([0, most])}
          upward={scaleOver([lowest, 1])}
          label={t('mentors.label', { mentors: points.length, count, of })}
        />
        <figcaption className={styles.legend}>
          <span>{t('mentors.across')}</span>
          <span data-line="rate">
            {t('mentors.rate', { rate: percent(count / of), count: String(count), of: String(of) })}
          </span>
          <span data-line="warn">{t('mentors.warn')}</span>
          <span data-line="alarm">{t('mentors.alarm')}</span>
        </figcaption>
      </figure>
      <Table
        caption={t('mentors.caption')}
        heads={[t('mentors.mentor'), t('mentors.timely'), t('interval'), t('mentors.limit'), t('mentors.standing')]}
      >
        <tbody>
          {mentors.map((line) => {
            const standing = standingOf(line);
            const Sign = SIGNS[standing];
            return (
              <tr key={line.mentor.id}>
                <Cell>{line.mentor.name}</Cell>
                <Cell label={t('mentors.timely')}>{words.counted(line.timely)}</Cell>
                <Cell label={t('interval')}>{words.interval(line.timely)}</Cell>
                <Cell label={t('mentors.limit')}>{line.warnBelow == null ? '–' : percent(line.warnBelow)}</Cell>
                <Cell label={t('mentors.standing')}>
                  <span className={styles.standing} data-standing={standing}>
                    <Sign size={16} aria-hidden />
                    {t(`mentors.standings.${standing}`)}
                  </span>
                </Cell>
              </tr>
            );
          })}
        </tbody>
      </Table>
    </Section>
  );
}
