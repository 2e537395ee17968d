import type { PDFDocumentProxy } from 'pdfjs-dist';

/** Where this server hands out the parts of pdf.js that are only sometimes needed (`app/pdfjs`). */
const PARTS = '/pdfjs';

export interface OpeningPdf {
  document: Promise<PDFDocumentProxy>;
  close: () => void;
}

/** Opens a PDF in a worker of its own. The reader is large, so it is fetched when the first PDF is opened. */
export function openPdf(content: ArrayBuffer): OpeningPdf {
  let isOver = false;
  let end = () => {};
  const open = async () => {
    const { getDocument, GlobalWorkerOptions } = await import('pdfjs-dist/legacy/build/pdf.mjs');
    if (isOver) throw new Error('closed before it was opened');
    GlobalWorkerOptions.workerSrc = `${PARTS}/worker/pdf.worker.min.mjs`;
    const task = getDocument({
      // The worker takes over what it is given.
      data: new Uint8Array(content.slice(0)),
      cMapUrl: `${PARTS}/cmaps/`,
      cMapPacked: true,
      standardFontDataUrl: `${PARTS}/standard_fonts/`,
      wasmUrl: `${PARTS}/wasm/`,
      // Our pages allow no compiled code that is not theirs.
      useWasm: false,
      enableXfa: false,
      stopAtErrors: false,
    });
    end = () => void task.destroy();
    return task.promise;
  };
  return {
    document: open(),
    close: () => {
      isOver = true;
      end();
    },
  };
}
