import { textIn } from '@planwright/schema/text';
import type { Instant } from '@planwright/schema/time';
import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import {
  type Connection,
  DateTimeScalar,
  decodeCursor,
  JsonScalar,
  notFound,
  PageArgs,
  pageOf,
  pageSize,
  type RequestContext,
  signedIn,
  uuidOf,
} from '../access/graphql/index.js';
import { command, done, mentionedPerson, requireAction } from '../access/index.js';
import { cannotWrite } from '../database/index.js';
import { CohortType, cohortFrom, cohortOf } from '../enrolments/index.js';
import { EstimateType, IntegrityCheckType } from '../experiments/index.js';
import { mentorFunnel } from './analysis/mentor-funnel.js';
import { PooledEstimateType, pooledFrom } from './comparison/comparison.type.js';
import { estimateFrom, integrityFrom } from './estimate-views.js';
import {
  CorrelationType,
  correlationFrom,
  FlowStepType,
  flowStepFrom,
  ItemFiguresType,
  itemFiguresFrom,
  MentorFiguresType,
  MethodNoteType,
  mentorFiguresFrom,
  methodNoteFrom,
  ShareType,
  shareFrom,
} from './figures.type.js';
import { LearningTimeType, learningTimeFrom } from './learning-time.type.js';
import { computeReport, keepComputed } from './make-report.js';
import { MentorFunnelType } from './mentor-funnel.type.js';
import { OutcomeFiguresType, outcomeFiguresFrom } from './outcome-figures.type.js';
import { ratingsFrom, SurveyRatingsType } from './ratings.type.js';
import { EvaluationReportType, FindingType, findingFrom, ReportConnection, reportFrom } from './report.type.js';
import type { ReportDeps } from './report-deps.js';
import { findingsOf, reportOf, seesMentors } from './report-loaders.js';
import { listReports } from './report-records.js';

const NO_FILTER = { planKey: undefined, cohortId: undefined, from: undefined, until: undefined };

@Resolver(() => EvaluationReportType)
export class ReportResolver {
  constructor(private readonly deps: ReportDeps) {}

  @Query(() => EvaluationReportType, {
    nullable: true,
    description:
      'The report on a cohort from its figures of now. Null while nobody is enrolled, or when the viewer may not see the cohort. For ADMIN and HR.',
  })
  async evaluationReport(
    @Ctx() context: RequestContext,
    @Arg('cohortId', () => ID, { description: 'Global id of the cohort.' }) cohortId: string,
  ): Promise<EvaluationReportType | null> {
    const viewing = signedIn(context);
    await requireAction(viewing, 'readReports', cohortId);
    const uuid = uuidOf('Cohort', cohortId);
    const cohort = uuid === undefined ? undefined : await cohortOf(context, uuid);
    if (!cohort) return null;
    const { viewer, database } = viewing;
    try {
      const computed = await computeReport(viewing, cohort, this.deps);
      if (!computed) return null;
      const kept = await command(viewing, async ({ tx }) => {
        await tx.becomeWorker();
        return done(await keepComputed(tx, viewing, computed));
      });
      const record = kept.ok ? await reportOf(context, kept.value) : undefined;
      return record ? reportFrom(record) : null;
    } catch (error) {
      if (!cannotWrite(error)) throw error;
      // Nothing new can be kept now: the last one that was made is still there, with the day it is of.
      const [last] = await database.read(viewer.scope, (tx) =>
        listReports(tx, 1, { ...NO_FILTER, cohortId: cohort.id }, undefined),
      );
      return last ? reportFrom(last) : null;
    }
  }

