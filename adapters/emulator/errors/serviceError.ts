/** The body of a refusal, as the data plane writes it (ER-01). */
export interface ErrorBody {
  readonly error: {
    readonly code: string;
    readonly message: string;
    readonly innererror?: { readonly code: string };
  };
}

/** A refusal: thrown where it is decided, written as an answer by the server. */
export class ServiceError extends Error {
  readonly status: number;
  readonly code: string;
  readonly innerCode: string | undefined;

  /**
   * @param status the HTTP status, 400 or more.
   * @param code `error.code`: the class of the refusal.
   * @param message `error.message`, shown to the client; never a secret's value.
   * @param innerCode `error.innererror.code`: the particular reason, where the service gives one.
   */
  constructor(status: number, code: string, message: string, innerCode?: string) {
    super(message);
    this.name = 'ServiceError';
    this.status = status;
    this.code = code;
    this.innerCode = innerCode;
  }

  /** The JSON body that tells the client. */
  body(): ErrorBody {
    const { code, message, innerCode } = this;
    if (innerCode === undefined) return { error: { code, message } };
    return { error: { code, message, innererror: { code: innerCode } } };
  }
}
