-- The problem loop in full: who declined, suspensions and extensions, joining, splitting, dismissal, reopening asked apart, and the limit.

ALTER TABLE issue DROP CONSTRAINT issue_state_check;
ALTER TABLE issue ADD CONSTRAINT issue_state_check CHECK (state IN (
  'found', 'coordinated', 'escalated', 'accepted', 'declined', 'returned', 'suspended', 'split',
  'fixed', 'verified', 'reopenAsked', 'closed', 'duplicate', 'dismissed'));

ALTER TABLE issue
  ADD COLUMN declined_by uuid[] NOT NULL DEFAULT '{}',
  ADD COLUMN assigned_by_id uuid REFERENCES unit,
  ADD COLUMN suspended_from text,
  ADD COLUMN suspended_until date,
  ADD COLUMN suspensions integer NOT NULL DEFAULT 0 CHECK (suspensions BETWEEN 0 AND 1),
  ADD COLUMN extension_asked jsonb,
  ADD COLUMN extensions integer NOT NULL DEFAULT 0 CHECK (extensions BETWEEN 0 AND 2),
  ADD COLUMN reopen_asked jsonb,
  ADD COLUMN duplicate_of_id uuid REFERENCES issue,
  ADD COLUMN part_of_id uuid REFERENCES issue,
  ADD COLUMN go_to text,
  ADD COLUMN clock jsonb,
  ADD COLUMN due_at timestamptz,
  ADD COLUMN late_since timestamptz,
  ADD CONSTRAINT issue_suspended CHECK ((state = 'suspended') = (suspended_from IS NOT NULL AND suspended_until IS NOT NULL)),
  ADD CONSTRAINT issue_joined CHECK ((state = 'duplicate') = (duplicate_of_id IS NOT NULL)),
  ADD CONSTRAINT issue_not_its_own CHECK (duplicate_of_id <> id AND part_of_id <> id);

CREATE INDEX ON issue (assigned_by_id, found_at DESC, id DESC) WHERE assigned_by_id IS NOT NULL;
CREATE INDEX ON issue (duplicate_of_id) WHERE duplicate_of_id IS NOT NULL;
CREATE INDEX ON issue (part_of_id) WHERE part_of_id IS NOT NULL;
CREATE INDEX ON issue (due_at) WHERE due_at IS NOT NULL;

COMMENT ON COLUMN issue.declined_by IS 'units that said it is not theirs; they get it again only by assignment from above';
COMMENT ON COLUMN issue.assigned_by_id IS 'the unit above that assigned the handler, who may then not decline';
COMMENT ON COLUMN issue.suspended_until IS 'the day on which the limit runs again (挂账)';
COMMENT ON COLUMN issue.extension_asked IS 'who asked for more time, when and why; null once decided';
COMMENT ON COLUMN issue.go_to IS 'who takes a dismissed problem and where to go instead';
COMMENT ON COLUMN issue.clock IS 'the limit and what each holder has used of it; null for problems found before limits were kept';
COMMENT ON COLUMN issue.due_at IS 'when the running limit ends; null while none runs';
COMMENT ON COLUMN issue.late_since IS 'when a limit was first missed; it stays';

CREATE TABLE issue_limit_told (
  issue_id uuid NOT NULL REFERENCES issue ON DELETE CASCADE,
  tell text NOT NULL,
  due_at timestamptz NOT NULL,
  PRIMARY KEY (issue_id, tell, due_at)
);
COMMENT ON TABLE issue_limit_told IS 'which end of a limit has been told of, before it and when it passed';
