/** The proofs in their quick form: the full ones are run by hand (`script/proof`). */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { proveDouble } from '../script/proofs/double.ts';
import { proveKill } from '../script/proofs/kill.ts';

const quiet = (): void => undefined;

it('racing copies of an act happen once, on one server process and on two', async () => {
  assert.deepEqual(await proveDouble(60, quiet), []);
});

it('server, database and both are killed under load: nothing acknowledged is lost, nothing happens twice', async () => {
  assert.deepEqual(await proveKill(3, quiet), []);
});
