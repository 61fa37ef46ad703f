-- The papers a notice asks for by name: pledges, filing forms, logs.

CREATE TABLE form_wanted (
  id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES unit,
  notice_id uuid NOT NULL REFERENCES notice,
  duty_id uuid NOT NULL REFERENCES duty,
  name text NOT NULL,
  source jsonb NOT NULL
);
CREATE INDEX ON form_wanted (duty_id);
CREATE INDEX ON form_wanted (notice_id);
COMMENT ON TABLE form_wanted IS 'A form named in the sentence of a duty; what it holds is not in the notice.';
