import type { PolicyWorld, WorldEnrolment, WorldPerson, WorldRow } from './policy-world.js';

/**
 * Who sees which row of the policy world, written down a second time in plain terms of the company: it knows no scope, no variable and no
 * policy, so that a mistake there is not repeated here.
 */
export function oracleSees(world: PolicyWorld, readerKey: string, row: WorldRow): boolean {
  const reader = world.people[readerKey];
  if (!reader) throw new Error(`nobody is called ${readerKey}`);
  if (row.workspace !== world.workspace) return false;
  const seesAll = readerKey === 'admin' || readerKey === 'hr';
  const editsPlans = seesAll || ['hrOfSales', 'hrOfMarketing', 'designer'].includes(readerKey);
  const department = { hrOfSales: 'sales', hrOfMarketing: 'marketing' }[readerKey];

  const inMyDepartment = (person: WorldPerson) => {
    if (department === undefined) return false;
    const chain = Object.values(world.departments).find(({ id }) => id === person.department)?.above ?? [];
    return chain.includes(world.departments[department]?.id ?? '');
  };
  const inMyTeam = (person: WorldPerson) =>
    readerKey === 'lead' && person.manager?.id === reader.id && person !== world.people.gone;
  const isMe = (person: WorldPerson) => person.id === reader.id;
  /** For the mentor of the world, never for one's own mentor. */
  const standsIn = (enrolment: WorldEnrolment) =>
    readerKey === 'standIn' && enrolment.mentor?.id === world.people.mentor?.id && !isMe(enrolment.person);
  const sees = (enrolment: WorldEnrolment) =>
    seesAll ||
    inMyDepartment(enrolment.person) ||
    inMyTeam(enrolment.person) ||
    enrolment.mentor?.id === reader.id ||
    standsIn(enrolment) ||
    isMe(enrolment.person);
  const sharesIn = (enrolment: WorldEnrolment) =>
    enrolment.partners.filter(({ person }) => isMe(person)).map(({ item }) => item);
  const seesOrShares = (enrolment: WorldEnrolment) => sees(enrolment) || sharesIn(enrolment).length > 0;
  const mine = world.enrolments.filter(seesOrShares);

  switch (row.table) {
    case 'workspace':
    case 'department':
    case 'department_alias':
    case 'job_role':
    case 'calendar_year':
      return true;
    case 'person': {
      const person = row.person as WorldPerson;
      const isMyMentee = world.enrolments.some(
        (enrolment) => (enrolment.mentor?.id === reader.id || standsIn(enrolment)) && enrolment.person.id === person.id,
      );
      return seesAll || inMyDepartment(person) || inMyTeam(person) || isMyMentee || isMe(person);
    }
    case 'role_grant':
    case 'person_identity':
      return seesAll || inMyDepartment(row.person as WorldPerson) || isMe(row.person as WorldPerson);
    // Whoever brought a file of people, while they are HR.
    case 'people_import':
    case 'people_import_row':
      return isMe(row.person as WorldPerson) && (seesAll || department !== undefined);
    case 'deputy': {
      const mentor = row.person as WorldPerson;
      const seesPlan = mine.some((enrolment) => enrolment.mentor?.id === mentor.id);
      return seesAll || inMyDepartment(mentor) || isMe(mentor) || isMe(row.deputy as WorldPerson) || seesPlan;
    }
    case 'leaving':
    case 'hand_over':
      return seesAll || inMyDepartment(row.person as WorldPerson);
    case 'paused_by_leaving':
    case 'account':
    case 'session':
    case 'access_link':
    case 'account_letter':
    case 'second_factor':
    case 'identity_provider':
    case 'oidc_transaction':
    case 'provider_session':
    case 'sign_in_failure':
      return false;
    case 'audit_entry':
      // Of what happened to somebody, those know who look after them.
      return readerKey === 'admin' || (row.person !== undefined && (seesAll || inMyDepartment(row.person)));
    case 'plan':
      return editsPlans || mine.some(({ plan }) => plan === row.plan);
    case 'plan_version':
      return (
        editsPlans ||
        mine.some(({ version }) => version === row.version) ||
        world.enrolments.some((enrolment) => sees(enrolment) && enrolment.earlier === row.version)
      );
    case 'cohort':
      return editsPlans || mine.some(({ cohort }) => cohort === row.cohort);
    case 'plan_draft':
    case 'plan_migration':
    case 'plan_migration_enrolment':
    case 'plan_version_pin':
    case 'metric':
      return editsPlans;
    case 'plugin_release':
    case 'integration_secret':
    case 'integration_token':
    case 'integration_kv':
    case 'integration_bucket':
    case 'integration_circuit':
    case 'scorer_task':
    case 'notice':
    case 'survey_invitation':
    case 'survey_link':
    case 'survey_answer':
    case 'report_file':
    case 'file_chunk':
      return false;
    case 'plugin_enablement':
    case 'integration':
    case 'board_counter':
    case 'rule_cohort':
      return seesAll;
    case 'enrolment':
      return seesOrShares(row.enrolment as WorldEnrolment);
    case 'inbox_message':
      return isMe(row.person as WorldPerson);
    case 'reminder_settings':
    case 'channel_route':
    case 'survey_round':
    case 'report_schedule':
    case 'experiment':
    case 'experiment_arm':
    case 'enrolment_rule':
      return seesAll || department !== undefined;
    case 'reminder_watermark':
    case 'delivery_attempt':
      return false;
    case 'reminder_occurrence': {
      // On their own plan people see what is meant for them; what others are told about them is seen by those who look after them.
      const enrolment = row.enrolment as WorldEnrolment;
      const looksAfter = seesAll || inMyDepartment(enrolment.person) || inMyTeam(enrolment.person);
      return looksAfter || enrolment.mentor?.id === reader.id || standsIn(enrolment) || isMe(row.person as WorldPerson);
    }
    case 'rule_enrolment':
      return seesAll || inMyDepartment((row.enrolment as WorldEnrolment).person);
    case 'report':
    case 'finding':
      return seesAll || (department !== undefined && row.departments?.includes(department) === true);
    case 'delivery':
      return row.hidden !== true && (seesAll || inMyDepartment(row.person as WorldPerson));
    case 'measurement':
    case 'experiment_member':
    case 'career_event':
      return seesAll || inMyDepartment(row.person as WorldPerson);
    case 'progress_event':
    case 'enrolment_state':
    case 'board_patch':
      return sees(row.enrolment as WorldEnrolment);
    // Before it is submitted it is its uploader's alone; HR of everybody does not see it either.
    case 'file':
      return row.enrolment
        ? sees(row.enrolment) || sharesIn(row.enrolment).includes(row.item ?? '')
        : isMe(row.person as WorldPerson);
    case 'item_state':
    case 'submission':
    case 'enrolment_partner': {
      const enrolment = row.enrolment as WorldEnrolment;
      return sees(enrolment) || sharesIn(enrolment).includes(row.item ?? '');
    }
    default:
      throw new Error(`the oracle does not know the table ${row.table}`);
  }
}
