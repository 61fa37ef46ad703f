/**
 * Makes rosters fairer in threads of their own, one after the other, while the office goes on working. What is found is written as an act
 * of whoever asked for it. A server that ends leaves the complete roster its search began from.
 */
import { Worker } from 'node:worker_threads';
import { decide } from '#domain/kernel/act.ts';
import type { Actor } from '#domain/kernel/actor.ts';
import type { RosterPlan } from '#domain/roster/plan.ts';
import type { Proposal } from '#domain/roster/propose.ts';
import type { Roster, Seat } from '#domain/roster/roster.model.ts';
import { rosterWorkflow } from '#domain/roster/roster.rules.ts';
import type { Db } from '#server/platform/database.ts';
import { appendFacts } from '#server/platform/history.ts';
import { lockRoster, saveRoster } from './roster.store.ts';
import type { SolveOrder, SolveWord } from './solve.worker.ts';
import { endSolving, type Mark, markSolving } from './solving.store.ts';

export interface Search extends Mark {
  readonly id: string;
  readonly rosterId: string;
  readonly actor: Actor;
  readonly plan: RosterPlan;
  readonly start: readonly Seat[];
}

export interface Solver {
  begin(search: Search): void;
  close(): Promise<void>;
}

const MARK_MS = 400;

export function openSolver({ db, clock }: { readonly db: Db; readonly clock: () => number }): Solver {
  const waiting: Search[] = [];
  let running: Promise<void> | null = null;
  let stopRunning = (): void => {};
  let closed = false;

  const next = (): void => {
    const search = waiting.shift();
    if (!search || closed) {
      running = null;
      return;
    }
    running = runOne(search)
      .catch((error: unknown) => console.error(`roster ${search.rosterId}`, error))
      .then(next);
  };

  async function runOne(search: Search): Promise<void> {
    const stop = new SharedArrayBuffer(4);
    const order: SolveOrder = { plan: search.plan, start: search.start, stop };
    const worker = new Worker(new URL('./solve.worker.ts', import.meta.url), { workerData: order });
    let mark: Mark = { cost: search.cost, bound: search.bound, steps: 0 };
    let superseded = false;
    stopRunning = () => void worker.terminate();
    const marking = setInterval(() => {
      markSolving(db, search.rosterId, search.id, mark).then(
        (answer) => {
          if (answer === 'goOn') return;
          superseded = answer === 'ended';
          Atomics.store(new Int32Array(stop), 0, 1);
        },
        () => undefined, // the database is away for a moment: the next mark tries again
      );
    }, MARK_MS);
    try {
      const end = await new Promise<Extract<SolveWord, { kind: 'end' }> | null>((resolve, reject) => {
        worker.on('message', (word: SolveWord) => {
          if (word.kind === 'end') resolve(word);
          else mark = { cost: word.cost, bound: word.bound, steps: word.steps };
        });
        worker.once('error', reject);
        worker.once('exit', () => resolve(null));
      });
      if (end && !superseded && !closed) await keep(search, end);
    } finally {
      clearInterval(marking);
      await worker.terminate();
    }
  }

  /** The roster may have been published, discarded or changed by hand meanwhile: it is decided on as it stands now. */
  async function keep(
    search: Search,
    { proposal, steps, stopped }: { proposal: Proposal; steps: number; stopped: boolean },
  ): Promise<void> {
    const { cost, bound } = proposal;
    await db.transaction().execute(async (tx) => {
      const roster: Roster = await lockRoster(tx, search.rosterId, search.actor);
      const isLast = await endSolving(tx, search.rosterId, search.id, stopped ? 'stopped' : 'done', { cost, bound, steps });
      if (!isLast || roster.state !== 'draft') return;
      const at = new Date(clock()).toISOString();
      const { next: evened, fact } = decide(
        rosterWorkflow,
        roster,
        'even',
        { seats: proposal.seats, cost, bound, stopped },
        { actor: search.actor, now: at },
      );
      await saveRoster(tx, roster, evened);
      await appendFacts(tx, [{ draft: fact, unitId: roster.unitId }], { actor: search.actor, actId: null, at, deviceAt: null });
    });
  }

  return {
    begin(search) {
      waiting.push(search);
      if (!running) next();
    },
    async close() {
      closed = true;
      waiting.length = 0;
      stopRunning();
      await running;
    },
  };
}
