import { filled, type Sentence, type Sentences } from '#shared/sentences';
import type { Alert } from '../core/alerts/types';
import { plainName, shortened } from './plain-name';
import type { ShellTexts } from './texts';

export interface NoticeText {
  title: string;
  body: string;
}

/** Of names, so that what is said of them has room in a title. */
const mostListed = 40;
/** What a notification of Windows shows of them. */
const mostCharacters = { title: 60, body: 200 };

/** An alert as a notification says it: what happened, and what can be done. */
export function alertText(alert: Alert, texts: ShellTexts): NoticeText {
  const { title, body } = wholeText(alert, texts);
  return { title: shortened(title, mostCharacters.title), body: shortened(body, mostCharacters.body) };
}

function wholeText(alert: Alert, { alerts: say, sentences }: ShellTexts): NoticeText {
  switch (alert.kind) {
    case 'cameraSilent': {
      if (alert.isEveryCamera) return say.allSilent;
      return say.silent(listed(alert.names, say), alert.names.length, alert.minutes);
    }
    case 'cameraBack':
      return say.back(listed(alert.names, say), alert.names.length);
    case 'occupancyLimit':
      return say.limit(plainName(alert.site), alert.inside, alert.limit);
    case 'enteredWhileClosed':
      return say.enteredClosed(plainName(alert.site), alert.people);
    case 'insideAtClosing':
      return say.insideAtClosing(plainName(alert.site), alert.inside);
    case 'storageTrouble':
      return { title: say.cannotSave, body: toldIn(sentences, alert.problem, alert.sentence) };
    case 'reportTrouble':
      return say.reports;
    case 'addressChanged':
      return say.newAddress(alert.from, alert.to);
  }
}

function toldIn(sentences: Sentences, message: string, sentence: Sentence | null): string {
  return sentence ? filled(sentences[sentence.id], sentence.values) : message;
}

/** As many names as there is room for, at least one, and how many more there are. */
function listed(names: readonly string[], say: ShellTexts['alerts']): string {
  let list = '';
  for (const [i, name] of names.map(plainName).entries()) {
    const longer = i === 0 ? name : `${list}, ${name}`;
    if (i > 0 && longer.length > mostListed) return `${list}, ${say.more(names.length - i)}`;
    list = longer;
  }
  return list;
}
