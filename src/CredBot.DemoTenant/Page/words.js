// Every sentence of the page, its languages side by side.

export const languages = { en: 'en-US', ko: 'ko-KR' };

const words = {
  tagline: {
    en: 'A Teams bot for credentials. Choose who you are, ask, and watch what the demo tenant really does.',
    ko: '자격 증명을 돕는 Teams 봇입니다. 역할을 고르고 물어본 뒤 데모 테넌트에 실제로 일어난 일을 확인하세요.',
  },
  skipToPeople: { en: 'Choose who you are', ko: '누구로 대화할지 고르기' },
  language: { en: 'Language', ko: '언어' },
  chat: { en: 'Chat', ko: '대화' },
  chatAs: { en: 'You are {name}', ko: '{name} 님의 대화' },
  connecting: { en: 'Connecting…', ko: '연결하는 중…' },
  cannotConnect: { en: 'The chat cannot be reached. Is CredBot still running?', ko: '대화에 연결할 수 없습니다. CredBot이 실행 중인지 확인하세요.' },
  tryAgain: { en: 'Try again', ko: '다시 연결' },
  cannotLoad: { en: 'The people of the tenant cannot be read. Reload the page when CredBot is running.', ko: '테넌트의 사용자를 읽을 수 없습니다. CredBot이 실행 중일 때 새로 고치세요.' },
  write: { en: 'Write to CredBot', ko: 'CredBot에게 메시지 쓰기' },
  place: { en: 'Where you talk', ko: '대화 장소' },
  personal: { en: 'Private chat', ko: '개인 채팅' },
  group: { en: 'Group chat', ko: '그룹 채팅' },
  onlyYou: { en: 'Only you can see this message', ko: '나에게만 보이는 메시지입니다' },
  people: { en: 'Who you are', ko: '누구로 대화할까요' },
  samples: { en: 'Questions to try', ko: '이렇게 물어보세요' },

  role_endUser: { en: 'End users', ko: '일반 사용자' },
  role_helpdesk: { en: 'Helpdesk', ko: '헬프데스크' },
  role_admin: { en: 'Administrators', ko: '관리자' },
  role_approver: { en: 'Approvers', ko: '승인자' },
  role_other: { en: 'Others', ko: '기타' },

  ledger: { en: 'What the tenant did', ko: '테넌트에 일어난 일' },
  ledgerEmpty: { en: 'Nothing yet.', ko: '아직 없습니다.' },
  ledgerEmptyMore: {
    en: 'Asking changes nothing. When CredBot changes something in the tenant, a password say, it appears here: who did it, to whom, and what the tenant answered.',
    ko: '질문만으로는 아무것도 바뀌지 않습니다. CredBot이 암호 재설정처럼 테넌트를 바꾸면 누가, 누구에게 했고 테넌트가 어떻게 답했는지 여기에 나타납니다.',
  },
  theApp: { en: 'CredBot itself', ko: 'CredBot 앱' },

  act_resetPassword: { en: 'reset the password', ko: '암호 재설정' },
  act_changePassword: { en: 'change the password', ko: '암호 변경' },
  act_revoke: { en: 'sign out everywhere', ko: '모든 기기에서 로그아웃' },
  act_issuePass: { en: 'issue a temporary access pass', ko: '임시 액세스 패스 발급' },
  act_removePass: { en: 'remove a temporary access pass', ko: '임시 액세스 패스 제거' },
  act_removeMethod: { en: 'remove a sign-in method', ko: '로그인 방법 제거' },
  act_updateUser: { en: 'change the account', ko: '계정 변경' },
  act_addSecret: { en: 'add a client secret', ko: '클라이언트 암호 추가' },
  act_removeSecret: { en: 'remove a client secret', ko: '클라이언트 암호 제거' },
  act_certificate: { en: 'change a certificate', ko: '인증서 변경' },
  act_federate: { en: 'change a federated credential', ko: '페더레이션 자격 증명 변경' },
  act_updateApp: { en: 'change the application', ko: '애플리케이션 변경' },
  act_notify: { en: 'send a notice', ko: '알림 보내기' },

  status_done: { en: 'done', ko: '완료' },
  status_accepted: { en: 'accepted', ko: '수락' },
  status_refused: { en: 'refused', ko: '거부' },
  status_missing: { en: 'not found', ko: '찾을 수 없음' },
  status_invalid: { en: 'not valid', ko: '잘못된 요청' },
  status_throttled: { en: 'told to wait', ko: '대기 요청' },
  status_failed: { en: 'failed', ko: '실패' },

  consentTitle: { en: 'CredBot wants to act on your behalf', ko: 'CredBot이 회원님을 대신해 작업하려고 합니다' },
  consentText: { en: '{name}, CredBot asks the tenant with your rights. It would like to:', ko: '{name} 님, CredBot은 회원님의 권한으로 테넌트에 요청합니다. 필요한 권한:' },
  consentReset: { en: 'Reset passwords of people you may reset', ko: '회원님이 재설정할 수 있는 사용자의 암호 재설정' },
  consentRead: { en: 'Read the directory as you see it', ko: '회원님에게 보이는 범위의 디렉터리 읽기' },
  consentLimit: { en: 'It can never do more than you can. You are asked once.', ko: '회원님의 권한을 넘는 작업은 할 수 없으며 한 번만 묻습니다.' },
  allow: { en: 'Allow', ko: '허용' },
  deny: { en: 'Deny', ko: '거부' },

  clickFailed: { en: 'CredBot did not answer the click. Try again in a moment.', ko: 'CredBot이 응답하지 않았습니다. 잠시 후 다시 시도하세요.' },
  signInFailed: { en: 'Signing you in did not work.', ko: '로그인하지 못했습니다.' },
};

