// Shows each message as it arrives: fetches the page again and swaps the list, leaving open what
// the reader has opened.
const list = () => document.getElementById('messages');

async function refresh() {
  const answer = await fetch(location.href);
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  for (const open of list().querySelectorAll('details[open]')) {
    page.getElementById(open.id)?.replaceWith(open);
  }
  list().replaceChildren(...page.getElementById('messages').children);
}

const live = new EventSource('/api/live');
live.addEventListener('message', refresh);
live.addEventListener('open', refresh);
