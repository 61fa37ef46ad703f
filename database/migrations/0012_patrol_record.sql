-- The patrol's record: point types with thresholds and assessment states, positions, a track with consent, versions of the log with signatures.

CREATE TABLE point_type (
  unit_id uuid REFERENCES unit,
  key text NOT NULL,
  version int NOT NULL,
  body jsonb NOT NULL,
  at timestamptz NOT NULL,
  by_id uuid REFERENCES person,
  UNIQUE NULLS NOT DISTINCT (unit_id, key, version)
);
COMMENT ON TABLE point_type IS 'Kinds of inspection point (考察点位) as data: thresholds and assessment states beyond what a notice says. unit_id null: as delivered, for every unit until it has a version of its own.';
COMMENT ON COLUMN point_type.body IS 'Name in both languages, which kinds of place take it by themselves, thresholds with the words of the items they belong to, scales of states.';

-- Point types: from lists of inspection points as cities printed them (a 2018 handbook, a 2015 list of 25 types).
-- States: A 100 %, B 66 %, C 33 %, C# 0 of an item's score by the number of faults (0, 1, 2, 3 and more), as in a street assessment table.
-- Lamp rates: main and secondary roads 装灯率 100 %, 亮灯率 99 %; back streets 装灯率 100 %, 亮灯率 95 % (2015 list).
-- Editions differ between cities and years: a unit corrects its own version, so none of this stands in the program.
INSERT INTO point_type (unit_id, key, version, body, at)
SELECT NULL, key, 1,
  jsonb_build_object(
    'name', jsonb_build_object('zh', zh, 'en', en),
    'kinds', kinds,
    'thresholds', CASE WHEN lit IS NULL THEN '[]'::jsonb ELSE jsonb_build_array(
      jsonb_build_object('metric', '装灯率', 'atLeast', 100, 'unit', '%', 'about', '["路灯", "装灯", "亮灯", "照明"]'::jsonb),
      jsonb_build_object('metric', '亮灯率', 'atLeast', lit, 'unit', '%', 'about', '["路灯", "装灯", "亮灯", "照明"]'::jsonb)) END,
    'scales', '[{"about": [], "steps": [{"grade": "A", "share": 100, "upTo": 0}, {"grade": "B", "share": 66, "upTo": 1}, {"grade": "C", "share": 33, "upTo": 2}, {"grade": "C#", "share": 0, "upTo": null}]}]'::jsonb),
  now()
FROM (VALUES
  ('community', '社区、居民小区', 'Community and housing estate', '["grid", "community"]'::jsonb, NULL::int),
  ('road', '主次干道、商业大街', 'Main and secondary road', '["road"]', 99),
  ('alley', '背街小巷', 'Back street', '[]', 95),
  ('crossing', '主要交通路口', 'Main crossing', '[]', NULL),
  ('busStop', '公交站点', 'Bus stop', '[]', NULL),
  ('square', '广场', 'Square', '[]', NULL),
  ('park', '公园', 'Park', '[]', NULL),
  ('school', '中小学校及周边', 'School and its surroundings', '[]', NULL)
) AS delivered (key, zh, en, kinds, lit);

ALTER TABLE place ADD COLUMN point_type text;
COMMENT ON COLUMN place.point_type IS 'Chosen by the clerk; null: the type that its kind takes by itself.';
ALTER TABLE checklist ADD COLUMN point jsonb;
COMMENT ON COLUMN checklist.point IS 'The point type as it was when this version of the checklist was made: thresholds and states a patrol was answered on. Null: made before there were point types.';

-- Places that have a checklist already get a version with their point type; patrols keep the one they were answered on.
INSERT INTO checklist (place_id, version, notice_id, items, point)
SELECT place.id, checklist.version + 1, checklist.notice_id, checklist.items, point_type.body || jsonb_build_object('key', point_type.key, 'version', point_type.version)
FROM place
JOIN checklist ON checklist.place_id = place.id AND checklist.version = place.checklist_version
JOIN point_type ON point_type.unit_id IS NULL AND point_type.body -> 'kinds' ? place.kind;
UPDATE place SET checklist_version = checklist_version + 1 WHERE checklist_version > 0;
UPDATE patrol SET checklist_version = place.checklist_version FROM place WHERE place.id = patrol.place_id AND patrol.state = 'planned' AND place.checklist_version > 0;

