import {
  alertKinds,
  type AlertKind,
  type CameraSummary,
  type OpeningHours,
  type Settings,
  type SiteSummary,
} from '#shared/domain';

/**
 * What guests see of cameras, shops and settings. Each field is named, so that a new one does not
 * compile until somebody has decided whether it is for guests.
 */

/** Without the persons in view, whose ways could be followed by id, height and time, and without the network. */
export function guestCamera(camera: CameraSummary): CameraSummary {
  const { sn, name, site, state, status, lastSeen, today, stay, firstSeen } = camera;
  const { uploadInterval, dataMode, historyRequests, toldTimeZone } = camera;
  const { role, isFlipped, replaces, isDemo } = camera;
  return {
    ...{ sn, name, site, state, status, lastSeen, today, firstSeen },
    ...{ uploadInterval, dataMode, historyRequests, toldTimeZone },
    ...{ role, isFlipped, replaces, isDemo },
    stay: { current: stay.current, asOf: stay.asOf, people: [] },
    clockSkewSeconds: null,
    isFlooding: false,
    address: null,
    calledAddress: null,
  };
}

export function guestSite(site: SiteSummary): SiteSummary {
  const { id, name, timeZone, dayStartHour, openingHours, todayByHours, date, today, occupancy } = site;
  return {
    ...{ id, name, timeZone, dayStartHour, todayByHours, date, today, occupancy },
    openingHours: openingHours && guestHours(openingHours),
  };
}

/** Without the owner's words for why a day differs. */
function guestHours({ weekly, exceptions }: OpeningHours): OpeningHours {
  return { weekly, exceptions: exceptions.map((exception) => ({ ...exception, label: '' })) };
}

const noAlerts = Object.fromEntries(alertKinds.map((kind) => [kind, false])) as Record<AlertKind, boolean>;

/** Only what pages need to be written in the owner's language; the rest says nothing. */
export function guestSettings({ language, childHeightCm }: Settings): Settings {
  return {
    language,
    childHeightCm,
    cameraPort: 0,
    cameraHttpsPort: null,
    cameraAddresses: [],
    acceptCameras: 'all',
    rawRetentionDays: 0,
    startWithComputer: false,
    keepAwake: false,
    closeToTray: false,
    checkForUpdates: false,
    alerts: { ...noAlerts, silentAfterMinutes: 0, occupancyLimitPeople: null, staffMinutes: 0 },
  };
}
