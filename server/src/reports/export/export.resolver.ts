import { Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver, registerEnumType } from 'type-graphql';
import {
  described,
  InputArg,
  notFound,
  type RequestContext,
  signedIn,
  type UserErrorData,
  UserErrorsField,
  uuidOf,
} from '../../access/graphql/index.js';
import { requireAction } from '../../access/index.js';
import { cohortOf } from '../../enrolments/index.js';
import type { ReportDeps } from '../report-deps.js';
import { seesMentors } from '../report-loaders.js';
import { exportReport } from './export-report.js';
import type { ExportFormat } from './report-files.js';

const ExportFormatEnum = { PDF: 'PDF', XLSX: 'XLSX', CSV: 'CSV', JSON: 'JSON' } as const;
registerEnumType(ExportFormatEnum, {
  name: 'ExportFormat',
  description: 'Kinds of files a report can be exported as.',
  valuesConfig: described({
    PDF: 'A document to read and print.',
    XLSX: 'An Excel workbook.',
    CSV: 'Text with comma-separated values.',
    JSON: 'The figures for programs.',
  }),
});

@InputType({ description: 'Which report to export.' })
export class ExportReportInput {
  @Field(() => ID, { description: 'The cohort to report on.' })
  cohortId!: string;
  @Field(() => ExportFormatEnum, { description: 'The kind of file.' })
  format!: keyof typeof ExportFormatEnum;
}

@InputType({ description: 'Which cohort to export.' })
export class ExportBundleInput {
  @Field(() => ID, { description: 'The cohort whose data are exported.' })
  cohortId!: string;
}

@ObjectType('ExportPayload', { description: 'The answer to a mutation that makes a file.' })
export class ExportPayload {
  @Field(() => String, {
    nullable: true,
    description:
      'Path on this server to download the file from. It works for ten minutes, for this session. Null when no file was made.',
  })
  url!: string | null;
  @UserErrorsField()
  userErrors!: UserErrorData[];
}

@Resolver()
export class ExportResolver {
  constructor(private readonly deps: ReportDeps) {}

  @Mutation(() => ExportPayload, {
    description:
      'Makes a file of the report on a cohort from its figures of now. For ADMIN and HR. User errors: INVALID while nobody is enrolled; NOT_NOW for a PDF on a server without a browser to print with.',
  })
  exportReport(
    @Ctx() context: RequestContext,
    @InputArg(() => ExportReportInput) { cohortId, format }: ExportReportInput,
  ): Promise<ExportPayload> {
    return this.make(context, cohortId, format);
  }

  @Mutation(() => ExportPayload, {
    description:
      'Makes a zip file with one row a person under pseudonyms, and with scripts that compute the main figures from it. For ADMIN and HR. User error: INVALID while nobody is enrolled.',
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
