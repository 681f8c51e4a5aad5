import type { DocumentShape } from './documentShape.ts';

/** What a key may be used for; `import` and `export` by the specification. */
export const KEY_OPS_DOCUMENT: DocumentShape = {
  list: {
    oneOf: ['encrypt', 'decrypt', 'sign', 'verify', 'wrapKey', 'unwrapKey', 'import', 'export'],
  },
};

/** By which rules a key is released. */
export const RELEASE_POLICY_DOCUMENT: DocumentShape = {
  parts: { contentType: 'string', data: 'string', immutable: 'boolean' },
  without: ['immutable'],
};

/** When a key is rotated, and when its owner is told (131 of 131 actions). */
export const LIFETIME_ACTIONS_DOCUMENT: DocumentShape = {
  list: {
    parts: {
      trigger: {
        parts: { timeAfterCreate: 'string', timeBeforeExpiry: 'string' },
        without: ['timeAfterCreate', 'timeBeforeExpiry'],
      },
      action: { parts: { type: { oneOf: ['Rotate', 'Notify', 'rotate', 'notify'] } } },
    },
  },
};
