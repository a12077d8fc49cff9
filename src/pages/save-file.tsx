import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from './inputs.tsx';
import { useWork } from './work.ts';

/** A file as doors answer it. */
export interface ServedFile {
  name: string;
  mimeType: string;
  base64: string;
}

/**
 * Fetches a file, then offers it: a browser saves a file on a press of the person's own, and fetching it takes longer than it remembers
 * the first one. Google's frame lets files be saved (docs/apps-script/guides/html/restrictions.md, `allow-downloads`).
 * @param ready what is said once it is there
 */
export function SaveFile({ children, fetch, ready }: { children: ComponentChildren; fetch: () => Promise<ServedFile>; ready: string }) {
  const { busy, error, said, doing } = useWork();
  const [file, setFile] = useState<{ name: string; address: string } | null>(null);
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => link.current?.focus(), [file]);
  const make = () =>
    doing('', async () => {
      const served = await fetch();
      setFile({ name: served.name, address: addressOf(served) });
      return ready;
    });

  return (
    <>
      {file ? (
        <a class="govuk-link" ref={link} href={file.address} download={file.name} target="_self">
          Save {file.name}
        </a>
      ) : (
        <Button secondary busy={busy !== null} onPress={make}>
          {children}
        </Button>
      )}
      <span class="govuk-body" role="status">
        {said && ` ${said}`}
      </span>
      {error && (
        <p class="govuk-error-message" role="alert">
          {error.message}
        </p>
      )}
    </>
  );
}

/** Where the page itself holds the file, until it is closed. */
function addressOf({ base64, mimeType }: ServedFile): string {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  return URL.createObjectURL(new Blob([bytes], { type: mimeType }));
}
