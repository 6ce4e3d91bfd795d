import * as fc from 'fast-check';

/**
 * Any text that JavaScript can hold: plain signs, control characters, halves of characters. The library's own `binary`
 * strings do the same, but take seconds to set up on a slow machine.
 */
export function anyText(maxLength = 20): fc.Arbitrary<string> {
  const unit = fc.oneof(fc.integer({ min: 0x20, max: 0x7e }), fc.nat(0xff), fc.nat(0xffff));
  return fc.array(unit, { maxLength }).map((units) => String.fromCharCode(...units));
}
