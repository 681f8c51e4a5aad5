import { describe, expect, it } from 'vitest';
import { Gate } from './gate.ts';

/** Work that ends when it is told to. */
function held(): { work: () => Promise<string>; end: () => void; running: () => boolean } {
  let end = (): void => {};
  let running = false;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return {
    work: async () => {
      running = true;
      await ended;
      running = false;
      return 'done';
    },
    end: () => end(),
    running: () => running,
  };
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('a gate', () => {
  it('should let work of one mode run side by side, and switch only when it has ended', async () => {
    const modes: string[] = [];
    const gate = new Gate<string>(async (mode) => void modes.push(mode));
    const [first, second, other] = [held(), held(), held()];
    const all = [gate.inMode('a', first.work), gate.inMode('a', second.work), gate.inMode('b', other.work)];
    await turn();
    expect([first.running(), second.running(), other.running()]).toEqual([true, true, false]);
    first.end();
    await turn();
    expect(other.running()).toBe(false);
    second.end();
    await turn();
    expect([other.running(), modes]).toEqual([true, ['a', 'b']]);
    other.end();
    expect(await Promise.all(all)).toEqual(['done', 'done', 'done']);
  });

  it('should let more work of a new mode in once the target has switched', async () => {
    const gate = new Gate<string>(turn);
    const [first, second] = [held(), held()];
    const all = [gate.inMode('a', first.work), gate.inMode('a', second.work)];
    await turn();
    await turn();
    expect([first.running(), second.running()]).toEqual([true, true]);
    first.end();
    second.end();
    await Promise.all(all);
  });

  it('should run work alone, after what came before it and before what comes after', async () => {
    const gate = new Gate<string>(async () => {});
    const [before, alone, after] = [held(), held(), held()];
    const all = [gate.inMode('a', before.work), gate.alone(alone.work), gate.inMode('a', after.work)];
    await turn();
    expect([before.running(), alone.running(), after.running()]).toEqual([true, false, false]);
    before.end();
    await turn();
    expect([alone.running(), after.running()]).toEqual([true, false]);
    alone.end();
    await turn();
    expect(after.running()).toBe(true);
    after.end();
    await Promise.all(all);
  });

  it('should go on after work that fails, and after a switch that fails', async () => {
    let broken = true;
    const gate = new Gate<string>(async (mode) => {
      if (broken && mode === 'b') throw new Error('no switch');
    });
    const failing = gate.inMode('a', async () => {
      throw new Error('no work');
    });
    const switching = gate.inMode('b', async () => 'b');
    await expect(failing).rejects.toThrow('no work');
    await expect(switching).rejects.toThrow('no switch');
    broken = false;
    expect(await gate.inMode('a', async () => 'a')).toBe('a');
    expect(await gate.alone(async () => 'alone')).toBe('alone');
  });
});
