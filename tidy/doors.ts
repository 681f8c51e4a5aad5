import { posix } from 'node:path';
import type { SourceFile } from './sourceFiles.ts';

/** One import of a file. */
export interface Import {
  /** The file that imports. */
  readonly from: string;
  /** The file imported, from the top of the checkout; the package's name where it is none of the project's. */
  readonly to: string;
  /** Whether only types are, so that nothing of it runs. */
  readonly typesOnly: boolean;
}

const IMPORTS =
  /^\s*(?:import|export)\s+(?:(type)\s)?(?:[\w*{][^;'"]*?\sfrom\s+)?'([^']+)'|\bimport\('([^']+)'\)/gm;

/** The imports of a file, in the order that they stand in. */
export function importsOf({ path, text }: SourceFile): readonly Import[] {
  return [...text.matchAll(IMPORTS)].map(([, type, given, late]) => {
    const name = given ?? late ?? '';
    const to = name.startsWith('.') ? posix.join(posix.dirname(path), name) : name;
    return { from: path, to, typesOnly: type !== undefined };
  });
}

/** What a room may import of other rooms. */
interface Door {
  /** The room: paths that begin with it. */
  readonly room: string;
  /** Beginnings of the paths that it may import from. */
  readonly all: readonly string[];
  /** Beginnings of the paths that it may import types from. */
  readonly types?: readonly string[];
}

/** The doors of the house, the narrowest room first. */
const DOORS: readonly Door[] = [
  { room: 'model/', all: [] },
  { room: 'adapters/emulator/', all: [] },
  { room: 'adapters/', all: ['model/', 'adapters/emulator/startEmulator.ts'] },
  // Reads recordings to spoil them, and so to judge the model.
  { room: 'properties/recorded/corruption/', all: ['model/', 'adapters/recordings/'] },
  {
    room: 'properties/',
    all: ['model/'],
    types: ['adapters/adapter.ts', 'adapters/managementPlane.ts', 'adapters/recordings/'],
  },
  { room: 'reports/', all: ['model/event.ts', 'model/oracle/operationName.ts'], types: ['model/'] },
  { room: 'cli/', all: ['model/', 'adapters/', 'properties/', 'reports/'] },
  { room: 'bench/', all: ['model/', 'adapters/', 'properties/'] },
];

/** Whether an import goes through a door of its room, or stays within it. */
export function isAllowed({ from, to, typesOnly }: Import): boolean {
  const door = DOORS.find(({ room }) => from.startsWith(room));
  if (!door) return true;
  // The model runs in a browser: it has no packages and nothing of Node.
  if (!DOORS.some(({ room }) => to.startsWith(room))) return door.room !== 'model/';
  const ends = typesOnly ? [...door.all, ...(door.types ?? [])] : door.all;
  return isWithin(from, to) || ends.some((end) => to.startsWith(end));
}

/** Of the emulator, other adapters know where it starts and no more. */
function isWithin(from: string, to: string): boolean {
  if (isEmulator(from) || isEmulator(to)) return isEmulator(from) && isEmulator(to);
  return top(from) === top(to);
}

function isEmulator(path: string): boolean {
  return path.startsWith('adapters/emulator/');
}

function top(path: string): string {
  return path.slice(0, path.indexOf('/') + 1);
}
