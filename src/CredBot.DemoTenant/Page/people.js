// The switch between the demo's people.

import { currentLanguage, say, shortName } from './words.js';

const order = ['endUser', 'helpdesk', 'admin', 'approver'];

/** Everybody in the demo tenant, as the server tells them. */
export async function fetchPeople() {
  const response = await fetch('/demo/people');
  if (!response.ok) throw new Error(`/demo/people answered ${response.status}`);
  return response.json();
}

export function about(person) {
  return (currentLanguage() === 'ko' && person.aboutKo) || person.about || '';
}

/** One or two letters that stand for a person. */
export function initials(person) {
  const name = shortName(person.name);
  return /\p{Script=Hangul}/u.test(name) ? name.slice(-2) : name.split(' ').map(part => part[0]).slice(0, 2).join('');
}

/** Draws everybody, grouped by role, the chosen one pressed. */
export function drawPeople(list, people, chosen, choose) {
  const held = document.activeElement?.dataset?.person;
  const roles = [...new Set([...order, ...people.map(person => person.role)])];
  const groups = roles
    .map(role => [role, people.filter(person => person.role === role)])
    .filter(([, members]) => members.length > 0)
    .map(([role, members]) => drawGroup(role, members, chosen, choose));
  list.replaceChildren(drawRoles(groups), ...groups);
  if (held) list.querySelector(`[data-person="${CSS.escape(held)}"]`)?.focus();
}

/** Shortcuts: the list is longer than a screen. */
function drawRoles(groups) {
  const shortcuts = document.createElement('div');
  shortcuts.className = 'roles';
  shortcuts.append(...groups.map(group => {
    const title = group.querySelector('h3');
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = title.textContent;
    button.addEventListener('click', () => {
      title.scrollIntoView({ block: 'start' });
      group.querySelector('.person').focus({ preventScroll: true });
    });
    return button;
  }));
  return shortcuts;
}

function drawGroup(role, members, chosen, choose) {
  const group = document.createElement('section');
  const title = document.createElement('h3');
  title.id = `role-${role}`;
  title.textContent = say(`role_${role}`) ?? say('role_other');
  const list = document.createElement('ul');
  list.setAttribute('aria-labelledby', title.id);
  list.append(...members.map(person => drawPerson(person, person.id === chosen?.id, choose)));
  group.append(title, list);
  return group;
}

function drawPerson(person, isChosen, choose) {
  const item = document.createElement('li');
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'person';
  button.dataset.person = person.id;
  button.setAttribute('aria-pressed', isChosen);
  button.append(part('avatar', initials(person), true), part('person-name', shortName(person.name)), part('person-about', about(person)));
  button.addEventListener('click', () => choose(person));
  item.append(button);
  return item;
}

function part(className, text, isOrnament = false) {
  const element = document.createElement('span');
  element.className = className;
  element.textContent = text;
  if (isOrnament) element.setAttribute('aria-hidden', 'true');
  return element;
}
