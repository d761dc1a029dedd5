import { randomInt } from 'node:crypto';
import { findByKey, hashOf, newKey } from './keys';

/** Long enough to walk to the television, short enough that a photo of the screen is worth nothing. */
const goodForMs = 10 * 60_000;
const mostOpen = 5;
/** A code is short: after so many wrong ones, whoever from, all are void. */
const mostWrongCodes = 10;

/** Letters and digits that nobody takes for one another. */
const codeSigns = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const codeLength = 8;

interface Invitation {
  hash: string;
  codeHash: string;
  untilMs: number;
}

/** Invitations that nobody has taken up yet. They are never written down. */
export class Pairings {
  #open: Invitation[] = [];
  #wrongCodes = 0;

  /** @param now milliseconds, of a clock that nobody sets */
  constructor(private readonly now: () => number = () => performance.now()) {}

  invite(): { key: string; code: string; goodForMs: number } {
    const key = newKey();
    const signs = Array.from({ length: codeLength }, () => codeSigns[randomInt(codeSigns.length)] ?? '');
    const code = `${signs.slice(0, codeLength / 2).join('')}-${signs.slice(codeLength / 2).join('')}`;
    const invitation = {
      hash: hashOf(key),
      codeHash: hashOf(plainCode(code)),
      untilMs: this.now() + goodForMs,
    };
    this.#open = [...this.#stillGood(), invitation].slice(-mostOpen);
    this.#wrongCodes = 0;
    return { key, code, goodForMs };
  }

  /** Takes an invitation up by its link. It is spent by that. */
  acceptKey(key: string): boolean {
    return this.#accept(findByKey(key, this.#stillGood()));
  }

  /** Takes an invitation up by its code, in small letters and with blanks as well. */
  acceptCode(code: string): boolean {
    const entries = this.#stillGood().map((invitation) => ({ hash: invitation.codeHash, invitation }));
    const accepted = this.#accept(findByKey(plainCode(code), entries)?.invitation ?? null);
    if (!accepted && entries.length > 0 && ++this.#wrongCodes >= mostWrongCodes) this.withdraw();
    return accepted;
  }

  /** Nobody is invited any more. */
  withdraw(): void {
    this.#open = [];
  }

  #accept(invitation: Invitation | null): boolean {
    this.#open = this.#stillGood().filter((one) => one !== invitation);
    return invitation !== null;
  }

  #stillGood(): Invitation[] {
    return this.#open.filter(({ untilMs }) => untilMs > this.now());
  }
}

function plainCode(code: string): string {
  return code.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
}
