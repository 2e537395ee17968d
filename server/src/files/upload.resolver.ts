import { Ctx, Mutation, Resolver } from 'type-graphql';
import { globalId, InputArg, type RequestContext, signedIn } from '../access/graphql/index.js';
import { command } from '../access/index.js';
import { createUpload } from './create-upload.js';
import { CreateUploadInput, UploadPayload } from './file.type.js';
import { uploadUrl } from './file-url.js';

@Resolver()
export class UploadResolver {
  constructor(private readonly mostBytes: number) {}

  @Mutation(() => UploadPayload, {
    description:
      'Makes a place for one file: its bytes go to `url` by PUT. The answer to that names the file, or says why it was refused: its content is looked at, scanned where the server has a scanner, and images are encoded again. What is not used within seven days is deleted. For everybody who is signed in. User errors: INVALID for a name whose ending is not accepted, a size that is 0 or too large, too many uploads that were never used, or no space left.',
  })
  async createUpload(
    @Ctx() context: RequestContext,
    @InputArg(() => CreateUploadInput) input: CreateUploadInput,
  ): Promise<UploadPayload> {
    const viewing = signedIn(context);
    const how = { at: context.clock.real(), mostBytes: this.mostBytes };
    const outcome = await command(viewing, (act) => createUpload(act, input, how));
    if (!outcome.ok) return { uploadId: null, url: null, userErrors: outcome.errors };
    const { id } = outcome.value;
    return { uploadId: globalId('File', id), url: uploadUrl(id), userErrors: [] };
  }
}
