// One person's chat: a Direct Line connection, a Web Chat store, and what Teams would do between them.

import { adapt, executeOf, readAnswer, titleOf } from './cards.js';
import { cardLook, chatLook } from './look.js';
import { authenticationFor, signIn, silentCard } from './signin.js';
import { currentLanguage, languages, say } from './words.js';

const domain = `${location.origin}/v3/directline`;
const noticeId = 'credbot';
const answerWithin = 30_000;
const freshFor = 60_000;
const nonce = document.querySelector('script[nonce]').nonce;

export class Conversation {
  #directLine;
  #store;
  #running = new Set();
  #signedIn = new Set();

  constructor(person, element) {
    this.person = person;
    this.element = element;
  }

  /** Connects and draws; throws when the server cannot be reached. */
  async open() {
    const { token } = await this.#generateToken();
    this.#directLine = window.WebChat.createDirectLine({ domain, token, conversationStartProperties: { locale: locale() } });
    this.#store = window.WebChat.createStore({}, () => next => action => this.#pass(action, next));
    this.draw();
  }

  /** Draws, or draws again after the language or the look changed. */
  draw() {
    if (!this.#store) return;
    window.WebChat.renderWebChat({
      directLine: this.#directLine,
      store: this.#store,
      userID: this.#userId,
      username: this.person.name,
      locale: locale(),
      nonce,
      styleOptions: chatLook(),
      adaptiveCardsHostConfig: cardLook(),
      overrideLocalizedStrings: strings => ({ ...strings, TEXT_INPUT_PLACEHOLDER: say('write') }),
      cardActionMiddleware: openSignInDirectly,
    }, this.element);
  }

  say(text) {
    this.#store?.dispatch({ type: 'WEB_CHAT/SEND_MESSAGE', payload: { text } });
  }

  close() {
    this.#directLine?.end();
    this.element.remove();
  }

  /** Posts an invoke, which Web Chat cannot; the answer is the bot's own. */
  async invoke(name, value, replyToId) {
    const { conversationId, token } = this.#directLine;
    const response = await fetch(`${domain}/conversations/${encodeURIComponent(conversationId)}/activities`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        type: 'invoke', name, value, replyToId, from: { id: this.#userId }, locale: locale(),
        localTimezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      }),
      signal: AbortSignal.timeout(answerWithin),
    });
    return { status: response.status, body: await response.json().catch(() => null) };
  }

  get #userId() {
    return `dl_${this.person.id}`;
  }

  async #generateToken() {
    const response = await fetch(`${domain}/tokens/generate`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ user: { id: this.#userId, name: this.person.name } }),
      signal: AbortSignal.timeout(answerWithin),
    });
    if (!response.ok) throw new Error(`tokens/generate answered ${response.status}`);
    return response.json();
  }

  /** Stands in Web Chat's store between the connection and the screen. */
  #pass(action, next) {
    switch (action.type) {
      case 'DIRECT_LINE/QUEUE_INCOMING_ACTIVITY':
        return this.#arrive(action.payload.activity, activity => next({ ...action, payload: { ...action.payload, activity } }));
      case 'DIRECT_LINE/POST_ACTIVITY': {
        const execute = executeOf(action.payload.activity);
        if (execute) return void this.#execute(execute);
        this.#clearNotice();
        return next(action);
      }
      default:
        return next(action);
    }
  }

  #arrive(activity, show) {
    if (activity.channelData?.demo?.deleted) {
      this.#store.dispatch({ type: 'DIRECT_LINE/DELETE_ACTIVITY', payload: { activityID: activity.id } });
      return;
    }

    // Web Chat draws an empty bubble for a type it does not know.
    if (activity.type !== 'message' && activity.type !== 'typing') return;

    // In a history that is read again, an old card is not answered a second time.
    const card = silentCard(activity);
    if (card && Date.now() - Date.parse(activity.timestamp) < freshFor) {
      this.#signInOnce(activity, card, () => show(this.#inPlace(activity)));
      return;
    }

    const isRedrawn = this.#known(activity) !== undefined && activity.from?.id !== this.#userId;
    const restoreFocus = this.#holdFocus();
    show(this.#inPlace(activity));
    restoreFocus();
    // Web Chat reads new messages out, but not one that changed.
    if (isRedrawn && !this.element.hidden) document.getElementById('chat-news').textContent = titleOf(activity);
  }

  async #signInOnce(activity, card, show) {
    if (this.#signedIn.has(activity.id)) return;
    this.#signedIn.add(activity.id);
    if (!await signIn(this, card, activity.id)) show();
  }

  #known({ id }) {
    return id && this.#store.getState().activities.find(activity => activity.id === id);
  }

  /** The activity as Web Chat should take it: a known one keeps its place, ours is ours, and cards can be clicked. */
  #inPlace(activity) {
    const known = this.#known(activity);
    const place = known && { timestamp: known.timestamp, sequence: known.channelData?.['webchat:sequence-id'] };
    // Web Chat holds an answer back until what it answers is on screen, five seconds for an invoke, which never is.
    const { replyToId, ...adapted } = adapt(activity);
    return {
      ...adapted,
      from: { ...adapted.from, role: adapted.from?.id === this.#userId ? 'user' : adapted.from?.role },
      ...place && { timestamp: place.timestamp, channelData: { ...adapted.channelData, 'webchat:sequence-id': place.sequence } },
    };
  }

  /** One click at a time on a card: a second one while the first is under way is the same click. */
  async #execute({ activityId, value }) {
    if (this.#running.has(activityId)) return;
    this.#running.add(activityId);
    this.#clearNotice();
    const card = document.activeElement?.closest('.webchat__adaptive-card-renderer');
    card?.setAttribute('aria-busy', 'true');
    try {
      this.#tell(await this.#executeSignedIn(value, activityId));
    } catch (error) {
      console.warn('A click was not answered.', error);
      this.#tell({ kind: 'failed' });
    } finally {
      card?.removeAttribute('aria-busy');
      this.#running.delete(activityId);
    }
  }

  /** The bot may want a token first; a second request for one means that consent is missing. */
  async #executeSignedIn(value, activityId) {
    let answer = readAnswer(await this.invoke('adaptiveCard/action', value, activityId));
    for (const mayAsk of [false, true]) {
      if (answer.kind !== 'signIn') break;
      const authentication = await authenticationFor(this, answer.card, mayAsk);
      if (!authentication) return { kind: 'done' };
      answer = readAnswer(await this.invoke('adaptiveCard/action', { ...value, authentication }, activityId));
    }
    return answer;
  }

  /** A card in the answer needs nothing here: the server delivers it again under the same id. */
  #tell(answer) {
    if (answer.kind === 'message') this.#notice('info', answer.text);
    if (answer.kind === 'failed' || answer.kind === 'signIn') this.#notice('error', answer.text ?? say('clickFailed'));
  }

  #notice(level, message) {
    this.#store.dispatch({ type: 'WEB_CHAT/SET_NOTIFICATION', payload: { id: noticeId, level, message } });
  }

  #clearNotice() {
    this.#store.dispatch({ type: 'WEB_CHAT/DISMISS_NOTIFICATION', payload: { id: noticeId } });
  }

  /** A card that is redrawn under somebody's hands must not throw a keyboard user out to the top of the page. */
  #holdFocus() {
    const holder = document.activeElement?.closest('.webchat__basic-transcript__activity');
    if (!holder || !this.element.contains(holder)) return () => {};
    return () => requestAnimationFrame(() => requestAnimationFrame(() => {
      if (document.activeElement !== document.body) return;
      const target = holder.isConnected && holder.querySelector('.ac-adaptiveCard :is(button, input, select, textarea, a[href])');
      (target || this.element.querySelector('[data-id="webchat-sendbox-input"]'))?.focus();
    }));
  }
}

function locale() {
  return languages[currentLanguage()];
}

// Web Chat would ask Direct Line for a session first, which only its enhanced authentication has.
const openSignInDirectly = () => next => ({ cardAction, ...rest }) => cardAction.type === 'signin'
  ? void window.open(cardAction.value, '_blank', 'noopener')
  : next({ cardAction, ...rest });
