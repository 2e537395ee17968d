/** Stands for a secret that the host keeps. The plugin passes it on; the host puts the bytes in, and takes them out of what comes back. */
export interface SecretRef {
  readonly $secret: string;
}
/** A text of which parts are secret: `['Bearer ', token]`. With `encode`, the joined bytes are encoded by the host. */
export interface SecretText {
  readonly $join: readonly (string | SecretRef)[];
  readonly encode?: 'base64' | 'uri';
}
export type MaySecret = string | SecretRef | SecretText;
