import { describe, expect, it } from 'vitest';
import { oldNodeProblem } from './oldNode.ts';

describe('oldNodeProblem', () => {
  it.each(['20.20.2', '22.18.9', '18.0.0'])('should refuse Node %s and say what to do', (version) => {
    expect(oldNodeProblem(version)).toMatch(
      `this is Node ${version}, and it takes Node 22.19 or later. Install`,
    );
  });

  it.each(['22.19.0', '22.20.1', '24.0.0', '100.1.0'])('should take Node %s', (version) => {
    expect(oldNodeProblem(version)).toBeUndefined();
  });
});
