/** The command line or the config file asks for something that there is not. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
