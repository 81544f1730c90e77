// One person's chat: a Direct Line connection, a Web Chat store, and what Teams would do between them.

import { adapt, executeOf, readAnswer, titleOf } from './cards.js';
import { cardLook, chatLook } from './look.js';
import { consent, signIn, silentCard } from './signin.js';
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

  /** A person's chat with the bot: 'personal', or the 'groupChat' that everybody is in. */
  constructor(person, place, element) {
    this.person = person;
    this.place = place;
    this.element = element;
  }

  /** Connects and draws; throws when the server cannot be reached. */
  async open() {
    const { token } = await this.#generateToken();
    await this.#takeSeat(token);
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
    const response = await this.#post({ type: 'invoke', name, value, replyToId });
    return { status: response.status, body: await response.json().catch(() => null) };
  }

  /** Tells that the chat is in sight again: the server asks for its cards anew, as Teams does for those older than a minute. */
  look() {
    if (this.#directLine?.token) this.#post({ type: 'event', name: 'demo/looked' }).catch(error => console.warn('The cards were not refreshed.', error));
  }

  #post(activity) {
    const { conversationId, token } = this.#directLine;
    return fetch(`${domain}/conversations/${encodeURIComponent(conversationId)}/activities`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        ...activity, from: { id: this.#userId }, locale: locale(), localTimezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      }),
      signal: AbortSignal.timeout(answerWithin),
    });
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

  /** Starts the conversation in its place, which directlinejs cannot say; its own start then finds the seat taken. */
  async #takeSeat(token) {
    const response = await fetch(`${domain}/conversations`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ locale: locale(), channelData: { demo: { conversationType: this.place } } }),
      signal: AbortSignal.timeout(answerWithin),
    });
    if (!response.ok) throw new Error(`conversations answered ${response.status}`);
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
    const { replyToId, ...adapted } = adapt(marked(activity));
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

  /** A click that needs a token brings one with it, which the server sees to; where consent is missing, the click is made again once it is given. */
  async #executeSignedIn(value, activityId) {
    const click = async () => readAnswer(await this.invoke('adaptiveCard/action', value, activityId));
    const answer = await click();
    if (answer.kind !== 'consent') return answer;
    return await consent(this.person) ? click() : { kind: 'done' };
  }

  /** A card in the answer needs nothing here: the server delivers it again under the same id. */
  #tell(answer) {
    if (answer.kind === 'message') this.#notice('info', answer.text);
    if (answer.kind === 'failed' || answer.kind === 'consent') this.#notice('error', answer.text ?? say('clickFailed'));
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

/** A message of a group that nobody else sees says so, as Teams does above it. */
function marked(activity) {
  return activity.channelData?.demo?.onlyYou && activity.text ? { ...activity, text: `${activity.text}\n(${say('onlyYou')})` } : activity;
}

// Web Chat would ask Direct Line for a session first, which only its enhanced authentication has.
const openSignInDirectly = () => next => ({ cardAction, ...rest }) => cardAction.type === 'signin'
  ? void window.open(cardAction.value, '_blank', 'noopener')
  : next({ cardAction, ...rest });
