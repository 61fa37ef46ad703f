-- The work: notices, duties and tasks, places, rosters, patrols, problems.

CREATE TABLE notice (
  id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES unit,
  state text NOT NULL CHECK (state IN ('draft', 'adopted', 'discarded')),
  title text NOT NULL,
  number text,
  file_name text,
  file_sha256 text,
  text text NOT NULL,
  text_sha256 text NOT NULL,
  plan jsonb NOT NULL,
  corrections jsonb NOT NULL,
  settlements jsonb NOT NULL,
  year_choice jsonb,
  imported_at timestamptz NOT NULL,
  adopted_at timestamptz
);
CREATE INDEX ON notice (unit_id, imported_at DESC);
CREATE UNIQUE INDEX notice_same_text ON notice (unit_id, text_sha256) WHERE state <> 'discarded';
COMMENT ON COLUMN notice.plan IS 'What the compiler read; never changed. Corrections and settlements stand beside it.';

CREATE TABLE place (
  id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES unit,
  key text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('grid', 'community', 'road')),
  name text NOT NULL,
  community_id uuid REFERENCES unit,
  identity jsonb NOT NULL,
  source jsonb NOT NULL,
  checklist_version int NOT NULL DEFAULT 0,
  rule jsonb,
  sort int NOT NULL,
  UNIQUE (unit_id, key)
);
COMMENT ON COLUMN place.identity IS 'What tells the same place in another notice: number of the grid, community, road and side.';

CREATE TABLE checklist (
  place_id uuid NOT NULL REFERENCES place,
  version int NOT NULL,
  notice_id uuid NOT NULL REFERENCES notice,
  items jsonb NOT NULL,
  PRIMARY KEY (place_id, version)
);
COMMENT ON TABLE checklist IS 'The inspection items of a place. A new notice makes a new version; patrols keep the one they were answered on.';

CREATE TABLE responsibility_list (
  id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES unit,
  notice_id uuid NOT NULL REFERENCES notice,
  title text NOT NULL,
  sort int NOT NULL
);
CREATE INDEX ON responsibility_list (unit_id);

CREATE TABLE duty (
  id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES unit,
  list_id uuid NOT NULL REFERENCES responsibility_list,
  notice_id uuid NOT NULL REFERENCES notice,
  key text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('duty', 'inspection', 'measure')),
  number text NOT NULL,
  title text NOT NULL,
  text text NOT NULL,
  owners text[] NOT NULL,
  leaders text[] NOT NULL,
  section_ids uuid[] NOT NULL,
  leader_ids uuid[] NOT NULL,
  place_id uuid REFERENCES place,
  standard text,
  words jsonb,
  photos jsonb,
  source jsonb NOT NULL,
  sort int NOT NULL,
  UNIQUE (notice_id, key)
);
CREATE INDEX ON duty (unit_id, list_id, sort);

CREATE TABLE task (
  id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES unit,
  duty_id uuid NOT NULL REFERENCES duty,
  state text NOT NULL CHECK (state IN ('todo', 'returned', 'reported', 'done')),
  title text NOT NULL,
  covers text,
  due date,
  printed_due date,
  basis text NOT NULL CHECK (basis IN ('printed', 'inherited', 'derived')),
  section_ids uuid[] NOT NULL,
  leader_ids uuid[] NOT NULL,
  for_all boolean NOT NULL,
  result text,
  reporter_id uuid REFERENCES person,
  reported_at timestamptz,
  confirmed_at timestamptz,
  source jsonb NOT NULL
);
CREATE INDEX ON task (unit_id, due) WHERE state <> 'done';
CREATE INDEX ON task (duty_id);

CREATE TABLE stage (
  id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES unit,
  notice_id uuid NOT NULL REFERENCES notice,
  name text NOT NULL,
  from_month text,
  to_month text,
  source jsonb NOT NULL,
  sort int NOT NULL
);
CREATE INDEX ON stage (unit_id);

CREATE TABLE group_member (
  unit_id uuid NOT NULL REFERENCES unit,
  notice_id uuid NOT NULL REFERENCES notice,
  sort int NOT NULL,
  group_name text NOT NULL,
  role text NOT NULL,
  person_id uuid NOT NULL REFERENCES person,
  post text,
  span_start int NOT NULL,
  span_end int NOT NULL,
  PRIMARY KEY (notice_id, sort)
);

