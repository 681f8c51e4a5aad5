import { describe, expect, it } from 'vitest';
import { circlesOf } from './circles.ts';
import { importsOf } from './doors.ts';
import { sourceFiles } from './sourceFiles.ts';

/** The circles among files of which one text each is given. */
function circlesAmong(files: Readonly<Record<string, string>>): readonly (readonly string[])[] {
  return circlesOf(Object.entries(files).flatMap(([path, text]) => importsOf({ path, text })));
}

describe('the imports of the project', () => {
  it('should not go round in a circle, not even those of types alone', () => {
    expect(circlesOf(sourceFiles(/\.ts$/).flatMap(importsOf))).toEqual([]);
  });

  it('should be seen to go round where they do', () => {
    const files = {
      'model/a.ts': "import { b } from './b.ts';\nimport { d } from './d.ts';",
      'model/b.ts': "import type { C } from './c.ts';",
      'model/c.ts': "import type { A } from './a.ts';",
      'model/d.ts': "import { c } from './c.ts';",
      'model/e.ts': "import { a } from './a.ts';",
    };
    expect(circlesAmong(files)).toEqual([['model/a.ts', 'model/b.ts', 'model/c.ts', 'model/d.ts']]);
  });

  it('should not be taken for a circle where two ways lead to one file', () => {
    const files = {
      'model/a.ts': "import { b } from './b.ts';\nimport { c } from './c.ts';",
      'model/b.ts': "import { d } from './d.ts';",
      'model/c.ts': "import { d } from './d.ts';",
    };
    expect(circlesAmong(files)).toEqual([]);
  });
});