ALTER TABLE patrol ADD COLUMN start_position jsonb;
ALTER TABLE patrol ADD COLUMN submit_position jsonb;
ALTER TABLE patrol ADD COLUMN late_reason text;
ALTER TABLE patrol ADD COLUMN late_reason_by_id uuid REFERENCES person;
ALTER TABLE patrol ADD COLUMN late_reason_at timestamptz;
COMMENT ON COLUMN patrol.start_position IS 'Where the phone stood when the patrol was started, with accuracy and source; null: it did not know or was not allowed to.';
COMMENT ON COLUMN patrol.late_reason IS 'What the crew says to a late log. Nobody decides on it; late stays late.';

CREATE TABLE log_version (
  patrol_id uuid NOT NULL REFERENCES patrol,
  version int NOT NULL,
  text text NOT NULL,
  sha256 text NOT NULL,
  page json,
  reason text NOT NULL,
  at timestamptz NOT NULL,
  by_id uuid REFERENCES person,
  sent_at timestamptz,
  sent_by_id uuid REFERENCES person,
  sent_via text,
  PRIMARY KEY (patrol_id, version)
);
COMMENT ON TABLE log_version IS 'The log of a patrol as it was signed or sent, each version whole: text and page. A version is never changed; only its sending is added.';
COMMENT ON COLUMN log_version.page IS 'What the printed page shows, as it was then; json, not jsonb, so that its bytes stay those that were signed. Null: sent before pages were kept.';
COMMENT ON COLUMN log_version.sha256 IS 'SHA-256 of the text, a line break and the page.';
COMMENT ON COLUMN log_version.reason IS 'Why an amendment was made; empty for the first sending and for a version that followed the records before it.';

INSERT INTO log_version (patrol_id, version, text, sha256, reason, at, by_id, sent_at, sent_by_id, sent_via)
SELECT id, 1, log_text, encode(sha256(convert_to(log_text, 'UTF8')), 'hex'), '', reported_at, reported_by_id, reported_at, reported_by_id, reported_via
FROM patrol WHERE log_text IS NOT NULL;

CREATE TABLE log_signature (
  patrol_id uuid NOT NULL,
  version int NOT NULL,
  person_id uuid NOT NULL REFERENCES person,
  role text NOT NULL CHECK (role IN ('member', 'leader')),
  at timestamptz NOT NULL,
  PRIMARY KEY (patrol_id, version, person_id),
  FOREIGN KEY (patrol_id, version) REFERENCES log_version
);
COMMENT ON TABLE log_signature IS 'Who stands by which version: signed by the members, countersigned by the leader on duty. A new version is signed anew.';

CREATE FUNCTION refuse_change_of_log() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a version of a log and its signatures are never changed';
END $$;
CREATE TRIGGER log_version_kept BEFORE UPDATE OF patrol_id, version, text, sha256, page, reason, at, by_id ON log_version
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_log();
CREATE TRIGGER log_version_stays BEFORE DELETE ON log_version FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_log();
CREATE TRIGGER log_signature_kept BEFORE UPDATE OR DELETE ON log_signature FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_log();

CREATE TABLE patrol_track (
  patrol_id uuid NOT NULL REFERENCES patrol,
  person_id uuid NOT NULL REFERENCES person,
  points jsonb NOT NULL,
  consented_at timestamptz NOT NULL,
  until date NOT NULL,
  PRIMARY KEY (patrol_id, person_id)
);
CREATE INDEX ON patrol_track (until);
COMMENT ON TABLE patrol_track IS 'Where a person walked, if they agreed for this one patrol. Thinned, seen by the crew and the clerk, deleted after its last day.';
