import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { globalId, Node, type UserErrorData, UserErrorsField } from '../access/graphql/index.js';
import { fileUrl } from './file-url.js';
import type { FileRow } from './read-files.js';

@ObjectType('File', {
  implements: Node,
  simpleResolvers: true,
  description:
    'A file that somebody uploaded. Whoever may see the submission it belongs to may see it; before it is submitted, only the person who uploaded it.',
})
export class FileType extends Node {
  @Field(() => String, { description: 'Its name with its ending, without folders.' })
  name!: string;
  @Field(() => Int, {
    description: 'Its size in bytes. Images are encoded again when they arrive, so theirs differs from what was sent.',
  })
  bytes!: number;
  @Field(() => String, { description: 'Its media type, told by its content, for example application/pdf.' })
  mediaType!: string;
  @Field(() => String, {
    description:
      "Where it is read, as a path of the API. GET with the viewer's session answers the bytes, also in ranges, and always as an attachment.",
  })
  url!: string;
}

export const fileFrom = ({ id, name, bytes, mediaType }: FileRow): FileType & { __typename: 'File' } => ({
  __typename: 'File',
  id: globalId('File', id),
  name,
  bytes,
  mediaType,
  url: fileUrl({ id, name }),
});

@InputType({ description: 'One file that is about to be uploaded.' })
export class CreateUploadInput {
  @Field(() => String, { description: 'Its name with its ending, for example report.pdf. Folders are left out.' })
  name!: string;
  @Field(() => Int, { description: 'Its size in bytes, at least 1 and at most what the workspace allows.' })
  bytes!: number;
}

@ObjectType('UploadPayload', { simpleResolvers: true, description: 'The answer to `createUpload`.' })
export class UploadPayload {
  @Field(() => ID, {
    nullable: true,
    description:
      'Names the upload wherever an input asks for one. Null with user errors. It can be used once its bytes have arrived.',
  })
  uploadId!: string | null;
  @Field(() => String, {
    nullable: true,
    description:
      "Where to PUT the raw bytes within ten minutes, as a path of the API, with the viewer's session and the header x-app-csrf. Null with user errors.",
  })
  url!: string | null;
  @UserErrorsField()
  userErrors!: UserErrorData[];
}
