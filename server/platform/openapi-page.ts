/** The calls on one page for a person to read: no script, prints well. */
import type { z } from 'zod';
import { z as zod } from 'zod';
import { contracts } from '#domain/contracts.ts';
import { type Contract, methodOf } from '#domain/kernel/contract.ts';
import { problemKinds } from '#domain/kernel/problem.kinds.ts';
import type { ProblemCode } from '#domain/kernel/problem.ts';

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[character]!);

export function apiPage(): string {
  const modules = Map.groupBy(contracts, (contract) => contract.name.split('.')[0]!);
  const index = [...modules].map(([name, calls]) => `<li><a href="#${name}">${name}</a> <small>${calls.length}</small></li>`).join('');
  const sections = [...modules]
    .map(([name, calls]) => `<section><h2 id="${name}">${name}</h2>${calls.map(callOf).join('')}</section>`)
    .join('');
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>创城通 API</title><style>${STYLE}</style></head>
<body><header><h1>创城通 API</h1><p>OpenAPI 3.1: <a href="/api/openapi.json">/api/openapi.json</a>. A read is a <code>GET</code>. An act is a <code>POST</code> with <code>actId</code>, a UUID made once by the caller: the same id sent again gets the first answer. Everything that goes wrong is a Problem with <code>code</code>, <code>zh</code> and <code>en</code>.</p></header>
<nav aria-label="modules"><ul>${index}</ul></nav><main>${sections}<section><h2 id="problems">problems</h2>${problemTable()}</section></main></body></html>`;
}

function callOf(contract: Contract): string {
  const method = methodOf(contract);
  const problems = contract.problems.map((code) => `<code>${code}</code>`).join(' ');
  return `<article><h3><span class="${method}">${method}</span> /api/${contract.name}</h3><p>${escaped(contract.words.zh)} · ${escaped(contract.words.en)}${contract.open ? ' · <em>open</em>' : ''}</p>
<details><summary>in</summary><pre tabindex="0">${escaped(shape(contract.input, 'input'))}</pre></details><details><summary>out</summary><pre tabindex="0">${escaped(shape(contract.output, 'output'))}</pre></details>${problems ? `<p>${problems}</p>` : ''}</article>`;
}

function shape(schema: z.ZodType, io: 'input' | 'output'): string {
  const { $schema: _dialect, ...rest } = zod.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Record<string, unknown>;
  return JSON.stringify(rest, null, 1);
}

function problemTable(): string {
  const rows = (Object.keys(problemKinds) as ProblemCode[])
    .map(
      (code) =>
        `<tr><td><code>${code}</code></td><td>${problemKinds[code].status}</td><td>${escaped(problemKinds[code].zh({}).replace(/undefined/g, '…'))}</td></tr>`,
    )
    .join('');
  return `<table><thead><tr><th scope="col">code</th><th scope="col">status</th><th scope="col">zh</th></tr></thead><tbody>${rows}</tbody></table>`;
}

const STYLE = `body{font:15px/1.6 'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',system-ui,sans-serif;color:#1f2328;background:#f7f6f3;margin:0 auto;max-width:900px;padding:24px;border-top:4px solid #b0261d}
a{color:#1d5f96}nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:12px;padding:0}article{background:#fff;border:1px solid #e4e2dc;border-radius:8px;padding:8px 16px;margin:12px 0}h3{margin:4px 0;font-size:1em}
.GET,.POST{display:inline-block;min-width:48px;font-weight:700;color:#1f6fb2}.POST{color:#b0261d}pre{overflow:auto;max-height:360px;background:#f1efea;padding:12px;border-radius:6px;font-size:12.5px}p{margin:4px 0}table{border-collapse:collapse;width:100%;background:#fff}td,th{border:1px solid #e4e2dc;padding:4px 8px;text-align:left;vertical-align:top}small{color:#59636e}`;
