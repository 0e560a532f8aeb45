const { readFileSync } = require('node:fs');

/*
 * Properties are tried on the same cases each time: a change is judged by what it did, not by what chance
 * found that day. `MARQUEE_SEED=any` tries others, `MARQUEE_SEED=<number>` those of a seed that was printed.
 */
const wanted = process.env.MARQUEE_SEED;

// To load it in the suites that have none would take longer than many of them.
if (wanted !== 'any' && readFileSync(expect.getState().testPath, 'utf8').includes("'fast-check'")) {
  require('fast-check').configureGlobal({ seed: Number(wanted ?? 20_261_122) });
}
