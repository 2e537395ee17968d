import { Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver, registerEnumType } from 'type-graphql';
import { requireAction } from '../../access/actions.js';
import { type RequestContext, signedIn } from '../../access/graphql/context.js';
import { uuidOf } from '../../access/graphql/global-id.js';
import { InputArg } from '../../access/graphql/input-arg.js';
import { notFound } from '../../access/graphql/request-error.js';
import { type UserErrorData, UserErrorsField } from '../../access/graphql/user-error.js';
import { cohortOf } from '../../enrolments/enrolment-loaders.js';
import type { ReportDeps } from '../report-deps.js';
import { seesMentors } from '../report-loaders.js';
import { exportReport } from './export-report.js';
import type { ExportFormat } from './report-files.js';

const ExportFormatEnum = { PDF: 'PDF', XLSX: 'XLSX', CSV: 'CSV', JSON: 'JSON' } as const;
registerEnumType(ExportFormatEnum, { name: 'ExportFormat' });

@InputType()
export class ExportReportInput {
  @Field(() => ID)
  cohortId!: string;
  @Field(() => ExportFormatEnum)
  format!: keyof typeof ExportFormatEnum;
}

@InputType()
export class ExportBundleInput {
  @Field(() => ID)
  cohortId!: string;
}

@ObjectType('ExportPayload')
export class ExportPayload {
  @Field(() => String, { nullable: true, description: 'a path on this server; works for ten minutes' })
  url!: string | null;
  @UserErrorsField()
  userErrors!: UserErrorData[];
}

@Resolver()
export class ExportResolver {
  constructor(private readonly deps: ReportDeps) {}

  @Mutation(() => ExportPayload)
  exportReport(
    @Ctx() context: RequestContext,
    @InputArg(() => ExportReportInput) { cohortId, format }: ExportReportInput,
  ): Promise<ExportPayload> {
    return this.make(context, cohortId, format);
  }

  @Mutation(() => ExportPayload, {
    description: 'A zip with a row a person under pseudonyms, and scripts that compute the headline figures again.',
  })
  exportBundle(
    @Ctx() context: RequestContext,
    @InputArg(() => ExportBundleInput) { cohortId }: ExportBundleInput,
  ): Promise<ExportPayload> {
    return this.make(context, cohortId, 'BUNDLE');
  }

  private async make(context: RequestContext, cohortId: string, format: ExportFormat): Promise<ExportPayload> {
    const viewing = signedIn(context);
    await requireAction(viewing, format === 'BUNDLE' ? 'exportBundle' : 'exportReport', cohortId);
    const uuid = uuidOf('Cohort', cohortId);
    const cohort = uuid === undefined ? undefined : await cohortOf(context, uuid);
    if (!cohort) throw notFound(context);
    const asked = { format, mentors: seesMentors(context), now: context.clock.real() };
    const made = await exportReport(viewing, cohort, asked, this.deps);
    return made.ok ? { url: made.value, userErrors: [] } : { url: null, userErrors: made.errors };
  }
}
