import fc from 'fast-check';
import * as original from 'js-base64';
import { expect, it } from 'vitest';
import { decode, encodeURL, fromUint8Array } from '../../../launch/base64.ts';

it('codes as the package it stands in for, whatever the bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
      expect(fromUint8Array(bytes, true)).toBe(original.fromUint8Array(bytes, true));
      expect(fromUint8Array(bytes)).toBe(original.fromUint8Array(bytes));
    }),
  );
});

it('codes and reads any text as that package does', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(encodeURL(text)).toBe(original.encodeURL(text));
      expect(decode(original.encode(text))).toBe(text);
      expect(decode(encodeURL(text))).toBe(text);
    }),
  );
});
