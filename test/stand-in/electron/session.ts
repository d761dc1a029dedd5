import type { PageRequest } from '../contract';
import { appSide } from './link';
import { strict } from './strict';

type RequestHandler = (
  contents: null,
  permission: string,
  answer: (granted: boolean) => void,
  details: { requestingUrl: string },
) => void;
type CheckHandler = (contents: null, permission: string, origin: string) => boolean;

let onRequest: RequestHandler | null = null;
let onCheck: CheckHandler | null = null;

export const session = strict('session', {
  defaultSession: strict('defaultSession', {
    setPermissionRequestHandler: (handler: RequestHandler) => void (onRequest = handler),
    setPermissionCheckHandler: (handler: CheckHandler) => void (onCheck = handler),
    setDevicePermissionHandler: () => undefined,
  }),
});

// As in Electron, where nobody decides everything is granted.
appSide['isPermitted'] = async (permission: string, origin: string) => {
  if (onCheck && !onCheck(null, permission, origin)) return false;
  const request = onRequest;
  if (!request) return true;
  return new Promise<boolean>((resolve) => {
    request(null, permission, resolve, { requestingUrl: `${origin}/` });
  });
};

let scheme: string | null = null;
let servePage: ((request: PageRequest) => Promise<Response> | Response) | null = null;

export const protocol = strict('protocol', {
  registerSchemesAsPrivileged(schemes: { scheme: string }[]): void {
    scheme = schemes[0]?.scheme ?? null;
  },
  handle(handled: string, handler: NonNullable<typeof servePage>): void {
    if (handled !== scheme) throw new Error(`${handled}: was not registered as privileged`);
    servePage = handler;
  },
});

appSide['request'] = async (request: PageRequest) => {
  if (!servePage) throw new Error('Nothing serves the app’s scheme');
  const answer = await servePage(strict('Request', request));
  return {
    status: answer.status,
    headers: Object.fromEntries(answer.headers),
    body: new Uint8Array(await answer.arrayBuffer()),
  };
};
