import { Migration } from '@mikro-orm/migrations';

/**
 * A round ends on its date, however many have answered. What learners answered about their plan is kept without their names:
 * when everybody answers about themselves, the person an answer is about would tell who gave it.
 */
export class KeepSurveysAnonymous extends Migration {
  override name = '20261129d1-anonymous-surveys';

  override up(): void {
    this.addSql('update survey_round set closes_on = completed_on where completed_on is not null');
    this.addSql('alter table survey_round drop column completed_on');
    this.addSql('alter table survey_answer alter column about_id drop not null');
    this.addSql(`
      update survey_answer a set about_id = null from survey_round r
      where r.id = a.round_id and r.respondents = 'LEARNER'`);
  }
}
