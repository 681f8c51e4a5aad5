/** The version of the model, which is the package's: it tells which rules a log was judged by. */
export const MODEL_VERSION = '0.1.0';
