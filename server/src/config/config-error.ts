/** A setting that cannot be used. The message is a whole sentence for the operator, with what to write instead. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}
