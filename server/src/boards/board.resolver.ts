import { type GraphQLResolveInfo, isObjectType } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Int, Query, Resolver, Root, Subscription } from 'type-graphql';
import {
  argumentsOf,
  askedFields,
  badInput,
  DateTimeScalar,
  notFound,
  type RequestContext,
  signedIn,
  uuidOf,
} from '../access/graphql/index.js';
import { CohortType, cohortFrom, cohortOf } from '../enrolments/index.js';
import type { DefinitionCache } from '../plans/index.js';

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

  @Query(() => BoardType, {
    nullable: true,
    description:
      'The board of a cohort, now or as it was known at an earlier moment. Null when the cohort does not exist or the viewer may not see it.',
  })
  async board(
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('cohortId', () => ID, { description: 'Global id of the cohort.' }) cohortId: string,
    @Arg('asOf', () => DateTimeScalar, {
      nullable: true,
      description: 'A past moment to show the board as of. Leave it out for now.',
    })
    asOf?: string | null,
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

  @FieldResolver(() => CohortType, { description: 'The cohort it shows.' })
  async cohort(@Ctx() context: RequestContext, @Root() board: BoardShape): Promise<CohortType> {
    const cohort = await cohortOf(context, board.boardId);
    if (!cohort) throw notFound(context);
    return cohortFrom(cohort);
  }

  @FieldResolver(() => [BoardRowType], { description: 'The people the viewer sees, in the order they joined.' })
  rows(
    @Ctx() context: RequestContext,
    @Root() board: BoardShape,
    @Arg('first', () => Int, { defaultValue: 500, description: 'How many rows to answer, 1 to 1,000.' }) first: number,
    @Arg('after', () => ID, {
      nullable: true,
      description: 'The `enrolmentId` of the last row of the page before. Leave it out to start at the beginning.',
    })
    after?: string | null,
  ): Promise<BoardRowShape[]> | BoardRowShape[] {
    if (first < 1 || first > MOST_ROWS) throw badInput(context, 'ROWS', ['first']);
    const page = pageOf(first, after);
    return page ? board.readRows(page) : [];
  }

  /** Executed by the hub, once per group of equal readers: the root is the change, and nothing is read here. */
  @Subscription(() => BoardChangeType, {
    subscribe: () => {
      throw new Error('boardChanged is served by the hub');
    },
    description:
      'Follows a board. First comes a SNAPSHOT or, with `since`, what has changed since. Each PATCH covers everything from `previousCursor` to `cursor` and may merge several changes; a SNAPSHOT may come at any time and replaces everything. Nothing is missed and nothing comes twice.',
  })
  boardChanged(
    @Root() change: BoardChangeShape,
    @Arg('cohortId', () => ID, { description: 'Global id of the cohort.' }) _cohortId: string,
    @Arg('since', () => String, {
      nullable: true,
      description: 'The `cursor` the client stands at, to receive only what has changed since.',
    })
    _since?: string | null,
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
