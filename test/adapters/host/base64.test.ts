import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fromUint8Array } from '../../../launch/base64.ts';

it('codes any bytes as RFC 4648 has it, in both alphabets', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
      expect(fromUint8Array(bytes, true)).toBe(Buffer.from(bytes).toString('base64url'));
      expect(fromUint8Array(bytes)).toBe(Buffer.from(bytes).toString('base64'));
    }),
  );
});
