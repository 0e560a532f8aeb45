import type { PlexTvAccount } from './model.ts';

/** Runs in the browser: the question stands behind the `#`, which no server sees. */
const script = `
const question = new URLSearchParams(location.hash.replace(/^#!?\\??/, ''));
const said = document.querySelector('p');
said.textContent = (question.get('context[device][product]') || 'A device') + ' would like to know who you are.';
for (const { id, title } of accounts) {
  const button = document.createElement('button');
  button.textContent = 'Sign in as ' + title;
  button.onclick = async () => {
    const query = new URLSearchParams({ code: question.get('code') || '', account: String(id) });
    const answer = await fetch('/auth?' + query, { method: 'POST' });
    if (!answer.ok) said.textContent = 'This link has expired.';
    else if (question.get('forwardUrl')) location.assign(question.get('forwardUrl'));
    else said.textContent = 'You may close this window.';
  };
  document.querySelector('main').append(button);
}
`;

/** Stands for app.plex.tv/auth, with a button for everyone who has an account. */
export const authPage = (accounts: readonly PlexTvAccount[]): string => {
  const known = JSON.stringify(accounts.map(({ id, title }) => ({ id, title }))).replaceAll('<', '\\u003c');
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Plex (stand-in)</title></head>
<body><main><h1>Plex</h1><p></p></main><script>const accounts = ${known};${script}</script></body>
</html>
`;
};
