/**
 * A gzip stream made piece by piece (RFC 1952), each piece deflated for itself: it ends on a whole
 * byte and has the text before it for its dictionary, as pigz does it. A stream of Node's goes
 * through another thread for every piece, however short, and the last byte waits for two of them.
 */
import { promisify } from 'node:util';
import { constants, crc32, deflateRaw, deflateRawSync } from 'node:zlib';

/** No name, no time, the fastest algorithm, no particular system. */
const header = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 4, 255);
/** The block that ends a stream, of nothing (RFC 1951 section 3.2.6). */
const lastBlock = Uint8Array.of(3, 0);

/** The fastest level: higher ones save little more of so repetitive a text. */
const level = 1;
/** What is written leaves at once, and not when a block is full: a part waits for no other. */
const finishFlush = constants.Z_SYNC_FLUSH;
/** Bytes of the text before: four times as much saves a twentieth, and takes half as long again. */
const dictionarySize = 8 * 1024;
/** Bytes. Up to here it takes less than half a millisecond, and another thread is not worth it. */
const shortest = 128 * 1024;

const deflateElsewhere = promisify<
  Uint8Array,
  NonNullable<Parameters<typeof deflateRawSync>[1]>,
  Buffer
>(deflateRaw);

export type GzipSegments = {
  /** The next piece of text, whole, as bytes that may leave at once. One at a time. */
  readonly next: (text: Uint8Array) => Promise<Uint8Array<ArrayBuffer>>;
  /** What comes after the last piece. */
  readonly end: () => Uint8Array<ArrayBuffer>;
};

/** One gzip stream. */
export function gzipSegments(): GzipSegments {
  let dictionary = Buffer.alloc(0);
  let start = header;
  let crc = 0;
  let size = 0;
  const begun = (piece: Uint8Array): Uint8Array<ArrayBuffer> => {
    const bytes = Buffer.concat([start, piece]);
    start = new Uint8Array(0);
    return bytes;
  };
  return {
    next: async (text) => {
      // Of no bytes there is nothing to send, and zlib takes their checksum for a new beginning.
      if (text.length === 0) return begun(text);
      const before = dictionary.length === 0 ? {} : { dictionary };
      const how = { level, finishFlush, ...before };
      crc = crc32(text, crc);
      size += text.length;
      dictionary = Buffer.concat([dictionary, text.subarray(-dictionarySize)]).subarray(
        -dictionarySize,
      );
      return begun(
        text.length > shortest ? await deflateElsewhere(text, how) : deflateRawSync(text, how),
      );
    },
    end: () => {
      const trailer = new DataView(new ArrayBuffer(8));
      trailer.setUint32(0, crc, true);
      // Modulo 2^32, as RFC 1952 has it and `setUint32` does it.
      trailer.setUint32(4, size, true);
      return begun(Buffer.concat([lastBlock, new Uint8Array(trailer.buffer)]));
    },
  };
}
