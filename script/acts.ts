/** Prints docs/acts.md from the act tables: states, acts, who may do them. `node script/acts.ts` writes it; a test holds it against the tables. */
import { writeFileSync } from 'node:fs';
import { workflows } from '#domain/facts.ts';
import type { ActRule, Subject } from '#domain/kernel/act.ts';

const PATH = new URL('../docs/acts.md', import.meta.url);

export function actsPage(): string {
  const parts = [
    '# Acts and states',
    '',
    'Printed from the act tables in `domain/*/…rules.ts` by `node script/acts.ts`; a test holds this page against them. 本页由操作表生成。',
    '',
    'A row is an act, a column a state. → names the state the act leads to, ● an act that leaves the state alone. Who may do it stands behind it; further conditions (somebody else than the fixer, a photo, a reason) are in the table’s `refuse`.',
  ];
  for (const workflow of workflows) {
    const states = Object.keys(workflow.states);
    parts.push('', `## ${workflow.words.zh} ${workflow.words.en} (\`${workflow.kind}\`)`, '');
    parts.push(`| 操作 act | ${states.map((state) => `${workflow.states[state]!.zh} ${state}`).join(' | ')} | 由谁 who |`);
    parts.push(`|---|${states.map(() => '---').join('|')}|---|`);
    for (const [act, rule] of Object.entries<ActRule<Subject, unknown>>(workflow.acts)) {
      const cells = states.map((state) => (rule.from.includes(state) ? leadsTo(rule) : ''));
      const who = rule.by.map((relation) => relation.words.zh).join('、');
      parts.push(`| ${rule.words.zh} \`${workflow.kind}.${act}\` | ${cells.join(' | ')} | ${who} |`);
    }
  }
  return `${parts.join('\n')}\n`;
}

function leadsTo(rule: ActRule<Subject, unknown>): string {
  return typeof rule.to === 'string' ? `→ ${rule.to}` : '●';
}

if (import.meta.main) writeFileSync(PATH, actsPage());
