import sharp, { type Sharp } from 'sharp';
import type { CleanedImage } from '../file-kinds.js';

/** Larger pictures are no photographs, and would take the server's memory. */
const MOST_PIXELS = 60_000_000;
/** A moving picture counts with each of its frames. */
const MOST_FRAMES = 200;

// Whoever names another format than they send is not helped by a decoder that takes everything.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: [
    'VipsForeignLoadJpegBuffer',
    'VipsForeignLoadPngBuffer',
    'VipsForeignLoadWebpBuffer',
    'VipsForeignLoadNsgifBuffer',
  ],
});

/** One picture at a time: each may take some hundred megabytes while it is decoded. */
let last: Promise<unknown> = Promise.resolve();

/**
 * The picture made once more from its pixels, upright: without place, camera and whatever else was hidden in it. Undefined = it
 * is no picture, or too large a one.
 */
export function cleanImage(content: Buffer, mediaType: CleanedImage): Promise<Buffer | undefined> {
  const cleaned = last.then(() => encode(content, mediaType));
  last = cleaned.catch(() => undefined);
  return cleaned;
}

async function encode(content: Buffer, mediaType: CleanedImage): Promise<Buffer | undefined> {
  const moves = mediaType === 'image/gif' || mediaType === 'image/webp';
  try {
    const picture = sharp(content, {
      limitInputPixels: MOST_PIXELS,
      failOn: 'error',
      animated: moves,
      sequentialRead: true,
    });
    const { pages = 1 } = await picture.metadata();
    if (pages > MOST_FRAMES) return undefined;
    return await inFormat(moves ? picture : picture.rotate(), mediaType).toBuffer();
  } catch {
    return undefined;
  }
}

function inFormat(picture: Sharp, mediaType: CleanedImage): Sharp {
  switch (mediaType) {
    case 'image/jpeg':
      return picture.jpeg({ quality: 88, mozjpeg: false });
    case 'image/png':
      return picture.png();
    case 'image/webp':
      return picture.webp({ quality: 88 });
    case 'image/gif':
      return picture.gif();
    default:
      return mediaType satisfies never;
  }
}
