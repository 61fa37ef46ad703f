-- Papers: summaries of a time, documents the unit issues, its own templates for forms.

CREATE TABLE summary (
  id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES unit,
  kind text NOT NULL CHECK (kind IN ('week', 'month', 'stage', 'year')),
  state text NOT NULL CHECK (state IN ('draft', 'issued', 'discarded')),
  from_day date NOT NULL,
  to_day date NOT NULL CHECK (to_day >= from_day),
  name text NOT NULL,
  figures jsonb NOT NULL,
  drafted jsonb NOT NULL,
  edits jsonb NOT NULL,
  photo_ids uuid[] NOT NULL,
  photos_chosen boolean NOT NULL,
  counted_at timestamptz NOT NULL,
  issued_at timestamptz,
  issued_by_id uuid REFERENCES person
);
CREATE UNIQUE INDEX summary_of_time ON summary (unit_id, kind, from_day, to_day, name) WHERE state <> 'discarded';
COMMENT ON TABLE summary IS 'Weekly figures, monthly, stage and yearly summaries (总结), drafted from the records.';
COMMENT ON COLUMN summary.drafted IS 'Sentence key → the sentence as the figures say it.';
COMMENT ON COLUMN summary.edits IS 'Sentence key → what a clerk wrote instead, and what the figures had said then. A refresh never touches it.';
COMMENT ON COLUMN summary.photos_chosen IS 'A person chose the photos: a refresh leaves them alone.';

CREATE TABLE dispatch (
  id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES unit,
  kind text NOT NULL CHECK (kind IN ('notification', 'report', 'letter', 'minutes')),
  state text NOT NULL CHECK (state IN ('draft', 'issued', 'discarded')),
  number text NOT NULL DEFAULT '',
  signatory text NOT NULL DEFAULT '',
  title text NOT NULL DEFAULT '',
  recipients text NOT NULL DEFAULT '',
  body text NOT NULL DEFAULT '',
  attendance text NOT NULL DEFAULT '',
  annexes jsonb NOT NULL DEFAULT '[]',
  copies text NOT NULL DEFAULT '',
  day date,
  sealed boolean NOT NULL DEFAULT true,
  revision int NOT NULL DEFAULT 0,
  at timestamptz NOT NULL
);
CREATE INDEX ON dispatch (unit_id, at DESC) WHERE state <> 'discarded';
COMMENT ON TABLE dispatch IS 'Documents the unit issues (发文), laid out after GB/T 9704-2012.';
COMMENT ON COLUMN dispatch.day IS '成文日期.';
COMMENT ON COLUMN dispatch.revision IS 'Counts the times it was saved: what was written on an older one is not taken.';

CREATE TABLE form_template (
  id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES unit,
  form text NOT NULL,
  file_name text NOT NULL,
  sha256 text NOT NULL,
  at timestamptz NOT NULL,
  by_id uuid NOT NULL REFERENCES person,
  ended_at timestamptz
);
CREATE UNIQUE INDEX form_template_present ON form_template (unit_id, form) WHERE ended_at IS NULL;
COMMENT ON TABLE form_template IS 'A unit''s own Word file for a form, with placeholders; the form of the house where there is none.';
COMMENT ON COLUMN form_template.sha256 IS 'Names the file as it was kept: without anything that could act or reach out.';
COMMENT ON COLUMN form_template.ended_at IS 'When it was replaced, or the form of the house taken back.';
