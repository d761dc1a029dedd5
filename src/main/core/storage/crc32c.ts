const POLYNOMIAL = 0x82f63b78;
const TABLES = 8;

/** Entry `byte` of table `k` stands at `256 · k + byte`: the checksum of the byte followed by k zero bytes. */
const entries = makeTables();

function makeTables(): Uint32Array {
  const made = new Uint32Array(256 * TABLES);
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
 * ("slicing by eight").
 * @param seed the result of the bytes before, to go on with
 * @returns an unsigned 32-bit number
 */
export function crc32c(bytes: Uint8Array, seed = 0): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let crc = ~seed;
  let at = 0;
  for (; at + 8 <= view.byteLength; at += 8) {
    const low = crc ^ view.getUint32(at, true);
    const high = view.getUint32(at + 4, true);
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
  for (; at < view.byteLength; at++) crc = (crc >>> 8) ^ entry(0, (crc ^ view.getUint8(at)) & 0xff);
  return ~crc >>> 0;
}
