const POLYNOMIAL = 0x82f63b78;

/** Eight tables, so that eight bytes are taken in one step ("slicing by eight"). */
const tables = makeTables();

function makeTables(): Uint32Array[] {
  const all = Array.from({ length: 8 }, () => new Uint32Array(256));
  for (let byte = 0; byte < 256; byte++) {
    let crc = byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ POLYNOMIAL : crc >>> 1;
    at(all, 0)[byte] = crc;
  }
  for (let byte = 0; byte < 256; byte++) {
    for (let table = 1; table < 8; table++) {
      const previous = at(all, table - 1)[byte] ?? 0;
      at(all, table)[byte] = (previous >>> 8) ^ (at(all, 0)[previous & 0xff] ?? 0);
    }
  }
  return all;
}

function at(list: Uint32Array[], index: number): Uint32Array {
  return list[index] as Uint32Array;
}

/**
 * CRC-32C (Castagnoli), which finds every error burst of up to 32 bits.
 * @param seed the result of the bytes before, to go on with
 * @returns an unsigned 32-bit number
 */
export function crc32c(bytes: Uint8Array, seed = 0): number {
  const [t0, t1, t2, t3, t4, t5, t6, t7] = tables as [
    Uint32Array,
    Uint32Array,
    Uint32Array,
    Uint32Array,
    Uint32Array,
    Uint32Array,
    Uint32Array,
    Uint32Array,
  ];
  let crc = ~seed;
  let i = 0;
  const whole = bytes.length - (bytes.length % 8);
  // Indices below are always in range; `| 0` keeps the arithmetic on 32-bit integers.
  const b = bytes as unknown as number[];
  const n = (table: Uint32Array, index: number) => table[index] as number;
  for (; i < whole; i += 8) {
    const low =
      crc ^
      ((b[i] as number) |
        ((b[i + 1] as number) << 8) |
        ((b[i + 2] as number) << 16) |
        ((b[i + 3] as number) << 24));
    crc =
      n(t7, low & 0xff) ^
      n(t6, (low >>> 8) & 0xff) ^
      n(t5, (low >>> 16) & 0xff) ^
      n(t4, low >>> 24) ^
      n(t3, b[i + 4] as number) ^
      n(t2, b[i + 5] as number) ^
      n(t1, b[i + 6] as number) ^
      n(t0, b[i + 7] as number);
  }
  for (; i < bytes.length; i++) crc = (crc >>> 8) ^ n(t0, (crc ^ (b[i] as number)) & 0xff);
  return ~crc >>> 0;
}
