import { describe, expect, it } from 'vitest';
import { BackupSeal } from './backupSeal.ts';

describe('the seal of backups', () => {
  it('should open what it sealed, also when it is made again from its key', () => {
    const seal = new BackupSeal();
    const blob = seal.seal('content ✓');
    expect(seal.open(blob)).toEqual({ content: 'content ✓' });
    expect(new BackupSeal(seal.key()).open(blob)).toEqual({ content: 'content ✓' });
  });

  it('should tell what it never sealed from what was changed', () => {
    const seal = new BackupSeal();
    const blob = seal.seal('content');
    expect(seal.open('')).toEqual({ fault: 'unknown' });
    expect(seal.open('AAAA')).toEqual({ fault: 'unknown' });
    expect(seal.open(`A${blob.slice(1)}`)).toEqual({ fault: 'unknown' });
    expect(seal.open(`${blob}AAAA`)).toEqual({ fault: 'corrupt' });
    expect(new BackupSeal().open(blob)).toEqual({ fault: 'corrupt' });
  });
});
