import type { Body, Happening } from '../../oracle/types';
import { CameraDevice } from './device';
import type { Scenario, Step } from './script';

/** Something that happens to the app, in its place among the messages. */
export type Event =
  | { kind: 'oracle'; camera: number; happening: Happening }
  /** A body that is refused: nothing may follow from it. */
  | { kind: 'refused'; camera: number; at: number; body: Body }
  | { kind: 'restart'; at: number; how: 'close' | 'crash' };

export function timeOf(event: Event): number {
  return event.kind === 'oracle' ? event.happening.at : event.at;
}

/** Everything that happens in a scenario, in order of time; the cameras take turns as their clocks say. */
export function play(scenario: Scenario): Event[] {
  const perCamera = scenario.cameras.map((steps, camera) => playCamera(steps, camera, scenario.start * 1000));
  return perCamera.flat().sort((a, b) => timeOf(a) - timeOf(b));
}

function playCamera(steps: readonly Step[], camera: number, start: number): Event[] {
  const device = new CameraDevice(start + camera * 7);
  for (const step of steps) take(device, step);
  device.release('as-sent');
  return device.events.map((event): Event => {
    switch (event.kind) {
      case 'refused':
        return { ...event, camera };
      case 'restart':
        return event;
      default:
        return { kind: 'oracle', camera, happening: event };
    }
  });
}

function take(device: CameraDevice, step: Step): void {
  switch (step.do) {
    case 'wait':
      device.wait(step.seconds);
      break;
    case 'heartbeat':
      device.heartbeat(step.isTimeText);
      break;
    case 'alive':
      for (let minute = 0; minute < step.minutes; minute++) {
        device.wait(60);
        device.heartbeat();
      }
      break;
    case 'upload':
      device.upload(step);
      break;
    case 'release':
      device.release(step.order);
      break;
    case 'resend':
      device.resend(step.pick);
      break;
    case 'correct':
      device.correct(step.pick, step.more, step.laterBySeconds);
      break;
    case 'history':
      device.history(step.items);
      if (step.isTwice) device.resend(-1);
      break;
    case 'correct-history':
      device.correctHistory(step.pick, step.percent, step.laterBySeconds);
      break;
    case 'clock':
      device.setClock(step.to);
      break;
    case 'reboot':
      device.reboot(step.clock);
      break;
    case 'setting':
      device.ownerSets(step);
      break;
    case 'refused':
      device.sendNonsense();
      break;
    case 'restart-app':
      device.restartApp(step.how);
  }
}
