const POLYNOMIAL = 0x82f63b78;
const TABLES = 8;
const WORD_BYTES = 4;
const STEP_BYTES = 8;

/** Entry `byte` of table `k` stands at `256 · k + byte`: the checksum of the byte followed by k zero bytes. */
const entries = makeTables();

function makeTables(): Int32Array {
  const made = new Int32Array(256 * TABLES);
  for (let byte = 0; byte < 256; byte++) {
    let crc = byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ POLYNOMIAL : crc >>> 1;
    made[byte] = crc;
  }
  for (let i = 256; i < made.length; i++) {
    const previous = made[i - 256] ?? 0;
    made[i] = (previous >>> 8) ^ (made[previous & 0xff] ?? 0);
  }
  return made;
}

/** Without a check for `undefined`, which would cost more than the checksum itself. */
function entry(table: number, byte: number): number {
  return entries[256 * table + byte] as number;
}

/**
 * CRC-32C (Castagnoli), which finds every error burst of up to 32 bits. Takes eight bytes in one step
 * ("slicing by eight"). They are read as signed words of the processor's own order, which is little-endian
 * wherever Foyer runs: anything else takes half as long again, and every start waits for this.
 * @param seed the result of the bytes before, to go on with
 * @returns an unsigned 32-bit number
 */
export function crc32c(bytes: Uint8Array, seed = 0): number {
  const unaligned = -bytes.byteOffset & (WORD_BYTES - 1);
  const steps = Math.floor((bytes.byteLength - unaligned) / STEP_BYTES);
  if (steps <= 0) return ~byteByByte(bytes, ~seed) >>> 0;
  const words = new Int32Array(bytes.buffer, bytes.byteOffset + unaligned, (steps * STEP_BYTES) / WORD_BYTES);
  let crc = byteByByte(bytes.subarray(0, unaligned), ~seed);
  for (let i = 0; i < words.length; i += 2) {
    const low = crc ^ (words[i] as number);
    const high = words[i + 1] as number;
    crc =
      entry(7, low & 0xff) ^
      entry(6, (low >>> 8) & 0xff) ^
      entry(5, (low >>> 16) & 0xff) ^
      entry(4, low >>> 24) ^
      entry(3, high & 0xff) ^
      entry(2, (high >>> 8) & 0xff) ^
      entry(1, (high >>> 16) & 0xff) ^
      entry(0, high >>> 24);
  }
  return ~byteByByte(bytes.subarray(unaligned + words.byteLength), crc) >>> 0;
}

function byteByByte(bytes: Uint8Array, seed: number): number {
  let crc = seed;
  for (const byte of bytes) crc = (crc >>> 8) ^ entry(0, (crc ^ byte) & 0xff);
  return crc;
}
