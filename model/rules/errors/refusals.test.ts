import { describe, expect, it } from 'vitest';
import type { Pattern } from '../../pattern/pattern.ts';
import * as refusals from './refusals.ts';

function codes({ status, refusal }: Pattern): string {
  const inner =
    refusal?.inner === undefined ? '?' : refusal.inner === 'none' ? '-' : refusal.inner.join(' or ');
  return `${status.join(' or ')} ${refusal?.codes?.join(' or ') ?? '?'} / ${inner}`;
}

describe('the refusals', () => {
  it('should have the codes that the recordings and reports show', () => {
    expect(codes(refusals.notFound('secret', 'a'))).toBe('404 SecretNotFound / -');
    expect(codes(refusals.deletedNotFound('key', 'a'))).toBe('404 KeyNotFound / -');
    expect(codes(refusals.deletedButRecoverable('certificate', 'a'))).toBe(
      '409 Conflict / ObjectIsDeletedButRecoverable',
    );
    expect(codes(refusals.beingDeleted('secret', 'a'))).toBe('409 Conflict / ObjectIsBeingDeleted');
    expect(codes(refusals.beingRecovered('secret', 'a'))).toBe('409 Conflict / ObjectIsBeingRecovered');
    expect(codes(refusals.recoveryConflict('secret'))).toBe('409 Conflict / -');
    expect(codes(refusals.restoreConflict('secret', 'a'))).toBe('409 Conflict / -');
    expect(codes(refusals.nameTaken())).toBe('409 Conflict / ?');
    expect(codes(refusals.purgeProtected())).toBe('403 Forbidden / -');
    expect(codes(refusals.disabled('secret'))).toBe('403 Forbidden / SecretDisabled');
    expect(codes(refusals.notPermitted())).toBe('403 Forbidden / AccessDenied');
    expect(codes(refusals.managedByKeyVault('key'))).toBe('403 Forbidden / KeyManagedByKeyVault');
    expect(codes(refusals.badParameter())).toBe('400 BadParameter / -');
    expect(codes(refusals.malformedBlob())).toBe('400 Malformed backup blob / -');
    expect(codes(refusals.methodNotAllowed())).toBe('405 MethodNotAllowed / -');
  });

  it('should ask of another target no code that only one report tells (ER-12)', () => {
    expect(codes(refusals.notSupported({ service: true }))).toBe('400 NotSupported / -');
    expect(refusals.notSupported({ service: false })).toEqual(refusals.anyRefusal());
  });

  it('should be any refusal where no source tells more, and never a success or a failure of the server', () => {
    const { status, refusal } = refusals.anyRefusal();
    expect([Math.min(...status), Math.max(...status)]).toEqual([400, 450]);
    expect(refusal).toEqual({});
  });
});
