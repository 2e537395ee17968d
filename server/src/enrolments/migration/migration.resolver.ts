import { changeInWords, totalInWords } from '@planwright/schema/migration';
import { textIn } from '@planwright/schema/text';
import { plainDateIn } from '@planwright/schema/time';
import DataLoader from 'dataloader';
import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import {
  type Connection,
  DateTimeScalar,
  decodeCursor,
  globalId,
  InputArg,
  loaderOf,
  PageArgs,
  pageOf,
  pageSize,
  type RequestContext,
  signedIn,
  userError,
  uuidOrNotFound,
} from '../../access/graphql/index.js';
import {
  command,
  mentionedPerson,
  NotAllowed,
  type Outcome,
  PersonType,
  refuse,
  requireAction,
} from '../../access/index.js';
import {
  MigrationInput,
  migrationRequestOf,
  PlanType,
  PlanVersionType,
  problemFrom,
  versionFrom,
  versionOf,
} from '../../plans/index.js';
import { EnrolmentType } from '../enrolment.type.js';
import { afterCommit, type MigrationDeps } from '../enrolment-deps.js';
import { MigrationEffectKindEnum } from '../enrolment-enums.js';
import { enrolmentOf } from '../enrolment-loaders.js';
import { enrolmentFrom } from '../enrolment-views.js';
import { say } from '../generated/messages.js';
import { countOf, foreseen, nobodyMoves } from './foresee-people.js';
import {
  MigrationChangeType,
  MigrationEffectConnection,
  MigrationEffectType,
  MigrationPayload,
  MigrationPreviewType,
  MigrationType,
  MoveEnrolmentsInput,
  migrationFrom,
  UndoMigrationInput,
} from './migration.type.js';
import { findMigrationsOfPlans, type MigrationRecord } from './migration-records.js';
import { type Moved, moveEnrolments } from './move-enrolments.js';
import { beginPreview } from './preview-plan-migration.js';
import { undoableUntil, undoPlanMigration } from './undo-plan-migration.js';

const migrationsByPlan = (context: RequestContext) =>
  new DataLoader<string, MigrationRecord[]>(async (planIds) => {
    const { viewer, database } = signedIn(context);
    const rows = await database.read(viewer.scope, (tx) => findMigrationsOfPlans(tx, planIds));
    return planIds.map((id) => rows.filter((row) => row.planId === id));
  });

@Resolver(() => MigrationPreviewType)
export class MigrationResolver {
  constructor(private readonly deps: MigrationDeps) {}

  @Query(() => MigrationPreviewType, {
    description:
      'Who would be moved and what would change for each, before `moveEnrolments` or `publishPlan` does exactly that. For ADMIN, and for HR with people they cover.',
  })
  async previewMigration(
    @Ctx() context: RequestContext,
    @InputArg(() => MigrationInput) input: MigrationInput,
  ): Promise<MigrationPreviewType> {
    const viewing = signedIn(context);
    await requireAction(viewing, 'moveEnrolments', input.fromVersionId);
    const request = migrationRequestOf(viewing, input);
    const begun = await viewing.database
      .read(viewing.viewer.scope, (tx) => beginPreview(tx, viewing, this.deps, request))
      .catch((error: unknown) => {
        if (error instanceof NotAllowed) return refuse(viewing, error.action, error.subject);
        throw error;
      });
    const all = 'foreseeing' in begun ? await foreseen(begun.foreseeing) : nobodyMoves(begun.problems);
    const { people, totals, problems, hash: previewHash, ...rest } = all;
    return {
      ...rest,
      previewHash,
      moves: countOf(people, 'MOVES'),
      stays: countOf(people, 'STAYS'),
      blocked: countOf(people, 'BLOCKED'),
      problems: problems.map((problem) => problemFrom(problem, viewing.language)),
      ended: people.filter((one) => one.ended).length,
      ownLeftOut: 'foreseeing' in begun && begun.ownLeftOut,
      totals: totals.map((total) => ({ ...total, sentence: totalInWords(total, rest.titles, viewing.language) })),
      persons: people,
    };
  }

  @Mutation(() => MigrationPayload, {
    description:
      'Moves people to another published version. For ADMIN, and for HR with people they cover. User errors: PREVIEW_OUTDATED when it would no longer do what the preview said; INVALID for versions or a mapping that do not fit; NOT_NOW when the version is retired.',
  })
  async moveEnrolments(
    @Ctx() context: RequestContext,
    @InputArg(() => MoveEnrolmentsInput) input: MoveEnrolmentsInput,
  ): Promise<MigrationPayload> {
    const viewing = signedIn(context);
    await requireAction(viewing, 'moveEnrolments', input.migration.fromVersionId);
    const request = migrationRequestOf(viewing, input.migration);
    const { to } = request;
    if (to.kind === 'draft') {
      const error = userError('INVALID', say('draftNotPublished'), viewing.language, ['migration', 'to']);
      return payloadOf({ ok: false, errors: [error] });
    }
    const outcome = await command(viewing, (act) =>
      moveEnrolments(act, this.deps, request, to.versionId, input.previewHash),
    );
    if (outcome.ok) afterCommit(this.deps, outcome.value.changes);
    return payloadOf(outcome);
  }

