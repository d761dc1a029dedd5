import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContext, Page, Route } from 'playwright-core';
import type { AppSide, BrowserSide, remote } from './contract';
import { bindingName, deliverName, pageShim, type InvokeAnswer } from './page-shim';
import { toAppAddress, toBrowserAddress } from './addresses';
import { shiftDate } from './shifted-date';

type RemoteApp = ReturnType<typeof remote<AppSide>>;

/** Electron's names of permissions, and Chromium's. */
const permissions = {
  geolocation: 'geolocation',
  notifications: 'notifications',
  'clipboard-read': 'clipboard-read',
  'clipboard-sanitized-write': 'clipboard-write',
} as const;

type WindowFunctions = Pick<
  BrowserSide,
  'openWindow' | 'load' | 'closeWindow' | 'closePage' | 'send' | 'pdf'
>;

/** The windows of one app on the stand-in: pages of a browser that ask the app's process what they may. */
export class ChromiumWindows implements WindowFunctions {
  readonly #pages = new Map<number, Page>();
  readonly #loading = new Map<number, string>();
  #context: BrowserContext | null = null;
  #lastOpening: Promise<unknown> = Promise.resolve();

  /** The page of the window that the owner was shown last, if it is still there. */
  lastShown: Page | null = null;

  /** What the app let happen that it should not have: pages that left, files from elsewhere. */
  readonly problems: string[] = [];

  constructor(
    readonly browser: Browser,
    readonly app: RemoteApp,
  ) {}

  page(id: number): Page {
    const page = this.#pages.get(id);
    if (!page) throw new Error(`There is no window ${String(id)}`);
    return page;
  }

  get count(): number {
    return this.#pages.size;
  }

  /** A new page where the window has none, or has lost the one it had. */
  openWindow(id: number, preload: string): Promise<void> {
    if (this.#pages.has(id)) return Promise.resolve();
    const opening = this.#open(id, preload);
    this.#lastOpening = Promise.allSettled([this.#lastOpening, opening]);
    return opening;
  }

  /** Playwright does not like a browser that is closed in the middle of setting up a page. */
  async settled(): Promise<void> {
    await this.#lastOpening;
  }

  async #open(id: number, preload: string): Promise<void> {
    const script = await readFile(preload, 'utf8');
    const context = (this.#context ??= await this.#openContext());
    const page = await context.newPage();
    this.#pages.set(id, page);
    await page.exposeBinding(bindingName, async ({ frame }, channel: string, args: unknown[]) => {
      if (channel === 'stand-in:open') return this.app.windowOpen(id, toAppAddress(String(args[0])));
      const frameUrl = toAppAddress(frame.url());
      const isTopFrame = frame.parentFrame() === null;
      return this.app.invoke({ windowId: id, frameUrl, isTopFrame, channel, args }).then(
        (value): InvokeAnswer => ({ ok: true, value }),
        (error: unknown): InvokeAnswer => ({ ok: false, message: String(error) }),
      );
    });
    // As text, not through `new Function`: the page's own policy forbids that, and rightly.
    await page.addInitScript({
      content: `if (window === window.top && location.protocol === 'https:') (() => {
        const require = (${pageShim.toString()})('${bindingName}', '${deliverName}');
        const module = { exports: {} }; const exports = module.exports;
        ${script}
      })();`,
    });
    await page.route(
      () => true,
      (route) => this.#answer(id, route).catch((error: unknown) => abandon(route, error)),
    );
    page.on('close', () => void this.#forget(id, page));
  }

  async load(id: number, url: string): Promise<void> {
    const address = toBrowserAddress(url);
    this.#loading.set(id, address);
    await this.page(id).goto(address);
    this.#loading.delete(id);
  }

  async send(id: number, channel: string, args: unknown[]): Promise<void> {
    await this.page(id).evaluate(
      ({ name, channel, args }) => {
        (window as unknown as Record<string, (c: string, a: unknown[]) => void>)[name]?.(channel, args);
      },
      { name: deliverName, channel, args },
    );
  }

  /** Pages have the computer's clock, those that are opened later too. */
  async advanceClock(ms: number): Promise<void> {
    const script = `(${shiftDate.toString()})(() => ${String(ms)})`;
    await Promise.all([...this.#pages.values()].map((page) => page.evaluate(script)));
    await this.#context?.addInitScript(script);
  }

  pdf(id: number, paper: string): Promise<Uint8Array> {
    return this.page(id).pdf({ format: paper, printBackground: true });
  }

  async closeWindow(id: number): Promise<void> {
    await this.#pages.get(id)?.close();
  }

  async closePage(id: number): Promise<void> {
    const page = this.page(id);
    this.#pages.delete(id);
    if (this.lastShown === page) this.lastShown = null;
    await page.close();
  }

  async close(): Promise<void> {
    await this.#context?.close();
  }

  async #openContext(): Promise<BrowserContext> {
    const context = await this.browser.newContext({ viewport: { width: 1200, height: 820 } });
    const origin = toBrowserAddress('app://foyer');
    const granted = await Promise.all(
      Object.entries(permissions).map(async ([electronName, name]) =>
        (await this.app.isPermitted(electronName, 'app://foyer')) ? [name] : [],
      ),
    );
    await context.grantPermissions(granted.flat(), { origin });
    // Only pages that no window knows get here: those that a link with a target would open.
    await context.route(
      () => true,
      async (route) => {
        const [id] = this.#pages.keys();
        await this.app.windowOpen(id ?? 0, toAppAddress(route.request().url()));
        await route.abort('aborted');
        const known = new Set(this.#pages.values());
        await Promise.all(context.pages().map((page) => (known.has(page) ? null : page.close())));
      },
    );
    return context;
  }

  async #answer(id: number, route: Route): Promise<void> {
    const request = route.request();
    const url = toAppAddress(request.url());
    const isOurs = url.startsWith('app:');
    const asked = this.#loading.get(id) === request.url();
    if (request.isNavigationRequest() && !asked && !(await this.app.mayNavigate(id, url))) {
      return route.abort('aborted');
    }
    if (isOurs) {
      return route.fulfill(await this.#fetch(request.method(), url));
    }
    if (asked) return route.fulfill({ contentType: 'text/html', body: '<title>Elsewhere</title>' });
    this.problems.push(`Window ${String(id)} was allowed to fetch ${url}`);
    return route.abort('blockedbyclient');
  }

  async #fetch(method: string, url: string) {
    const { status, headers, body } = await this.app.request({ method, url });
    return { status, headers, body: Buffer.from(body) };
  }

  async #forget(id: number, page: Page): Promise<void> {
    if (this.#pages.get(id) !== page) return;
    if (this.lastShown === page) this.lastShown = null;
    this.#pages.delete(id);
    // The app may be the one who closed it, and be gone by now.
    await this.app.windowClosed(id).catch(() => undefined);
  }
}

/** What sending to a process says that has ended, or is about to. */
const goneCodes: unknown[] = ['ERR_IPC_CHANNEL_CLOSED', 'EPIPE'];

/** The app may end while its page still loads: nobody is left to answer, and that is no fault. */
async function abandon(route: Route, error: unknown): Promise<void> {
  const isAppGone = error instanceof Error && 'code' in error && goneCodes.includes(error.code);
  if (!isAppGone) throw error;
  // By now the page may be closed, too.
  await route.abort('aborted').catch(() => undefined);
}
