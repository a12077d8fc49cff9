import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../pages/inputs.tsx';
import { call } from '../../pages/server.ts';
import { useWork } from '../../pages/work.ts';
import type { PdfFile } from './copy-pdf.script.ts';

/**
 * Has a copy's PDF made, then offers it: a browser saves a file on a press of the person's own, and making it takes longer than it
 * remembers the first one. Google's frame lets files be saved (docs/apps-script/guides/html/restrictions.md, `allow-downloads`).
 */
export function SavePdf({ signature }: { signature: string }) {
  const { busy, error, said, doing } = useWork();
  const [file, setFile] = useState<{ name: string; address: string } | null>(null);
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => link.current?.focus(), [file]);

  const make = () =>
    doing('', async () => {
      const { value } = await call('copyAsPdf', { signature });
      setFile({ name: value.name, address: addressOf(value) });
      return 'The PDF is ready.';
    });

  return (
    <>
      {file ? (
        <a class="govuk-link" ref={link} href={file.address} download={file.name} target="_self">
          Save {file.name}
        </a>
      ) : (
        <Button secondary busy={busy !== null} onPress={make}>
          Make a PDF to save
        </Button>
      )}
      <span class="govuk-body" role="status">
        {said}
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
function addressOf({ base64 }: PdfFile): string {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  return URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }));
}
