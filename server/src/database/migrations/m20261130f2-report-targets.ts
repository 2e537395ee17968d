import { Migration } from '@mikro-orm/migrations';

/** What reports hold figures against is the organisation's to say. */
export class AddReportTargets extends Migration {
  override name = '20261130f2-report-targets';

  override up(): void {
    this.addSql(
      `alter table workspace add report_targets jsonb not null default '{"completion": 0.9, "onTime": 0.85, "feedback": 0.95, "quality": 80}'`,
    );
  }
}
