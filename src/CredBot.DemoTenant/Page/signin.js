// Signing in as Teams does it: the OAuth card is answered behind the scenes, and a person is asked only for consent.
// Source: Microsoft Teams, "Enable SSO for bots"; the exchange answers 412 when consent is missing.

import { say, shortName } from './words.js';

export const oauthCard = 'application/vnd.microsoft.card.oauth';

let asking = Promise.resolve();

/** The OAuth card that can be answered without showing it; undefined when there is none. */
export function silentCard(activity) {
  return activity.attachments?.find(attachment => attachment.contentType === oauthCard && attachment.content?.tokenExchangeResource)?.content;
}

/** Answers an OAuth card. Resolves to false when its sign-in button has to be shown after all. */
export async function signIn(conversation, card, activityId) {
  const exchange = async () => conversation.invoke('signin/tokenExchange', await exchangeValue(conversation.person, card), activityId);
  try {
    const first = await exchange();
    if (first.status !== 412) return first.status === 200;
    if (!await consent(conversation.person)) {
      await conversation.invoke('signin/verifyState', { state: 'CancelledByUser' }, activityId);
      return true;
    }
    return (await exchange()).status === 200;
  } catch (error) {
    console.warn('The silent sign-in failed.', error);
    return false;
  }
}

async function exchangeValue(person, { tokenExchangeResource, connectionName }) {
  const { token } = await (await post(`/demo/people/${encodeURIComponent(person.id)}/sso-token`)).json();
  return { id: tokenExchangeResource?.id, connectionName, token };
}

/** Asks for consent, one person after the other, and tells the tenant. Resolves to whether it was given. */
export function consent(person) {
  const asked = asking.then(async () => {
    if (!await ask(person)) return false;
    await post(`/demo/people/${encodeURIComponent(person.id)}/consent`);
    return true;
  });
  asking = asked.catch(() => false);
  return asked;
}

function ask(person) {
  const dialog = document.getElementById('consent');
  document.getElementById('consent-text').textContent = say('consentText', { name: shortName(person.name) });
  dialog.returnValue = 'deny';
  dialog.showModal();
  return new Promise(resolve => dialog.addEventListener('close', () => resolve(dialog.returnValue === 'allow'), { once: true }));
}

async function post(path) {
  const response = await fetch(path, { method: 'POST', signal: AbortSignal.timeout(15_000) });
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return response;
}
