import type { TaskRow } from '#domain/duty/duty.model.ts';
import { taskStates } from '#domain/duty/duty.states.ts';
import { Download } from '#web/desk/kit/Download.tsx';
import { sourceHref, to } from '#web/desk/routes.ts';
import { useWords } from '#web/language.ts';
import { SourceMark } from '#web/ui/SourceMark.tsx';
import { StateTag } from '#web/ui/StateTag.tsx';
import { DueDay } from './DueDay.tsx';
import './duty.css';
import { TaskActs } from './TaskActs.tsx';

const words = {
  slip: { zh: '督办单', en: 'Supervision slip' },
  inCharge: { zh: '分管', en: 'in charge' },
  nobody: { zh: '未指定责任科室', en: 'no section named' },
};

/** Due tasks: by when, what, whose, how it stands, what comes next. */
export function TaskLines({ tasks, acts = true }: { readonly tasks: readonly TaskRow[]; readonly acts?: boolean }) {
  const t = useWords();
  return (
    <ul className="rows task-lines">
      {tasks.map((task) => (
        <li key={task.id} className="task-line">
          <div className="task-due">
            <DueDay task={task} />
          </div>
          <div className="task-what">
            <a className="row-link" href={to('duty', { id: task.dutyId })}>
              {task.title}
            </a>{' '}
            {task.covers && <span className="pill">{task.covers}</span>} <SourceMark source={task.source} href={sourceHref} />
            <div className="second small">
              {task.owners.length > 0 ? task.owners.join('、') : t(words.nobody)}
              {task.leaders.length > 0 && ` · ${t(words.inCharge)} ${task.leaders.join('、')}`}
            </div>
            {task.result && <p className="task-result">{task.result}</p>}
          </div>
          <div className="task-state">
            <StateTag states={taskStates} state={task.state} />
          </div>
          {acts && (
            <div className="task-acts">
              <TaskActs task={task} />
              {(task.state === 'todo' || task.state === 'returned') && (
                <Download of="form.paper" input={{ form: 'supervision', of: task.id }} className="btn btn-quiet btn-small no-print">
                  {t(words.slip)}
                </Download>
              )}
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
