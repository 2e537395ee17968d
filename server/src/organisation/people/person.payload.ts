import { Field, ObjectType } from 'type-graphql';
import { type RequestContext, type UserErrorData, UserErrorsField } from '../../access/graphql/index.js';
import { PersonType, visiblePerson } from '../../access/index.js';

@ObjectType({ simpleResolvers: true, description: 'The answer to a mutation about one person.' })
export class PersonPayload {
  @Field(() => PersonType, {
    nullable: true,
    description:
      'The person as they are now. Null when nothing was changed, and when the change put them out of the sight of the viewer.',
  })
  person?: PersonType | null;
  @UserErrorsField()
  userErrors!: UserErrorData[];
}

/** The answer about somebody who was changed: as the viewer sees them now. */
export async function personPayload(
  context: RequestContext,
  outcome: { ok: true; value: { personId: string } } | { ok: false; errors: UserErrorData[] },
): Promise<PersonPayload> {
  if (!outcome.ok) return { person: null, userErrors: outcome.errors };
  return { person: await visiblePerson(context, outcome.value.personId), userErrors: [] };
}
