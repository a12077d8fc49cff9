import { useEffect } from 'preact/hooks';

/** In Classroom's frame nobody can be led out of it (docs/workspace/classroom/add-ons/developer-guides/iframes.md): each link opens a tab. */
export function useOwnTabs(isFramed: boolean): void {
  useEffect(() => {
    const base = document.querySelector('base');
    if (isFramed && base) base.target = '_blank';
  }, []);
}
