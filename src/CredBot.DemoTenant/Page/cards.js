// Universal Actions, which Teams has and Web Chat has not: an Action.Execute travels through Web Chat as a marked Action.Submit.
// Source: adaptive-cards, "Universal Action Model"; Web Chat 4.18.1 ignores Action.Execute.

const marker = 'credbot:execute';
export const adaptiveCard = 'application/vnd.microsoft.card.adaptive';

/** The activity with every card in it made clickable for Web Chat. */
export function adapt(activity) {
  const attachments = activity.attachments?.map(attachment => attachment.contentType === adaptiveCard
    ? { ...attachment, content: adaptElement(attachment.content, activity.id) }
    : attachment);
  return attachments ? { ...activity, attachments } : activity;
}

function adaptElement(element, activityId) {
  if (Array.isArray(element)) return element.map(item => adaptElement(item, activityId));
  if (element === null || typeof element !== 'object') return element;
  const adapted = Object.fromEntries(Object.entries(element).map(([key, value]) => [key, key === 'data' ? value : adaptElement(value, activityId)]));
  if (adapted.type === 'Action.Execute') return adaptExecute(adapted, activityId);
  return String(adapted.type).startsWith('Input.') ? adaptInput(adapted) : adapted;
}

function adaptExecute({ verb, id, fallback, data, ...action }, activityId) {
  const mark = { activityId, verb, id };
  const isObject = data !== null && typeof data === 'object';
  return { ...action, id, type: 'Action.Submit', data: isObject ? { ...data, [marker]: mark } : { [marker]: { ...mark, data } } };
}

// A button whose required check failed once never sends again (microsoft/BotFramework-WebChat#4583); the bot checks anyway.
function adaptInput({ isRequired, errorMessage, regex, ...input }) {
  return isRequired && input.label ? { ...input, label: `${input.label} *` } : input;
}

/** The line that tells what a card is about: its heading, or its first text. */
export function titleOf(activity) {
  const body = activity.attachments?.find(({ contentType }) => contentType === adaptiveCard)?.content?.body ?? [];
  const texts = body.flatMap(function flatten(element) {
    return element.type === 'TextBlock' ? [element] : (element.items ?? element.columns ?? []).flatMap(flatten);
  });
  return (texts.find(({ style }) => style === 'heading') ?? texts[0])?.text ?? activity.text ?? '';
}

/** What a click asks for: the card's activity and the value of an adaptiveCard/action invoke; null when it is another message. */
export function executeOf(activity) {
  const mark = activity.value?.[marker];
  if (!mark) return null;
  const { [marker]: _, ...inputs } = activity.value;
  const data = 'data' in mark && Object.keys(inputs).length === 0 ? mark.data : inputs;
  return {
    activityId: mark.activityId,
    value: { action: { type: 'Action.Execute', id: mark.id, verb: mark.verb, data }, trigger: 'manual' },
  };
}

/** Reads the bot's answer to a Universal Action, which tells its own status inside an HTTP 200. */
export function readAnswer({ status, body }) {
  if (status !== 200 || !body?.type) return { kind: 'failed' };
  switch (body.type) {
    case adaptiveCard: return { kind: 'card' };
    case 'application/vnd.microsoft.activity.message': return { kind: 'message', text: body.value };
    case 'application/vnd.microsoft.error.preconditionFailed': return { kind: 'consent' };
    default: return { kind: 'failed', text: body.value?.message };
  }
}
