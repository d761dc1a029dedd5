import { rememberGap, takeAnswer } from '../counting/history-request';
import { SILENCE_MS, vouchedFor } from '../counting/minutes';
import type { HistoryMessage, Message, SetAside, StayMessage } from '../protocol/types';
import { MOST_SET_ASIDE } from '../protocol/fields';
import { isBelievable, SKEW_TOLERANCE_MS } from '../counting/window';
import type { EpochMs } from '../types';
import { applyAdd } from './add-mode';
import type { CameraRecord } from './camera-record';
import { applyHeartbeat, gapBetween, isStillMissing } from './heartbeat';
import { applyHistory, refreshHistory } from './history-mode';
import { spanOf, windowOf } from './live-report';
import { modeOf } from './mode';
import type { State } from './state';
import { applyTotal } from './total-mode';
import { noteTraffic } from './traffic';

/** What a message changed that somebody may be looking at. */
export interface Changes {
  flow: boolean;
  stay: boolean;
  camera: boolean;
}

/**
 * Applies what one accepted POST says. Everything it does follows from the message, its time of arrival
 * and the state before: replaying the journal gives the same state again.
 */
export function applyMessages(
  state: State,
  camera: CameraRecord,
  messages: readonly Message[],
  setAside: readonly SetAside[],
  at: EpochMs,
): Changes {
  const changes: Changes = { flow: false, stay: false, camera: noteContact(state, camera, at) };
  // A long list comes in pieces: all of them together leave no more marks than one message.
  const room = setAside.length === 0 ? 0 : MOST_SET_ASIDE - state.marks.countAt(camera.id, at);
  for (const { place, value } of setAside.slice(0, Math.max(0, room))) {
    state.marks.add(at, camera.id, 'value-set-aside', { field: place, before: value });
  }
  for (const message of messages) {
    switch (message.kind) {
      case 'heartbeat':
        applyHeartbeat(state, camera, message, at);
        break;
      case 'flow': {
        const mode = modeOf(state, camera, message);
        const window = windowOf(state, camera, message, at);
        noteTraffic(state, camera, window, at);
        const apply = mode === 'Total' ? applyTotal : applyAdd;
        changes.flow = apply(state, camera, message, window, at) || changes.flow;
        break;
      }
      case 'history':
        answerRequest(state, camera, message, at);
        changes.flow = true;
        break;
      case 'stay':
        changes.stay = applyStay(camera, message, at) || changes.stay;
        break;
      case 'opaque':
        break;
    }
  }
  state.cameras.change(camera);
  return changes;
}

/** A sign of life. @returns whether the camera was offline until now */
function noteContact(state: State, camera: CameraRecord, at: EpochMs): boolean {
  const previous = camera.lastSeen;
  const window = vouchedFor(at, previous);
  if (state.sums.coverLive(camera.id, window)) refreshHistory(state, camera, [window]);
  const wasSilent = previous === null || at - previous > SILENCE_MS;
  if (previous !== null && wasSilent) {
    camera.request = rememberGap(camera.request, gapBetween(previous, at));
  }
  // A clock that was set back must not make the camera look unseen.
  camera.lastSeen = at;
  return wasSilent;
}

function answerRequest(state: State, camera: CameraRecord, message: HistoryMessage, at: EpochMs): void {
  const told = applyHistory(state, camera, message, at);
  const answer = takeAnswer(camera.request, told);
  camera.request = answer.state;
  for (const gap of answer.answered) {
    const isRecovered = !answer.isEmpty && !isStillMissing(state, camera, gap);
    const minutes = Math.round((gap.end - gap.start) / 60_000);
    state.marks.add(at, camera.id, isRecovered ? 'gap-recovered' : 'gap-not-recovered', {
      field: spanOf(gap),
      after: isRecovered ? minutes : null,
    });
  }
}

/** Who is in view, unless something newer is known. */
function applyStay(camera: CameraRecord, message: StayMessage, at: EpochMs): boolean {
  const skewMs = camera.isClockWrong ? (camera.skewMs ?? 0) : 0;
  const sentAt = isBelievable(message.sentAt, at) ? message.sentAt.ms - skewMs : at;
  // Small differences between the clocks must not make a person's stay run ahead or behind.
  const asOf = Math.abs(sentAt - at) <= SKEW_TOLERANCE_MS || sentAt > at ? at : sentAt;
  // What was seen at a time that has not come is from a clock of ours that was ahead.
  if (camera.stay && camera.stay.asOf > asOf && camera.stay.asOf <= at) return false;
  camera.stay = { current: message.current, asOf, people: message.people };
  return true;
}