  @Mutation(() => MigrationPayload, {
    description:
      'Moves people back. Those with later progress on items the old version lacks stay, and are listed in `left`. For ADMIN, and for HR with people they cover; others are left out. User errors: NOT_NOW when it was undone already; WINDOW_CLOSED after 92 days.',
  })
  async undoMigration(
    @Ctx() context: RequestContext,
    @InputArg(() => UndoMigrationInput) input: UndoMigrationInput,
  ): Promise<MigrationPayload> {
    const viewing = signedIn(context);
    await requireAction(viewing, 'undoMigration', input.migrationId);
    const migrationId = uuidOrNotFound(viewing, 'Migration', input.migrationId);
    const outcome = await command(viewing, (act) => undoPlanMigration(act, this.deps.progress, migrationId));
    if (outcome.ok) afterCommit(this.deps, outcome.value.changes);
    return payloadOf(outcome);
  }

  @FieldResolver(() => MigrationEffectConnection, { description: 'Each person and what the migration does with them.' })
  people(
    @Ctx() context: RequestContext,
    @Root() preview: MigrationPreviewType,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('effect', () => MigrationEffectKindEnum, { nullable: true, description: 'Only people this happens to.' })
    effect?: string | null,
  ): Connection<MigrationEffectType> {
    const first = pageSize(context, page.first);
    const after = page.after ? String(decodeCursor(context, page.after, 1)[0]) : '';
    const chosen = preview.persons.filter((one) => !effect || one.effect === effect);
    const rows = chosen.filter((one) => one.enrolmentId > after).slice(0, first + 1);
    return pageOf(
      rows,
      page,
      (row) => [row.enrolmentId],
      (row) => {
        const shown = row.shown();
        return {
          ...shown,
          reason: shown.reason ? textIn(shown.reason, context.language) : null,
          ended: row.ended,
          leftOut: shown.leftOut ?? false,
          titles: preview.titles,
          enrolmentUuid: row.enrolmentId,
        };
      },
      async () => chosen.length,
    );
  }
}

@Resolver(() => MigrationEffectType)
export class MigrationEffectResolver {
  @FieldResolver(() => EnrolmentType, { description: "The person's enrolment." })
  async enrolment(@Ctx() context: RequestContext, @Root() effect: MigrationEffectType): Promise<EnrolmentType> {
    return enrolmentFrom(await namedEnrolment(context, effect));
  }

  @FieldResolver(() => [MigrationChangeType], {
    name: 'changes',
    description: 'Everything that differs for the person afterwards. Empty when they do not move.',
  })
  async changesInWords(
    @Ctx() context: RequestContext,
    @Root() { changes, titles, ...effect }: MigrationEffectType,
  ): Promise<MigrationChangeType[]> {
    if (changes.length === 0) return [];
    const { zone } = await namedEnrolment(context, effect);
    const year = plainDateIn(context.now, zone).slice(0, 4);
    return changes.map((change) => ({
      kind: change.kind,
      itemKey: change.itemKey ?? null,
      sentence: changeInWords(change, { titles, zone, year }, context.language),
    }));
  }
}

async function namedEnrolment(context: RequestContext, effect: { enrolmentUuid: string }) {
  const record = await enrolmentOf(context, effect.enrolmentUuid);
  if (!record) throw new Error('a preview names an enrolment that is hidden');
  return record;
}

@Resolver(() => PlanType)
export class PlanMigrationsResolver {
  @FieldResolver(() => [MigrationType], {
    description:
      'The moves of people between versions of this plan, newest first. Empty for viewers who may not edit plans.',
  })
  async migrations(@Ctx() context: RequestContext, @Root() plan: PlanType): Promise<MigrationType[]> {
    return (await loaderOf(context, migrationsByPlan).load(plan.uuid)).map(migrationFrom);
  }
}

@Resolver(() => MigrationType)
export class MigrationRecordResolver {
  @FieldResolver(() => PlanVersionType, { description: 'The version they came from.' })
  from(@Ctx() context: RequestContext, @Root() migration: MigrationType): Promise<PlanVersionType> {
    return versionNamed(context, migration.fromVersionUuid);
  }

  @FieldResolver(() => PlanVersionType, { description: 'The version they were moved to.' })
  to(@Ctx() context: RequestContext, @Root() migration: MigrationType): Promise<PlanVersionType> {
    return versionNamed(context, migration.toVersionUuid);
  }

  @FieldResolver(() => PersonType, {
    nullable: true,
    description: 'Who moved them. Null when the person is no longer known.',
  })
  by(@Ctx() context: RequestContext, @Root() migration: MigrationType): Promise<PersonType | null> {
    return mentionedPerson(context, migration.byUuid);
  }

  @FieldResolver(() => DateTimeScalar, { description: 'Until when it can be undone: 92 days.' })
  undoableUntil(@Root() migration: MigrationType): string {
    return undoableUntil(migration.at);
  }
}

async function versionNamed(context: RequestContext, versionId: string): Promise<PlanVersionType> {
  const version = await versionOf(context, versionId);
  if (!version) throw new Error('a visible migration names a version that is hidden');
  return versionFrom(version);
}

function payloadOf(outcome: Outcome<Moved>): MigrationPayload {
  if (!outcome.ok) return { migrationId: null, moved: 0, left: [], userErrors: outcome.errors };
  const { migrationId, moved, left } = outcome.value;
  return {
    migrationId: globalId('Migration', migrationId),
    moved,
    left: left.map((id) => globalId('Enrolment', id)),
    userErrors: [],
  };
}
