// The other entry brings a `require` of its own along, which the bundle declares, too: the packed module would not load.
import { Zip, ZipDeflate } from 'fflate/browser';

/** Little is gained by more, and it costs as much again as everything else. */
const LEVEL = 3;

/** A ZIP file in the making: what goes in comes out packed, in pieces, and nothing of it is kept. */
export class ZipPieces {
  #ready: Uint8Array[] = [];
  #failure: Error | null = null;
  #entry: ZipDeflate | null = null;
  readonly #zip = new Zip((error, piece) => {
    if (error) this.#failure = error;
    else this.#ready.push(piece);
  });

  /** @param modified shown as the time of each entry */
  constructor(private readonly modified: Date) {}

  begin(path: string): void {
    this.#entry = new ZipDeflate(path, { level: LEVEL });
    this.#entry.mtime = this.modified;
    this.#zip.add(this.#entry);
  }

  write(text: string): void {
    this.#entry?.push(Buffer.from(text));
  }

  end(): void {
    this.#entry?.push(new Uint8Array(), true);
    this.#entry = null;
  }

  whole(path: string, text: string): void {
    this.begin(path);
    this.write(text);
    this.end();
  }

  close(): void {
    this.#zip.end();
  }

  /** What has been packed since the last time. @throws what the packing threw */
  take(): Uint8Array {
    if (this.#failure) throw this.#failure;
    const ready = Buffer.concat(this.#ready);
    this.#ready = [];
    return ready;
  }
}
