import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { Node, type NodeSource, parseGlobalId, type RequestContext, signedIn } from '../access/graphql/index.js';

/** `node(id)` over the sources of all rooms. */
@Resolver()
export class NodeResolver {
  readonly #sources: ReadonlyMap<string, NodeSource>;

  constructor(sources: readonly NodeSource[]) {
    this.#sources = new Map(sources.map((source) => [source.type, source]));
  }

  @Query(() => Node, {
    nullable: true,
    description: 'Any object by its global id. Null when it does not exist or the viewer may not see it.',
  })
  async node(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: "The object's global id." }) id: string,
  ): Promise<object | null> {
    const known = signedIn(context);
    const parsed = parseGlobalId(id);
    if (!parsed) return null;
    return (await this.#sources.get(parsed.type)?.load(known, parsed.uuid)) ?? null;
  }
}
