import { describe, expect, it } from 'vitest';
import { importsOf, isAllowed } from './doors.ts';
import { sourceFiles } from './sourceFiles.ts';

/** Tests and what only they use may look into any room. */
const TESTS = /\.test\.ts$|\.property\.ts$|\/testing\//;
const SOURCES = sourceFiles(/\.ts$/).filter(({ path }) => !TESTS.test(path));

describe('the doors of the house', () => {
  it('should be gone through one way only', () => {
    const imports = SOURCES.flatMap(importsOf);
    expect(imports.length).toBeGreaterThan(1000);
    expect(imports.filter((each) => !isAllowed(each))).toEqual([]);
  });

  it('should not let the emulator and the model know of each other, not even in tests', () => {
    const crossing = sourceFiles(/^(model|adapters\/emulator)\/.*\.ts$/)
      .flatMap(importsOf)
      .filter(({ from, to }) => (from.startsWith('model/') ? /^adapters/ : /^model/).test(to));
    expect(crossing).toEqual([]);
  });

  it.each([
    ['model/step.ts', "import { z } from 'undici';"],
    ['model/step.ts', "import type { X } from '../adapters/adapter.ts';"],
    ['adapters/emulator/x.ts', "import type { X } from '../../model/command.ts';"],
    ['adapters/emulator/x.ts', "export * from '../wire/routes.ts';"],
    ['adapters/rest/x.ts', "import { x } from '../emulator/clock/httpDate.ts';"],
    ['adapters/rest/x.ts', "import { x } from '../../reports/a.ts';"],
    ['properties/x.ts', "import {\n  x,\n} from '../adapters/adapter.ts';"],
    ['reports/x.ts', "import { x } from '../model/step.ts';"],
    ['reports/x.ts', "await import('../cli/program.ts')"],
  ])('should not let %s do %s', (path, text) => {
    expect(importsOf({ path, text }).map(isAllowed)).toEqual([false]);
  });

  it('should let each room do what it is there for', () => {
    const text = "import type { X } from '../model/event.ts';\nimport { y } from './y.ts';\nimport 'undici';";
    expect(importsOf({ path: 'reports/x.ts', text }).map(isAllowed)).toEqual([true, true, true]);
  });
});
