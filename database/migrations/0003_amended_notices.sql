-- Amended notices: what they change of what is in force, without losing what was done. Where the tables of a file stand in its text.

ALTER TABLE notice DROP CONSTRAINT notice_state_check;
ALTER TABLE notice ADD CONSTRAINT notice_state_check CHECK (state IN ('draft', 'adopted', 'replaced', 'discarded'));
ALTER TABLE notice ADD COLUMN tables jsonb NOT NULL DEFAULT '[]';
COMMENT ON COLUMN notice.tables IS 'Tables of the file with the place of each cell in the text; none for plain text.';

ALTER TABLE duty ADD COLUMN ended_at timestamptz;
ALTER TABLE duty ADD COLUMN ended_by_id uuid REFERENCES notice;
ALTER TABLE duty ADD COLUMN also jsonb NOT NULL DEFAULT '[]';
COMMENT ON COLUMN duty.ended_at IS 'A notice that replaces its own no longer orders it. What was done under it stays.';
COMMENT ON COLUMN duty.also IS 'Sentences of other notices that order the same duty.';

ALTER TABLE task DROP CONSTRAINT task_state_check;
ALTER TABLE task ADD CONSTRAINT task_state_check CHECK (state IN ('todo', 'returned', 'reported', 'done', 'withdrawn'));
ALTER TABLE task DROP CONSTRAINT task_basis_check;
ALTER TABLE task ADD CONSTRAINT task_basis_check CHECK (basis IN ('printed', 'inherited', 'derived', 'clerk'));
DROP INDEX task_unit_id_due_idx;
CREATE INDEX task_open_due ON task (unit_id, due) WHERE state NOT IN ('done', 'withdrawn');