CREATE TABLE channel (
  unit_id uuid NOT NULL REFERENCES unit,
  notice_id uuid NOT NULL REFERENCES notice,
  sort int NOT NULL,
  name text NOT NULL,
  place_id uuid REFERENCES place,
  PRIMARY KEY (notice_id, sort)
);
COMMENT ON TABLE channel IS 'Where the notice wants logs sent: the group chat of a place.';

CREATE TABLE roster (
  id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES unit,
  month text NOT NULL,
  state text NOT NULL CHECK (state IN ('draft', 'published')),
  UNIQUE (unit_id, month)
);

CREATE TABLE seat (
  roster_id uuid NOT NULL REFERENCES roster,
  day date NOT NULL,
  place_id uuid NOT NULL REFERENCES place,
  n int NOT NULL,
  person_id uuid REFERENCES person,
  by_hand boolean NOT NULL DEFAULT false,
  PRIMARY KEY (roster_id, day, place_id, n)
);
CREATE UNIQUE INDEX seat_one_place_a_day ON seat (roster_id, day, person_id);
COMMENT ON COLUMN seat.n IS '0 = leader on duty, 1… = patrollers.';

CREATE TABLE patrol (
  id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES unit,
  place_id uuid NOT NULL REFERENCES place,
  roster_id uuid REFERENCES roster,
  state text NOT NULL CHECK (state IN ('planned', 'underway', 'submitted', 'reported')),
  day date NOT NULL,
  starts text NOT NULL,
  ends text NOT NULL,
  leader_id uuid REFERENCES person,
  member_ids uuid[] NOT NULL,
  checklist_version int NOT NULL,
  answers jsonb NOT NULL,
  help jsonb NOT NULL,
  note text NOT NULL,
  started_at timestamptz,
  submitted_at timestamptz,
  submitted_by_id uuid REFERENCES person,
  log_text text,
  reported_at timestamptz,
  reported_by_id uuid REFERENCES person,
  reported_via text
);
CREATE INDEX ON patrol (unit_id, day DESC, id DESC);
CREATE UNIQUE INDEX patrol_of_roster ON patrol (roster_id, day, place_id) WHERE roster_id IS NOT NULL;

CREATE TABLE issue_counter (
  unit_id uuid PRIMARY KEY REFERENCES unit,
  last int NOT NULL
);

CREATE TABLE issue (
  id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES unit,
  no int NOT NULL,
  state text NOT NULL CHECK (state IN ('found', 'coordinated', 'escalated', 'returned', 'fixed', 'verified', 'closed')),
  disposal text CHECK (disposal IN ('onTheSpot', 'coordinated', 'escalated')),
  text text NOT NULL,
  spot text NOT NULL,
  place_id uuid REFERENCES place,
  patrol_id uuid REFERENCES patrol,
  item_no int,
  position jsonb,
  finder_id uuid NOT NULL REFERENCES person,
  found_at timestamptz NOT NULL,
  handler_id uuid REFERENCES unit,
  fixer_id uuid REFERENCES person,
  fixed_at timestamptz,
  fix_note text,
  verifier_id uuid REFERENCES person,
  closed_at timestamptz,
  returns int NOT NULL,
  UNIQUE (unit_id, no)
);
CREATE INDEX ON issue (unit_id, found_at DESC, id DESC);
CREATE INDEX ON issue (unit_id, state, found_at DESC, id DESC);
CREATE INDEX ON issue (handler_id, found_at DESC, id DESC) WHERE handler_id IS NOT NULL;
CREATE INDEX ON issue (patrol_id) WHERE patrol_id IS NOT NULL;

CREATE TABLE issue_photo (
  issue_id uuid NOT NULL REFERENCES issue,
  photo_id uuid NOT NULL UNIQUE REFERENCES photo,
  role text NOT NULL CHECK (role IN ('before', 'after')),
  n int NOT NULL,
  PRIMARY KEY (issue_id, photo_id)
);
