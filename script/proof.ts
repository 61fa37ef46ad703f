/** `script/proof double [SENDS]` and `script/proof kill [ROUNDS]`: figures, and exit 1 when the promise does not hold. */
import { proveDouble } from './proofs/double.ts';
import { proveKill } from './proofs/kill.ts';

const [name, count] = process.argv.slice(2);
const isCount = count === undefined || /^[1-9]\d*$/.test(count);
if (!isCount || (name !== 'double' && name !== 'kill')) {
  console.error('script/proof double [SENDS = 1000]\nscript/proof kill [ROUNDS = 50]');
  process.exit(2);
}
const log = (line: string): void => console.log(line);
const broken = name === 'double' ? await proveDouble(Number(count ?? 1000), log) : await proveKill(Number(count ?? 50), log);
for (const line of broken) console.log(`✗ ${line}`);
console.log(broken.length === 0 ? '✓ 承诺成立 / the promise holds' : '✗ 承诺不成立 / the promise does not hold');
if (broken.length > 0) process.exitCode = 1;
