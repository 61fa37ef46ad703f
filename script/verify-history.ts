/** `script/verify-history [--head NO:SHA256]`: names what does not fit its seal, line by line; exits 1 when there is any, 2 when it cannot look. */
import { parseArgs } from 'node:util';
import { readConfig, StartupError } from '#server/config.ts';
import { visitDatabase } from '#server/platform/postgres/visit.ts';
import { type Head, verifyHistory } from '#server/platform/seal/verify.ts';

try {
  const { values } = parseArgs({ options: { head: { type: 'string' } } });
  const noted = values.head === undefined ? null : readHead(values.head);
  const visit = await visitDatabase(readConfig(process.env));
  try {
    const { findings, seals, facts, unsealed, head } = await verifyHistory(visit.pool, noted);
    for (const { words } of findings) console.log(`✗ ${words.zh} / ${words.en}`);
    console.log(`封条 ${seals} 个，记录 ${facts} 条，待封 ${unsealed} 条 / ${seals} seals over ${facts} facts, ${unsealed} not sealed yet`);
    if (head) console.log(`最后一号封条（可另行记下） / last seal, worth noting elsewhere: ${head.no}:${head.sha256}`);
    if (findings.length > 0) process.exitCode = 1;
  } finally {
    await visit.leave();
  }
} catch (error) {
  console.error(error instanceof StartupError ? `✗ ${error.message}` : error);
  process.exitCode = 2;
}

function readHead(text: string): Head {
  const [, no, sha256] = /^(\d+):([0-9a-f]{64})$/.exec(text) ?? [];
  if (no && sha256) return { no: Number(no), sha256 };
  throw new StartupError('--head 应形如 12:64位十六进制', '--head must look like 12:<64 hex digits>');
}
