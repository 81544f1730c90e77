// What the tenant really did, newest first, in plain words.

import { currentLanguage, languages, say, shortName } from './words.js';

const readEvery = 1000;

const acts = [
  ['POST', /\/resetPassword$/i, 'resetPassword'],
  ['POST', /\/changePassword$/i, 'changePassword'],
  ['POST', /\/(revokeSignInSessions|invalidateAllRefreshTokens)$/i, 'revoke'],
  ['POST', /\/temporaryAccessPassMethods$/i, 'issuePass'],
  ['DELETE', /\/temporaryAccessPassMethods\/[^/]+$/i, 'removePass'],
  ['DELETE', /\/authentication\/\w+Methods\/[^/]+$/i, 'removeMethod'],
  ['POST', /\/addPassword$/i, 'addSecret'],
  ['POST', /\/removePassword$/i, 'removeSecret'],
  ['POST', /\/(addKey|removeKey)$/i, 'certificate'],
  [null, /\/federatedIdentityCredentials(\/[^/]+)?$/i, 'federate'],
  ['PATCH', /\/applications(\/|\()[^/]+$/i, 'updateApp'],
  ['PATCH', /\/users\/[^/]+$/i, 'updateUser'],
  ['POST', /\/(sendMail|sendActivityNotification|messages)$/i, 'notify'],
];

export class Ledger {
  #elements;
  #people = [];
  #entries = [];
  #drawn = '';
  #timer = 0;

  constructor(elements) {
    this.#elements = elements;
    document.addEventListener('visibilitychange', () => this.#watch());
  }

  /** Starts reading; every second while somebody looks. */
  watch(people) {
    this.#people = people;
    this.#watch();
  }

  /** Draws again, after the language changed. */
  redraw() {
    this.#drawn = '';
    this.#draw();
  }

  #watch() {
    clearTimeout(this.#timer);
    if (!document.hidden) this.#read();
  }

  async #read() {
    try {
      const response = await fetch('/demo/ledger', { signal: AbortSignal.timeout(10_000) });
      if (!response.ok) throw new Error(`/demo/ledger answered ${response.status}`);
      this.#take(await response.json());
    } catch {
      // What was read before stays; the chat is what says that the server is away.
    }
    if (!document.hidden) this.#timer = setTimeout(() => this.#read(), readEvery);
  }

  #take(entries) {
    const news = entries.slice(this.#entries.length);
    const isFirst = this.#drawn === '';
    this.#entries = entries;
    this.#draw();
    if (news.length > 0 && !isFirst) this.#elements.news.textContent = news.map(entry => this.#sentence(entry)).join('. ');
  }

  #draw() {
    const { list, empty, count } = this.#elements;
    const drawn = JSON.stringify([currentLanguage(), this.#entries]);
    if (drawn === this.#drawn) return;
    this.#drawn = drawn;
    empty.hidden = this.#entries.length > 0;
    count.hidden = this.#entries.length === 0;
    count.textContent = this.#entries.length;
    list.replaceChildren(...this.#entries.map(entry => this.#drawEntry(entry)).reverse());
  }

  #drawEntry(entry) {
    const item = document.createElement('li');
    item.dataset.outcome = outcome(entry.status);
    item.dataset.status = entry.status;
    item.dataset.act = act(entry) ?? '';
    item.append(
      line('entry-who', this.#who(entry)),
      line('entry-what', `${what(entry)}, ${answer(entry.status)}`),
      wire(entry));
    return item;
  }

  #sentence(entry) {
    return `${this.#who(entry)}: ${what(entry)}, ${answer(entry.status)}`;
  }

  #who(entry) {
    const names = [...new Set([entry.caller, entry.subject])].filter(Boolean).map(id => this.#name(id));
    return names.length > 0 ? names.join(' → ') : say('theApp');
  }

  #name(id) {
    if (id === 'app') return say('theApp');
    const wanted = String(id).toLowerCase();
    const person = this.#people.find(({ id, userPrincipalName, name, objectId }) =>
      [id, userPrincipalName, name, objectId].some(known => known?.toLowerCase() === wanted));
    return person ? shortName(person.name) : String(id);
  }
}

function act({ method, path }) {
  const plain = path.split('?')[0];
  return acts.find(([verb, pattern]) => (verb === null || verb === method) && pattern.test(plain))?.[2];
}

function what(entry) {
  return say(`act_${act(entry)}`) ?? `${entry.method} ${entry.path.split('?')[0].split('/').at(-1)}`;
}

function answer(status) {
  return `${status} ${say(`status_${outcome(status)}`)}`;
}

function outcome(status) {
  if (status === 202) return 'accepted';
  if (status < 300) return 'done';
  if (status === 401 || status === 403) return 'refused';
  if (status === 404) return 'missing';
  if (status === 429) return 'throttled';
  return status < 500 ? 'invalid' : 'failed';
}

function line(className, text) {
  const element = document.createElement('p');
  element.className = className;
  element.textContent = text;
  return element;
}

/** When, and what went over the wire; ids are cut, the whole of it is in the tooltip. */
function wire({ at, method, path }) {
  const element = line('entry-wire', '');
  const parts = path.replace('/demo/graph', '').replace(/([0-9a-f]{4})[0-9a-f]{4}-[0-9a-f-]{27}/gi, '$1…').split(/(?=\/)/);
  element.title = `${method} ${path}`;
  element.append(time(at), ` ${method} `, ...parts.flatMap(part => [document.createElement('wbr'), part]));
  return element;
}

function time(at) {
  const element = document.createElement('time');
  element.dateTime = at;
  element.textContent = new Date(at).toLocaleTimeString(languages[currentLanguage()], { hour: '2-digit', minute: '2-digit', second: '2-digit' });
  return element;
}
