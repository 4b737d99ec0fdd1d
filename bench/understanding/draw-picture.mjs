// Accuracy against latency: one dot per engine, the mean hit@1 over the sets and the median time of a question.
const WIDTH = 720;
const HEIGHT = 420;
const LEFT = 60;
const BOTTOM = 50;

export function drawPicture(results) {
  const engines = [...new Set(results.map(({ engine }) => engine))].map((engine) => {
    const rows = results.filter((row) => row.engine === engine);
    const mean = (of) => rows.reduce((sum, row) => sum + of(row), 0) / rows.length;
    return {
      engine,
      hit1: mean(({ hit1 }) => hit1),
      typos: mean(({ typos }) => typos),
      p50: Math.exp(mean(({ p50 }) => Math.log(p50))),
    };
  });
  const [fast, slow] = [0.01, 1000];
  const lowest = Math.floor(Math.min(...engines.map(({ typos }) => typos)) * 10) / 10;
  const x = (ms) => LEFT + ((Math.log(ms) - Math.log(fast)) / (Math.log(slow) - Math.log(fast))) * (WIDTH - LEFT - 30);
  const y = (share) => HEIGHT - BOTTOM - ((share - lowest) / (1 - lowest)) * (HEIGHT - BOTTOM - 30);
  const parts = [];
  for (const ms of [0.01, 0.1, 1, 10, 100, 1000])
    parts.push(
      `<line x1="${x(ms)}" x2="${x(ms)}" y1="30" y2="${HEIGHT - BOTTOM}" class="grid"/><text x="${x(ms)}" y="${HEIGHT - BOTTOM + 18}" text-anchor="middle">${ms} ms</text>`,
    );
  for (let share = lowest; share <= 1.001; share += 0.1)
    parts.push(
      `<line x1="${LEFT}" x2="${WIDTH - 30}" y1="${y(share)}" y2="${y(share)}" class="grid"/><text x="${LEFT - 8}" y="${y(share) + 4}" text-anchor="end">${Math.round(share * 100)} %</text>`,
    );
  for (const { engine, hit1, typos, p50 } of engines) {
    const color = engine === 'passerelle' ? '#c2410c' : '#475569';
    parts.push(
      `<line x1="${x(p50)}" x2="${x(p50)}" y1="${y(hit1)}" y2="${y(typos)}" stroke="${color}" stroke-width="2"/>`,
    );
    parts.push(
      `<circle cx="${x(p50)}" cy="${y(hit1)}" r="6" fill="${color}"/><circle cx="${x(p50)}" cy="${y(typos)}" r="4" fill="#fff" stroke="${color}" stroke-width="2"/>`,
    );
    parts.push(`<text x="${x(p50) + 10}" y="${y(hit1) + 4}" fill="${color}">${engine}</text>`);
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="system-ui, sans-serif" font-size="12" fill="#334155">
<title>Accuracy against latency</title>
<style>.grid{stroke:#e2e8f0}</style><rect width="100%" height="100%" fill="#fff"/>
<text x="${LEFT}" y="18" font-size="14">Right article first (● clean, ○ with typos), mean of seven sets, against the median time of a question</text>
${parts.join('\n')}
</svg>
`;
}
