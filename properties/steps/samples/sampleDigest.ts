/** 32 bytes that are signed, wrapped and encrypted. */
export const SAMPLE_DIGEST: string = Buffer.alloc(32, 7).toString('base64url');
