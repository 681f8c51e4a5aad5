import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';

/** A reply's body that is not what its headers say, or larger than any answer of a vault. */
export class UnreadableBody extends Error {
  override readonly name = 'UnreadableBody';
}

const DECODERS: Readonly<Record<string, (body: Uint8Array, maxOutputLength: number) => Promise<Uint8Array>>> =
  {
    gzip: (body, maxOutputLength) => promisify(gunzip)(body, { maxOutputLength }),
    'x-gzip': (body, maxOutputLength) => promisify(gunzip)(body, { maxOutputLength }),
    deflate: (body, maxOutputLength) => promisify(inflate)(body, { maxOutputLength }),
    br: (body, maxOutputLength) => promisify(brotliDecompress)(body, { maxOutputLength }),
  };

/**
 * Undoes a `content-encoding`, which no request here asks for but some servers apply all the same.
 * @param limit bytes that the plain body may have
 * @throws UnreadableBody for an unknown coding, a broken stream, or a body that unpacks to more than the limit
 */
export async function decodeContent(
  body: Uint8Array,
  encoding: string | undefined,
  limit: number,
): Promise<Uint8Array> {
  if (encoding === undefined || encoding === '' || encoding === 'identity' || body.length === 0) return body;
  const decode = DECODERS[encoding.trim().toLowerCase()];
  if (!decode) throw new UnreadableBody(`the body is encoded as "${encoding}", which was not asked for`);
  try {
    return await decode(body, limit);
  } catch (error) {
    const tooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    throw new UnreadableBody(tooLarge ? tooLargeText(limit) : `the body is not valid ${encoding}`, {
      cause: error,
    });
  }
}

/** What is said of a body over the limit. */
export function tooLargeText(limit: number): string {
  return `the body is larger than ${limit} bytes, which no answer of a vault is`;
}
