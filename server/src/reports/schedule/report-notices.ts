import type { LocalizedText } from '@planwright/schema/text';
import { textIn } from '@planwright/schema/text';
import { inEach } from '@planwright/schema/words';
import { globalId } from '../../access/graphql/index.js';
import { columns, type Sql, statement } from '../../database/index.js';
import { percent } from '../../experiments/analysis/index.js';
import type { Notice, NoticeSource, NoticeWords } from '../../reminders/index.js';
import { ReportEntity } from '../entities.js';
import { say } from '../generated/messages.js';
import type { ReportText } from '../report-record.js';

export const REPORT_NOTICES = 'report';

/** A name is no markup. */
const plain = (name: string): string => name.replace(/[\\`*_[\]<>#|~]/g, '\\$&').replace(/\s+/g, ' ');

/** The answer of the report, and its shares with what they count. */
function textOf({ headline, process }: ReportText): LocalizedText {
  return inEach((language) => {
    const shares = process.flatMap(({ title, share, count, of }) =>
      share === null ? [] : [`- ${textIn(title, language)}: ${percent(share)} (${count} / ${of})`],
    );
    return [textIn(headline, language), ...(shares.length > 0 ? ['', ...shares] : [])].join('\n');
  });
}

const WORDS = statement(
  { ...columns(ReportEntity, 'id', 'body'), cohort: 'text' },
  `select r.id, c.name as cohort, r.body from report r join cohort c on c.id = r.cohort_id where r.id = any($1::uuid[])`,
);

/** Reports that are sent regularly. */
export class ReportNotices implements NoticeSource {
  async words(sql: Sql, notices: readonly Notice[]): Promise<Map<string, NoticeWords>> {
    const reports = await sql.rows(WORDS, [[...new Set(notices.map(({ subjectId }) => subjectId))]]);
    const byId = new Map(reports.map((report) => [report.id, report]));
    return new Map(
      notices.flatMap(({ id, subjectId }) => {
        const report = byId.get(subjectId);
        if (!report) return [];
        const cohort = plain(report.cohort);
        const words: NoticeWords = {
          title: say('reportNotices.evaluationReport', { cohort }),
          text: textOf(report.body),
          link: `/reports/${encodeURIComponent(globalId('EvaluationReport', report.id))}`,
          private: false,
        };
        return [[id, words] as const];
      }),
    );
  }

  /** Whoever reads a report signs in. */
  async outsideLink(): Promise<undefined> {
    return undefined;
  }
}
