import { Agent, request } from 'undici';
import { expect, it } from 'vitest';
import type { Command, ObjectKind } from '../../model/command.ts';
import { auditRecord } from '../../model/rules/events/auditRecord.ts';
import type { Adapter } from '../adapter.ts';
import { embedded } from './embedded.ts';

const SETTINGS = { softDelete: true, retentionDays: 7, purgeProtection: false };

interface Logged {
  readonly operationName: string;
  readonly resultType: string;
  readonly resultSignature: string;
  readonly vault?: string;
  readonly properties: { readonly httpStatusCode: number };
}

/** What the emulator logged of calls to a vault, in order. */
async function auditOf(adapter: Adapter, vault: string): Promise<readonly Logged[]> {
  const dispatcher = new Agent({ connect: { rejectUnauthorized: false } });
  const { body } = await request(`${adapter.summary.url}/emulator/audit`, { dispatcher });
  const { records } = (await body.json()) as { readonly records: readonly Logged[] };
  await dispatcher.close();
  return records.filter((record) => record.vault === vault);
}

/** A life of an object of each kind, with calls that are refused. */
function commandsOn(vault: string): readonly Command[] {
  const about = (kind: ObjectKind): { vault: string; kind: ObjectKind; name: string } => ({
    vault,
    kind,
    name: 'a',
  });
  const life = (kind: ObjectKind): readonly Command[] => [
    { op: 'get', ...about(kind) },
    { op: 'listVersions', ...about(kind) },
    { op: 'backup', ...about(kind) },
    { op: 'list', vault, kind },
    { op: 'delete', ...about(kind) },
    { op: 'delete', ...about(kind) },
    { op: 'getDeleted', ...about(kind) },
    { op: 'listDeleted', vault, kind },
    { op: 'recover', ...about(kind) },
    { op: 'delete', ...about(kind) },
    { op: 'purge', ...about(kind) },
    { op: 'get', ...about(kind) },
  ];
  const policy = { issuer: { name: 'Self' }, x509_props: { subject: 'CN=a' } };
  return [
    { op: 'set', ...about('secret'), input: { value: 'x' } },
    ...life('secret'),
    { op: 'create', ...about('key'), input: { kty: 'EC', crv: 'P-256' } },
    { op: 'getRotationPolicy', ...about('key') },
    { op: 'rotate', ...about('key') },
    { op: 'use', ...about('key'), use: 'sign', input: { alg: 'ES256', value: 'x' } },
    ...life('key'),
    { op: 'create', ...about('certificate'), input: { policy } },
    { op: 'getOperation', ...about('certificate') },
    { op: 'getPolicy', ...about('certificate') },
    ...life('certificate'),
    { op: 'list', vault, kind: 'issuer' },
    { op: 'get', vault, kind: 'contacts', name: 'contacts' },
  ];
}

it('should leave the record that each call must leave (EV-03), the refused ones too', async () => {
  const adapter = await embedded.open({ seed: 1 });
  try {
    const { vault } = await adapter.openVault(SETTINGS);
    const expected: unknown[] = [];
    for (const command of commandsOn(vault)) {
      const { answer } = await adapter.execute(command);
      if ('lost' in answer) throw new Error(`no answer to ${command.op}: ${answer.detail}`);
      const { rule: _rule, ...record } = auditRecord(command, answer) ?? { rule: 'EV-03' };
      expected.push(record);
    }
    const logged = (await auditOf(adapter, vault)).map(
      ({ operationName, resultType, resultSignature, properties: { httpStatusCode } }) => ({
        operationName,
        resultType,
        resultSignature,
        httpStatusCode,
      }),
    );
    expect(logged).toEqual(expected);
    expect(new Set(logged.map(({ resultType }) => resultType))).toEqual(new Set(['Success', 'Failed']));
  } finally {
    await adapter.close();
  }
});
