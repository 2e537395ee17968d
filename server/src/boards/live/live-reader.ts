import type { GraphQLError } from 'graphql';

/** One operation of one socket, as the hub sees it. The hub keeps no queue: a reader takes a payload now or not at all. */
export interface LiveReader {
  /** False = it lags and took nothing; `Membership.drained` tells when it can take a snapshot. */
  deliver(payload: Buffer): boolean;
  /** No more frames: completed, or refused with an error. */
  end(error?: GraphQLError): void;
}
