/** Milliseconds of one request to `url` after the other until `end`. */
export async function answerTimes(url, end) {
  const times = [];
  let over = false;
  const settled = () => {
    over = true;
  };
  end.then(settled, settled);
  do {
    const from = performance.now();
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${url} answered ${response.status}`);
    await response.arrayBuffer();
    times.push(performance.now() - from);
  } while (!over);
  await end;
  return times;
}

/** What the share `p` of some numbers does not exceed. */
export function quantile(numbers, p) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(p * sorted.length) - 1)];
}
