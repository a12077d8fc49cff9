import { SaveFile } from '../../pages/save-file.tsx';
import { call } from '../../pages/server.ts';

/** Has a copy's PDF made, then offers it. */
export function SavePdf({ signature }: { signature: string }) {
  return (
    <SaveFile fetch={async () => (await call('copyAsPdf', { signature })).value} ready="The PDF is ready.">
      Make a PDF to save
    </SaveFile>
  );
}
