import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../model/answer.ts';
import type { Command } from '../../model/command.ts';
import { rewoundDates } from './rewoundDates.ts';

const CALL = { kind: 'secret', vault: 'v', name: 'a' } as const;

function blobOf(created: number, exp?: number): string {
  const attributes = { created, updated: created, ...(exp && { exp }), enabled: true };
  return gzipSync(JSON.stringify({ versions: [{ attributes, entityId: 'a', value: 'x' }] })).toString(
    'base64url',
  );
}

describe('dates that a target moves back instead of its clock', () => {
  it('should lie in the future of what the policy of a certificate says of itself, too', () => {
    const dates = rewoundDates(() => 1000);
    const policy = { attributes: { created: 1, updated: 2 }, x509_props: { validity_months: 12 } };
    const shown: Answer = { status: 200, object: { name: 'a', fields: { policy } }, oddities: [] };
    expect(dates.meant({ op: 'get', ...CALL, kind: 'certificate' }, shown)).toMatchObject({
      object: { fields: { policy: { ...policy, attributes: { created: 1001, updated: 1002 } } } },
    });
  });

  it('should lie in the future of what is shown, and in the past of what is told', () => {
    const dates = rewoundDates(() => 1000);
    const told = dates.told({
      op: 'set',
      ...CALL,
      input: { value: 'x', nbf: 5000, exp: 6000, tags: { exp: '1' } },
    });
    expect(told).toMatchObject({ input: { value: 'x', nbf: 4000, exp: 5000, tags: { exp: '1' } } });
    const shown: Answer = {
      status: 200,
      object: {
        name: 'a',
        fields: { created: 1, updated: 2, deletedDate: 3, scheduledPurgeDate: 4, recoverableDays: 90 },
      },
      oddities: [],
    };
    expect(dates.meant({ op: 'getDeleted', ...CALL }, shown)).toMatchObject({
      object: {
        fields: {
          created: 1001,
          updated: 1002,
          deletedDate: 1003,
          scheduledPurgeDate: 1004,
          recoverableDays: 90,
        },
      },
    });
  });

  it('should be moved in lists, and left alone in what was lost or refused', () => {
    const dates = rewoundDates(() => 10);
    const list: Command = { op: 'list', kind: 'secret', vault: 'v' };
    const page = { items: [{ name: 'a', fields: { created: 1 } }] };
    expect(dates.meant(list, { status: 200, page, oddities: [] })).toMatchObject({
      page: { items: [{ fields: { created: 11 } }] },
    });
    expect(dates.meant(list, { lost: 'timeout', detail: '' })).toEqual({ lost: 'timeout', detail: '' });
  });

  it('should be moved within a backup that is restored after time went on', () => {
    let shift = 100;
    const dates = rewoundDates(() => shift);
    const blob = blobOf(900, 5000);
    dates.meant({ op: 'backup', ...CALL }, { status: 200, blob, oddities: [] });
    const restore: Command = { op: 'restore', kind: 'secret', vault: 'v', blob };
    expect(dates.told(restore)).toBe(restore);
    shift = 350;
    const told = dates.told(restore);
    const sent = gunzipSync(Buffer.from(told.op === 'restore' ? told.blob : '', 'base64url')).toString();
    expect(JSON.parse(sent).versions[0]).toEqual({
      attributes: { created: 650, updated: 650, exp: 4750, enabled: true },
      entityId: 'a',
      value: 'x',
    });
  });

  it('should leave a blob as it is that is no backup of this run, or that cannot be read', () => {
    let shift = 0;
    const dates = rewoundDates(() => shift);
    dates.meant({ op: 'backup', ...CALL }, { status: 200, blob: 'AAAA', oddities: [] });
    shift = 5;
    for (const blob of ['AAAA', blobOf(1), '!']) {
      expect(dates.told({ op: 'restore', kind: 'secret', vault: 'v', blob })).toMatchObject({ blob });
    }
  });
});