  @Query(() => ReportConnection, {
    description: 'The report centre: every report that said something new, newest first. For ADMIN and HR.',
  })
  async reports(
    @Ctx() context: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('planKey', () => String, { nullable: true, description: 'Only reports on cohorts of this plan.' }) planKey?:
      | string
      | null,
    @Arg('cohortId', () => ID, { nullable: true, description: 'Only reports on this cohort.' }) cohortId?:
      | string
      | null,
    @Arg('from', () => DateTimeScalar, { nullable: true, description: 'Only reports made at this moment or later.' })
    from?: Instant | null,
    @Arg('until', () => DateTimeScalar, { nullable: true, description: 'Only reports made before this moment.' })
    until?: Instant | null,
  ): Promise<Connection<EvaluationReportType>> {
    const { viewer, database } = signedIn(context);
    await requireAction(signedIn(context), 'readReports');
    const first = pageSize(context, page.first);
    const cohort = cohortId ? uuidOf('Cohort', cohortId) : undefined;
    if (cohortId && cohort === undefined) throw notFound(context);
    const [at, id] = page.after ? decodeCursor(context, page.after, ['instant', 'text']).map(String) : [];
    const uuid = id === undefined ? undefined : uuidOf('EvaluationReport', id);
    const after = at !== undefined && uuid !== undefined ? { generatedAt: at, id: uuid } : undefined;
    const filter = {
      planKey: planKey ?? undefined,
      cohortId: cohort,
      from: from ?? undefined,
      until: until ?? undefined,
    };
    const rows = await database.read(viewer.scope, (tx) => listReports(tx, first, filter, after));
    return pageOf(
      rows.map(reportFrom),
      page,
      (row) => [row.generatedAt, row.id],
      (row) => row,
    );
  }

  @FieldResolver(() => CohortType, { description: 'The cohort it is about.' })
  async cohort(@Ctx() context: RequestContext, @Root() { record }: EvaluationReportType): Promise<CohortType> {
    const cohort = await cohortOf(context, record.cohortId);
    if (!cohort) throw notFound(context);
    return cohortFrom(cohort);
  }

  @FieldResolver(() => String, { description: 'The answer in one sentence in the requested language.' })
  headline(@Ctx() { language }: RequestContext, @Root() { record }: EvaluationReportType): string {
    return textIn(record.body.headline, language);
  }

  @FieldResolver(() => String, { description: 'What to do next, in the requested language.' })
  nextStep(@Ctx() { language }: RequestContext, @Root() { record }: EvaluationReportType): string {
    return textIn(record.body.nextStep, language);
  }

  @FieldResolver(() => Int, {
    description: 'How many people the figures are about. Cancelled enrolments are not counted.',
  })
  people(@Root() { record }: EvaluationReportType): number {
    return record.body.people;
  }

  @FieldResolver(() => [FlowStepType], { description: 'How far people got.' })
  flow(@Ctx() { language }: RequestContext, @Root() { record }: EvaluationReportType): FlowStepType[] {
    return record.body.flow.map((step) => flowStepFrom(step, language));
  }

  @FieldResolver(() => [ShareType], { description: 'Completion, timeliness and feedback, over everybody.' })
  process(@Ctx() { language }: RequestContext, @Root() { record }: EvaluationReportType): ShareType[] {
    return record.body.process.map((line) => shareFrom(line, language));
  }

  @FieldResolver(() => [ShareType], { description: 'Completion of what each stage requires.' })
  stages(@Ctx() { language }: RequestContext, @Root() { record }: EvaluationReportType): ShareType[] {
    return record.body.stages.map((line) => shareFrom(line, language));
  }

  @FieldResolver(() => [ShareType], {
    description: 'Completion by department. Groups that are too small have no figures.',
  })
  departments(@Ctx() { language }: RequestContext, @Root() { record }: EvaluationReportType): ShareType[] {
    return record.body.departments.map((line) => shareFrom(line, language));
  }

  @FieldResolver(() => [EstimateType], {
    description: "The change of each metric. `method` begins with the metric's name.",
  })
  outcomes(@Ctx() { language }: RequestContext, @Root() { record }: EvaluationReportType): EstimateType[] {
    return record.body.outcomes.map((line) => {
      const estimate = estimateFrom(line, language);
      return { ...estimate, method: `${textIn(line.title, language)} · ${estimate.method} · n = ${line.n}` };
    });
  }

  @FieldResolver(() => [OutcomeFiguresType], { description: 'The same changes with what a chart of them needs.' })
  outcomeFigures(@Ctx() { language }: RequestContext, @Root() { record }: EvaluationReportType): OutcomeFiguresType[] {
    return record.body.outcomes.map((line) => outcomeFiguresFrom(line, language));
  }

  @FieldResolver(() => [LearningTimeType], {
    description: 'Everything together first, then each item of which somebody said it; empty where nobody did.',
  })
  learningTime(@Ctx() { language }: RequestContext, @Root() { record }: EvaluationReportType): LearningTimeType[] {
    return (record.body.learningTime ?? []).map((line) => learningTimeFrom(line, language));
  }

