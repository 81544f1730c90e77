// Starts the page and connects its parts.

import { Conversation } from './chat.js';
import { Ledger } from './ledger.js';
import { narrow } from './look.js';
import { about, drawPeople, fetchPeople, initials } from './people.js';
import { currentLanguage, preferredLanguage, sampleQuestions, say, shortName, speak } from './words.js';

const element = id => document.getElementById(id);
const wide = matchMedia('(min-width: 45rem)');
const conversations = new Map();
const ledger = new Ledger({ list: element('ledger-list'), empty: element('ledger-empty'), count: element('ledger-count'), news: element('ledger-news') });

let people = [];
let person = null;
let place = 'personal';
let shown = null;

async function start() {
  speak(preferredLanguage());
  drawLanguages();
  foldOnNarrowScreens();
  for (const button of document.querySelectorAll('[data-language]')) button.addEventListener('click', () => chooseLanguage(button.dataset.language));
  for (const button of document.querySelectorAll('[data-place]')) button.addEventListener('click', () => choosePlace(button.dataset.place));
  element('again').addEventListener('click', show);
  document.addEventListener('visibilitychange', () => document.hidden || shown?.look());
  for (const changing of [matchMedia('(prefers-color-scheme: dark)'), narrow]) {
    changing.addEventListener('change', () => conversations.forEach(conversation => conversation.draw()));
  }
  try {
    people = await fetchPeople();
  } catch (error) {
    console.error(error);
    note(say('cannotLoad'));
    return;
  }
  ledger.watch(people);
  choose(people.find(({ id }) => id === location.hash.slice(1)) ?? people[0]);
}

function choose(chosen) {
  person = chosen;
  history.replaceState(null, '', `#${chosen.id}`);
  draw();
  show();
  if (wide.matches) element('people-list').querySelector('[aria-pressed="true"]').scrollIntoView({ block: 'nearest' });
  else if (element('people-details').open) goBackToChat();
}

/** On a narrow screen the list has done its duty and folds; whoever used it stands in front of the chat again. */
function goBackToChat() {
  element('people-details').open = false;
  element('chat-title').focus({ preventScroll: true });
  document.querySelector('main').scrollIntoView();
}

function chooseLanguage(language) {
  speak(language);
  drawLanguages();
  ledger.redraw();
  if (!person) return;
  draw();
  show();
}

function choosePlace(chosen) {
  place = chosen;
  draw();
  show();
}

function draw() {
  for (const button of document.querySelectorAll('[data-place]')) button.setAttribute('aria-pressed', button.dataset.place === place);
  drawPeople(element('people-list'), people, person, choose);
  element('chat-title').textContent = say('chatAs', { name: shortName(person.name) });
  element('chat-about').textContent = about(person);
  element('chat-avatar').textContent = initials(person);
  element('samples').replaceChildren(...sampleQuestions(person.role).map(drawSample));
}

function drawLanguages() {
  for (const button of document.querySelectorAll('[data-language]')) button.setAttribute('aria-pressed', button.dataset.language === currentLanguage());
}

function drawSample(question) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = question;
  button.addEventListener('click', () => shown?.say(question));
  return button;
}

/** Shows the chosen person's chat: the one they had, or a new one. As in Teams, a person has one private chat with the bot, whatever the language. */
async function show() {
  const key = `${person.id} ${place}`;
  const isNew = !conversations.has(key);
  if (isNew) conversations.set(key, new Conversation(person, place, stage()));
  shown = conversations.get(key);
  for (const conversation of conversations.values()) conversation.element.hidden = conversation !== shown;
  if (!isNew) {
    shown.look();
    return shown.draw();
  }
  const opened = shown;
  note(say('connecting'));
  try {
    await opened.open();
    if (opened === shown) note(null);
  } catch (error) {
    console.error(error);
    conversations.delete(key);
    opened.close();
    if (opened === shown) note(say('cannotConnect'), say('tryAgain'));
  }
}

function stage() {
  const chat = document.createElement('div');
  chat.className = 'webchat';
  element('stage').append(chat);
  return chat;
}

/** What stands in the chat's place; with a second text, a button that connects again. */
function note(text, again) {
  element('stage-note').hidden = text === null;
  element('stage-note').textContent = text ?? '';
  element('again').hidden = !again;
  element('again').textContent = again ?? '';
}

/** On a narrow screen the chat comes first and the rest is folded away. */
function foldOnNarrowScreens() {
  const fold = () => ['people-details', 'ledger-details'].forEach(id => { element(id).open = wide.matches; });
  wide.addEventListener('change', fold);
  fold();
}

start();
