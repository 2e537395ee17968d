import { Field, ObjectType } from 'type-graphql';
import { type UserErrorData, UserErrorsField } from '../../access/graphql/index.js';
import { DepartmentType } from '../../access/index.js';

@ObjectType({ simpleResolvers: true, description: 'The answer to a mutation about one department.' })
export class DepartmentPayload {
  @Field(() => DepartmentType, {
    nullable: true,
    description: 'The department as it is now; of a merger the one that stays. Null when nothing was changed.',
  })
  department?: DepartmentType | null;
  @UserErrorsField()
  userErrors!: UserErrorData[];
}