  @FieldResolver(() => [SurveyRatingsType], {
    description: 'Surveys that were over, and that at least five people had answered.',
  })
  ratings(@Ctx() { language }: RequestContext, @Root() { record }: EvaluationReportType): SurveyRatingsType[] {
    return ratingsFrom(record.body.ratings ?? [], language);
  }

  @FieldResolver(() => [CorrelationType], { description: 'Pairs of figures that were looked at, the surest first.' })
  correlations(@Ctx() { language }: RequestContext, @Root() { record }: EvaluationReportType): CorrelationType[] {
    return record.body.correlations.map((line) => correlationFrom(line, language));
  }

  @FieldResolver(() => [ItemFiguresType], { description: 'How people did with each course.' })
  courses(@Ctx() { language }: RequestContext, @Root() { record }: EvaluationReportType): ItemFiguresType[] {
    return record.body.courses.map((line) => itemFiguresFrom(line, language));
  }

  @FieldResolver(() => [ItemFiguresType], { description: 'How people did with each task.' })
  tasks(@Ctx() { language }: RequestContext, @Root() { record }: EvaluationReportType): ItemFiguresType[] {
    return record.body.tasks.map((line) => itemFiguresFrom(line, language));
  }

  @FieldResolver(() => [MentorFiguresType], {
    nullable: true,
    description: "How timely each mentor's feedback was. Null for everybody but HR.",
  })
  async mentors(
    @Ctx() context: RequestContext,
    @Root() { record }: EvaluationReportType,
  ): Promise<MentorFiguresType[] | null> {
    if (!seesMentors(context)) return null;
    const lines = await Promise.all(
      record.body.mentors.map(async (line) => {
        const mentor = await mentionedPerson(context, line.mentorId);
        return mentor && mentorFiguresFrom(line, mentor, context.language);
      }),
    );
    return lines.filter((line) => line !== null);
  }

  @FieldResolver(() => MentorFunnelType, {
    nullable: true,
    description:
      "Limits of chance for the mentors' figures. Null for everybody but HR, and while nobody has given feedback.",
  })
  mentorFunnel(@Ctx() context: RequestContext, @Root() { record }: EvaluationReportType): MentorFunnelType | null {
    return seesMentors(context) ? mentorFunnel(record.body.mentors) : null;
  }

  @FieldResolver(() => [FindingType], { description: 'What was found, with suggestions.' })
  async findings(@Ctx() context: RequestContext, @Root() { record }: EvaluationReportType): Promise<FindingType[]> {
    return (await findingsOf(context, record.id)).map(findingFrom);
  }

  @FieldResolver(() => [IntegrityCheckType], {
    description: 'Checks of whether the compared groups can be compared. Empty without an experiment.',
  })
  integrity(@Ctx() { language }: RequestContext, @Root() { record }: EvaluationReportType): IntegrityCheckType[] {
    return record.body.integrity.map((check) => integrityFrom(check, language));
  }

  @FieldResolver(() => [EstimateType], { description: 'The main comparison by other methods.' })
  sensitivity(@Ctx() { language }: RequestContext, @Root() { record }: EvaluationReportType): EstimateType[] {
    return record.body.sensitivity.map((line) => estimateFrom(line, language));
  }

  @FieldResolver(() => PooledEstimateType, {
    nullable: true,
    description: 'The result together with other cohorts that compared the same change. Null until there are two.',
  })
  pooled(@Ctx() { language }: RequestContext, @Root() { record }: EvaluationReportType): PooledEstimateType | null {
    return record.body.pooled ? pooledFrom(record.body.pooled, language) : null;
  }

  @FieldResolver(() => [MethodNoteType], { description: 'How the figures are computed.' })
  methods(@Ctx() { language }: RequestContext, @Root() { record }: EvaluationReportType): MethodNoteType[] {
    return record.body.methods.map((note) => methodNoteFrom(note, language));
  }

  @FieldResolver(() => JsonScalar, {
    description: 'What is needed to check the report: versions, hashes, seed, exclusions, queries and figures.',
  })
  manifest(@Root() { record }: EvaluationReportType): unknown {
    return { reportId: record.id, generatedAt: record.generatedAt, ...record.manifest };
  }
}
