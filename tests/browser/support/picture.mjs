// A screen beside the picture that a person accepted: at most 0.1 % of the pixels may differ.
//
// UPDATE_PICTURES=1 accepts what is there now: look at each changed file before committing it.
// Clock, data and fonts are to be fixed; animations are stopped here.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('../pictures/', import.meta.url));
const FAILED = fileURLToPath(new URL('../../../build/pictures/', import.meta.url));
const SHARE = 0.001;
const NEAR = 24; // of 255 in a channel: smoothing of edges may differ between versions of the browser

/** options go to page.screenshot, e.g. mask or clip; `scale` 0.5 keeps large screens small. */
export async function assertPicture(page, name, { scale = 1, ...options } = {}) {
  await page.evaluate(() => document.fonts.ready);
  const raw = await page.screenshot({ animations: 'disabled', caret: 'hide', ...options });
  const now = scale === 1 ? raw : await scaled(page, raw, scale);
  const path = `${FOLDER}${name}.png`;
  if (process.env.UPDATE_PICTURES) return writeFileSync(path, now);
  if (!existsSync(path)) assert.fail(`${name}: no accepted picture; see support/picture.mjs`);
  const share = await difference(page, readFileSync(path), now);
  if (share > SHARE) {
    mkdirSync(FAILED, { recursive: true });
    writeFileSync(`${FAILED}${name}.png`, now);
  }
  assert.ok(share <= SHARE, `${name}: ${(share * 100).toFixed(2)} % of the pixels differ; see build/pictures/${name}.png`);
}

// Both run in a blank page of the same browser: it can read PNG, and no package is needed for it.
async function inBlank(page, work, argument) {
  const blank = await page.context().browser().newPage();
  try {
    return await blank.evaluate(work, argument);
  } finally {
    await blank.close();
  }
}

async function scaled(page, png, scale) {
  const text = await inBlank(page, async ([data, factor]) => {
    const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
    const canvas = new OffscreenCanvas(Math.round(image.width * factor), Math.round(image.height * factor));
    const pen = canvas.getContext('2d');
    pen.imageSmoothingQuality = 'high';
    pen.drawImage(image, 0, 0, canvas.width, canvas.height);
    const bytes = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
    let out = '';
    for (const b of bytes) out += String.fromCharCode(b);
    return btoa(out);
  }, [png.toString('base64'), scale]);
  return Buffer.from(text, 'base64');
}

/** Share of pixels that differ; 1 when the sizes do. */
function difference(page, before, now) {
  return inBlank(page, async ([a, b, near]) => {
    const pixels = async (data) => {
      const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
      const pen = new OffscreenCanvas(image.width, image.height).getContext('2d');
      pen.drawImage(image, 0, 0);
      return pen.getImageData(0, 0, image.width, image.height);
    };
    const [x, y] = [await pixels(a), await pixels(b)];
    if (x.width !== y.width || x.height !== y.height) return 1;
    let differ = 0;
    for (let i = 0; i < x.data.length; i += 4)
      if ([0, 1, 2].some((c) => Math.abs(x.data[i + c] - y.data[i + c]) > near)) differ++;
    return differ / (x.width * x.height);
  }, [before.toString('base64'), now.toString('base64'), NEAR]);
}
