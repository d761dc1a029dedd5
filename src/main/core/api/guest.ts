import { methods, type FoyerEvent, type MethodName, type MethodResult, type Role } from '#shared/contract';
import { guestCamera, guestSettings, guestSite } from './guest-views';

/**
 * What phones and screens in the shop's network get to see: the figures of the shop. Nothing of single
 * persons, nothing that helps an intruder (network addresses, folders, refused messages), no words the
 * owner wrote for nobody else. A method or event that is not named here is closed to them, so that
 * whatever is new begins closed.
 */
type GuestView = { [M in MethodName]?: (result: MethodResult<M>) => MethodResult<M> };

const asItIs = <T>(result: T): T => result;

const guestViews: GuestView = {
  'session.get': asItIs,
  'cameras.list': (cameras) => cameras.map(guestCamera),
  'cameras.detail': asItIs,
  'sites.list': (sites) => sites.map(guestSite),
  'sites.occupancyDay': asItIs,
  'history.query': asItIs,
  'insights.compare': asItIs,
  'insights.usualDay': asItIs,
  'insights.weekMap': asItIs,
  'settings.get': guestSettings,
  'system.info': ({ version, isDemoRunning }) => ({
    version,
    isDemoRunning,
    cameraPort: null,
    cameraPortProblem: null,
    cameraPortSentence: null,
    cameraHttpsPort: null,
    cameraHttpsProblem: null,
    cameraHttpsSentence: null,
    addresses: [],
    heartbeatPath: '',
    uploadPath: '',
    lostAddresses: [],
    lastVisit: null,
    dataFolder: '',
    storageProblem: null,
    scheduleProblem: null,
    storageSentence: null,
  }),
  'system.health': asItIs,
};

/** Whether somebody of this role may call a method. */
export function mayCall(role: Role, method: MethodName): boolean {
  if (role === 'guest') return mayGuestCall(method);
  return role === 'manage' || methods[method].role === 'view';
}

export function mayGuestCall(method: MethodName): boolean {
  return Object.hasOwn(guestViews, method);
}

/** @throws for a method that is closed to guests: ask {@link mayGuestCall} before it is run */
export function guestResult<M extends MethodName>(method: M, result: MethodResult<M>): MethodResult<M> {
  const view: GuestView[M] = guestViews[method];
  if (!view) throw new Error(`${method} is closed to guests`);
  return view(result);
}

/** What a guest gets to see of an event; `null`: nothing. */
export function guestEvent(event: FoyerEvent): FoyerEvent | null {
  switch (event.name) {
    case 'flow':
    case 'stay':
    case 'camera':
      return guestNews(event);
    case 'removed':
    case 'replaced':
      return event;
    case 'edited':
      return event.data.what === 'corrections' || event.data.what === 'shop' ? event : null;
    default:
      return null;
  }
}

function guestNews<E extends Extract<FoyerEvent, { name: 'flow' | 'stay' | 'camera' }>>(event: E): E {
  const { camera, site } = event.data;
  return { ...event, data: { camera: guestCamera(camera), site: guestSite(site) } };
}