const samples = {
  endUser: [
    { en: 'How do I reset my password?', ko: '비밀번호 재설정 어떻게 해요?' },
    { en: 'I am locked out of my account', ko: '계정이 잠겼어요' },
    { en: 'I want to change my password', ko: '비밀번호를 바꾸고 싶어요' },
  ],
  helpdesk: [
    { en: "Reset Daniel Lee's password", ko: 'Daniel Lee 비밀번호 재설정해 줘' },
    { en: "Reset Choi Yuna's password", ko: '최유나 비밀번호 재설정해 줘' },
    { en: "May I reset Grace Hall's password?", ko: 'Grace Hall 비밀번호를 제가 재설정할 수 있나요?' },
  ],
  admin: [
    { en: "May I reset Paul Smith's password?", ko: 'Paul Smith 비밀번호를 제가 재설정할 수 있나요?' },
    { en: 'Why is Reset password greyed out for Park Jun?', ko: '왜 박준 비밀번호 재설정 버튼이 회색이에요?' },
    { en: "May I reset Grace Hall's password?", ko: 'Grace Hall 비밀번호를 제가 재설정할 수 있나요?' },
  ],
  approver: [
    { en: 'How do users reset their password?', ko: '사용자는 비밀번호를 어떻게 재설정하나요?' },
    { en: 'A user gets an error when resetting', ko: '사용자가 재설정할 때 오류가 나요' },
    { en: 'How do I reset my password?', ko: '비밀번호 재설정 어떻게 해요?' },
  ],
};

let language = 'en';

/** The language the person chose before, or the browser's own. */
export function preferredLanguage() {
  const kept = localStorage.getItem('language');
  return kept in languages ? kept : navigator.language.toLowerCase().startsWith('ko') ? 'ko' : 'en';
}

export function currentLanguage() {
  return language;
}

/** Puts the whole document into a language and keeps the choice. */
export function speak(chosen) {
  language = chosen;
  localStorage.setItem('language', chosen);
  document.documentElement.lang = chosen;
  for (const element of document.querySelectorAll('[data-word]')) element.textContent = say(element.dataset.word);
  for (const element of document.querySelectorAll('[data-label]')) element.setAttribute('aria-label', say(element.dataset.label));
}

/** A sentence in the current language; null when there is no such sentence. */
export function say(key, values = {}) {
  const sentence = words[key]?.[language];
  return sentence?.replace(/\{(\w+)\}/g, (_, name) => values[name]) ?? null;
}

export function sampleQuestions(role) {
  return (samples[role] ?? samples.endUser).map(question => question[language]);
}

/** «김소라 (Kim Sora)» is 김소라 in Korean and Kim Sora in English. */
export function shortName(name) {
  const both = /^(.+?) \((.+)\)$/.exec(name);
  return both ? both[language === 'ko' ? 1 : 2] : name;
}
