import type { Language, LocalizedText } from '@planwright/schema/text';
import { textIn } from '@planwright/schema/text';
import { Field, InputType, ObjectType } from 'type-graphql';
import { globalId, JsonScalar, Node, type UserErrorData, UserErrorsField } from '../../access/graphql/index.js';
import type { JobRoleRow } from '../../people/index.js';

@ObjectType('JobRole', {
  implements: Node,
  simpleResolvers: true,
  description: 'What people are employed as. Plans name job roles by their keys, people read the title.',
})
export class JobRoleType extends Node {
  @Field(() => String, { description: 'The stable key by which plans name it, such as `store-manager`.' })
  key!: string;
  @Field(() => String, { description: 'Title in the requested language, or in another one where it has none in that.' })
  title!: string;
  @Field(() => String, {
    nullable: true,
    description:
      'What belongs to it, in the requested language, or in another one where it has none in that. Null when nobody has written it down.',
  })
  duties?: string | null;
  @Field(() => JsonScalar, { description: 'The title by language: `{"en": "Store manager"}` and so on.' })
  titles!: unknown;
  @Field(() => JsonScalar, {
    nullable: true,
    description: 'The duties by language, as `titles`. Null when nobody has written them down.',
  })
  dutiesByLanguage?: unknown;
}

@InputType({ description: 'A job role, new or changed: it is found by its key.' })
export class JobRoleInput {
  @Field(() => String, {
    description:
      'The key by which plans name it: small letters, digits and hyphens, up to 63 characters. Empty makes a new one whose key comes from the title.',
  })
  key!: string;
  @Field(() => JsonScalar, {
    description: 'The title by language, `zh-CN` and `en`, at least one of them, up to 200 characters each.',
  })
  titles!: unknown;
  @Field(() => JsonScalar, {
    nullable: true,
    description:
      'What belongs to it, by language, up to 4,000 characters each. Null or left out when nobody has written it down.',
  })
  duties?: unknown;
}

@ObjectType({ simpleResolvers: true, description: 'The answer to `saveJobRole`.' })
export class JobRolePayload {
  @Field(() => JobRoleType, {
    nullable: true,
    description: 'The job role as it is now. Null when nothing was changed.',
  })
  jobRole?: JobRoleType | null;
  @UserErrorsField()
  userErrors!: UserErrorData[];
}

const inLanguage = (text: LocalizedText | null, language: Language): string | null =>
  text === null ? null : textIn(text, language) || null;

export const jobRoleFrom = (
  { id, key, titles, duties }: JobRoleRow,
  language: Language,
): JobRoleType & { __typename: 'JobRole' } => ({
  __typename: 'JobRole',
  id: globalId('JobRole', id),
  key,
  title: textIn(titles, language) || key,
  duties: inLanguage(duties, language),
  titles,
  dutiesByLanguage: duties,
});
