import { knowsSecret, type Principal, type Principals } from './principals.ts';

/** What a request for a token gives: the principal and for what the token is good, or why there is none. */
export type GrantedRequest =
  | { readonly principal: Principal; readonly audience: string }
  | { readonly refused: TokenRefusal };

/** A refusal in the words of the identity platform. */
export interface TokenRefusal {
  readonly status: 400 | 401;
  readonly error: string;
  /** Number of the AADSTS message. */
  readonly number: number;
  readonly message: string;
}

const DEFAULT_SCOPE = '/.default';

/**
 * Reads a request for a token with the client's secret (RFC 6749, 4.4), by scope (v2.0) or by resource (v1.0).
 * @param form the fields of the body.
 * @param authorization the header, where the client may have put its id and secret instead.
 */
export function readTokenRequest(
  form: URLSearchParams,
  authorization: string | undefined,
  principals: Principals,
): GrantedRequest {
  if (form.get('grant_type') !== 'client_credentials') {
    return refused(
      400,
      'unsupported_grant_type',
      70003,
      'The emulator grants tokens for client_credentials alone.',
    );
  }
  const [clientId, clientSecret] = credentialsOf(form, authorization);
  const principal = principals.find(clientId);
  if (principal === undefined) {
    const message = `Application with identifier '${clientId}' was not found in the directory of the emulator.`;
    return refused(400, 'unauthorized_client', 700016, message);
  }
  if (!knowsSecret(principal, clientSecret)) {
    return refused(401, 'invalid_client', 7000215, 'Invalid client secret provided.');
  }
  const audience = audienceOf(form);
  if (audience === undefined) {
    return refused(400, 'invalid_scope', 1002012, 'The scope must be a resource with /.default at its end.');
  }
  return { principal, audience };
}

/** What a token is asked for: the scope without its `/.default`, or the resource. A slash at the end stays. */
function audienceOf(form: URLSearchParams): string | undefined {
  const scope = form
    .get('scope')
    ?.split(' ')
    .find((each) => each.endsWith(DEFAULT_SCOPE));
  return scope?.slice(0, -DEFAULT_SCOPE.length) ?? form.get('resource') ?? undefined;
}

function credentialsOf(form: URLSearchParams, authorization = ''): readonly [id: string, secret: string] {
  const basic = /^Basic\s+(\S+)$/i.exec(authorization)?.[1];
  if (basic === undefined) return [form.get('client_id') ?? '', form.get('client_secret') ?? ''];
  const [id = '', ...secret] = Buffer.from(basic, 'base64').toString('utf8').split(':');
  return [decoded(id), decoded(secret.join(':'))];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function refused(status: 400 | 401, error: string, number: number, message: string): GrantedRequest {
  return { refused: { status, error, number, message } };
}
