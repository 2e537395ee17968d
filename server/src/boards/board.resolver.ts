import { type GraphQLResolveInfo, isObjectType } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Int, Query, Resolver, Root, Subscription } from 'type-graphql';
import { argumentsOf, askedFields } from '../access/graphql/asked-fields.js';
import { type RequestContext, signedIn } from '../access/graphql/context.js';
import { uuidOf } from '../access/graphql/global-id.js';
import { badInput, notFound } from '../access/graphql/request-error.js';
import { DateTimeScalar } from '../access/graphql/scalars.js';
import { CohortType, cohortFrom } from '../enrolments/cohort.type.js';
import { cohortOf } from '../enrolments/enrolment-loaders.js';
import type { DefinitionCache } from '../plans/definition-cache.js';

import { BoardChangeType, BoardRowType, BoardType } from './board.type.js';
import type { BoardChangeShape } from './board-change.js';
import type { BoardRowShape, BoardShape, RowPage } from './board-shape.js';
import { readBoard } from './read-board.js';
import { readPastBoard } from './read-past-board.js';
import type { VersionItemsCache } from './version-items-cache.js';

/** Rows are packed, so a page of them may be longer than one of a connection. */
const MOST_ROWS = 1000;

@Resolver(() => BoardType)
export class BoardResolver {
  constructor(
    private readonly versions: VersionItemsCache,
    private readonly definitions: DefinitionCache,
  ) {}

  @Query(() => BoardType, { nullable: true })
  async board(
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('cohortId', () => ID) cohortId: string,
    @Arg('asOf', () => DateTimeScalar, { nullable: true }) asOf?: string | null,
  ): Promise<BoardShape | null> {
    const { viewer, database, language, now } = signedIn(context);
    const boardId = uuidOf('Cohort', cohortId);
    if (boardId === undefined) return null;
    const reading = { database, language, scope: viewer.scope, versions: this.versions };
    if (asOf && asOf < now) {
      const past = { ...reading, definitions: this.definitions, workspaceId: viewer.workspace.id };
      return (await readPastBoard(past, boardId, asOf)) ?? null;
    }
    const counters = askedFields(info, 'counters').length > 0;
    return (await readBoard(reading, boardId, { counters, rows: onePage(info) })) ?? null;
  }

  @FieldResolver(() => CohortType)
  async cohort(@Ctx() context: RequestContext, @Root() board: BoardShape): Promise<CohortType> {
    const cohort = await cohortOf(context, board.boardId);
    if (!cohort) throw notFound(context);
    return cohortFrom(cohort);
  }

  @FieldResolver(() => [BoardRowType])
  rows(
    @Ctx() context: RequestContext,
    @Root() board: BoardShape,
    @Arg('first', () => Int, { defaultValue: 500 }) first: number,
    @Arg('after', () => ID, { nullable: true }) after?: string | null,
  ): Promise<BoardRowShape[]> | BoardRowShape[] {
    if (first < 1 || first > MOST_ROWS) throw badInput(context, 'ROWS', ['first']);
    const page = pageOf(first, after);
    return page ? board.readRows(page) : [];
  }

  /** Executed by the hub, once per group of equal readers: the root is the change, and nothing is read here. */
  @Subscription(() => BoardChangeType, {
    description:
      'First a SNAPSHOT (or, with `since`, what changed since). Each PATCH covers (previousCursor, cursor] and may merge several changes; a SNAPSHOT may come at any time and replaces everything. Nothing is missing, nothing comes twice.',
    subscribe: () => {
      throw new Error('boardChanged is served by the hub');
    },
  })
  boardChanged(
    @Root() change: BoardChangeShape,
    @Arg('cohortId', () => ID) _cohortId: string,
    @Arg('since', () => String, { nullable: true }) _since?: string | null,
  ): BoardChangeShape {
    return change;
  }
}

/** The page of rows, when exactly one is asked for: it is then read together with the board. */
function onePage(info: GraphQLResolveInfo): RowPage | undefined {
  const type = info.schema.getType('Board');
  const [node, second] = askedFields(info, 'rows');
  if (!node || second || !isObjectType(type)) return undefined;
  const { first, after } = argumentsOf(info, type, node);
  if (typeof first !== 'number' || first < 1 || first > MOST_ROWS) return undefined;
  return pageOf(first, typeof after === 'string' ? after : null);
}

function pageOf(first: number, after: string | null | undefined): RowPage | undefined {
  if (after === null || after === undefined) return { first, after: null };
  const uuid = uuidOf('Enrolment', after);
  return uuid === undefined ? undefined : { first, after: uuid };
}
