import type { CorruptedRecording } from './sample.ts';

/** Corruptions that are not refused, and why. */
interface ExceptionGroup {
  readonly reason: string;
  readonly includes: (corrupted: CorruptedRecording) => boolean;
}

/** Why some corrupted recordings are not refused, although something speaks against them (docs/corruptions.md). */
const EXCEPTIONS: readonly ExceptionGroup[] = [
  {
    reason:
      'the object was restored, or was to be, from a backup of which the recording tells too little: it keeps no ' +
      'request bodies, or no answer had shown the version before it was backed up',
    includes: ({ recording }) => recording.exchanges.some(({ path }) => path.endsWith('/restore')),
  },
  {
    reason: 'whoever asks for a vault without soft delete may get one that has it (X11)',
    includes: ({ corruption }) => corruption.name === 'other properties of a vault than were asked for',
  },
  {
    reason: 'a throttled call tells nothing but that it was throttled, whatever its code (LM-03)',
    includes: ({ corrupted }) => corrupted.status === 429,
  },
  {
    reason:
      'the recorder sorted calls by address, so that of those in one second nobody knows which came first',
    includes: ({ recording, corrupted }) => recording.looseOrder && corrupted.plane === 'management',
  },
];

/** The reason for which a corrupted recording is not refused; undefined where none is known. */
export function reasonFor(corrupted: CorruptedRecording): string | undefined {
  return EXCEPTIONS.find(({ includes }) => includes(corrupted))?.reason;
}
