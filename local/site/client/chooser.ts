/** Finds people while one types; without this script the Find button does the same. */
const form = document.querySelector<HTMLFormElement>('[data-live-search]');
const results = document.querySelector<HTMLElement>('#results');
let wait: ReturnType<typeof setTimeout> | undefined;

async function find(search: HTMLFormElement, into: HTMLElement): Promise<void> {
  const query = new URLSearchParams(new FormData(search) as unknown as Record<string, string>);
  query.set('part', 'results');
  const response = await fetch(`/?${query}`);
  if (response.ok) into.innerHTML = await response.text();
}

if (form && results) {
  form.addEventListener('input', () => {
    clearTimeout(wait);
    wait = setTimeout(() => find(form, results), 120);
  });
}
